//! Rules about what a server sends: it stays open, so that a surprise costs one value and not the answer.

use serde_json::Value;

use super::report::Report;
use super::schema_nodes::components;
use crate::document::{Document, child};
use crate::limits;
use crate::schemas::only_sent;

/// Keywords that would have a whole answer refused for one value.
const CLOSING: [&str; 6] = [
    "enum",
    "maxLength",
    "maximum",
    "minLength",
    "minimum",
    "pattern",
];

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let sent = only_sent(document);
    for node in components(document) {
        let place = &node.place;
        if sent.contains(place) {
            check_limits(report, place, &node.pointer, node.value);
            continue;
        }
        for keyword in CLOSING {
            if node.value.get(keyword).is_some() {
                let message = format!("{} may be received and has `{keyword}`", node.name());
                let remedy = if keyword == "enum" {
                    "list the values under `x-extensible-enum`, on a component"
                } else {
                    "leave it out; one value beyond it would lose the whole answer"
                };
                let pointer = child(&node.pointer, keyword);
                report.add("received-open", place, &pointer, message, remedy);
            }
        }
        let closed = node.value.get("additionalProperties");
        if closed.is_some() && node.value.get("properties").is_some() {
            let message = format!("{} says what its other properties are", node.name());
            let remedy = "leave `additionalProperties` out; what is not listed is kept";
            let pointer = child(&node.pointer, "additionalProperties");
            report.add("received-open", place, &pointer, message, remedy);
        }
    }
}

fn check_limits(report: &mut Report<'_>, place: &str, pointer: &str, schema: &Value) {
    for keyword in limits::KEYWORDS {
        let Some(bound) = schema.get(keyword) else {
            continue;
        };
        let lowest = if keyword.ends_with("Length") {
            0
        } else {
            i64::MIN
        };
        if bound.as_i64().is_none_or(|bound| bound < lowest) {
            let message = format!("`{keyword}: {bound}` is no limit that a constant can hold");
            let remedy = "write an integer, for a length not below 0";
            report.add(
                "limit-integer",
                place,
                &child(pointer, keyword),
                message,
                remedy,
            );
        }
    }
}
