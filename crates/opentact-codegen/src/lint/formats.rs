//! Rules about formats: one that narrows would cost a whole answer, and one that nobody knows says nothing.

use serde_json::Value;

use super::report::Report;
use super::schema_nodes::{Node, components, parameters};
use crate::document::{Document, child};
use crate::schemas::only_sent;

/// The formats that may be received, by type: those with a type that takes what the server writes, and
/// those that say what a text is and stay text.
const ALLOWED: [(&str, &[&str]); 2] = [
    ("integer", &["int64", "phone-number"]),
    (
        "string",
        &[
            "date",
            "date-time",
            "email",
            "hostname",
            "password",
            "phone-number",
            "uri",
            "uuid",
        ],
    ),
];

/// Those that may be sent as well.
const SENT: [(&str, &[&str]); 3] = [
    ("integer", &["int32"]),
    ("number", &["double", "float"]),
    ("string", &["binary"]),
];

/// Those of parameters.
const OF_PARAMETERS: [(&str, &[&str]); 1] = [("string", &["lease-key"])];

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let sent = only_sent(document);
    for node in components(document) {
        if sent.contains(&node.place) {
            check_sent(report, &node, &[]);
            continue;
        }
        check_one(report, &node, &ALLOWED, "received-format", |format| {
            format!("may be received and has `format: {format}`, which narrows it or means nothing")
        });
    }
    for node in parameters(document) {
        check_sent(report, &node, &OF_PARAMETERS);
    }
}

fn check_sent(report: &mut Report<'_>, node: &Node<'_>, further: &[(&str, &[&str])]) {
    let known = [&ALLOWED[..], &SENT, further].concat();
    check_one(report, node, &known, "sent-format", |format| {
        format!("has `format: {format}`, which the code does not know")
    });
}

fn check_one(
    report: &mut Report<'_>,
    node: &Node<'_>,
    known: &[(&str, &[&str])],
    rule: &'static str,
    message: impl Fn(&str) -> String,
) {
    let text = |key: &str| node.value.get(key).and_then(Value::as_str);
    // A component that is a telephone number may be an integer too.
    let (Some(format), Some(kind)) = (text("format"), text("type")) else {
        return;
    };
    let formats = known.iter().filter(|(name, _)| *name == kind);
    let formats: Vec<&str> = formats.flat_map(|(_, formats)| *formats).copied().collect();
    if !formats.contains(&format) {
        let message = format!("{} {}", node.name(), message(format));
        let remedy = match formats.as_slice() {
            [] => format!("leave `format` out; `type: {kind}` has none"),
            _ => format!("leave `format` out, or write one of {}", formats.join(", ")),
        };
        let pointer = child(&node.pointer, "format");
        report.add(rule, &node.place, &pointer, message, remedy);
    }
}
