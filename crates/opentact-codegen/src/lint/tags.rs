//! Rules about tags: the reference lists the operations of those that are declared, and no other.

use serde_json::Value;

use super::report::Report;
use crate::document::{Document, child};
use crate::operation::operations;

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let declared = document.value().get("tags").and_then(Value::as_array);
    let is_declared = |tag: &str| {
        let mut all = declared.into_iter().flatten();
        all.any(|it| it.get("name").and_then(Value::as_str) == Some(tag))
    };
    for operation in operations(document) {
        let list = child(&operation.pointer, "tags");
        let tags = operation.value.get("tags").and_then(Value::as_array);
        let tags: Vec<&str> = tags
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for (index, tag) in tags.iter().enumerate().filter(|(_, tag)| !is_declared(tag)) {
            let message = format!("the tag `{tag}` is not declared");
            let remedy = "declare it under `tags` of the document, or correct its spelling";
            let pointer = child(&list, &index.to_string());
            report.add(
                "tag-declared",
                &operation.label(),
                &pointer,
                message,
                remedy,
            );
        }
        // A document without tags has no reference by tags.
        if tags.is_empty() && declared.is_some() {
            let remedy =
                "write one of the document's `tags`; the reference shows the operation there";
            report.add("tag-declared", &operation.label(), &list, "no tag", remedy);
        }
    }
}
