//! Rules about security: every operation says what it takes, and every scheme can be carried out.

use heck::ToUpperCamelCase;
use serde_json::Value;

use super::names::{Seen, is_http_token, is_identifier, is_word};
use super::report::Report;
use crate::document::{Document, child};
use crate::extensions::CREDENTIAL;
use crate::operation::{Operation, operations};
use crate::scheme::{Location, Scheme};

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for operation in operations(document) {
        check_requirements(document, report, &operation);
    }
    let all = document
        .resolve("#/components/securitySchemes")
        .and_then(Value::as_object);
    let mut variants = Seen::default();
    let mut credentials = Seen::default();
    let mut locations = Seen::default();
    for (name, value) in all.into_iter().flatten() {
        let pointer = child("/components/securitySchemes", name);
        let scheme = match Scheme::read(name, value) {
            Ok(scheme) => scheme,
            Err(what) => {
                let message = format!("{what} cannot be carried out");
                let remedy = "declare http basic, http bearer, or an apiKey in header or query";
                report.add("scheme-supported", name, &pointer, message, remedy);
                continue;
            }
        };
        if let Some(earlier) = variants.collision(name.to_upper_camel_case(), name) {
            let message = format!("the scheme becomes the same name as `{earlier}`");
            report.add("scheme-name", name, &pointer, message, "rename one of them");
        }
        check_names(report, &scheme, &pointer);
        let credential = value
            .get(CREDENTIAL.name())
            .and_then(Value::as_str)
            .unwrap_or(name);
        if let Some(earlier) = credentials.collision(credential.to_upper_camel_case(), credential)
            && earlier != credential
        {
            let message =
                format!("the credential `{credential}` becomes the same name as `{earlier}`");
            let remedy = "spell `x-credential` the same way in both schemes";
            report.add("scheme-name", name, &pointer, message, remedy);
        }
        if let Some(earlier) = locations.collision(spot(&scheme.location), name) {
            let message = format!("the scheme stands in the same place as `{earlier}`");
            let remedy = "leave one of them out; a server could not tell them apart";
            report.add("scheme-place", name, &pointer, message, remedy);
        }
        check_header(report, &scheme, &pointer);
    }
}

fn check_requirements(document: &Document, report: &mut Report<'_>, operation: &Operation<'_>) {
    let place = operation.label();
    let own = child(&operation.pointer, "security");
    let list = if operation.value.get("security").is_some() {
        own
    } else {
        "/security".to_owned()
    };
    let requirements = document.value().pointer(&list).and_then(Value::as_array);
    // A public operation says so itself.
    let says = |all: &&Vec<Value>| list != "/security" || !all.is_empty();
    let Some(requirements) = requirements.filter(says) else {
        let remedy = "list the schemes that it takes under `security`, or write `security: []` where \
                      it is public";
        let message = "does not say which credential it takes";
        report.add(
            "security",
            &place,
            &child(&operation.pointer, "security"),
            message,
            remedy,
        );
        return;
    };
    for (index, requirement) in requirements.iter().enumerate() {
        let pointer = child(&list, &index.to_string());
        let names = requirement.as_object();
        let count = names.map_or(0, serde_json::Map::len);
        if count != 1 {
            let message = format!("an alternative of {count} schemes");
            let remedy = "name one scheme in each alternative; a request carries one credential";
            report.add("security-single", &place, &pointer, message, remedy);
        }
        for name in names.into_iter().flat_map(|names| names.keys()) {
            let scheme = child("/components/securitySchemes", name);
            if document.value().pointer(&scheme).is_none() {
                let message = format!("the security scheme `{name}` does not exist");
                let remedy = "declare it in `components.securitySchemes`, or correct its spelling";
                report.add(
                    "security-known",
                    &place,
                    &child(&pointer, name),
                    message,
                    remedy,
                );
            }
        }
    }
}

fn check_names(report: &mut Report<'_>, scheme: &Scheme, pointer: &str) {
    for name in [&scheme.name, &scheme.credential] {
        if !is_word(name) || !is_identifier(&name.to_upper_camel_case()) {
            let message = format!("`{name}` becomes no name that Rust allows");
            let remedy = "write it in letters and digits, such as `jwtQuery`";
            report.add("scheme-name", &scheme.name, pointer, message, remedy);
        }
    }
}

fn check_header(report: &mut Report<'_>, scheme: &Scheme, pointer: &str) {
    let Location::Header(header) = &scheme.location else {
        return;
    };
    if header.eq_ignore_ascii_case("Authorization") {
        let message = "an apiKey in the header Authorization, which belongs to http schemes";
        let remedy = "declare `type: http` with `scheme: basic` or `bearer`";
        report.add(
            "scheme-authorization",
            &scheme.name,
            pointer,
            message,
            remedy,
        );
    } else if !is_http_token(header) {
        let message = format!("`{header}` cannot be the name of a header");
        let remedy = "write it in letters, digits and hyphens";
        report.add("scheme-header", &scheme.name, pointer, message, remedy);
    }
}

/// A text that is the same for two locations exactly if they are one place in a request.
fn spot(location: &Location) -> String {
    match location {
        Location::Basic => "basic".to_owned(),
        Location::Bearer => "bearer".to_owned(),
        Location::Header(name) => format!("header {}", name.to_ascii_lowercase()),
        Location::Query(name) => format!("query {name}"),
    }
}
