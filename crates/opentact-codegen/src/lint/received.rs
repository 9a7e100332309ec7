//! Rules about what a server sends: it stays open, so that a surprise costs one value and not the answer.

use serde_json::Value;

use super::report::Report;
use super::schema_nodes::{Node, Role, components, parameters};
use crate::document::{Document, child};
use crate::limits;
use crate::nullable::is_required;
use crate::schemas::only_sent;

/// Keywords that would have a whole answer refused for one value.
const CLOSING: [&str; 7] = [
    "enum",
    "maxLength",
    "maximum",
    "minLength",
    "minProperties",
    "minimum",
    "pattern",
];

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for node in parameters(document) {
        check_limits(report, &node);
        check_pattern(report, &node);
    }
    let sent = only_sent(document);
    for node in components(document) {
        let place = &node.place;
        if sent.contains(place) {
            check_limits(report, &node);
            check_pattern(report, &node);
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

fn check_limits(report: &mut Report<'_>, node: &Node<'_>) {
    let Node { place, pointer, .. } = node;
    let kind = node.value.get("type").and_then(Value::as_str);
    for keyword in limits::KEYWORDS {
        let Some(bound) = node.value.get(keyword) else {
            continue;
        };
        let is_length = keyword.ends_with("Length");
        let (limited, lowest) = if is_length {
            ("string", 0)
        } else {
            ("integer", i64::MIN)
        };
        if kind != Some(limited) || !is_checked(node) {
            let message = format!("`{keyword}` of {} is where nothing checks it", node.name());
            let remedy = format!(
                "put it on a property of a request or on a parameter, of `type: {limited}` or a list \
                 of these, or leave it out and say it in the description"
            );
            report.add(
                "limit-place",
                place,
                &child(pointer, keyword),
                message,
                remedy,
            );
        }
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
    if let Some(least) = node.value.get("minProperties") {
        let properties = node.value.get("properties").and_then(Value::as_object);
        let names = properties.into_iter().flat_map(|all| all.keys());
        let are_optional = names.clone().all(|name| !is_required(node.value, name));
        if least.as_i64() != Some(1) || !are_optional || names.count() == 0 {
            let message = format!("`minProperties: {least}` is more than the code checks");
            let remedy = "write 1, on a component of a request that requires no property";
            let pointer = child(pointer, "minProperties");
            report.add("limit-place", place, &pointer, message, remedy);
        }
    }
}

/// Whether it is a property or a parameter, or an element of the list that one is.
fn is_checked(node: &Node<'_>) -> bool {
    let holder = node.pointer.strip_suffix("/items").unwrap_or("");
    let is_parameter = holder.ends_with("/schema");
    let mut parts = holder.rsplit('/');
    let is_property = parts.next().is_some() && parts.next() == Some("properties");
    match node.role {
        Role::Property(_) | Role::Parameter(_) => true,
        Role::Element => is_parameter || is_property,
        Role::Component | Role::Part => false,
    }
}

fn check_pattern(report: &mut Report<'_>, node: &Node<'_>) {
    if node.value.get("pattern").is_some() {
        let message = format!(
            "{} has a `pattern`, for which the client would need a library of regular expressions",
            node.name()
        );
        let remedy = "leave it out and say in the description what is taken; the server judges it";
        let pointer = child(&node.pointer, "pattern");
        report.add("no-pattern", &node.place, &pointer, message, remedy);
    }
}
