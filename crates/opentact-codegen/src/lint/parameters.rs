//! Rules about parameters: each has a name and a place of its own.

use serde_json::Value;

use super::names::Seen;
use super::report::Report;
use super::secrets::is_secret_name;
use crate::document::{Document, child};
use crate::nullable::is_nullable;
use crate::operation::{Operation, Parameter, effective, operations};
use crate::phone_numbers::FORMAT;
use crate::rust_names::argument;
use crate::schemas::referred;
use crate::scheme::{Location, Scheme, schemes};

/// What a generated method calls by these names, while its arguments are in use. It finds other names
/// for its `url`, `request`, `result` and `response`.
const TAKEN: [&str; 3] = ["body", "encode_path", "header_map"];

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let schemes = schemes(document);
    for operation in operations(document) {
        let parameters = effective(document, &operation);
        check_names(report, &operation, &parameters);
        for parameter in &parameters {
            check_one(report, &operation, parameter, &schemes, document);
        }
    }
}

fn check_names(report: &mut Report<'_>, operation: &Operation<'_>, parameters: &[Parameter<'_>]) {
    let mut seen = Seen::default();
    for parameter in parameters {
        let name = parameter.name;
        let argument = argument(name);
        let message = if TAKEN.contains(&argument.as_str()) {
            Some(format!(
                "the parameter `{name}` becomes `{argument}`, which the generated method has already"
            ))
        } else {
            seen.collision(argument, name).map(|earlier| {
                format!("the parameter `{name}` becomes the same name as `{earlier}`")
            })
        };
        if let Some(message) = message {
            let remedy = "give it a name of its own, in letters and digits";
            report.add(
                "parameter-name",
                &operation.label(),
                &parameter.pointer,
                message,
                remedy,
            );
        }
    }
}

fn check_one(
    report: &mut Report<'_>,
    operation: &Operation<'_>,
    parameter: &Parameter<'_>,
    schemes: &[Scheme],
    document: &Document,
) {
    let place = operation.label();
    let name = parameter.name;
    if parameter.place == "cookie" {
        let message = format!("the parameter `{name}` is a cookie, which the generator refuses");
        report.add(
            "no-cookie",
            &place,
            &parameter.pointer,
            message,
            "leave it out",
        );
    }
    let schema = parameter.value.get("schema");
    match schema {
        None => {
            let message = format!("the parameter `{name}` has no schema");
            let pointer = &parameter.pointer;
            report.add(
                "parameter-schema",
                &place,
                pointer,
                message,
                "give it a `schema`",
            );
        }
        Some(schema) if matches!(parameter.place, "header" | "query") => {
            let is_query = parameter.place == "query";
            let items = schema.get("items").filter(|_| is_query && is_list(schema));
            if !is_scalar(document, items.unwrap_or(schema)) {
                let message = format!(
                    "the parameter `{name}` has no form in a {}",
                    parameter.place
                );
                let remedy = if is_query {
                    "give it a text, a number, a truth value, or a list of these, none of them \
                     `nullable`"
                } else {
                    "give it a text, a number or a truth value, none of them `nullable`"
                };
                let pointer = child(&parameter.pointer, "schema");
                report.add("parameter-schema", &place, &pointer, message, remedy);
            }
        }
        Some(_) => {}
    }
    check_style(report, &place, parameter);
    let is_marked = schema
        .and_then(|it| it.get("format"))
        .is_some_and(|it| it == "password");
    if matches!(parameter.place, "header" | "query") && (is_marked || is_secret_name(name)) {
        let message = format!(
            "the parameter `{name}` is a secret, which has no safe way into {}",
            parameter.place
        );
        let remedy = "move it to the request body, with `format: password`";
        report.add(
            "parameter-secret",
            &place,
            &parameter.pointer,
            message,
            remedy,
        );
    }
    let carries_credential = match parameter.place {
        "header" => {
            name.eq_ignore_ascii_case("Authorization")
                || schemes.iter().any(|scheme| {
                    matches!(&scheme.location, Location::Header(header) if header.eq_ignore_ascii_case(name))
                })
        }
        "query" => schemes
            .iter()
            .any(|scheme| matches!(&scheme.location, Location::Query(query) if query == name)),
        _ => false,
    };
    if carries_credential {
        let message =
            format!("the parameter `{name}` stands where a security scheme puts its credential");
        let remedy = "leave it to `security`; as a parameter the credential would show in logs";
        report.add(
            "parameter-credential",
            &place,
            &parameter.pointer,
            message,
            remedy,
        );
    }
}

/// The client writes a list as `a=1&a=2`, which is what OpenAPI means where neither is said.
fn check_style(report: &mut Report<'_>, place: &str, parameter: &Parameter<'_>) {
    let style = if parameter.place == "query" {
        "form"
    } else {
        "simple"
    };
    for (key, known) in [
        ("explode", Value::Bool(parameter.place == "query")),
        ("style", Value::from(style)),
    ] {
        let said = parameter.value.get(key).filter(|said| **said != known);
        if let Some(said) = said {
            let message = format!(
                "`{key}: {said}` of the parameter `{}` is another form than the client writes",
                parameter.name
            );
            let remedy = format!(
                "leave `{key}` out: a query repeats the key for each value, `a=1&a=2`; a server that \
                 wants one text, `a=1,2`, takes `type: string`"
            );
            let pointer = child(&parameter.pointer, key);
            report.add("parameter-style", place, &pointer, message, remedy);
        }
    }
}

fn is_list(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("array") && !is_nullable(schema)
}

/// Whether a schema, reference followed, is one text.
fn is_scalar(document: &Document, schema: &Value) -> bool {
    let target = match referred(schema) {
        Some(name) => document.resolve(&format!("#/components/schemas/{name}")),
        None => Some(schema),
    };
    target.is_some_and(|it| {
        let kind = it.get("type").and_then(Value::as_str);
        let is_plain = matches!(kind, Some("boolean" | "integer" | "number" | "string"));
        (is_plain || it.get("format").is_some_and(|it| it == FORMAT)) && !is_nullable(it)
    })
}
