//! Which component schemas a request sends and which an answer brings.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::Document;
use crate::operation::operations;

const PREFIX: &str = "#/components/schemas/";

/// The name of the component schema that a value refers to.
pub(crate) fn referred(value: &Value) -> Option<&str> {
    value.get("$ref")?.as_str()?.strip_prefix(PREFIX)
}

/// The component schemas that request bodies reach and answers do not: what only a client writes.
pub(crate) fn only_sent(document: &Document) -> BTreeSet<String> {
    let mut sent = BTreeSet::new();
    let mut received = BTreeSet::new();
    for operation in operations(document) {
        for (key, found) in [("requestBody", &mut sent), ("responses", &mut received)] {
            if let Some(value) = operation.value.get(key) {
                reach(document, value, found);
            }
        }
    }
    sent.difference(&received)
        .filter_map(|reference| reference.strip_prefix(PREFIX))
        .map(str::to_owned)
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
