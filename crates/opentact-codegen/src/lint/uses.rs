//! Rules about links and examples: what they name exists.

use serde_json::Value;

use super::report::Report;
use crate::document::{Document, child};
use crate::extensions::SCHEMA;
use crate::operation::{label_at, operations};

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    check_links(document, report);
    check_examples(document, report);
}

fn check_links(document: &Document, report: &mut Report<'_>) {
    let known: Vec<&str> = operations(document).iter().map(|it| it.id).collect();
    let mut holders = vec!["/components".to_owned()];
    let shared = document.resolve("#/components/responses");
    for name in shared
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|all| all.keys())
    {
        holders.push(child("/components/responses", name));
    }
    for operation in operations(document) {
        let list = child(&operation.pointer, "responses");
        let codes = operation.value.get("responses").and_then(Value::as_object);
        holders.extend(
            codes
                .into_iter()
                .flat_map(|all| all.keys())
                .map(|code| child(&list, code)),
        );
    }
    for holder in holders {
        let list = child(&holder, "links");
        let links = document.value().pointer(&list).and_then(Value::as_object);
        for (name, link) in links.into_iter().flatten() {
            if link.get("$ref").is_some() {
                continue;
            }
            let id = link.get("operationId").and_then(Value::as_str);
            if !id.is_some_and(|id| known.contains(&id)) {
                let pointer = child(&list, name);
                let message = match id {
                    Some(id) => format!(
                        "the link `{name}` names the operation `{id}`, which does not exist"
                    ),
                    None => format!("the link `{name}` names no operation"),
                };
                let remedy = "write the `operationId` of an operation";
                report.add(
                    "link-operation",
                    &label_at(document, &pointer),
                    &pointer,
                    message,
                    remedy,
                );
            }
        }
    }
}

fn check_examples(document: &Document, report: &mut Report<'_>) {
    let examples = document
        .resolve("#/components/examples")
        .and_then(Value::as_object);
    for (name, example) in examples.into_iter().flatten() {
        let pointer = child("/components/examples", name);
        match example.get(SCHEMA.name()) {
            Some(schema) => {
                let schema = schema.as_str().unwrap_or("");
                let target = child("/components/schemas", schema);
                if document.value().pointer(&target).is_none() {
                    let message = format!("`x-schema` names `{schema}`, which does not exist");
                    let remedy = "write the name of a component schema";
                    report.add(
                        "example-schema",
                        name,
                        &child(&pointer, SCHEMA.name()),
                        message,
                        remedy,
                    );
                }
            }
            None if is_used(document, name) => {}
            None => {
                let message = "no operation refers to the example, so nothing says what it shows";
                let remedy = "refer to it, or name its schema under `x-schema`";
                report.add("example-schema", name, &pointer, message, remedy);
            }
        }
    }
}

/// Whether a request or response refers to an example.
fn is_used(document: &Document, name: &str) -> bool {
    fn refers(value: &Value, target: &str) -> bool {
        match value {
            Value::Object(fields) => {
                fields.get("$ref").and_then(Value::as_str) == Some(target)
                    || fields.values().any(|field| refers(field, target))
            }
            Value::Array(items) => items.iter().any(|item| refers(item, target)),
            _ => false,
        }
    }
    let target = format!("#/components/examples/{name}");
    [
        "/paths",
        "/components/requestBodies",
        "/components/responses",
    ]
    .iter()
    .filter_map(|holder| document.value().pointer(holder))
    .any(|holder| refers(holder, &target))
}
