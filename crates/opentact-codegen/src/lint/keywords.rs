//! Rules about keywords: those that the code could not follow are refused, and misspelt ones with them.

use serde_json::Value;

use super::report::Report;
use super::schema_nodes::schema_nodes;
use crate::document::{Document, child};
use crate::operation::{METHODS, operations};

/// What a path item may have beside its methods.
const PATH_ITEM: [&str; 4] = ["$ref", "description", "parameters", "summary"];

const OPERATION: [&str; 10] = [
    "deprecated",
    "description",
    "externalDocs",
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "security",
    "summary",
    "tags",
];

const PARAMETER: [&str; 8] = [
    "description",
    "example",
    "explode",
    "in",
    "name",
    "required",
    "schema",
    "style",
];

const SCHEMA: [&str; 22] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "default",
    "description",
    "enum",
    "example",
    "externalDocs",
    "format",
    "items",
    "maxLength",
    "maximum",
    "minLength",
    "minProperties",
    "minimum",
    "nullable",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "title",
    "type",
];

const TYPES: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let paths = document.value().get("paths").and_then(Value::as_object);
    for (path, item) in paths.into_iter().flatten() {
        let allowed: Vec<&str> = METHODS.into_iter().chain(PATH_ITEM).collect();
        known(report, path, &child("/paths", path), item, &allowed);
    }
    for operation in operations(document) {
        let place = operation.label();
        known(
            report,
            &place,
            &operation.pointer,
            operation.value,
            &OPERATION,
        );
        for (pointer, parameter) in operation.parameters(document) {
            known(report, &place, &pointer, parameter, &PARAMETER);
        }
    }
    for node in schema_nodes(document) {
        known(report, &node.place, &node.pointer, node.value, &SCHEMA);
        check_type(
            report,
            &node.place,
            &child(&node.pointer, "type"),
            node.value,
        );
    }
}

fn known(report: &mut Report<'_>, place: &str, pointer: &str, value: &Value, allowed: &[&str]) {
    for key in value
        .as_object()
        .into_iter()
        .flat_map(|fields| fields.keys())
    {
        // Extensions have rules of their own.
        if !allowed.contains(&key.as_str()) && !key.starts_with("x-") {
            let message = format!("the code could not follow the keyword `{key}`");
            let remedy = "correct its spelling, or leave it out";
            report.add(
                "known-keyword",
                place,
                &child(pointer, key),
                message,
                remedy,
            );
        }
    }
}

fn check_type(report: &mut Report<'_>, place: &str, pointer: &str, schema: &Value) {
    match schema.get("type") {
        Some(Value::Array(_)) => {
            let message = "`type` is a list, as OpenAPI 3.1 has it";
            let remedy = "write one type, and `nullable: true` beside it where null may be";
            report.add("one-type", place, pointer, message, remedy);
        }
        Some(Value::String(name)) if TYPES.contains(&name.as_str()) => {}
        Some(other) => {
            let message = format!("`{other}` is no type");
            let remedy = format!("write one of {}", TYPES.join(", "));
            report.add("one-type", place, pointer, message, remedy);
        }
        None => {}
    }
}
