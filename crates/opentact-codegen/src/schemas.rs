//! Which component schemas a request sends, which an answer brings, and which only events have.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::document::Document;
use crate::operation::operations;

const PREFIX: &str = "#/components/schemas/";

/// The name of the component schema that a value refers to.
pub(crate) fn referred(value: &Value) -> Option<&str> {
    value.get("$ref")?.as_str()?.strip_prefix(PREFIX)
}

/// Who uses a component schema.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Use {
    /// Requests alone.
    Sent,
    /// Answers alone.
    Received,
    /// Requests and answers.
    Both,
    /// No operation: the event service. An event keeps its text, so its parts are read and never
    /// written back.
    Event,
}

/// The component schemas by their names, and who uses each.
pub fn uses(document: &Document) -> BTreeMap<String, Use> {
    let mut sent = BTreeSet::new();
    let mut received = BTreeSet::new();
    for operation in operations(document) {
        for (key, found) in [("requestBody", &mut sent), ("responses", &mut received)] {
            if let Some(value) = operation.value.get(key) {
                reach(document, value, found);
            }
        }
        for (_, parameter) in operation.parameters(document) {
            reach(document, parameter, &mut sent);
        }
    }
    let schemas = document.resolve("#/components/schemas");
    let names = schemas.and_then(Value::as_object).into_iter();
    names
        .flat_map(|schemas| schemas.keys())
        .map(|name| {
            let reference = format!("{PREFIX}{name}");
            let is_in = |set: &BTreeSet<&str>| set.contains(reference.as_str());
            let found = match (is_in(&sent), is_in(&received)) {
                (true, false) => Use::Sent,
                (false, true) => Use::Received,
                (true, true) => Use::Both,
                (false, false) => Use::Event,
            };
            (name.clone(), found)
        })
        .collect()
}

/// The component schemas that only a client writes.
pub(crate) fn only_sent(document: &Document) -> BTreeSet<String> {
    of_use(document, Use::Sent)
}

/// The component schemas that only the event service uses.
pub fn only_events(document: &Document) -> BTreeSet<String> {
    of_use(document, Use::Event)
}

fn of_use(document: &Document, wanted: Use) -> BTreeSet<String> {
    let all = uses(document).into_iter();
    all.filter_map(|(name, found)| (found == wanted).then_some(name))
        .collect()
}

/// Collects the references that are reached from a value, each followed once.
fn reach<'d>(document: &'d Document, value: &'d Value, found: &mut BTreeSet<&'d str>) {
    match value {
        Value::Object(fields) => {
            if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
                if found.insert(reference)
                    && let Some(target) = document.resolve(reference)
                {
                    reach(document, target, found);
                }
                return;
            }
            for (key, field) in fields {
                match (key.as_str(), field) {
                    ("examples" | "links", _) => {}
                    // Their names are data: one may be called `links`.
                    ("properties", Value::Object(properties)) => {
                        for property in properties.values() {
                            reach(document, property, found);
                        }
                    }
                    _ => reach(document, field, found),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                reach(document, item, found);
            }
        }
        _ => {}
    }
}
