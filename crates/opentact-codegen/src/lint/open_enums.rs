//! Rules about open enumerations.

use heck::ToUpperCamelCase;
use serde_json::Value;

use super::names::{Seen, is_identifier};
use super::report::Report;
use super::schema_nodes::{Node, components};
use crate::document::{Document, child};
use crate::open_enums::KEYWORD;

/// What an open enumeration may have.
const ALLOWED: [&str; 4] = ["description", "example", "externalDocs", "type"];

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for node in &components(document) {
        let Some(values) = node.value.get(KEYWORD) else {
            continue;
        };
        let pointer = child(&node.pointer, KEYWORD);
        check_type(report, node);
        check_values(report, node, &pointer, values);
    }
}

fn check_type(report: &mut Report<'_>, node: &Node<'_>) {
    let is_text = node.value.get("type").and_then(Value::as_str) == Some("string");
    let fields = node.value.as_object();
    let plain = fields.is_some_and(|all| {
        all.keys()
            .all(|key| key.starts_with("x-") || ALLOWED.contains(&key.as_str()))
    });
    if !is_text || !plain {
        let message = "an open enumeration is not a plain string";
        let remedy = "write `type: string`, and nothing else that limits it";
        report.add(
            "open-enum-string",
            &node.place,
            &node.pointer,
            message,
            remedy,
        );
    }
}

fn check_values(report: &mut Report<'_>, node: &Node<'_>, pointer: &str, values: &Value) {
    let place = &node.place;
    let Some(values) = values.as_array().filter(|values| !values.is_empty()) else {
        let remedy = "list the values that are known";
        report.add(
            "open-enum-values",
            place,
            pointer,
            "no list of values",
            remedy,
        );
        return;
    };
    let mut seen = Seen::default();
    for (index, value) in values.iter().enumerate() {
        let text = value.as_str().unwrap_or("");
        let variant = text.to_upper_camel_case();
        let message = if !is_identifier(&variant) {
            Some(format!(
                "the value `{value}` becomes no name that Rust allows"
            ))
        } else if variant == "Unknown" {
            Some(format!(
                "the value `{value}` has the name of the variant for all others"
            ))
        } else {
            seen.collision(variant, text)
                .map(|earlier| format!("the value `{value}` becomes the same name as `{earlier}`"))
        };
        if let Some(message) = message {
            let remedy = "leave the value out; it is kept as one that is not listed";
            let pointer = child(pointer, &index.to_string());
            report.add("open-enum-values", place, &pointer, message, remedy);
        }
    }
}
