//! Rules about the calls of the SDK: each operation becomes one that can be written, and no two the same.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use serde_json::Value;

use super::names::{Seen, is_identifier};
use super::report::Report;
use crate::document::{Document, child};
use crate::extensions::{DEFAULT, PAGING};
use crate::nullable::is_required;
use crate::operation::{Operation, effective, operations};
use crate::rust_names::argument;
use crate::schemas::referred;
use crate::sdk::names::{Accessor, accessors, setter};

/// What a client has already.
const OF_CLIENT: [&str; 9] = [
    "anonymous",
    "api",
    "builder",
    "clone",
    "events",
    "from_env",
    "new",
    "request",
    "session",
];

/// What each request has already.
const OF_REQUEST: [&str; 13] = [
    "attempt_timeout",
    "clone",
    "header",
    "into_future",
    "items",
    "items_blocking",
    "max_retries",
    "page_size",
    "send",
    "send_blocking",
    "skip",
    "timeout",
    "with_response",
];

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let accessors = accessors(document);
    for operation in operations(document) {
        check_tag(&accessors, report, &operation);
        check_setters(document, report, &operation);
    }
    let mut of_client = Seen::default();
    for name in OF_CLIENT {
        let _ = of_client.collision(name.to_owned(), name);
    }
    for accessor in &accessors {
        let mut own = Seen::default();
        for (name, operation) in &accessor.calls {
            let earlier = match accessor.method {
                Some(_) => own.collision(name.clone(), operation.id),
                None => of_client.collision(name.clone(), operation.id),
            };
            check_name(report, name, earlier, operation);
        }
        if let Some(method) = &accessor.method
            && let Some(earlier) = of_client.collision(method.clone(), accessor.tag)
        {
            let message = format!("the accessor `{method}` is the same name as `{earlier}`");
            let at = document.value()["tags"]
                .as_array()
                .and_then(|all| all.iter().position(|it| it["name"] == accessor.tag));
            let pointer = child("/tags", &at.unwrap_or_default().to_string());
            let remedy = "give the tag another name";
            report.add("call-accessor", accessor.tag, &pointer, message, remedy);
        }
    }
}

fn check_tag(accessors: &[Accessor<'_>], report: &mut Report<'_>, operation: &Operation<'_>) {
    let tags = operation.value.get("tags").and_then(Value::as_array);
    let has_call = accessors.iter().any(|accessor| {
        let mut calls = accessor.calls.iter();
        calls.any(|(_, it)| it.pointer == operation.pointer)
    });
    // What is no list has a rule of its own.
    let is_other = operation.value.get("tags").is_some() && tags.is_none();
    if is_other || has_call && tags.is_some_and(|tags| tags.len() == 1) {
        return;
    }
    let message = "the operation has not one tag that `tags` of the document declares";
    let remedy = "write `tags: [Name]`, with a name of that list";
    let pointer = child(&operation.pointer, "tags");
    report.add("call-tag", &operation.label(), &pointer, message, remedy);
}

fn check_name(
    report: &mut Report<'_>,
    name: &str,
    earlier: Option<&str>,
    operation: &Operation<'_>,
) {
    // Ids have rules of their own.
    let id = operation.id.to_snake_case();
    let message = match earlier {
        Some(earlier) if earlier.to_snake_case() != id => {
            format!("the method `{name}` is the same name as that of `{earlier}`")
        }
        None if name != id && !is_identifier(name) => format!("`{name}` is no name of a method"),
        _ => return,
    };
    let remedy = "choose another `operationId`, or name the method by `x-method`";
    let pointer = child(&operation.pointer, "operationId");
    report.add("call-name", &operation.label(), &pointer, message, remedy);
}

/// Each parameter and each field of the body is an argument or a setter of a name of its own.
fn check_setters(document: &Document, report: &mut Report<'_>, operation: &Operation<'_>) {
    let place = operation.label();
    let paging = PAGING.of(operation.value);
    let is_paging = |name: &str| {
        let mut fields = paging
            .iter()
            .flat_map(|it| [&it.size.name, &it.offset.name]);
        fields.any(|it| it == name)
    };
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut check =
        |name: &str, (rust, is_setter): (String, bool), pointer: &str, report: &mut Report<'_>| {
            if is_paging(name) {
                return;
            }
            let taken = is_setter && OF_REQUEST.contains(&rust.as_str());
            let earlier = names.insert(rust.clone(), name.to_owned());
            let message = match earlier {
                _ if taken => {
                    format!("the setter of `{name}` would be `{rust}`, which each request has")
                }
                // Parameters have a rule of their own.
                Some(earlier) if argument(&earlier) != argument(name) => {
                    format!("`{name}` and `{earlier}` would both be set by `{rust}`")
                }
                _ => return,
            };
            let remedy = "name it otherwise in Rust, by `x-name`";
            report.add("call-setter", &place, pointer, message, remedy);
        };
    for parameter in effective(document, operation) {
        let name = setter(parameter.name, parameter.value);
        let is_required = parameter.value.get("required") == Some(&Value::Bool(true));
        check(
            parameter.name,
            (name, !is_required),
            &parameter.pointer,
            report,
        );
    }
    let Some((_, body)) = document.follow(&child(&operation.pointer, "requestBody")) else {
        return;
    };
    let media = body
        .get("content")
        .and_then(|it| it.as_object()?.values().next());
    let Some(schema) = media.and_then(|it| referred(it.get("schema")?)) else {
        return;
    };
    let pointer = child("/components/schemas", schema);
    let Some(value) = document.value().pointer(&pointer) else {
        return;
    };
    let pointer = child(&pointer, "properties");
    let properties = value.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        let pointer = child(&pointer, name);
        let is_boolean = property.get("type").is_some_and(|it| it == "boolean");
        let is_argument = is_required(value, name) && DEFAULT.of(property).is_none();
        check(
            name,
            (setter(name, property), !is_argument),
            &pointer,
            report,
        );
        if is_boolean && is_argument {
            let message =
                format!("`{name}` is a required boolean, which says little as an argument");
            let remedy = "say by `x-default` what is sent where the caller says nothing";
            report.add("call-boolean", schema, &pointer, message, remedy);
        }
    }
}
