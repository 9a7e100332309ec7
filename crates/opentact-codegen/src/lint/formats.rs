//! Rules about formats of what is received: one that narrows would cost the answer for one odd value.

use serde_json::Value;

use super::report::Report;
use super::schema_nodes::components;
use crate::document::{Document, child};
use crate::schemas::only_sent;

/// The formats that may be received, by type: those with a type that takes what the server writes, and
/// those that say what a text is and stay text.
const ALLOWED: [(&str, &[&str]); 2] = [
    ("integer", &["int64"]),
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

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let sent = only_sent(document);
    for node in components(document) {
        let text = |key: &str| node.value.get(key).and_then(Value::as_str);
        let Some(format) = text("format").filter(|_| !sent.contains(&node.place)) else {
            continue;
        };
        // A component that is a telephone number may be an integer too.
        let Some(kind) = text("type") else { continue };
        let allowed = ALLOWED.iter().find(|(name, _)| *name == kind);
        let allowed = allowed.map_or(&[][..], |(_, formats)| formats);
        if !allowed.contains(&format) {
            let message = format!(
                "{} may be received and has `format: {format}`, which narrows it or means nothing",
                node.name()
            );
            let remedy = match allowed {
                [] => format!("leave `format` out; `type: {kind}` has none"),
                _ => format!("leave `format` out, or write one of {}", allowed.join(", ")),
            };
            let pointer = child(&node.pointer, "format");
            report.add("received-format", &node.place, &pointer, message, remedy);
        }
    }
}
