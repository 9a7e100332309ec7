//! A part of a contract, and where it stands.

use std::collections::BTreeSet;

use opentact_codegen::{Document, Position};
use serde_json::{Map, Value};

/// A part of a contract: where it stands; it need not exist.
#[derive(Clone, Debug)]
pub(super) struct Node<'d> {
    document: &'d Document,
    pub(super) pointer: String,
    value: Option<&'d Value>,
}

impl<'d> Node<'d> {
    /// The part that a JSON pointer names.
    pub(super) fn at(document: &'d Document, pointer: &str) -> Self {
        Self {
            document,
            pointer: pointer.to_owned(),
            value: document.value().pointer(pointer),
        }
    }

    /// The part under a key or an index of this one.
    pub(super) fn child(&self, key: &str) -> Self {
        let value = match self.value {
            Some(Value::Object(fields)) => fields.get(key),
            Some(Value::Array(items)) => key.parse().ok().and_then(|index: usize| items.get(index)),
            _ => None,
        };
        let key = key.replace('~', "~0").replace('/', "~1");
        Self {
            document: self.document,
            pointer: format!("{}/{key}", self.pointer),
            value,
        }
    }

    /// Another part of the same contract.
    pub(super) fn elsewhere(&self, pointer: &str) -> Self {
        Self::at(self.document, pointer)
    }

    /// The content, if there is any.
    pub(super) fn value(&self) -> Option<&'d Value> {
        self.value
    }

    /// What stands under a key.
    pub(super) fn get(&self, key: &str) -> Option<&'d Value> {
        self.value()?.get(key)
    }

    /// The text under a key.
    pub(super) fn text(&self, key: &str) -> Option<&'d str> {
        self.get(key)?.as_str()
    }

    /// Whether a key says `true`.
    pub(super) fn flag(&self, key: &str) -> bool {
        self.get(key) == Some(&Value::Bool(true))
    }

    /// The entries of a mapping; none of anything else.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'d String, Self)> + use<'_, 'd> {
        self.fields()
            .into_iter()
            .flat_map(|fields| fields.keys().map(|key| (key, self.child(key))))
    }

    /// The items of a list; none of anything else.
    pub(super) fn items(&self) -> Vec<Self> {
        let count = self
            .value()
            .and_then(Value::as_array)
            .map_or(0, |items| items.len());
        (0..count)
            .map(|index| self.child(&index.to_string()))
            .collect()
    }

    /// The strings of a list.
    pub(super) fn texts(&self) -> BTreeSet<&'d str> {
        let items = self.value().and_then(Value::as_array);
        items
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }

    /// What stands at the end of the references from here; the node itself where that is nowhere.
    pub(super) fn follow(&self) -> Self {
        match self.document.follow(&self.pointer) {
            Some((pointer, _)) => Self::at(self.document, &pointer),
            None => self.clone(),
        }
    }

    /// The name of the component that this node is as a whole.
    pub(super) fn component(&self) -> Option<String> {
        let mut parts = self.pointer.strip_prefix("/components/")?.split('/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(_), Some(name), None) => Some(name.replace("~1", "/").replace("~0", "~")),
            _ => None,
        }
    }

    /// The file that it stands in.
    pub(super) fn origin(&self) -> &'d str {
        self.document.origin()
    }

    /// Where in the file.
    pub(super) fn position(&self) -> Position {
        self.document.position(&self.pointer)
    }

    /// The mapping that it is.
    pub(super) fn fields(&self) -> Option<&'d Map<String, Value>> {
        self.value()?.as_object()
    }
}
