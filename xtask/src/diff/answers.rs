//! What changed about the answers of an operation.

use super::bodies::compare_content;
use super::change::Severity::{Major, Minor};
use super::documentation::{compare_rest, compare_words};
use super::pair::{Entry, Pair};
use super::schema;
use super::walk::{Direction, Scope, Walk};

/// Notes what changed about the answers of one operation.
pub(super) fn compare<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, responses: &Pair<'d>) {
    let scope = scope.toward(Direction::Received);
    for entry in responses.entries() {
        match entry {
            Entry::Gone(status, node) if is_success(status) => {
                let detail = "the success is gone";
                walk.report(&scope.part(status), Major, "success-removed", &node, detail);
            }
            Entry::Gone(status, node) => {
                let detail = "the error is gone";
                walk.report(&scope.part(status), Minor, "error-removed", &node, detail);
            }
            Entry::New(status, node) if is_success(status) => {
                let detail = "the success is new";
                walk.report(&scope.part(status), Minor, "success-added", &node, detail);
            }
            Entry::New(status, node) => {
                let detail = "the error is new";
                walk.report(&scope.part(status), Minor, "error-added", &node, detail);
            }
            Entry::Both(status, written) => {
                let (scope, pair) = walk.enter(&scope.part(status), &written);
                compare_answer(walk, &scope, &pair);
            }
        }
    }
}

fn is_success(status: &str) -> bool {
    status.starts_with('2')
}

fn compare_answer<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>) {
    compare_headers(walk, scope, &pair.child("headers"));
    let content = pair.child("content");
    compare_content(walk, scope, &content);
    compare_words(walk, scope, pair);
    compare_rest(walk, scope, pair, &["content", "headers"]);
}

fn compare_headers<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, headers: &Pair<'d>) {
    let mut left: Vec<_> = headers.revision.entries().collect();
    for (name, base) in headers.base.entries() {
        let same = |(other, _): &(&String, _)| other.eq_ignore_ascii_case(name);
        let Some(found) = left.iter().position(same) else {
            let detail = format!("the header `{name}` is gone");
            walk.report(scope, Major, "header-removed", &base, detail);
            continue;
        };
        let (_, revision) = left.remove(found);
        let (scope, pair) = walk.enter(&scope.part(name), &Pair { base, revision });
        compare_header(walk, &scope, &pair);
    }
    for (name, node) in left {
        let detail = format!("the header `{name}` is new");
        walk.report(scope, Minor, "header-added", &node, detail);
    }
}

fn compare_header<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>) {
    match (pair.base.flag("required"), pair.revision.flag("required")) {
        (true, false) => {
            let detail = "may be missing now";
            walk.report(
                scope,
                Major,
                "header-optional",
                &pair.spot("required"),
                detail,
            );
        }
        (false, true) => {
            let detail = "is always there now";
            walk.report(
                scope,
                Minor,
                "header-required",
                &pair.spot("required"),
                detail,
            );
        }
        _ => {}
    }
    let inner = pair.child("schema");
    let mut known = vec!["required"];
    if inner.base.value().is_some() && inner.revision.value().is_some() {
        schema::compare(walk, scope, &inner);
        known.push("schema");
    }
    compare_words(walk, scope, pair);
    compare_rest(walk, scope, pair, &known);
}
