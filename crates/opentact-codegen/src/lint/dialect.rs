//! Rules about the document as a whole: its version of OpenAPI and its own version.

use serde_json::Value;

use super::report::Report;
use crate::document::Document;

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let version = document.value().get("openapi").and_then(Value::as_str);
    if !version.is_some_and(is_3_0) {
        let message = match version {
            Some(version) => format!("OpenAPI `{version}` is not what the generator reads"),
            None => "no version of OpenAPI as a string".to_owned(),
        };
        let remedy = "write `openapi: 3.0.3` and what that version has";
        report.add("version-3.0", "the document", "/openapi", message, remedy);
    }
    let version = document
        .value()
        .pointer("/info/version")
        .and_then(Value::as_str);
    if !version.is_some_and(is_visible_ascii) {
        // The generator makes a header out of it in each call, and panics there.
        let message = "`info.version` is no text of visible ASCII characters";
        let remedy = "write a version such as `1.2.0`, in quotes where YAML sees a number";
        report.add(
            "ascii-version",
            "the document",
            "/info/version",
            message,
            remedy,
        );
    }
}

fn is_3_0(version: &str) -> bool {
    version
        .strip_prefix("3.0.")
        .is_some_and(|patch| !patch.is_empty() && patch.chars().all(|it| it.is_ascii_digit()))
}

fn is_visible_ascii(version: &str) -> bool {
    !version.is_empty() && version.chars().all(|it| it.is_ascii_graphic())
}
