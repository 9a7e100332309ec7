//! Rewrites a contract in memory into what the generator understands, and says which Rust types stand for what.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::document::Document;
use crate::nullable::{is_optional_nullable, nullable_type};
use crate::schemas::{only_events, only_sent};

/// Marks a field of a received object that the contract does not list.
const UNRECOGNIZED: &str = "unrecognized";
/// Marks a path parameter that takes any text.
const PATH_SEGMENT: &str = "path-segment";

/// A contract ready for the generator.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    /// The rewritten document.
    pub(crate) value: Value,
    /// Marker `format` of a string schema, to the Rust type that it stands for.
    pub(crate) markers: BTreeMap<String, String>,
    /// How many fields have to come out as `Maybe`.
    pub(crate) maybe_fields: usize,
    /// The properties that each component schema requires, in the contract's order.
    pub(crate) required: BTreeMap<String, Vec<String>>,
    /// The component schemas that only a client writes.
    pub(crate) sent: BTreeSet<String>,
}

/// Rewrites a contract that has passed the lint.
///
/// The generator knows one kind of optional field, drops what it does not know, and takes any text
/// as a path segment. Markers make it name our types in those places instead.
pub(crate) fn prepare(document: &Document) -> Prepared {
    let mut prepared = Prepared {
        value: document.value().clone(),
        markers: BTreeMap::from([
            (UNRECOGNIZED.to_owned(), "crate::Unrecognized".to_owned()),
            (PATH_SEGMENT.to_owned(), "crate::PathSegment".to_owned()),
        ]),
        maybe_fields: 0,
        required: BTreeMap::new(),
        sent: only_sent(document),
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
            mark_nullable(schema, is_event, &mut prepared);
            if !prepared.sent.contains(name) && !is_event {
                open(schema);
            }
        }
    }
    for holder in ["/paths", "/components/parameters"] {
        if let Some(holder) = value.pointer_mut(holder) {
            mark_path_parameters(holder);
        }
    }
    prepared.value = value;
    prepared
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

fn mark_path_parameters(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let is_path = fields.get("in").and_then(Value::as_str) == Some("path");
            if let Some(schema) = fields.get_mut("schema").filter(|_| is_path) {
                let format = schema.get("format").and_then(Value::as_str);
                let is_text = schema.get("type").and_then(Value::as_str) == Some("string")
                    && matches!(format, None | Some("password"));
                if is_text {
                    *schema = json!({ "type": "string", "format": PATH_SEGMENT });
                }
            }
            fields.values_mut().for_each(mark_path_parameters);
        }
        Value::Array(items) => items.iter_mut().for_each(mark_path_parameters),
        _ => {}
    }
}
