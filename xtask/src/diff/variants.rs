//! What changed about schemas that are made of others.

use serde_json::Value;

use super::change::Severity::{Major, Minor};
use super::node::Node;
use super::pair::Pair;
use super::schema;
use super::walk::{Scope, Walk};

/// Notes what changed about `oneOf`, `anyOf` and an `allOf` of several.
pub(super) fn compare<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>) {
    for key in ["oneOf", "anyOf"] {
        let inner = pair.child(key);
        match (inner.base.value(), inner.revision.value()) {
            (Some(_), Some(_)) => compare_variants(walk, scope, &inner),
            (None, None) => {}
            _ => composition(walk, scope, pair, key),
        }
    }
    let parts = pair.child("allOf");
    let (before, after) = (parts.base.items(), parts.revision.items());
    if before.len() == after.len() {
        for (base, revision) in before.into_iter().zip(after) {
            schema::compare(walk, scope, &Pair { base, revision });
        }
    } else {
        composition(walk, scope, pair, "allOf");
    }
}

fn composition<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>, key: &str) {
    let detail = format!("`{key}` is made of other parts");
    walk.report(scope, Major, "composition-changed", &pair.spot(key), detail);
}

fn compare_variants<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, lists: &Pair<'d>) {
    let mut left = named(&lists.revision);
    let mut gone = Vec::new();
    for (name, base) in named(&lists.base) {
        match left.iter().position(|(other, _)| *other == name) {
            Some(found) => {
                let (_, revision) = left.remove(found);
                schema::compare(walk, &scope.part(&name), &Pair { base, revision });
            }
            None => gone.push((name, base)),
        }
    }
    for (name, base) in gone {
        if let Some(found) = left
            .iter()
            .position(|(_, it)| untitled(it) == untitled(&base))
        {
            let (now, revision) = left.remove(found);
            let detail = format!("the variant `{name}` is called `{now}` now");
            let node = revision.child("title");
            walk.report(scope, Major, "variant-renamed", &node, detail);
        } else {
            let detail = format!("the variant `{name}` is gone");
            walk.report(scope, Major, "variant-removed", &base, detail);
        }
    }
    for (name, revision) in left {
        let severity = scope.direction.severity(Minor, Major);
        let detail = format!("the variant `{name}` is new");
        walk.report(scope, severity, "variant-added", &revision, detail);
    }
}

/// The alternatives with the names that their variants have.
fn named<'d>(list: &Node<'d>) -> Vec<(String, Node<'d>)> {
    let name = |(index, node): (usize, Node<'d>)| {
        let component = || node.follow().component();
        let title = node.text("title").map(str::to_owned);
        let name = title.or_else(component);
        (name.unwrap_or_else(|| format!("Variant{index}")), node)
    };
    list.items().into_iter().enumerate().map(name).collect()
}

fn untitled(variant: &Node<'_>) -> Option<Value> {
    let mut value = variant.value()?.clone();
    value.as_object_mut()?.remove("title");
    Some(value)
}
