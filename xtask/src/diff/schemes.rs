//! What changed about security schemes: their names, places and kinds of credential.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::change::Severity::{Major, Minor};
use super::documentation::{compare_rest, compare_words};
use super::node::Node;
use super::operation::operations;
use super::pair::{Entry, Pair};
use super::walk::{Scope, Walk};

/// What makes a scheme what it is on the wire.
const WIRE: [&str; 4] = ["in", "name", "scheme", "type"];

/// Notes what changed about the schemes, and says which have another name now.
pub(super) fn compare(walk: &mut Walk<'_>) -> BTreeMap<String, String> {
    let schemes = walk.roots.child("components").child("securitySchemes");
    let mut gone = Vec::new();
    let mut new = Vec::new();
    for entry in schemes.entries() {
        match entry {
            Entry::Gone(name, node) => gone.push((name, node)),
            Entry::New(name, node) => new.push((name, node)),
            Entry::Both(name, pair) => compare_one(walk, name, name, &pair),
        }
    }
    let mut renamed = BTreeMap::new();
    for (name, base) in gone {
        let same = |(_, it): &(&str, Node<'_>)| wire(it) == wire(&base);
        if let Some(found) = new.iter().position(same) {
            let (now, revision) = new.remove(found);
            renamed.insert(name.to_owned(), now.to_owned());
            let detail = format!("was called `{name}`; its variant has that name");
            let scope = scope(now, &revision);
            walk.report(&scope, Major, "scheme-renamed", &revision, detail);
            compare_one(walk, name, now, &Pair { base, revision });
        } else {
            let detail = "the scheme is gone";
            walk.report(&scope(name, &base), Major, "scheme-removed", &base, detail);
        }
    }
    for (name, revision) in new {
        let detail = "the scheme is new";
        walk.report(
            &scope(name, &revision),
            Minor,
            "scheme-added",
            &revision,
            detail,
        );
    }
    renamed
}

fn compare_one<'d>(walk: &mut Walk<'d>, before: &str, after: &str, pair: &Pair<'d>) {
    let scope = scope(after, &pair.revision);
    for key in WIRE {
        if folded(&pair.base, key) != folded(&pair.revision, key) {
            let (old, new) = pair.text(key);
            let show = |text: Option<&'d str>| text.unwrap_or("nothing");
            let detail = format!("`{key}` {} -> {}", show(old), show(new));
            walk.report(&scope, Major, "scheme-changed", &pair.spot(key), detail);
        }
    }
    let credential = |node: &Node<'d>, name: &str| {
        node.text("x-credential")
            .map_or_else(|| name.to_owned(), str::to_owned)
    };
    let old = credential(&pair.base, before);
    let new = credential(&pair.revision, after);
    if old != new {
        let detail = format!("carried the credential `{old}`, carries `{new}`");
        let node = pair.spot("x-credential");
        walk.report(&scope, Major, "credential-changed", &node, detail);
    }
    compare_words(walk, &scope, pair);
    let known = ["in", "name", "scheme", "type", "x-credential"];
    compare_rest(walk, &scope, pair, &known);
}

fn wire(scheme: &Node<'_>) -> [Option<String>; 4] {
    WIRE.map(|key| folded(scheme, key))
}

/// A keyword's text; what may be written in any case is lower case.
fn folded(scheme: &Node<'_>, key: &str) -> Option<String> {
    let text = scheme.text(key)?;
    let any_case = key == "scheme" || (key == "name" && scheme.text("in") == Some("header"));
    Some(if any_case {
        text.to_ascii_lowercase()
    } else {
        text.to_owned()
    })
}

/// The scope of a scheme: it reaches the operations that take it.
fn scope<'d>(name: &str, scheme: &Node<'d>) -> Scope<'d> {
    let root = scheme.elsewhere("");
    let takes = |security: &Node<'_>| {
        let alternatives = security.value().and_then(Value::as_array);
        alternatives
            .into_iter()
            .flatten()
            .any(|it| it.get(name).is_some())
    };
    let users = operations(&root).into_iter().filter(|it| {
        let own = it.node.child("security");
        match own.value() {
            Some(_) => takes(&own),
            None => takes(&root.child("security")),
        }
    });
    let names: BTreeSet<String> = users.flat_map(|it| it.names()).collect();
    Scope::of(name, names)
}
