//! What changed about the parameters of an operation.

use super::change::Severity::{Major, Minor};
use super::documentation::{compare_rest, compare_words};
use super::node::Node;
use super::operation::{Operation, template_names};
use super::pair::Pair;
use super::schema;
use super::walk::{Direction, Scope, Walk};

/// A parameter that applies to an operation.
#[derive(Clone, Debug)]
struct Parameter<'d> {
    /// As it stands in the list.
    written: Node<'d>,
    /// Where its reference leads.
    target: Node<'d>,
    /// Its place in the request.
    location: &'d str,
    /// Its name.
    name: &'d str,
    /// What makes it the same one: its name, or for a path its place in the template.
    key: String,
}

/// Notes what changed about the parameters of one operation.
pub(super) fn compare<'d>(
    walk: &mut Walk<'d>,
    scope: &Scope<'d>,
    before: &Operation<'d>,
    after: &Operation<'d>,
) {
    let scope = scope.toward(Direction::Sent);
    let mut left = parameters(after);
    let mut gone = Vec::new();
    for base in parameters(before) {
        let same = |it: &Parameter<'_>| (it.location, &it.key) == (base.location, &base.key);
        match left.iter().position(same) {
            Some(found) => compare_one(walk, &scope, &base, &left.remove(found)),
            None => gone.push(base),
        }
    }
    for base in gone {
        let scope = scope.part(base.name);
        if let Some(found) = left.iter().position(|it| it.name == base.name) {
            let moved = left.remove(found);
            let detail = format!("was in the {}, is in the {}", base.location, moved.location);
            let node = moved.target.child("in");
            walk.report(&scope, Major, "parameter-moved", &node, detail);
        } else {
            let detail = format!("the {} parameter is gone", base.location);
            walk.report(&scope, Major, "parameter-removed", &base.written, detail);
        }
    }
    for new in left {
        let (severity, word) = if new.target.flag("required") {
            (Major, "required")
        } else {
            (Minor, "optional")
        };
        let detail = format!("a {word} {} parameter is new", new.location);
        let scope = scope.part(new.name);
        walk.report(&scope, severity, "parameter-added", &new.written, detail);
    }
}

fn compare_one<'d>(
    walk: &mut Walk<'d>,
    scope: &Scope<'d>,
    base: &Parameter<'d>,
    revision: &Parameter<'d>,
) {
    let written = Pair {
        base: base.written.clone(),
        revision: revision.written.clone(),
    };
    let (scope, pair) = walk.enter(&scope.part(revision.name), &written);
    // A header's name may be written in any case.
    let changed_case = base.location == "header" && base.key == revision.key;
    if base.name != revision.name && !changed_case {
        let detail = format!("was called `{}`", base.name);
        walk.report(
            &scope,
            Major,
            "parameter-renamed",
            &pair.revision.child("name"),
            detail,
        );
    }
    match (pair.base.flag("required"), pair.revision.flag("required")) {
        (false, true) => {
            let detail = "is required now";
            walk.report(
                &scope,
                Major,
                "parameter-required",
                &pair.spot("required"),
                detail,
            );
        }
        (true, false) => {
            let detail = "is optional now";
            walk.report(
                &scope,
                Minor,
                "parameter-optional",
                &pair.spot("required"),
                detail,
            );
        }
        _ => {}
    }
    let inner = pair.child("schema");
    let mut known = vec!["in", "name", "required"];
    if inner.base.value().is_some() && inner.revision.value().is_some() {
        schema::compare(walk, &scope, &inner);
        known.push("schema");
    }
    compare_words(walk, &scope, &pair);
    compare_rest(walk, &scope, &pair, &known);
}

/// The parameters that apply: those of the operation, and those of its path that it does not replace.
fn parameters<'d>(operation: &Operation<'d>) -> Vec<Parameter<'d>> {
    let template = template_names(operation.path);
    let mut found: Vec<Parameter<'d>> = Vec::new();
    let own = operation.node.child("parameters").items();
    for written in own
        .into_iter()
        .chain(operation.item.child("parameters").items())
    {
        let target = written.follow();
        let location = target.text("in").unwrap_or("");
        let name = target.text("name").unwrap_or("");
        let place = template.iter().position(|it| *it == name);
        let key = match (location, place) {
            ("path", Some(place)) => format!("segment {place}"),
            ("header", _) => name.to_ascii_lowercase(),
            _ => name.to_owned(),
        };
        if !found
            .iter()
            .any(|it| (it.location, &it.key) == (location, &key))
        {
            found.push(Parameter {
                written,
                target,
                location,
                name,
                key,
            });
        }
    }
    found
}
