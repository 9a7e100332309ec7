//! Rules about parameters: each has a name and a place of its own.

use std::collections::BTreeMap;

use serde_json::Value;

use super::names::Seen;
use super::report::Report;
use super::secrets::is_secret_name;
use crate::document::Document;
use crate::operation::{Operation, operations};
use crate::rust_names::argument;
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
            check_one(report, &operation, parameter, &schemes);
        }
    }
}

/// A parameter as it applies to an operation.
pub(super) struct Parameter<'d> {
    pub(super) name: &'d str,
    /// Its `in`.
    pub(super) place: &'d str,
    pub(super) pointer: String,
    pub(super) value: &'d Value,
}

/// The parameters of an operation, where its own take the place of the path item's.
pub(super) fn effective<'d>(
    document: &'d Document,
    operation: &Operation<'d>,
) -> Vec<Parameter<'d>> {
    let mut found = BTreeMap::new();
    for (pointer, value) in operation.parameters(document) {
        let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or("");
        let (name, place) = (text("name"), text("in"));
        let parameter = Parameter {
            name,
            place,
            pointer,
            value,
        };
        found.insert((place, name), parameter);
    }
    found.into_values().collect()
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
    if parameter.value.get("schema").is_none() {
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
    let schema = parameter.value.get("schema");
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
