//! What is only words, and what no rule knows.

use super::change::Severity;
use super::pair::{Entry, Pair};
use super::walk::{Scope, Walk};

/// Keywords that only people read.
const WORDS: [&str; 10] = [
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "links",
    "summary",
    "tags",
    "title",
    "x-schema",
];

/// Notes the keywords for people that changed.
pub(super) fn compare_words<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>) {
    for key in WORDS {
        let detail = match pair.get(key) {
            (before, after) if before == after => continue,
            (None, _) => format!("`{key}` is new"),
            (_, None) => format!("`{key}` is gone"),
            _ => format!("`{key}` changed"),
        };
        walk.report(
            scope,
            Severity::Patch,
            "documentation",
            &pair.child(key).difference(),
            detail,
        );
    }
}

/// Notes what changed and is neither words nor `known`: it might mean anything, so it is breaking;
/// but an extension means nothing to whom does not know it.
pub(super) fn compare_rest<'d>(
    walk: &mut Walk<'d>,
    scope: &Scope<'d>,
    pair: &Pair<'d>,
    known: &[&str],
) {
    for entry in pair.entries() {
        let (Entry::Gone(key, _) | Entry::Both(key, _) | Entry::New(key, _)) = entry;
        let (before, after) = pair.get(key);
        if known.contains(&key) || WORDS.contains(&key) || before == after {
            continue;
        }
        let (severity, kind) = if key.starts_with("x-") {
            (Severity::Patch, "extension-changed")
        } else {
            (Severity::Major, "keyword-changed")
        };
        let show = |value: Option<&serde_json::Value>| match value {
            None => "nothing".to_owned(),
            Some(value) if value.is_object() || value.is_array() => "another".to_owned(),
            Some(value) => value.to_string(),
        };
        let detail = format!("`{key}` {} -> {}", show(before), show(after));
        walk.report(scope, severity, kind, &pair.child(key).difference(), detail);
    }
}
