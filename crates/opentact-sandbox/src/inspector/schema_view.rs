//! A schema of the contract, as a list of its properties.

use maud::{Markup, html};
use serde_json::Value;

use super::{
    contract::{reference_name, resolved, text},
    prose,
};

/// How deep schemas within schemas are shown.
const DEEPEST: usize = 4;

/// The properties of a schema, those of its parts within.
pub(super) fn render(schema: &'static Value) -> Markup {
    properties(schema, 0)
}

fn properties(schema: &'static Value, depth: usize) -> Markup {
    let schema = resolved(schema);
    let schema = match schema["items"].is_object() {
        true => resolved(&schema["items"]),
        false => schema,
    };
    let required = |name: &str| {
        let required = schema["required"].as_array();
        required.is_some_and(|all| all.iter().any(|it| it == name))
    };
    html! {
        @if let Some(properties) = schema["properties"].as_object() {
            ul.schema {
                @for (name, property) in properties {
                    li {
                        code.name { (name) } " "
                        span.kind { (kind(property)) }
                        @if required(name) { " " span.must { "required" } }
                        @let said = description(property);
                        @if !said.is_empty() { p { (prose::line(said)) } }
                        @if depth < DEEPEST && has_parts(property) {
                            details {
                                summary { "The parts of " code { (name) } }
                                (self::properties(inner(property), depth + 1))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The schema that stands for a property which may be null as well.
fn inner(property: &'static Value) -> &'static Value {
    match property["allOf"].as_array().and_then(|all| all.first()) {
        Some(inner) => inner,
        None => property,
    }
}

fn description(property: &'static Value) -> &'static str {
    match text(property, "description") {
        "" => text(resolved(inner(property)), "description"),
        said => said,
    }
}

fn has_parts(property: &'static Value) -> bool {
    let schema = resolved(inner(property));
    let items = resolved(&schema["items"]);
    schema["properties"].is_object() || items["properties"].is_object()
}

/// What a value may be, in a few words.
fn kind(property: &'static Value) -> String {
    let schema = resolved(inner(property));
    let mut kind = match (&schema["type"], reference_name(&schema["items"])) {
        (Value::String(kind), Some(items)) => format!("{kind} of {items}"),
        (Value::String(kind), None) => kind.clone(),
        _ => "any of several".to_owned(),
    };
    if let Some(format) = schema["format"].as_str() {
        kind = format!("{kind}, {format}");
    }
    if let Some(values) = schema["x-extensible-enum"].as_array() {
        let values: Vec<_> = values.iter().filter_map(Value::as_str).collect();
        kind = format!("{kind}: {} or another", values.join(", "));
    }
    let limits = [
        ("minLength", "from"),
        ("minimum", "from"),
        ("maxLength", "to"),
        ("maximum", "to"),
    ];
    for (limit, word) in limits {
        if !schema[limit].is_null() {
            kind = format!("{kind} {word} {}", schema[limit]);
        }
    }
    if property["nullable"] == true {
        kind = format!("{kind} or null");
    }
    kind
}
