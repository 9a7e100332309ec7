//! The operations of a contract, and which of two contracts are the same one.

use std::collections::BTreeSet;

use super::node::Node;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// An operation.
#[derive(Clone, Debug)]
pub(super) struct Operation<'d> {
    /// `operationId`, empty where there is none.
    pub(super) id: &'d str,
    /// The method in capitals.
    pub(super) method: String,
    /// The path template.
    pub(super) path: &'d str,
    /// Its path item.
    pub(super) item: Node<'d>,
    /// The operation itself.
    pub(super) node: Node<'d>,
}

impl Operation<'_> {
    /// How messages call it where they speak of it.
    pub(super) fn label(&self) -> String {
        let Self {
            id, method, path, ..
        } = self;
        if id.is_empty() {
            format!("{method} {path}")
        } else {
            format!("{id} ({method} {path})")
        }
    }

    /// How messages call it where they list it, as a set of one.
    pub(super) fn names(&self) -> BTreeSet<String> {
        let Self {
            id, method, path, ..
        } = self;
        BTreeSet::from([if id.is_empty() {
            format!("{method} {path}")
        } else {
            (*id).to_owned()
        }])
    }

    /// Where requests go: the method and the path, whatever its parameters are called.
    pub(super) fn address(&self) -> (&str, String) {
        (&self.method, shape(self.path))
    }
}

/// All operations, by path and method.
pub(super) fn operations<'d>(root: &Node<'d>) -> Vec<Operation<'d>> {
    let mut found = Vec::new();
    for (path, item) in root.child("paths").entries() {
        let item = item.follow();
        for method in METHODS {
            let node = item.child(method);
            if node.value().is_some() {
                found.push(Operation {
                    id: node.text("operationId").unwrap_or(""),
                    method: method.to_uppercase(),
                    path,
                    item: item.clone(),
                    node,
                });
            }
        }
    }
    found
}

/// Operations as they correspond.
#[derive(Debug, Default)]
pub(super) struct Matched<'d> {
    /// Those that both have, before and after.
    pub(super) both: Vec<(Operation<'d>, Operation<'d>)>,
    /// Those that are gone.
    pub(super) gone: Vec<Operation<'d>>,
    /// Those that are new.
    pub(super) new: Vec<Operation<'d>>,
}

/// Finds each operation again, by its name or else by its address.
pub(super) fn matched<'d>(base: Vec<Operation<'d>>, mut left: Vec<Operation<'d>>) -> Matched<'d> {
    let mut matched = Matched::default();
    let mut renamed = Vec::new();
    for before in base {
        let same = |it: &Operation<'_>| !it.id.is_empty() && it.id == before.id;
        match left.iter().position(same) {
            Some(found) => matched.both.push((before, left.remove(found))),
            None => renamed.push(before),
        }
    }
    for before in renamed {
        match left.iter().position(|it| it.address() == before.address()) {
            Some(found) => matched.both.push((before, left.remove(found))),
            None => matched.gone.push(before),
        }
    }
    matched.new = left;
    matched
}

/// A path template without the names of its parameters.
pub(super) fn shape(path: &str) -> String {
    let segments = path.split('/');
    let blank = |segment| match parameter(segment) {
        Some(_) => "{}",
        None => segment,
    };
    segments.map(blank).collect::<Vec<_>>().join("/")
}

/// The names of the parameters of a path template, in order.
pub(super) fn template_names(path: &str) -> Vec<&str> {
    path.split('/').filter_map(parameter).collect()
}

fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}
