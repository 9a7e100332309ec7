//! Servers: constants are named after their descriptions, and the first is where a caller starts.

use super::change::Severity::{Major, Minor};
use super::documentation::compare_rest;
use super::node::Node;
use super::pair::Pair;
use super::walk::{Scope, Walk};

/// Notes what changed in the list of servers.
pub(super) fn compare(walk: &mut Walk<'_>) {
    let lists = walk.roots.child("servers");
    let before = lists.base.items();
    let mut left = lists.revision.items();
    let mut first_became = None;
    for (index, base) in before.iter().enumerate() {
        let Some(found) = successor(base, &left) else {
            let detail = format!("the server at {} is gone", url(base));
            walk.report(&scope(base), Major, "server-removed", base, detail);
            continue;
        };
        let revision = left.remove(found);
        if index == 0 {
            first_became = Some(revision.pointer.clone());
        }
        compare_one(
            walk,
            &Pair {
                base: base.clone(),
                revision,
            },
        );
    }
    for revision in left {
        let detail = format!("a server at {} is new", url(&revision));
        walk.report(&scope(&revision), Minor, "server-added", &revision, detail);
    }
    if let Some(first) = first_became.filter(|pointer| pointer != "/servers/0") {
        let node = lists.revision.elsewhere(&first);
        let detail = "is no longer the first server, which callers start with";
        walk.report(&scope(&node), Major, "server-order", &node, detail);
    }
}

/// The server that has the name, or else the address.
fn successor(base: &Node<'_>, candidates: &[Node<'_>]) -> Option<usize> {
    let same_name = |it: &Node<'_>| it.text("description") == base.text("description");
    let same_url = |it: &Node<'_>| url(it) == url(base);
    let both = candidates
        .iter()
        .position(|it| same_name(it) && same_url(it));
    both.or_else(|| candidates.iter().position(same_name))
        .or_else(|| candidates.iter().position(same_url))
}

fn compare_one<'d>(walk: &mut Walk<'d>, pair: &Pair<'d>) {
    let scope = scope(&pair.revision);
    let (before, after) = pair.text("description");
    if before != after {
        let detail = format!("is called `{}` no more", before.unwrap_or(""));
        let node = pair.spot("description");
        walk.report(&scope, Major, "server-renamed", &node, detail);
    }
    let (before, after) = (url(&pair.base), url(&pair.revision));
    if before != after {
        let detail = format!("{before} -> {after}");
        walk.report(
            &scope,
            Major,
            "server-url-changed",
            &pair.revision.child("url"),
            detail,
        );
    }
    compare_rest(walk, &scope, pair, &["url"]);
}

fn url<'d>(server: &Node<'d>) -> &'d str {
    server.text("url").unwrap_or("").trim_end_matches('/')
}

fn scope<'d>(server: &Node<'d>) -> Scope<'d> {
    let name = server.text("description").unwrap_or_else(|| url(server));
    Scope::of(name, Default::default())
}
