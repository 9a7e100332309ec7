//! What changed about operations: which there are, what they are called, where they are.

use std::collections::BTreeMap;

use super::change::Severity::{Major, Minor};
use super::documentation::{compare_rest, compare_words};
use super::operation::{Operation, matched, operations, shape};
use super::pair::{Entry, Pair};
use super::walk::{Scope, Walk};
use super::{answers, bodies, parameters, security};

/// Notes what changed about operations, and says how many the revision has.
///
/// `renamed` has the security schemes that have another name now.
pub(super) fn compare(walk: &mut Walk<'_>, renamed: &BTreeMap<String, String>) -> usize {
    let after = operations(&walk.roots.revision);
    let count = after.len();
    let paths = walk.roots.child("paths");
    let matched = matched(operations(&walk.roots.base), after);
    for gone in &matched.gone {
        let stays = paths
            .revision
            .entries()
            .any(|(path, _)| shape(path) == shape(gone.path));
        let detail = if stays {
            "the operation is gone"
        } else {
            "the operation is gone, and its path"
        };
        walk.report(&scope(gone), Major, "operation-removed", &gone.node, detail);
    }
    for new in &matched.new {
        let detail = "the operation is new";
        walk.report(&scope(new), Minor, "operation-added", &new.node, detail);
    }
    for (before, after) in &matched.both {
        walk.start_over();
        compare_one(walk, before, after, renamed);
    }
    compare_items(walk, &paths);
    count
}

fn compare_one<'d>(
    walk: &mut Walk<'d>,
    before: &Operation<'d>,
    after: &Operation<'d>,
    renamed: &BTreeMap<String, String>,
) {
    let scope = scope(after);
    let pair = Pair {
        base: before.node.clone(),
        revision: after.node.clone(),
    };
    if before.id != after.id {
        let detail = format!("was called `{}`; its method has that name", before.id);
        walk.report(
            &scope,
            Major,
            "operation-renamed",
            &pair.spot("operationId"),
            detail,
        );
    }
    if before.address() != after.address() {
        let detail = format!("was {} {}", before.method, before.path);
        let node = if shape(before.path) == shape(after.path) {
            &after.node
        } else {
            &after.item
        };
        walk.report(&scope, Major, "operation-moved", node, detail);
    }
    parameters::compare(walk, &scope, before, after);
    bodies::compare(walk, &scope, &pair);
    answers::compare(walk, &scope, &pair.child("responses"));
    security::compare(walk, &scope, &pair, renamed);
    compare_words(walk, &scope, &pair);
    let known = [
        "operationId",
        "parameters",
        "requestBody",
        "responses",
        "security",
    ];
    compare_rest(walk, &scope, &pair, &known);
}

/// Notes what changed about path items beside their operations.
fn compare_items<'d>(walk: &mut Walk<'d>, paths: &Pair<'d>) {
    let methods = [
        "get",
        "put",
        "post",
        "delete",
        "options",
        "head",
        "patch",
        "trace",
        "parameters",
        "$ref",
    ];
    for entry in paths.entries() {
        if let Entry::Both(path, pair) = entry {
            let scope = Scope::of(path, Default::default());
            compare_words(walk, &scope, &pair);
            compare_rest(walk, &scope, &pair, &methods);
        }
    }
}

fn scope<'d>(operation: &Operation<'d>) -> Scope<'d> {
    Scope::of(&operation.label(), operation.names())
}
