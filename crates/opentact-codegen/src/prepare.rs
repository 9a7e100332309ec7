//! Rewrites a contract in memory into what the generator understands, and says which Rust types stand for what.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::document::{Document, child};
use crate::extensions::{DEFAULT, EVIDENCE};
use crate::limits;
use crate::media::{FORM, JSON, form};
use crate::methods::{Method, methods};
use crate::nullable::{is_optional_nullable, is_required, nullable_type};
use crate::operation::operations;
use crate::phone_numbers;
use crate::responses::{NO_CONTENT, may_be_empty};
use crate::rust_names::{field, member};
use crate::schemas::{only_events, only_sent, referred};

/// Marks a field of a received object that the contract does not list.
const UNRECOGNIZED: &str = "unrecognized";
/// Marks a path parameter that takes any text.
const PATH_SEGMENT: &str = "path-segment";
/// Stands for the property of a received object whose field would be `extra`.
pub(crate) const RENAMED: &str = "x-extra-property";

/// A contract ready for the generator.
#[derive(Clone, Debug, Default)]
pub(crate) struct Prepared {
    /// The rewritten document.
    pub(crate) value: Value,
    /// Marker `format` of a string schema, to the Rust type that it stands for.
    pub(crate) markers: BTreeMap<String, String>,
    /// How many fields have to come out as `Maybe`.
    pub(crate) maybe_fields: usize,
    /// The properties that each component schema requires, in the contract's order.
    pub(crate) required: BTreeMap<String, Vec<String>>,
    /// The name of the property that each component schema has as [`RENAMED`].
    pub(crate) renamed: BTreeMap<String, String>,
    /// The fields that have another name than the generator gives them, by schema and property.
    pub(crate) named: BTreeMap<(String, String), String>,
    /// The properties that are required and have a value where the caller says nothing.
    pub(crate) defaults: BTreeMap<(String, String), Value>,
    /// The properties that are telephone numbers, and integers in JSON.
    pub(crate) whole_numbers: BTreeSet<(String, String)>,
    /// What is left to do in each method.
    pub(crate) methods: Vec<Method>,
    /// The component schemas that only a client writes.
    pub(crate) sent: BTreeSet<String>,
    /// The component schemas of which one property has to be there.
    pub(crate) changes: BTreeSet<String>,
    /// Those of them that are forms.
    pub(crate) forms: BTreeSet<String>,
}

/// Rewrites a contract that has passed the lint.
///
/// The generator knows one kind of optional field, drops what it does not know, and takes any text
/// as a path segment. Markers make it name our types in those places instead.
pub(crate) fn prepare(document: &Document) -> Prepared {
    let mut prepared = Prepared {
        value: document.published().value().clone(),
        markers: BTreeMap::from([
            (UNRECOGNIZED.to_owned(), "crate::Unrecognized".to_owned()),
            (PATH_SEGMENT.to_owned(), "crate::PathSegment".to_owned()),
        ]),
        maybe_fields: 0,
        required: BTreeMap::new(),
        renamed: BTreeMap::new(),
        named: named(document),
        defaults: defaults(document),
        whole_numbers: whole_numbers(document),
        methods: methods(document),
        sent: only_sent(document),
        changes: limits::changes(document),
        forms: BTreeSet::new(),
    };
    let events = only_events(document);
    let mut value = prepared.value.take();
    if let Some(schemas) = value
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut)
    {
        for (name, schema) in schemas {
            let names = schema.get("required").and_then(Value::as_array);
            let names = names.into_iter().flatten().filter_map(Value::as_str);
            let names = names.map(str::to_owned).collect();
            prepared.required.insert(name.clone(), names);
            let is_event = events.contains(name);
            plain(schema);
            if prepared.sent.contains(name) {
                mark_order(schema, &mut prepared.markers);
            }
            mark_nullable(schema, is_event, &mut prepared);
            if !prepared.sent.contains(name) && !is_event {
                open(schema);
                if let Some(property) = rename_extra(schema) {
                    prepared.renamed.insert(name.clone(), property);
                }
            }
        }
    }
    for operation in operations(document) {
        if let (Some(evidence), Some(it)) = (
            EVIDENCE.of(operation.value),
            value.pointer_mut(&operation.pointer),
        ) {
            let description = operation.value.get("description").and_then(Value::as_str);
            it["description"] = with_sentence(description, "\n\n", evidence.sentence()).into();
        }
        let list = format!("{}/responses", operation.pointer);
        let responses = value.pointer_mut(&list).and_then(Value::as_object_mut);
        if let (Some(responses), true) = (responses, may_be_empty(document, &operation)) {
            responses.remove(NO_CONTENT);
        }
        if let Some(form) = form(document, &operation) {
            prepared.forms.insert(form.to_owned());
            let body = document.follow(&child(&operation.pointer, "requestBody"));
            let content = body.and_then(|(body, _)| value.pointer_mut(&child(&body, "content")));
            // The generator refuses a form; `RequestBody` makes one of the struct that it gives.
            if let Some(Value::Object(content)) = content
                && let Some(media) = content.remove(FORM)
            {
                content.insert(JSON.to_owned(), media);
            }
        }
    }
    for holder in ["/paths", "/components/parameters"] {
        if let Some(holder) = value.pointer_mut(holder) {
            mark_parameters(holder);
        }
    }
    prepared.value = value;
    prepared
}

/// The properties whose fields are called otherwise than the generator would.
fn named(document: &Document) -> BTreeMap<(String, String), String> {
    let names = properties(document)
        .into_iter()
        .filter_map(|(owner, _, property, value)| {
            let name = member(&property, value);
            (name != field(&property)).then_some(((owner, property), name))
        });
    names.collect()
}

/// The required properties with a value where the caller says nothing.
fn defaults(document: &Document) -> BTreeMap<(String, String), Value> {
    let found = properties(document).into_iter();
    let found = found.filter(|(_, schema, name, _)| is_required(schema, name));
    found
        .filter_map(|(owner, _, name, it)| Some(((owner, name), DEFAULT.of(it)?)))
        .collect()
}

/// The telephone numbers that are integers in JSON, alone or in a list.
fn whole_numbers(document: &Document) -> BTreeSet<(String, String)> {
    let found = properties(document).into_iter().filter(|(.., it)| {
        let it = it.get("items").unwrap_or(it);
        let is = |key: &str, value: &str| it.get(key).is_some_and(|it| it == value);
        is("format", phone_numbers::FORMAT) && is("type", "integer")
    });
    found.map(|(owner, _, name, _)| (owner, name)).collect()
}

/// Every property of a component: the component's name and schema, its own name and schema.
fn properties(document: &Document) -> Vec<(String, &Value, String, &Value)> {
    let schemas = document.resolve("#/components/schemas");
    let schemas = schemas.and_then(Value::as_object).into_iter().flatten();
    let all = schemas.flat_map(|(owner, schema)| {
        let properties = schema.get("properties").and_then(Value::as_object);
        let properties = properties.into_iter().flatten();
        properties.map(move |(name, it)| (owner.clone(), schema, name.clone(), it))
    });
    all.collect()
}

/// Has the fields that a search is sorted by in the order in which the caller gives them.
fn mark_order(schema: &mut Value, markers: &mut BTreeMap<String, String>) {
    let Some(order) = schema.pointer_mut("/properties/order") else {
        return;
    };
    let Some(direction) = order.get("additionalProperties").and_then(referred) else {
        return;
    };
    let ty = format!("crate::SortOrder<crate::types::{direction}>");
    let format = format!("sort-order {direction}");
    let description = order["description"].take();
    *order = json!({ "type": "string", "format": format, "description": description });
    markers.insert(format, ty);
}

/// Names the type of each property that may be missing or null. An event keeps its text and tells the
/// two apart by it: its `Option` forgets which it was.
fn mark_nullable(schema: &mut Value, is_event: bool, prepared: &mut Prepared) {
    let names: Vec<String> = schema
        .get("properties")
        .and_then(Value::as_object)
        .map(|all| all.keys().cloned().collect())
        .unwrap_or_default();
    for name in names {
        if !is_optional_nullable(schema, &name) {
            continue;
        }
        let property = &mut schema["properties"][&name];
        let Some(inner) = nullable_type(property) else {
            continue;
        };
        let format = format!("{} {inner}", if is_event { "event" } else { "maybe" });
        let mut marked = Map::new();
        if let Some(description) = property.get("description") {
            marked.insert("description".to_owned(), description.clone());
        }
        marked.insert("format".to_owned(), Value::String(format.clone()));
        marked.insert("type".to_owned(), json!("string"));
        *property = Value::Object(marked);
        if is_event {
            prepared.markers.insert(format, inner);
        } else {
            let outer = format!("crate::Maybe<{inner}>");
            prepared.markers.insert(format, outer);
            prepared.maybe_fields += 1;
        }
    }
}

/// Lets an object keep the fields that the contract does not list.
fn open(schema: &mut Value) {
    let Some(fields) = schema.as_object_mut() else {
        return;
    };
    if let Some(properties) = fields.get_mut("properties").and_then(Value::as_object_mut) {
        properties.values_mut().for_each(open);
    }
    let is_object = fields.get("type").is_some_and(|kind| kind == "object");
    if is_object && !fields.contains_key("additionalProperties") {
        let marker = json!({ "type": "string", "format": UNRECOGNIZED });
        fields.insert("additionalProperties".to_owned(), marker);
    }
}

/// Gives a schema the type that it has without its bounds, which are constants and checks of ours, and says
/// its default in words: the generator would choose another type by the former, and send the latter.
fn plain(schema: &mut Value) {
    let Some(fields) = schema.as_object_mut() else {
        return;
    };
    for keyword in limits::KEYWORDS {
        fields.remove(keyword);
    }
    fields.remove("minProperties");
    if let Some(default) = fields.remove("default") {
        let description = fields.get("description").and_then(Value::as_str);
        let text = with_default(description, "\n\n", &default);
        fields.insert("description".to_owned(), Value::String(text));
    }
    for (key, inner) in fields {
        match (key.as_str(), inner) {
            ("properties", Value::Object(all)) => all.values_mut().for_each(plain),
            ("additionalProperties" | "items", inner) => plain(inner),
            ("allOf" | "oneOf", Value::Array(all)) => all.iter_mut().for_each(plain),
            _ => {}
        }
    }
}

/// A description with the value that the server takes where none is sent.
fn with_default(description: Option<&str>, gap: &str, default: &Value) -> String {
    let sentence = format!("Default of the server: `{default}`.");
    with_sentence(description, gap, &sentence)
}

/// A description with a sentence at its end.
fn with_sentence(description: Option<&str>, gap: &str, sentence: &str) -> String {
    match description {
        Some(description) => format!("{}{gap}{sentence}", description.trim_end()),
        None => sentence.to_owned(),
    }
}

/// Takes the name of the field for what is not listed from a property; says which had it.
fn rename_extra(schema: &mut Value) -> Option<String> {
    let properties = schema.get_mut("properties")?.as_object_mut()?;
    let name = properties.keys().find(|it| field(it) == "extra")?.clone();
    let property = properties.remove(&name)?;
    properties.insert(RENAMED.to_owned(), property);
    let required = schema.get_mut("required").and_then(Value::as_array_mut);
    let listed = required.into_iter().flatten().find(|it| **it == name);
    if let Some(listed) = listed {
        *listed = Value::String(RENAMED.to_owned());
    }
    Some(name)
}

/// Prepares every parameter in a part of the document.
fn mark_parameters(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("in") && fields.contains_key("schema") {
                mark_parameter(fields);
            }
            fields.values_mut().for_each(mark_parameters);
        }
        Value::Array(items) => items.iter_mut().for_each(mark_parameters),
        _ => {}
    }
}

fn mark_parameter(parameter: &mut Map<String, Value>) {
    let default = parameter["schema"].get("default");
    if let Some(default) = default {
        let description = parameter.get("description").and_then(Value::as_str);
        let text = with_default(description, " ", default);
        parameter.insert("description".to_owned(), Value::String(text));
    }
    let is_path = parameter["in"] == "path";
    let schema = &mut parameter["schema"];
    plain(schema);
    let format = schema.get("format").and_then(Value::as_str);
    let is_text = schema.get("type").and_then(Value::as_str) == Some("string")
        && matches!(format, None | Some("lease-key" | "password"));
    if is_path && (is_text || format == Some(phone_numbers::FORMAT)) {
        *schema = json!({ "type": "string", "format": PATH_SEGMENT });
    }
}
