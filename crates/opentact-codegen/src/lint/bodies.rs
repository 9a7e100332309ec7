//! Rules about what a request sends: JSON, or a form with one file.

use serde_json::Value;

use super::report::Report;
use super::schema_nodes::{Role, components, parameters};
use crate::document::{Document, child};
use crate::media::{FORM, JSON, form, is_file};
use crate::nullable::is_nullable;
use crate::operation::{Operation, operations};
use crate::phone_numbers;
use crate::schemas::{only_sent, referred};

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let operations = operations(document);
    for operation in &operations {
        check_body(document, report, operation);
    }
    let mut forms: Vec<&str> = operations
        .iter()
        .filter_map(|it| form(document, it))
        .collect();
    forms.sort_unstable();
    forms.dedup();
    for name in &forms {
        check_form(document, report, name);
    }
    let sent = only_sent(document);
    let mut nodes = components(document);
    nodes.retain(|node| sent.contains(&node.place));
    nodes.extend(parameters(document));
    for node in nodes {
        let is_of_form = matches!(node.role, Role::Property(_))
            && forms.contains(&node.place.as_str())
            && node.pointer.split('/').count() == 6;
        if is_file(node.value) && !is_of_form {
            let message = format!("{} is a file where no file can be sent", node.name());
            let remedy = "make it a property of the component that a `multipart/form-data` body refers \
                          to, or leave `format: binary` out";
            let pointer = child(&node.pointer, "format");
            report.add("file-place", &node.place, &pointer, message, remedy);
        }
    }
}

fn check_body(document: &Document, report: &mut Report<'_>, operation: &Operation<'_>) {
    let place = operation.label();
    let Some((pointer, body)) = document.follow(&child(&operation.pointer, "requestBody")) else {
        return;
    };
    if body.get("required") != Some(&Value::Bool(true)) {
        let message = "the request body is optional, which the code could not follow";
        let remedy = "write `required: true` in the request body";
        report.add("body-required", &place, &pointer, message, remedy);
    }
    let content = child(&pointer, "content");
    let types = body.get("content").and_then(Value::as_object);
    let media = types
        .filter(|types| types.len() == 1)
        .and_then(|types| types.iter().next())
        .filter(|(name, _)| [JSON, FORM].contains(&name.as_str()));
    let Some((name, media)) = media else {
        let message =
            format!("the request body is neither `{JSON}` alone nor `{FORM}` with a file alone");
        let remedy = "leave one of the two as its only media type";
        report.add("body-media", &place, &content, message, remedy);
        return;
    };
    let pointer = child(&content, name);
    if media.get("encoding").is_some() {
        let message = "the code could not follow `encoding`: JSON has none, and a file says its media type \
                       itself";
        let at = child(&pointer, "encoding");
        let remedy = "leave `encoding` out";
        report.add("body-media", &place, &at, message, remedy);
    }
    if media.get("schema").and_then(referred).is_none() {
        let message = "the schema of the request body is not a component";
        let remedy = "move it to `components.schemas` and refer to it with `$ref`";
        let at = child(&pointer, "schema");
        report.add("body-schema", &place, &at, message, remedy);
    }
}

/// Checks the component schema of a form.
fn check_form(document: &Document, report: &mut Report<'_>, name: &str) {
    let pointer = child("/components/schemas", name);
    let Some(schema) = document.value().pointer(&pointer) else {
        return;
    };
    let properties = schema.get("properties").and_then(Value::as_object);
    let list = child(&pointer, "properties");
    let mut files = 0;
    for (property, value) in properties.into_iter().flatten() {
        let at = child(&list, property);
        if is_file(value) {
            files += 1;
            check_file(report, name, property, &at, value);
        } else if !is_text(document, value) {
            let message = format!("`{property}` has no form in a form");
            let remedy = "give it a text, a number or a truth value, none of them `nullable`; a list goes as \
                          one text, or as JSON to an operation of its own";
            report.add("form-field", name, &at, message, remedy);
        }
    }
    if files != 1 {
        let message = format!("the form has {files} files");
        let remedy = "give it exactly one property with `type: string` and `format: binary`; without a file, \
                      send `application/json`";
        report.add("form-file", name, &pointer, message, remedy);
    }
    let reference = format!("#/components/schemas/{name}");
    let mut others = Vec::new();
    other_uses(document.value(), String::new(), &reference, &mut others);
    for at in others {
        let message = format!("`{name}` is a form and stands in JSON as well");
        let remedy = "refer to another component here; a file is no JSON";
        report.add("form-use", name, &child(&at, "$ref"), message, remedy);
    }
}

/// Checks that nothing is said of a file that nobody would follow.
fn check_file(report: &mut Report<'_>, form: &str, name: &str, pointer: &str, schema: &Value) {
    const KNOWN: [&str; 4] = ["type", "format", "description", "example"];
    let keys = schema.as_object().into_iter().flatten().map(|(key, _)| key);
    for key in keys.filter(|key| !KNOWN.contains(&key.as_str())) {
        let message = format!("the code could not follow `{key}` of the file `{name}`");
        let remedy = "leave it out, and say in the description what is taken";
        report.add("form-file", form, &child(pointer, key), message, remedy);
    }
}

/// Whether a schema, reference followed, is a text of a form.
fn is_text(document: &Document, schema: &Value) -> bool {
    let target = match referred(schema) {
        Some(name) => document.resolve(&format!("#/components/schemas/{name}")),
        None => Some(schema),
    };
    target.is_some_and(|it| {
        let kind = it.get("type").and_then(Value::as_str);
        let is_plain = matches!(kind, Some("boolean" | "integer" | "number" | "string"));
        let is_phone = it
            .get("format")
            .is_some_and(|it| it == phone_numbers::FORMAT);
        (is_plain || is_phone) && !is_nullable(it) && !is_file(it)
    })
}

/// Where a schema is referred to, other than as a form.
fn other_uses(value: &Value, pointer: String, reference: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let is_form = pointer.ends_with("/multipart~1form-data/schema");
            if !is_form && fields.get("$ref").is_some_and(|it| it == reference) {
                found.push(pointer.clone());
            }
            for (key, field) in fields {
                other_uses(field, child(&pointer, key), reference, found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let pointer = child(&pointer, &index.to_string());
                other_uses(item, pointer, reference, found);
            }
        }
        _ => {}
    }
}
