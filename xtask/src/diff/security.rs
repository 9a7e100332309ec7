//! What changed about the credentials that an operation takes.

use std::collections::BTreeMap;

use serde_json::Value;

use super::change::Severity::{Major, Minor};
use super::node::Node;
use super::pair::Pair;
use super::walk::{Scope, Walk};

/// One way to be let in: the schemes of a request, with their scopes.
#[derive(Clone, Debug)]
struct Alternative<'d> {
    schemes: BTreeMap<String, &'d Value>,
    node: Node<'d>,
}

/// Notes what changed about the alternatives of one operation.
pub(super) fn compare<'d>(
    walk: &mut Walk<'d>,
    scope: &Scope<'d>,
    operation: &Pair<'d>,
    renamed: &BTreeMap<String, String>,
) {
    let mut before = alternatives(&operation.base, &walk.roots.base);
    for alternative in &mut before {
        let schemes = std::mem::take(&mut alternative.schemes);
        alternative.schemes = schemes
            .into_iter()
            .map(|(name, scopes)| (renamed.get(&name).cloned().unwrap_or(name), scopes))
            .collect();
    }
    let after = alternatives(&operation.revision, &walk.roots.revision);
    let has = |list: &[Alternative<'_>], it: &Alternative<'_>| {
        list.iter().any(|other| other.schemes == it.schemes)
    };
    for gone in before.iter().filter(|it| !has(&after, it)) {
        let detail = format!("{} no longer opens it", gone.name());
        let own = operation.revision.child("security");
        let node = if is_shared(&operation.base.child("security")) && !is_shared(&own) {
            own
        } else {
            gone.node.clone()
        };
        walk.report(scope, Major, "security-removed", &node, detail);
    }
    for new in after.iter().filter(|it| !has(&before, it)) {
        let detail = format!("{} opens it now", new.name());
        walk.report(scope, Minor, "security-added", &new.node, detail);
    }
}

impl Alternative<'_> {
    fn name(&self) -> String {
        let names: Vec<String> = self
            .schemes
            .iter()
            .map(
                |(name, scopes)| match scopes.as_array().map(Vec::as_slice) {
                    None | Some([]) => format!("`{name}`"),
                    Some(_) => format!("`{name}` with {scopes}"),
                },
            )
            .collect();
        if names.is_empty() {
            "no credential".to_owned()
        } else {
            names.join(" and ")
        }
    }
}

/// Whether a list stands elsewhere, under an anchor, and is only repeated here.
fn is_shared(list: &Node<'_>) -> bool {
    let items = list.items();
    items
        .first()
        .is_some_and(|first| first.position() < list.position())
}

/// The alternatives of an operation; none at all means that no credential is needed.
fn alternatives<'d>(operation: &Node<'d>, root: &Node<'d>) -> Vec<Alternative<'d>> {
    let own = operation.child("security");
    let list = match own.value() {
        Some(_) => own,
        None => root.child("security"),
    };
    let found: Vec<Alternative<'d>> = list
        .items()
        .into_iter()
        .map(|node| {
            let schemes = node.value().and_then(Value::as_object);
            let schemes = schemes.into_iter().flatten();
            let schemes = schemes
                .map(|(name, scopes)| (name.clone(), scopes))
                .collect();
            Alternative { schemes, node }
        })
        .collect();
    if found.is_empty() {
        let schemes = BTreeMap::new();
        let node = if list.value().is_some() {
            list
        } else {
            operation.clone()
        };
        vec![Alternative { schemes, node }]
    } else {
        found
    }
}
