//! Rules about what kind of value a keyword has: the reader of OpenAPI names no place.

use serde_json::Value;

use super::report::Report;
use super::schema_nodes::schema_nodes;
use crate::document::{Document, child};
use crate::operation::operations;

#[derive(Clone, Copy)]
enum Shape {
    List,
    Object,
    Text,
    Texts,
    Truth,
}

use Shape::{List, Object, Text, Texts, Truth};

const OPERATION: &[(&str, Shape)] = &[
    ("deprecated", Truth),
    ("description", Text),
    ("externalDocs", Object),
    ("operationId", Text),
    ("parameters", List),
    ("requestBody", Object),
    ("responses", Object),
    ("security", List),
    ("summary", Text),
    ("tags", Texts),
];
const PARAMETER: &[(&str, Shape)] = &[
    ("description", Text),
    ("explode", Truth),
    ("in", Text),
    ("name", Text),
    ("required", Truth),
    ("schema", Object),
    ("style", Text),
];
const SCHEMA: &[(&str, Shape)] = &[
    ("allOf", List),
    ("description", Text),
    ("enum", List),
    ("externalDocs", Object),
    ("format", Text),
    ("items", Object),
    ("nullable", Truth),
    ("oneOf", List),
    ("properties", Object),
    ("required", Texts),
    ("title", Text),
];

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for operation in operations(document) {
        let place = operation.label();
        shapes(
            report,
            &place,
            &operation.pointer,
            operation.value,
            OPERATION,
        );
        for (pointer, parameter) in operation.parameters(document) {
            shapes(report, &place, &pointer, parameter, PARAMETER);
        }
    }
    for node in schema_nodes(document) {
        shapes(report, &node.place, &node.pointer, node.value, SCHEMA);
    }
}

fn shapes(
    report: &mut Report<'_>,
    place: &str,
    pointer: &str,
    value: &Value,
    known: &[(&str, Shape)],
) {
    for (key, shape) in known {
        let Some(value) = value.get(*key) else {
            continue;
        };
        let all = value.as_array();
        let (fits, word, remedy) = match shape {
            List => (all.is_some(), "no list", "write a list"),
            Object => (value.is_object(), "no object", "write keys with values"),
            Text => (
                value.is_string(),
                "no text",
                "write a text, in quotes where YAML sees something else",
            ),
            Texts => (
                all.is_some_and(|all| all.iter().all(Value::is_string)),
                "no list of texts",
                "write a list such as `[name]`",
            ),
            Truth => (
                value.is_boolean(),
                "neither true nor false",
                "write `true` or `false`",
            ),
        };
        if !fits {
            let message = format!("`{key}` is {word}");
            report.add("shape", place, &child(pointer, key), message, remedy);
        }
    }
}
