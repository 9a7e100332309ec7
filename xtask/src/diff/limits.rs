//! What changed about the limits that a schema sets.

use std::cmp::Ordering;

use serde_json::Value;

use super::change::Severity::{Major, Minor};
use super::pair::Pair;
use super::walk::{Scope, Walk};

const LOWER: [&str; 4] = ["minItems", "minLength", "minProperties", "minimum"];
const UPPER: [&str; 4] = ["maxItems", "maxLength", "maxProperties", "maximum"];
/// Keywords that limit wherever they are, and of which no value is stricter than another.
const OTHER: [&str; 5] = [
    "exclusiveMaximum",
    "exclusiveMinimum",
    "multipleOf",
    "pattern",
    "uniqueItems",
];

/// Notes the limits that changed: a request fears a tighter one, an answer a looser one.
pub(super) fn compare<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>) {
    for key in LOWER.into_iter().chain(UPPER).chain(OTHER) {
        // Beside these `false` says as much as nothing.
        let limit = |value: Option<&'d Value>| value.filter(|it| **it != Value::Bool(false));
        let (before, after) = pair.get(key);
        let (before, after) = (limit(before), limit(after));
        let (detail, order) = match (before, after) {
            (None, None) => continue,
            (Some(before), Some(after)) if before == after => continue,
            (None, Some(after)) => (format!("`{key}` {after} is new"), Some(Ordering::Greater)),
            (Some(before), None) => (format!("`{key}` {before} is gone"), Some(Ordering::Less)),
            (Some(before), Some(after)) => {
                let detail = format!("`{key}` {before} -> {after}");
                (detail, strictness(key, before, after))
            }
        };
        let (kind, severity) = match order {
            Some(Ordering::Greater) => ("limit-tightened", scope.direction.severity(Major, Minor)),
            Some(Ordering::Less) => ("limit-loosened", scope.direction.severity(Minor, Major)),
            Some(Ordering::Equal) => continue,
            None => ("limit-changed", Major),
        };
        walk.report(scope, severity, kind, &pair.spot(key), detail);
    }
}

/// Whether a limit is stricter (`Greater`) than it was.
fn strictness(key: &str, before: &Value, after: &Value) -> Option<Ordering> {
    let order = match (before.as_i64(), after.as_i64()) {
        (Some(before), Some(after)) => after.cmp(&before),
        _ => after.as_f64()?.partial_cmp(&before.as_f64()?)?,
    };
    if LOWER.contains(&key) {
        Some(order)
    } else if UPPER.contains(&key) {
        Some(order.reverse())
    } else {
        None
    }
}
