//! What changed about the values that an enumeration lists.

use super::change::Severity::{Major, Minor};
use super::pair::Pair;
use super::walk::{Scope, Walk};

/// Notes the values that are gone or new.
///
/// A value that is gone takes its variant along, whichever way the data goes. A new one is more
/// to send, and of an open enumeration more to read; a closed one refuses it in an answer.
pub(super) fn compare<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>) {
    match pair.get("enum") {
        (None, None) => {}
        (None, Some(_)) => {
            let severity = scope.direction.severity(Major, Minor);
            let detail = "takes listed values only";
            walk.report(scope, severity, "enum-closed", &pair.spot("enum"), detail);
        }
        (Some(_), None) => {
            let detail = "takes any value, and has no variants";
            walk.report(scope, Major, "enum-opened", &pair.spot("enum"), detail);
        }
        (Some(_), Some(_)) => {
            let added = scope.direction.severity(Minor, Major);
            compare_lists(walk, scope, &pair.child("enum"), added);
        }
    }
    compare_lists(walk, scope, &pair.child("x-extensible-enum"), Minor);
}

fn compare_lists<'d>(
    walk: &mut Walk<'d>,
    scope: &Scope<'d>,
    lists: &Pair<'d>,
    added: super::change::Severity,
) {
    let (before, after) = (lists.base.items(), lists.revision.items());
    for gone in &before {
        if !after.iter().any(|it| it.value() == gone.value()) {
            let detail = format!("the value {} is gone", text(gone.value()));
            walk.report(scope, Major, "value-removed", gone, detail);
        }
    }
    for new in &after {
        if !before.iter().any(|it| it.value() == new.value()) {
            let detail = format!("the value {} is new", text(new.value()));
            walk.report(scope, added, "value-added", new, detail);
        }
    }
}

fn text(value: Option<&serde_json::Value>) -> String {
    match value.map(|it| (it, it.as_str())) {
        Some((_, Some(text))) => format!("`{text}`"),
        Some((value, None)) => value.to_string(),
        None => String::new(),
    }
}
