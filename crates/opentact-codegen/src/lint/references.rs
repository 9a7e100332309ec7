//! Rules about references: each names a component of this document, of the right kind, and none goes in a circle.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::report::Report;
use crate::document::{Document, child};
use crate::operation::label_at;

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    let mut references = Vec::new();
    collect(
        document.value(),
        String::new(),
        &mut Vec::new(),
        &mut references,
    );
    for reference in &references {
        check_one(document, report, reference);
    }
    check_circles(document, report, &references);
}

/// A `$ref` in the document.
struct Reference<'d> {
    /// The object that it stands in.
    pointer: String,
    target: &'d str,
    /// Which components may stand there.
    kind: Option<&'static str>,
    has_siblings: bool,
}

fn collect<'d>(
    value: &'d Value,
    pointer: String,
    keys: &mut Vec<&'d str>,
    found: &mut Vec<Reference<'d>>,
) {
    match value {
        Value::Object(fields) => {
            if let Some(target) = fields.get("$ref").and_then(Value::as_str) {
                found.push(Reference {
                    pointer: pointer.clone(),
                    target,
                    kind: kind_at(keys),
                    has_siblings: fields
                        .keys()
                        .any(|it| it != "$ref" && !it.starts_with("x-")),
                });
            }
            for (key, field) in fields {
                if !is_data(keys, key) {
                    keys.push(key);
                    collect(field, child(&pointer, key), keys, found);
                    keys.pop();
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, child(&pointer, &index.to_string()), keys, found);
            }
        }
        _ => {}
    }
}

/// Whether what stands there is data of an example, in which `$ref` means nothing.
fn is_data(keys: &[&str], key: &str) -> bool {
    match keys {
        [.., "properties"] => false,
        [.., "examples", _] => key == "value",
        _ => key == "example",
    }
}

/// The kind of component that may stand at a place.
fn kind_at(keys: &[&str]) -> Option<&'static str> {
    Some(match keys {
        [.., "properties" | "schemas", _]
        | [
            ..,
            "additionalProperties" | "allOf" | "anyOf" | "items" | "not" | "oneOf" | "schema",
        ] => "schemas",
        [.., "responses", _] => "responses",
        [.., "parameters"] => "parameters",
        [.., "examples", _] => "examples",
        [.., "headers", _] => "headers",
        [.., "links", _] => "links",
        [.., "requestBody"] | [.., "requestBodies", _] => "requestBodies",
        _ => return None,
    })
}

fn check_one(document: &Document, report: &mut Report<'_>, reference: &Reference<'_>) {
    let Reference {
        pointer, target, ..
    } = reference;
    let place = label_at(document, pointer);
    let at = child(pointer, "$ref");
    if document.resolve(target).is_none() {
        let message = format!("`{target}` does not exist");
        let remedy = "declare it, or correct the reference";
        report.add("reference-exists", &place, &at, message, remedy);
    } else if let Some(kind) = reference.kind {
        let name = target.strip_prefix(&format!("#/components/{kind}/"));
        if name.is_none_or(|name| name.is_empty() || name.contains('/')) {
            let message = format!("`{target}` is none of `components.{kind}`");
            let remedy =
                format!("refer to `#/components/{kind}/...`, whose last part alone counts");
            report.add("reference-kind", &place, &at, message, remedy);
        }
    }
    if reference.has_siblings {
        let message = "what stands beside `$ref` is ignored";
        let remedy = "leave it out, or put the reference alone under `allOf`";
        report.add("reference-alone", &place, &at, message, remedy);
    }
}

/// Reports each reference that closes a circle, the walk being in the order of names.
fn check_circles(document: &Document, report: &mut Report<'_>, references: &[Reference<'_>]) {
    let mut edges: BTreeMap<String, Vec<&Reference<'_>>> = BTreeMap::new();
    for reference in references.iter().filter(|it| !is_element(&it.pointer)) {
        if let Some(component) = component_of(&reference.pointer) {
            edges.entry(component).or_default().push(reference);
        }
    }
    let mut done = BTreeSet::new();
    for start in edges.keys() {
        walk(document, report, &edges, start, &mut Vec::new(), &mut done);
    }
}

fn walk(
    document: &Document,
    report: &mut Report<'_>,
    edges: &BTreeMap<String, Vec<&Reference<'_>>>,
    component: &str,
    open: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) {
    if !done.insert(component.to_owned()) {
        return;
    }
    open.push(component.to_owned());
    for reference in edges.get(component).into_iter().flatten() {
        let Some(target) = reference.target.strip_prefix('#').and_then(component_of) else {
            continue;
        };
        if open.contains(&target) {
            let place = label_at(document, &reference.pointer);
            let message = format!("`{}` comes back to where it started", reference.target);
            let remedy =
                "break the circle, or make it go through a list; a type in Rust cannot hold itself";
            let pointer = child(&reference.pointer, "$ref");
            report.add("reference-circle", &place, &pointer, message, remedy);
        } else {
            walk(document, report, edges, &target, open, done);
        }
    }
    open.pop();
}

/// Whether a pointer leads to what a list or a map holds, which takes its own place in memory.
fn is_element(pointer: &str) -> bool {
    let mut keys = pointer.rsplit('/');
    let is_element = matches!(keys.next(), Some("items" | "additionalProperties"));
    is_element && keys.next() != Some("properties")
}

/// The pointer of the component that a pointer leads into.
fn component_of(pointer: &str) -> Option<String> {
    let mut parts = pointer.strip_prefix("/components/")?.split('/');
    let (kind, name) = (parts.next()?, parts.next()?);
    Some(format!("/components/{kind}/{name}"))
}
