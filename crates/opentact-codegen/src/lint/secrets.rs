//! Rules about secrets: what is one is marked as one, so that it gets a type that never prints.

use serde_json::Value;

use super::report::Report;
use super::schema_nodes::{Role, schema_nodes};
use crate::document::{Document, child};

/// How the names of secrets end.
const NAMES: [&str; 3] = ["password", "secret", "token"];

/// Keywords beside which the generator no longer sees a secret.
const LIMITS: [&str; 2] = ["enum", "pattern"];

/// Whether something of that name is a secret.
pub(super) fn is_secret_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    NAMES.iter().any(|end| name.ends_with(end))
}

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for node in schema_nodes(document) {
        let text = |key: &str| node.value.get(key).and_then(Value::as_str);
        let is_text = text("type") == Some("string");
        let is_marked = text("format") == Some("password");
        if let Role::Property(name) = node.role
            && is_secret_name(name)
            && is_text
            && !is_marked
        {
            let message = format!("`{name}` has the name of a secret and is plain text");
            let remedy = "give it `format: password`";
            report.add("secret-format", &node.place, &node.pointer, message, remedy);
        }
        for limit in LIMITS.iter().filter(|_| is_marked) {
            if node.value.get(limit).is_some() {
                let message = format!(
                    "{} is a secret with `{limit}`, which makes it plain text",
                    node.name()
                );
                let remedy = "leave the limit out, or check it where the request is made";
                report.add(
                    "secret-plain",
                    &node.place,
                    &child(&node.pointer, limit),
                    message,
                    remedy,
                );
            }
        }
    }
}
