//! What changed about components: which schemas there are, and those that no operation reaches.

use std::collections::BTreeSet;

use serde_json::Value;

use super::change::Severity::{Major, Minor, Patch};
use super::node::Node;
use super::pair::{Entry, Pair};
use super::schema;
use super::walk::{Scope, Walk};

/// Kinds of components whose content only counts where an operation leads to it.
const SHARED: [&str; 4] = ["headers", "parameters", "requestBodies", "responses"];

/// Finds the schemas that have another name and are the same otherwise.
pub(super) fn find_renamed(walk: &mut Walk<'_>) {
    let schemas = walk.roots.child("components").child("schemas");
    let mut gone = Vec::new();
    let mut new = Vec::new();
    for entry in schemas.entries() {
        match entry {
            Entry::Gone(name, node) => gone.push((name, node)),
            Entry::New(name, node) => new.push((name, node)),
            Entry::Both(..) => {}
        }
    }
    let changed: BTreeSet<String> = gone
        .iter()
        .chain(&new)
        .map(|(name, _)| format!("#/components/schemas/{name}"))
        .collect();
    let masked = |node: &Node<'_>| node.value().map(|value| mask(value, &changed));
    for (before, base) in &gone {
        let shape = masked(base);
        let twins = gone.iter().filter(|(_, it)| masked(it) == shape).count();
        let mut candidates = new.iter().filter(|(_, it)| masked(it) == shape);
        if let (1, Some((after, _)), None) = (twins, candidates.next(), candidates.next()) {
            walk.renamed
                .insert((*before).to_owned(), (*after).to_owned());
        }
    }
}

/// A schema with its references to renamed schemas made equal.
fn mask(value: &Value, changed: &BTreeSet<String>) -> Value {
    match value {
        Value::String(text) if changed.contains(text) => Value::Null,
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (key.clone(), mask(value, changed)))
            .collect(),
        Value::Array(items) => items.iter().map(|item| mask(item, changed)).collect(),
        other => other.clone(),
    }
}

/// Notes the schemas that are gone, new or renamed, and what changed where no operation leads.
pub(super) fn compare(walk: &mut Walk<'_>) {
    walk.start_over();
    let components = walk.roots.child("components");
    compare_schemas(walk, &components.child("schemas"));
    for kind in SHARED {
        compare_unused(walk, &components.child(kind));
    }
    compare_examples(walk, &components.child("examples"));
    let is_known = |kind: &str| {
        SHARED.contains(&kind) || ["examples", "schemas", "securitySchemes"].contains(&kind)
    };
    for entry in components.entries() {
        match entry {
            Entry::Gone(kind, node) | Entry::New(kind, node) if !is_known(kind) => {
                let scope = Scope::of("components", BTreeSet::new());
                let detail = format!("`{kind}` changed");
                walk.report(&scope, Patch, "documentation", &node, detail);
            }
            Entry::Both(kind, pair) if !is_known(kind) => compare_unused(walk, &pair),
            _ => {}
        }
    }
}

fn compare_schemas<'d>(walk: &mut Walk<'d>, schemas: &Pair<'d>) {
    let renamed = walk.renamed.clone();
    for entry in schemas.entries() {
        match entry {
            Entry::Gone(name, base) => match renamed.get(name) {
                Some(now) => {
                    let revision = schemas.revision.child(now);
                    let detail = format!("was called `{name}`; its type has that name");
                    let scope = Scope::of(now, BTreeSet::new());
                    walk.report(&scope, Major, "schema-renamed", &revision, detail);
                    compare_unreached(walk, now, &Pair { base, revision });
                }
                None => {
                    let detail = "the schema is gone";
                    let scope = Scope::of(name, BTreeSet::new());
                    walk.report(&scope, Major, "schema-removed", &base, detail);
                }
            },
            Entry::New(name, revision) => {
                if !renamed.values().any(|now| now == name) {
                    let detail = "the schema is new";
                    let scope = Scope::of(name, BTreeSet::new());
                    walk.report(&scope, Minor, "schema-added", &revision, detail);
                }
            }
            Entry::Both(name, pair) => compare_unreached(walk, name, &pair),
        }
    }
}

/// Compares a schema that no operation leads to: it may go either way.
fn compare_unreached<'d>(walk: &mut Walk<'d>, name: &str, pair: &Pair<'d>) {
    if !walk.reached.contains(&pair.revision.pointer) {
        let mut scope = Scope::of(name, BTreeSet::new());
        scope.shallow = true;
        schema::compare(walk, &scope, pair);
    }
}

/// Compares components of another kind that no operation leads to.
fn compare_unused<'d>(walk: &mut Walk<'d>, kind: &Pair<'d>) {
    for entry in kind.entries() {
        if let Entry::Both(name, pair) = entry
            && !pair.is_same()
            && !walk.reached.contains(&pair.revision.pointer)
        {
            let scope = Scope::of(name, BTreeSet::new());
            let detail = "changed, and no operation uses it";
            walk.report(&scope, Patch, "documentation", &pair.revision, detail);
        }
    }
}

fn compare_examples<'d>(walk: &mut Walk<'d>, examples: &Pair<'d>) {
    for entry in examples.entries() {
        let (name, node, detail) = match entry {
            Entry::Gone(name, node) => (name, node, "the example is gone"),
            Entry::New(name, node) => (name, node, "the example is new"),
            Entry::Both(_, pair) if pair.is_same() => continue,
            Entry::Both(name, pair) => (name, pair.difference(), "the example changed"),
        };
        let scope = Scope::of(name, BTreeSet::new());
        walk.report(&scope, Patch, "documentation", &node, detail);
    }
}
