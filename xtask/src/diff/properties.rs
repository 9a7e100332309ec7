//! What changed about the properties of an object.

use serde_json::Value;

use super::change::Severity::{Major, Minor};
use super::node::Node;
use super::pair::{Entry, Pair};
use super::schema;
use super::walk::{Scope, Walk};

/// Notes what changed about the properties, those that are listed and those that are not.
pub(super) fn compare<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>) {
    let mut gone = Vec::new();
    let mut new = Vec::new();
    for entry in pair.child("properties").entries() {
        match entry {
            Entry::Gone(name, node) => gone.push((name, node)),
            Entry::New(name, node) => new.push((name, node)),
            Entry::Both(name, inner) => {
                let scope = scope.part(name);
                compare_required(walk, &scope, pair, name);
                schema::compare(walk, &scope, &inner);
            }
        }
    }
    if let ([(before, base)], [(after, revision)]) = (gone.as_slice(), new.as_slice())
        && base.value() == revision.value()
    {
        let detail = format!("`{before}` is called `{after}` now");
        walk.report(scope, Major, "property-renamed", revision, detail);
    } else {
        for (name, node) in gone {
            let detail = format!("the property `{name}` is gone");
            walk.report(scope, Major, "property-removed", &node, detail);
        }
        for (name, node) in new {
            let (severity, word) = if requires(&pair.revision, name) {
                (scope.direction.severity(Major, Minor), "required")
            } else {
                (Minor, "optional")
            };
            let detail = format!("the {word} property `{name}` is new");
            walk.report(scope, severity, "property-added", &node, detail);
        }
    }
    compare_additional(walk, scope, &pair.child("additionalProperties"));
}

fn compare_required<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>, name: &str) {
    let (sent, received, kind, detail) =
        match (requires(&pair.base, name), requires(&pair.revision, name)) {
            (false, true) => (Major, Minor, "property-required", "is required now"),
            (true, false) => (Minor, Major, "property-optional", "is no longer required"),
            _ => return,
        };
    let severity = scope.direction.severity(sent, received);
    // The entry of the list is nearer to the edit than the property is.
    let entry = |holder: &Node<'d>| {
        let list = holder.child("required");
        list.items()
            .into_iter()
            .find(|it| it.value().and_then(Value::as_str) == Some(name))
    };
    let node = entry(&pair.revision).or_else(|| entry(&pair.base));
    let node = node.unwrap_or_else(|| pair.revision.child("required"));
    walk.report(scope, severity, kind, &node, detail);
}

fn requires(object: &Node<'_>, name: &str) -> bool {
    object.child("required").texts().contains(name)
}

/// What an object says about properties that it does not list.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Openness {
    /// There are none.
    Closed,
    /// They have a schema.
    Typed,
    /// They may be anything.
    Open,
}

impl Openness {
    fn of(node: &Node<'_>) -> Self {
        match node.value() {
            None | Some(Value::Bool(true)) => Self::Open,
            Some(Value::Bool(false)) => Self::Closed,
            Some(Value::Object(fields)) if fields.is_empty() => Self::Open,
            Some(_) => Self::Typed,
        }
    }
}

fn compare_additional<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>) {
    let (before, after) = (Openness::of(&pair.base), Openness::of(&pair.revision));
    let node = match pair.revision.value() {
        None if pair.base.value().is_some() => &pair.base,
        _ => &pair.revision,
    };
    if before == after {
        if before == Openness::Typed {
            schema::compare(walk, &scope.element("{}"), pair);
        }
        return;
    }
    let (severity, kind, detail) = if after < before {
        let severity = scope.direction.severity(Major, Minor);
        let detail = "takes fewer properties that are not listed";
        (severity, "additional-restricted", detail)
    } else {
        let severity = scope.direction.severity(Minor, Major);
        let detail = "takes more properties that are not listed";
        (severity, "additional-allowed", detail)
    };
    walk.report(scope, severity, kind, node, detail);
}
