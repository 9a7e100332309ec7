//! Rules about properties that may be missing or null: the code keeps which of them it was.

use serde_json::Value;

use super::report::Report;
use super::schema_nodes::{components, schema_nodes};
use crate::document::{Document, child};
use crate::nullable::{is_nullable, is_required, nullable_type};
use crate::schemas::only_sent;

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for node in schema_nodes(document) {
        check_form(report, &node.place, &node.pointer, node.value);
    }
    let sent = only_sent(document);
    for node in components(document) {
        let properties = node.value.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            let pointer = child(&child(&node.pointer, "properties"), name);
            if is_required(node.value, name) {
                continue;
            }
            if is_nullable(property) {
                if nullable_type(property).is_none() {
                    let message =
                        format!("`{name}` may be missing or null, in a form that has no type");
                    let remedy = "give it a plain type without limits, or one `$ref` under `allOf`";
                    report.add("nullable-type", &node.place, &pointer, message, remedy);
                }
            } else if is_collection(property) && !sent.contains(&node.place) {
                let message =
                    format!("`{name}` may be missing or empty, and the code cannot tell which");
                let remedy = "add `nullable: true`, or list it under `required`";
                report.add(
                    "optional-collection",
                    &node.place,
                    &pointer,
                    message,
                    remedy,
                );
            }
        }
    }
}

fn check_form(report: &mut Report<'_>, place: &str, pointer: &str, schema: &Value) {
    let (message, remedy) = match (schema.get("type"), schema.get("allOf")) {
        _ if !is_nullable(schema) => return,
        (None, None) => (
            "`nullable` without a `type`, which strict tools refuse",
            "leave it out: what has no type takes null as well",
        ),
        (Some(_), Some(_)) => (
            "`type` beside a reference that may be null, which says its type by itself",
            "leave `type` out: the published files write the schema out in the reference's place",
        ),
        _ => return,
    };
    let pointer = child(pointer, "nullable");
    report.add("nullable-form", place, &pointer, message, remedy);
}

fn is_collection(property: &Value) -> bool {
    let kind = property.get("type").and_then(Value::as_str);
    kind == Some("array") || (kind == Some("object") && property.get("properties").is_none())
}
