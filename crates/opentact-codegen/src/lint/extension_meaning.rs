//! Rules about what extensions say: what they name exists, and what they describe is of the right kind.

use serde_json::Value;

use super::defaults::takes;
use super::report::Report;
use super::schema_nodes::{Node, Role, components};
use crate::document::{Document, child};
use crate::extensions::{
    DEFAULT, EVIDENCE, METHOD, NAME, PAGING, PageField, PageLocation, SCOPE, UNIT,
};
use crate::extensions::{row, tag};
use crate::operation::{Operation, effective, operations, template_names};
use crate::rust_names::{field, is_identifier};
use crate::schemas::{Use, uses};

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for operation in operations(document) {
        check_operation(document, report, &operation);
        check_paging(document, report, &operation);
        check_scope(document, report, &operation);
    }
    let uses = uses(document);
    for node in components(document) {
        if let Role::Property(_) = node.role {
            let is_sent = matches!(uses.get(&node.place), Some(Use::Sent | Use::Both));
            check_property(document, report, &node, is_sent);
        }
    }
}

fn check_operation(document: &Document, report: &mut Report<'_>, operation: &Operation<'_>) {
    let (place, pointer) = (operation.label(), &operation.pointer);
    if operation.value.get(EVIDENCE.name()).is_none() {
        let values = row(EVIDENCE.name()).map_or("", |row| row.values);
        let remedy = format!("write `{}:` and {values}", EVIDENCE.name());
        let message = "does not say how sure it is";
        report.add("evidence", &place, pointer, message, remedy);
    }
    check_name(
        report,
        METHOD.name(),
        METHOD.of(operation.value),
        &place,
        pointer,
    );
    for parameter in effective(document, operation) {
        let (value, pointer) = (parameter.value, &parameter.pointer);
        check_name(report, NAME.name(), NAME.of(value), &place, pointer);
        let schema = parameter.value.get("schema").unwrap_or(&Value::Null);
        check_unit(report, value, schema, &place, pointer);
    }
}

fn check_property(document: &Document, report: &mut Report<'_>, node: &Node<'_>, is_sent: bool) {
    let Node {
        place,
        pointer,
        value,
        ..
    } = node;
    check_name(report, NAME.name(), NAME.of(value), place, pointer);
    check_unit(report, value, value, place, pointer);
    let Some(default) = DEFAULT.of(value) else {
        return;
    };
    let pointer = child(pointer, DEFAULT.name());
    if !is_sent {
        let message = format!("{} is never sent", node.name());
        report.add(
            "sent-default",
            place,
            &pointer,
            message,
            "leave `x-default` out",
        );
    } else if !takes(target(document, value), &default) && !takes(value, &default) {
        let message = format!("`{default}` is no value of {}", node.name());
        let remedy = "write a value of its own `type`, within its limits and its `enum`";
        report.add("sent-default", place, &pointer, message, remedy);
    }
}

fn check_name(
    report: &mut Report<'_>,
    key: &str,
    name: Option<String>,
    place: &str,
    pointer: &str,
) {
    if let Some(name) = name.filter(|name| field(name) != *name || !is_identifier(name)) {
        let message = format!("`{name}` is no name in snake case that Rust allows");
        let remedy = "write words in lower case with `_` between them, and no keyword of Rust";
        report.add(
            "extension-name",
            place,
            &child(pointer, key),
            message,
            remedy,
        );
    }
}

fn check_unit(report: &mut Report<'_>, holder: &Value, schema: &Value, place: &str, pointer: &str) {
    let is_integer = schema.get("type").and_then(Value::as_str) == Some("integer");
    if UNIT.of(holder).is_some() && !is_integer {
        let message = "only an integer has a unit";
        let remedy = "give it `type: integer`, or leave `x-unit` out";
        report.add(
            "unit-integer",
            place,
            &child(pointer, UNIT.name()),
            message,
            remedy,
        );
    }
}

fn check_paging(document: &Document, report: &mut Report<'_>, operation: &Operation<'_>) {
    let Some(paging) = PAGING.of(operation.value) else {
        return;
    };
    let schema_at = |pointer: &str| {
        let (_, holder) = document.follow(pointer)?;
        holder.pointer("/content/application~1json/schema")
    };
    let body = schema_at(&child(&operation.pointer, "requestBody"));
    let asks = |it: &PageField| match it.location {
        PageLocation::Query => effective(document, operation)
            .iter()
            .any(|parameter| (parameter.place, parameter.name) == ("query", it.name.as_str())),
        PageLocation::Body => body.is_some_and(|body| property(document, body, &it.name).is_some()),
    };
    let list = child(&operation.pointer, "responses");
    let codes = operation.value.get("responses").and_then(Value::as_object);
    let codes = codes.into_iter().flat_map(|all| all.keys());
    let answers = codes.filter(|code| code.starts_with('2'));
    let payloads: Vec<&Value> = answers
        .filter_map(|code| property(document, schema_at(&child(&list, code))?, "payload"))
        .collect();
    let has = |name: &str| {
        payloads
            .iter()
            .any(|it| property(document, it, name).is_some())
    };
    let request = "neither a query parameter nor a property of the body of that name and place";
    let payload = "no property of the payload";
    for (key, name, is_there, what) in [
        ("size", &paging.size.name, asks(&paging.size), request),
        ("offset", &paging.offset.name, asks(&paging.offset), request),
        ("total", &paging.total, has(&paging.total), payload),
        ("items", &paging.items, has(&paging.items), payload),
    ] {
        if !is_there {
            let message = format!("`{key}` names `{name}`, which is {what}");
            let pointer = child(&child(&operation.pointer, PAGING.name()), key);
            let remedy = "correct the name, or declare what it names";
            report.add("paging-name", &operation.label(), &pointer, message, remedy);
        }
    }
}

fn check_scope(document: &Document, report: &mut Report<'_>, operation: &Operation<'_>) {
    let tags = operation.value.get("tags").and_then(Value::as_array);
    for name in tags.into_iter().flatten().filter_map(Value::as_str) {
        let scope = tag(document, name).and_then(|tag| SCOPE.of(tag));
        if let Some(scope) =
            scope.filter(|it| !template_names(operation.path).contains(&it.as_str()))
        {
            let message =
                format!("no path parameter `{scope}`, which is the scope of the tag `{name}`");
            let remedy = "give it another tag, or leave `x-scope` of the tag out";
            let pointer = child(&operation.pointer, "tags");
            report.add(
                "scope-parameter",
                &operation.label(),
                &pointer,
                message,
                remedy,
            );
        }
    }
}

/// The schema that a reference, alone or under `allOf`, leads to; any other is its own.
fn target<'d>(document: &'d Document, schema: &'d Value) -> &'d Value {
    let part = schema.pointer("/allOf/0").unwrap_or(schema);
    let reference = part.get("$ref").and_then(Value::as_str);
    let target = reference.and_then(|it| document.resolve(it));
    target.unwrap_or(schema)
}

/// A property of what a schema leads to.
fn property<'d>(document: &'d Document, schema: &'d Value, name: &str) -> Option<&'d Value> {
    target(document, schema).get("properties")?.get(name)
}
