//! Rules about refused credentials: wherever one is taken, 401 is declared as HTTP has it.

use serde_json::Value;

use super::report::Report;
use crate::document::{Document, child};
use crate::operation::{Operation, operations};
use crate::scheme::alternatives;

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for operation in operations(document) {
        if !alternatives(document, operation.value).is_empty() {
            check_secured(document, report, &operation);
        }
    }
}

fn check_secured(document: &Document, report: &mut Report<'_>, operation: &Operation<'_>) {
    let place = operation.label();
    let list = child(&operation.pointer, "responses");
    let pointer = child(&list, "401");
    if document.value().pointer(&pointer).is_none() {
        let message = "takes a credential and declares no 401";
        let remedy = "declare 401; any credential can be refused";
        report.add("unauthorized", &place, &list, message, remedy);
        return;
    }
    let Some((pointer, response)) = document.follow(&pointer) else {
        return;
    };
    let headers = response.get("headers").and_then(Value::as_object);
    let named = headers.is_some_and(|all| {
        all.keys()
            .any(|name| name.eq_ignore_ascii_case("WWW-Authenticate"))
    });
    if !named {
        let message = "401 without the header WWW-Authenticate";
        let remedy = "declare the header; HTTP requires it with 401";
        report.add("www-authenticate", &place, &pointer, message, remedy);
    }
}
