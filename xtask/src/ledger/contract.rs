//! What the contract says and the generated names do not: what goes over the wire, and where.

use opentact_codegen::extensions::shapes_calls;
use opentact_codegen::{Document, Use, uses};
use serde_json::Value;

use super::Ledger;
use crate::node::Node;
use crate::operations::{Operation, media, media_type, operations, resolved};
use crate::schemes::schemes;

/// Adds the lines of a contract.
pub(super) fn add(document: &Document, ledger: &mut Ledger) {
    let contract = Node::of(document);
    for operation in operations(&contract) {
        of_operation(&contract, &operation, ledger);
    }
    for scheme in schemes(&contract) {
        let (name, kind, place) = (&scheme.name, &scheme.kind, &scheme.place);
        ledger.add(
            format!("scheme {name}"),
            format!("{place}, credential {kind}"),
        );
    }
    let uses = uses(document);
    for (name, schema) in contract.down(&["components", "schemas"]).entries() {
        let used = match uses.get(name) {
            Some(Use::Sent) => "sent",
            Some(Use::Received) => "received",
            Some(Use::Both) => "sent and received",
            Some(Use::Event) | None => "in events",
        };
        ledger.add(
            format!("schema {name}"),
            format!("{}, {used}", form(schema)),
        );
        of_schema(name, schema, ledger);
    }
    extensions(&contract, "contract", ledger);
}

fn of_operation(contract: &Node, operation: &Operation<'_>, ledger: &mut Ledger) {
    let id = operation.id();
    let address = format!("{} {}", operation.method(), operation.path);
    ledger.add(format!("operation {id}"), address);
    let security = match operation.security().join(" ") {
        none if none.is_empty() => "none".to_owned(),
        schemes => schemes,
    };
    ledger.add(format!("security {id}"), security);
    if let Some(body) = operation.body() {
        let value = format!("{}, {}", content(body), needed(body.is("required")));
        ledger.add(format!("request {id}"), value);
    }
    for parameter in operation.parameters() {
        let (name, place) = (parameter.str("name"), parameter.str("in"));
        let schema = parameter.down(&["schema"]);
        let value = format!(
            "{place}, {}, {}",
            form(schema),
            needed(parameter.is("required"))
        );
        ledger.add(format!("parameter {id}.{name}"), value);
        of_schema(&format!("{id}.{name}"), schema, ledger);
    }
    for (status, answer) in operation.answers() {
        ledger.add(format!("status {id} {status}"), content(answer));
        for (name, header) in answer.down(&["headers"]).entries() {
            let header = resolved(contract, header);
            let value = form(header.down(&["schema"]));
            let value = format!("{value}, {}", needed(header.is("required")));
            let name = name.to_ascii_lowercase();
            ledger.add(format!("header {id} {status} {name}"), value);
        }
    }
}

/// Adds what stands in a schema: its properties, limits and values.
fn of_schema(name: &str, schema: &Node, ledger: &mut Ledger) {
    for (key, bound) in schema.entries() {
        let is_limit = ["max", "min", "multipleOf", "pattern"]
            .iter()
            .any(|it| key.starts_with(it));
        if let (true, Node::Scalar(bound)) = (is_limit, bound) {
            ledger.add(format!("limit {name} {key}"), bound.to_string());
        }
    }
    for key in ["enum", "x-extensible-enum"] {
        for value in schema.down(&[key]).items() {
            ledger.add(format!("value {name} {}", plain(value)), "");
        }
    }
    let required: Vec<_> = schema.down(&["required"]).items().iter().collect();
    for (property, inner) in schema.down(&["properties"]).entries() {
        let needed = needed(required.contains(&&Node::text(property)));
        let place = format!("{name}.{property}");
        let value = format!("{}, {needed}", form(inner));
        ledger.add(format!("property {place}"), value);
        of_schema(&place, inner, ledger);
    }
    for key in ["items", "additionalProperties"] {
        if let Some(inner) = schema.get(key) {
            of_schema(&format!("{name}[]"), inner, ledger);
        }
    }
}

fn needed(is_required: bool) -> &'static str {
    if is_required { "required" } else { "optional" }
}

/// The type of a schema in a few words.
fn form(schema: &Node) -> String {
    let null = if schema.is("nullable") {
        " or null"
    } else {
        ""
    };
    if let Some((_, name)) = schema.str("$ref").rsplit_once('/') {
        return format!("{name}{null}");
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        let parts = schema.down(&[key]).items();
        if !parts.is_empty() {
            let forms: Vec<_> = parts
                .iter()
                .map(|part| match part.str("title") {
                    "" => form(part),
                    title => format!("{title} {}", form(part)),
                })
                .collect();
            return format!("{}{null}", forms.join(" | "));
        }
    }
    let form_of = |key: &str| schema.get(key).map(form);
    let words = match schema.str("type") {
        "array" => format!("list of {}", form_of("items").unwrap_or_default()),
        "object" => match schema.get("additionalProperties") {
            Some(Node::Scalar(is_open)) => format!("object, further properties {is_open}"),
            Some(inner) => format!("map of {}", form(inner)),
            None => "object".to_owned(),
        },
        "" => "anything".to_owned(),
        other => [other, schema.str("format")]
            .join(" ")
            .trim_end()
            .to_owned(),
    };
    format!("{words}{null}")
}

/// What a body or an answer brings.
fn content(owner: &Node) -> String {
    match media(owner) {
        Some(media) => format!("{} {}", media_type(owner), form(media.down(&["schema"]))),
        None => "no content".to_owned(),
    }
}

/// Adds each extension that shapes code, by the place that it stands in.
fn extensions(node: &Node, place: &str, ledger: &mut Ledger) {
    for (key, field) in node.entries() {
        if key.starts_with("x-") && shapes_calls(key) {
            ledger.add(format!("key {place} {key}"), field.value().to_string());
        } else if !["example", "examples"].contains(&key.as_str()) {
            extensions(field, &format!("{place}/{key}"), ledger);
        }
    }
    for (index, item) in node.items().iter().enumerate() {
        let name = item.str("name");
        let name = if name.is_empty() {
            index.to_string()
        } else {
            name.to_owned()
        };
        extensions(item, &format!("{place}/{name}"), ledger);
    }
}

/// A scalar without quotes.
fn plain(node: &Node) -> String {
    match node {
        Node::Scalar(Value::String(text)) => text.clone(),
        other => other.value().to_string(),
    }
}
