//! Rules about operations: their names and their summaries.

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde_json::Value;

use super::names::{Seen, is_identifier, is_word};
use super::report::Report;
use crate::document::{Document, child};
use crate::operation::{Operation, operations};
use crate::rust_names::field;

/// The names that the generated client and what stands around it have taken.
const TAKEN: [&str; 9] = [
    "api_version",
    "baseurl",
    "client",
    "exec",
    "inner",
    "new",
    "new_with_client",
    "post",
    "pre",
];

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let operations = operations(document);
    let mut functions = Seen::default();
    let mut variants = Seen::default();
    for operation in &operations {
        check_id(document, report, operation);
        if !operation.id.is_empty() {
            let id = operation.id;
            let same_function = functions.collision(id.to_snake_case(), id);
            let same_variant = variants.collision(id.to_upper_camel_case(), id);
            let earlier = same_function.or(same_variant);
            if let Some(earlier) = earlier {
                let message = format!("the operation id becomes the same name as `{earlier}`");
                add_id(report, operation, "operation-id-unique", message);
            }
        }
        let summary = operation.value.get("summary").and_then(Value::as_str);
        if summary.is_none_or(|text| text.trim().is_empty()) {
            let pointer = child(&operation.pointer, "summary");
            let remedy = "say in a few words what the operation does";
            report.add(
                "summary",
                &operation.label(),
                &pointer,
                "no summary",
                remedy,
            );
        }
    }
}

fn check_id(document: &Document, report: &mut Report<'_>, operation: &Operation<'_>) {
    let schemas = document.resolve("#/components/schemas");
    let schemas = schemas.and_then(Value::as_object);
    let mut schemas = schemas.into_iter().flat_map(|all| all.keys());
    let function = operation.id.to_snake_case();
    if operation.id.is_empty() {
        add_id(
            report,
            operation,
            "operation-id",
            "no operation id".to_owned(),
        );
    } else if !is_word(operation.id)
        || !is_identifier(&function)
        || !is_identifier(&operation.id.to_upper_camel_case())
    {
        let message = "the operation id becomes no name that Rust allows".to_owned();
        add_id(report, operation, "operation-id-name", message);
    } else if TAKEN.contains(&function.as_str()) {
        let message = format!("the generated client has `{function}` already");
        add_id(report, operation, "operation-id-taken", message);
    } else if let Some(schema) = schemas.find(|it| field(it) == function) {
        let message = format!("the operation's limits would stand where those of `{schema}` do");
        add_id(report, operation, "operation-id-taken", message);
    }
}

fn add_id(report: &mut Report<'_>, operation: &Operation<'_>, rule: &'static str, message: String) {
    let pointer = child(&operation.pointer, "operationId");
    let remedy = "write an `operationId` of its own, in letters and digits, such as `createToken`";
    report.add(rule, &operation.label(), &pointer, message, remedy);
}
