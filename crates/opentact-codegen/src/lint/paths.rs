//! Rules about path templates.

use serde_json::Value;

use super::names::{Seen, is_word};
use super::report::Report;
use crate::document::{Document, child};

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let paths = document.value().get("paths").and_then(Value::as_object);
    let mut seen = Seen::default();
    for (path, item) in paths.into_iter().flatten() {
        let pointer = child("/paths", path);
        if item.get("$ref").is_some() {
            let message = "the path item is a `$ref`, which the generator refuses";
            report.add(
                "path-item-inline",
                path,
                &pointer,
                message,
                "write it out here",
            );
        }
        if !path.starts_with('/') {
            let remedy = "start it with a slash";
            report.add(
                "path-start",
                path,
                &pointer,
                "the path starts without a slash",
                remedy,
            );
        }
        if path.ends_with('/') {
            let message = "the path ends with a slash, which names another resource";
            report.add(
                "path-end",
                path,
                &pointer,
                message,
                "leave the last slash out",
            );
        }
        check_segments(report, path, &pointer);
        if let Some(earlier) = seen.collision(blank(path), path) {
            let message = format!("the path is the same as {earlier} but for a parameter's name");
            let remedy = "put the operations of both under one path";
            report.add("path-unique", path, &pointer, message, remedy);
        }
    }
}

fn check_segments(report: &mut Report<'_>, path: &str, pointer: &str) {
    let inner = path.strip_prefix('/').unwrap_or(path);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    for segment in inner.split('/') {
        let name = segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        let fits = match name {
            Some(name) => is_word(name),
            None => is_static(segment),
        };
        if !fits {
            let message = format!("`{segment}` is neither plain text nor one parameter");
            let remedy = "write letters, digits and `-._~`, or `{name}` alone between two slashes";
            report.add("path-segment", path, pointer, message, remedy);
        }
    }
}

fn is_static(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..")
        && segment
            .chars()
            .all(|it| it.is_ascii_alphanumeric() || "-._~".contains(it))
}

/// The template with the names of its parameters left out.
fn blank(path: &str) -> String {
    path.split('/')
        .map(|segment| {
            if segment.starts_with('{') {
                "{}"
            } else {
                segment
            }
        })
        .collect::<Vec<_>>()
        .join("/")
}
