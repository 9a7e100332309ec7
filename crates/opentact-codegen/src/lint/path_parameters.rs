//! Rules about path parameters: they agree with the path template, and fit one segment of it.

use serde_json::Value;

use super::report::Report;
use crate::document::{Document, child};
use crate::operation::{Operation, Parameter, effective, operations, template_names};

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for operation in operations(document) {
        check_template(report, &operation, &effective(document, &operation));
    }
}

fn check_template(
    report: &mut Report<'_>,
    operation: &Operation<'_>,
    parameters: &[Parameter<'_>],
) {
    let place = operation.label();
    let names = template_names(operation.path);
    let declared = || parameters.iter().filter(|it| it.place == "path");
    for name in &names {
        if !declared().any(|parameter| parameter.name == *name) {
            let message = format!("`{{{name}}}` of the path is not declared");
            let remedy = format!("declare a parameter `{name}` with `in: path`");
            report.add(
                "path-parameter",
                &place,
                &operation.pointer,
                message,
                remedy,
            );
        }
    }
    for parameter in declared() {
        let name = parameter.name;
        if !names.contains(&name) {
            let message = format!("the parameter `{name}` is not in the path");
            let remedy = format!("put `{{{name}}}` into the path, or leave the parameter out");
            report.add(
                "path-parameter",
                &place,
                &parameter.pointer,
                message,
                remedy,
            );
        }
        if parameter.value.get("required") != Some(&Value::Bool(true)) {
            let message = format!("the path parameter `{name}` is not required");
            let remedy = "write `required: true`; a path has all its segments";
            report.add(
                "path-parameter-required",
                &place,
                &parameter.pointer,
                message,
                remedy,
            );
        }
        let schema = parameter.value.get("schema");
        if !schema.is_some_and(is_segment) {
            let message = format!(
                "the path parameter `{name}` is not plain text, date, uuid, integer or telephone number"
            );
            let remedy = "give it `type: string` (with `format: date`, `uuid`, `password` or \
                          `lease-key`) or `type: integer` (with `format: phone-number`), and no limits";
            let pointer = child(&parameter.pointer, "schema");
            report.add("path-parameter-schema", &place, &pointer, message, remedy);
        }
    }
}

/// Whether a schema fits one segment of a path, and nothing in it would get lost.
fn is_segment(schema: &Value) -> bool {
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    let known = matches!(
        (text("type"), text("format")),
        (
            Some("string"),
            None | Some("date" | "lease-key" | "password" | "uuid")
        ) | (
            Some("integer"),
            None | Some("int32" | "int64" | "phone-number")
        )
    );
    let plain = ["type", "format", "description", "example"];
    known
        && schema
            .as_object()
            .is_some_and(|all| all.keys().all(|key| plain.contains(&key.as_str())))
}
