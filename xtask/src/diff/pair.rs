//! The same part of two contracts.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::node::Node;

/// A part of the base, and what it has become in the revision.
#[derive(Clone, Debug)]
pub(super) struct Pair<'d> {
    pub(super) base: Node<'d>,
    pub(super) revision: Node<'d>,
}

impl<'d> Pair<'d> {
    /// What both have under a key.
    pub(super) fn child(&self, key: &str) -> Self {
        Self {
            base: self.base.child(key),
            revision: self.revision.child(key),
        }
    }

    /// What stands under a key, before and after.
    pub(super) fn get(&self, key: &str) -> (Option<&'d Value>, Option<&'d Value>) {
        (self.base.get(key), self.revision.get(key))
    }

    /// The texts under a key, before and after.
    pub(super) fn text(&self, key: &str) -> (Option<&'d str>, Option<&'d str>) {
        (self.base.text(key), self.revision.text(key))
    }

    /// Where a reader looks for a key: in the revision, or in the base if it is gone.
    pub(super) fn spot(&self, key: &str) -> Node<'d> {
        if self.revision.get(key).is_none() && self.base.get(key).is_some() {
            self.base.child(key)
        } else {
            self.revision.child(key)
        }
    }

    /// Where a reader looks for what differs: as deep as it is in one place.
    pub(super) fn difference(&self) -> Node<'d> {
        let differing: Vec<Entry<'d>> = self
            .entries()
            .into_iter()
            .filter(|entry| !matches!(entry, Entry::Both(_, it) if it.is_same()))
            .collect();
        match differing.as_slice() {
            [Entry::Both(_, pair)] => pair.difference(),
            [Entry::Gone(_, node) | Entry::New(_, node)] => node.clone(),
            _ if self.revision.value().is_none() => self.base.clone(),
            _ => self.revision.clone(),
        }
    }

    /// Whether both are written alike.
    pub(super) fn is_same(&self) -> bool {
        self.base.value() == self.revision.value()
    }

    /// The entries of two mappings: what is gone, what stayed, and what is new.
    pub(super) fn entries(&self) -> Vec<Entry<'d>> {
        let names: BTreeSet<&String> = [&self.base, &self.revision]
            .into_iter()
            .filter_map(Node::fields)
            .flat_map(Map::keys)
            .collect();
        names
            .into_iter()
            .map(|name| {
                let pair = self.child(name);
                match (pair.base.value(), pair.revision.value()) {
                    (_, None) => Entry::Gone(name, pair.base),
                    (None, _) => Entry::New(name, pair.revision),
                    _ => Entry::Both(name, pair),
                }
            })
            .collect()
    }
}

/// An entry of two mappings.
#[derive(Clone, Debug)]
pub(super) enum Entry<'d> {
    /// Only the base has it.
    Gone(&'d str, Node<'d>),
    /// Both have it.
    Both(&'d str, Pair<'d>),
    /// Only the revision has it.
    New(&'d str, Node<'d>),
}
