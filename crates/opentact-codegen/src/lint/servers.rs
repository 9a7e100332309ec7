//! Rules about the servers: each becomes a constant.

use heck::ToShoutySnakeCase;
use serde_json::Value;

use super::names::{Seen, is_identifier};
use super::report::Report;
use crate::document::{Document, child};

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let servers = document.value().get("servers").and_then(Value::as_array);
    let mut seen = Seen::default();
    for (index, server) in servers.into_iter().flatten().enumerate() {
        let description = server.get("description").and_then(Value::as_str);
        let name = description.unwrap_or_default();
        let constant = name.to_shouty_snake_case();
        let message = if server.get("url").and_then(Value::as_str).is_none() {
            "a server has no `url`".to_owned()
        } else if !is_identifier(&constant) {
            "a server's description cannot become the name of a constant".to_owned()
        } else if let Some(earlier) = seen.collision(constant, name) {
            format!("the servers `{earlier}` and `{name}` become the same constant")
        } else {
            continue;
        };
        let remedy = "give it an address and a word or two of its own, such as `Production`";
        let pointer = child("/servers", &index.to_string());
        report.add("server-name", "the document", &pointer, message, remedy);
    }
}
