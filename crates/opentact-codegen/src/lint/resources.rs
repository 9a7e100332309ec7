//! Rules about what is kept: its parts are there, and its operations say what keeping can come to.

use serde_json::Value;

use super::report::Report;
use crate::document::{Document, child};
use crate::operation::Operation;
use crate::sandbox::{Kept, Role, kept};

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let all = kept(document);
    for it in &all {
        check_names(&all, report, it);
        for (operation, role) in &it.operations {
            let settable = !it.resource.unique.is_empty() || it.is_named(document, operation);
            let due: &[&str] = match role {
                Role::Create if settable => &["400", "409"],
                Role::Create => &["400"],
                Role::Get => &["404"],
                Role::Change | Role::Replace if settable => &["400", "404", "409"],
                Role::Change | Role::Replace => &["400", "404"],
                Role::Delete if !it.resource.in_use.is_empty() => &["404", "409"],
                Role::Delete => &["404"],
                Role::List | Role::Search => &[],
            };
            check_answers(report, it, operation, due);
        }
    }
}

fn check_names(all: &[Kept<'_>], report: &mut Report<'_>, kept: &Kept<'_>) {
    let (place, pointer, resource) = (&kept.name, &kept.pointer, &kept.resource);
    if kept.shown.is_none() {
        let message = "no operation creates or shows one of what is kept";
        let remedy = "give it an operation with an object as `payload`, or leave `x-resource` out";
        return report.add("resource-name", place, pointer, message, remedy);
    }
    let shown = |name: &str| kept.shows(name);
    let used = |user: &str| {
        let (tag, property) = user.split_once('.').unwrap_or((user, ""));
        let other = all.iter().find(|it| it.name == tag);
        other.is_some_and(|it| property.is_empty() || it.shows(property))
    };
    let key = [("key", resource.key.as_str(), shown(&resource.key))];
    let unique = resource
        .unique
        .iter()
        .map(|it| ("unique", it.as_str(), shown(it)));
    let filters = resource.filters.keys();
    let filters = filters.map(|it| ("filters", it.as_str(), shown(it)));
    let in_use = resource
        .in_use
        .iter()
        .map(|it| ("in-use", it.as_str(), used(it)));
    for (key, name, is_there) in key.into_iter().chain(unique).chain(filters).chain(in_use) {
        if !is_there {
            let message = format!("`{key}` names `{name}`, which is nowhere");
            let remedy = match key {
                "in-use" => "write a tag that has `x-resource`, alone or with `.` and a property",
                _ => "write a property of the `payload` that shows one",
            };
            report.add(
                "resource-name",
                place,
                &child(pointer, key),
                message,
                remedy,
            );
        }
    }
}

fn check_answers(
    report: &mut Report<'_>,
    kept: &Kept<'_>,
    operation: &Operation<'_>,
    due: &[&str],
) {
    let answers = operation.value.get("responses").and_then(Value::as_object);
    let missing = |code: &&&str| answers.is_none_or(|it| !it.contains_key(**code));
    for code in due.iter().filter(missing) {
        let message = format!(
            "no answer {code}, to which keeping `{}` can come",
            kept.name
        );
        let remedy = format!("add \"{code}\" to its `responses`");
        let pointer = child(&operation.pointer, "responses");
        report.add(
            "resource-answer",
            &operation.label(),
            &pointer,
            message,
            remedy,
        );
    }
}
