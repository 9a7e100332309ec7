//! What changed about the bodies of requests, and about content either way.

use super::change::Severity::{Major, Minor};
use super::documentation::{compare_rest, compare_words};
use super::pair::{Entry, Pair};
use super::schema;
use super::walk::{Direction, Scope, Walk};

/// Notes what changed about the request body of one operation.
pub(super) fn compare<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, operation: &Pair<'d>) {
    let scope = scope.toward(Direction::Sent);
    let written = operation.child("requestBody");
    match (written.base.value(), written.revision.value()) {
        (None, None) => {}
        (Some(_), None) => {
            let detail = "takes no body any more";
            walk.report(&scope, Major, "body-removed", &written.base, detail);
        }
        (None, Some(_)) if written.revision.follow().flag("required") => {
            let detail = "takes a body, which is required";
            walk.report(&scope, Major, "body-added", &written.revision, detail);
        }
        (None, Some(_)) => {
            let detail = "may take a body";
            walk.report(&scope, Minor, "body-added", &written.revision, detail);
        }
        (Some(_), Some(_)) => {
            let (scope, pair) = walk.enter(&scope, &written);
            compare_body(walk, &scope, &pair);
        }
    }
}

fn compare_body<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, pair: &Pair<'d>) {
    match (pair.base.flag("required"), pair.revision.flag("required")) {
        (false, true) => {
            let detail = "the body is required now";
            walk.report(
                scope,
                Major,
                "body-required",
                &pair.spot("required"),
                detail,
            );
        }
        (true, false) => {
            let detail = "the body is optional now";
            walk.report(
                scope,
                Minor,
                "body-optional",
                &pair.spot("required"),
                detail,
            );
        }
        _ => {}
    }
    compare_content(walk, scope, &pair.child("content"));
    compare_words(walk, scope, pair);
    compare_rest(walk, scope, pair, &["content", "required"]);
}

/// Notes what changed about content: its media types and their schemas.
pub(super) fn compare_content<'d>(walk: &mut Walk<'d>, scope: &Scope<'d>, content: &Pair<'d>) {
    for entry in content.entries() {
        match entry {
            Entry::Gone(media, node) => {
                let detail = format!("{media} is gone");
                walk.report(scope, Major, "media-type-removed", &node, detail);
            }
            Entry::New(media, node) => {
                let detail = format!("{media} is new");
                walk.report(scope, Minor, "media-type-added", &node, detail);
            }
            Entry::Both(_, pair) => {
                let inner = pair.child("schema");
                let mut known = Vec::new();
                if inner.base.value().is_some() && inner.revision.value().is_some() {
                    schema::compare(walk, scope, &inner);
                    known.push("schema");
                }
                compare_words(walk, scope, &pair);
                compare_rest(walk, scope, &pair, &known);
            }
        }
    }
}
