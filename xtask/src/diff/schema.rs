//! What changed about a schema, by what it means for data that goes one way.

use super::change::Severity::{Major, Minor};
use super::documentation::{compare_rest, compare_words};
use super::node::Node;
use super::pair::Pair;
use super::walk::{Scope, Walk};
use super::{limits, properties, values, variants};

/// The keywords that the rules of schemas judge.
const KNOWN: [&str; 26] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "nullable",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "type",
    "uniqueItems",
    "x-extensible-enum",
];

/// Notes what changed between two schemas, references followed.
pub(super) fn compare<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, written: &Pair<'d>) {
    let base = Unwrapped::of(&written.base);
    let revision = Unwrapped::of(&written.revision);
    let target = Pair {
        base: base.target.clone(),
        revision: revision.target.clone(),
    };
    if base.wrapped || revision.wrapped {
        compare_words(walk, scope, written);
    }
    let inner = walk.scope_at(scope, written, &target);
    if walk.is_same_component(&target) {
        compare_nullable(walk, scope, written, base.nullable, revision.nullable);
        let is_root = written.revision.pointer == target.revision.pointer;
        if scope.shallow && !is_root {
            return;
        }
        let (before, after) = (
            target.base.flag("nullable"),
            target.revision.flag("nullable"),
        );
        compare_nullable(walk, &inner, &target, before, after);
    } else {
        let before = base.nullable || target.base.flag("nullable");
        let after = revision.nullable || target.revision.flag("nullable");
        compare_nullable(walk, scope, written, before, after);
    }
    let moved = |written: &Node<'_>, target: &Node<'_>| written.pointer != target.pointer;
    let either_wrapped = base.wrapped || revision.wrapped;
    let both_moved =
        moved(&written.base, &target.base) && moved(&written.revision, &target.revision);
    if walk.first_visit(&inner, &target) {
        if !either_wrapped || both_moved {
            compare_words(walk, &inner, &target);
        }
        compare_content(walk, &inner, &target);
    }
}

/// Notes what changed between two schemas that are no references, but for `nullable` and words.
fn compare_content<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>) {
    for (key, kind) in [("type", "type-changed"), ("format", "format-changed")] {
        let (before, after) = pair.get(key);
        if before != after {
            let show = |value: Option<&serde_json::Value>| match value.map(|it| (it, it.as_str())) {
                None => "any".to_owned(),
                Some((_, Some(text))) => text.to_owned(),
                Some((value, None)) => value.to_string(),
            };
            let detail = format!("{key} {} -> {}", show(before), show(after));
            walk.report(scope, Major, kind, &pair.spot(key), detail);
            if key == "type" {
                return;
            }
        }
    }
    limits::compare(walk, scope, pair);
    values::compare(walk, scope, pair);
    properties::compare(walk, scope, pair);
    variants::compare(walk, scope, pair);
    compare_items(walk, scope, &pair.child("items"));
    compare_rest(walk, scope, pair, &KNOWN);
}

fn compare_nullable<'d>(
    walk: &mut Walk<'d>,
    scope: &Scope<'d>,
    pair: &Pair<'d>,
    before: bool,
    after: bool,
) {
    let (sent, received, kind, detail) = match (before, after) {
        (false, true) => (Minor, Major, "nullable-added", "may be null now"),
        (true, false) => (Major, Minor, "nullable-removed", "may not be null any more"),
        _ => return,
    };
    let severity = scope.direction.severity(sent, received);
    walk.report(scope, severity, kind, &pair.spot("nullable"), detail);
}

fn compare_items<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, items: &Pair<'d>) {
    let (before, after) = (items.base.value(), items.revision.value());
    match (before, after) {
        (None, None) => {}
        (Some(_), Some(_)) => compare(walk, &scope.element("[]"), items),
        (Some(_), None) | (None, Some(_)) => {
            let node = if after.is_some() {
                &items.revision
            } else {
                &items.base
            };
            let detail = if after.is_some() {
                "says what it holds now"
            } else {
                "no longer says what it holds"
            };
            walk.report(scope, Major, "items-changed", node, detail);
        }
    }
}

/// A schema behind its references, and behind an `allOf` of one, which means the same.
#[derive(Clone, Debug)]
struct Unwrapped<'d> {
    target: Node<'d>,
    /// Whether it stood in an `allOf` of one.
    wrapped: bool,
    /// Whether that `allOf` says `nullable`.
    nullable: bool,
}

impl<'d> Unwrapped<'d> {
    fn of(written: &Node<'d>) -> Self {
        let mut found = Self {
            target: written.follow(),
            wrapped: false,
            nullable: false,
        };
        // As deep as anybody nests them; in a circle the rest is compared as it stands.
        for _ in 0..8 {
            let parts = found.target.child("allOf").items();
            let alone = found.target.entries().all(|(key, _)| {
                ["allOf", "description", "example", "nullable", "title"].contains(&key.as_str())
            });
            let ([only], true) = (parts.as_slice(), alone) else {
                break;
            };
            found.wrapped = true;
            found.nullable |= found.target.flag("nullable");
            found.target = only.follow();
        }
        found
    }
}
