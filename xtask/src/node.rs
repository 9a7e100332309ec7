//! A contract as a tree that keeps its author's order, which a reader of the published files expects.

use opentact_codegen::Document;
use serde_json::Value;

/// A part of a contract.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// Null, a boolean, a number or a text.
    Scalar(Value),
    /// A list.
    List(Vec<Self>),
    /// A mapping, in the order of the file.
    Map(Vec<(String, Self)>),
}

impl Node {
    /// What stands where nothing does.
    pub(crate) const NOTHING: &Self = &Self::Map(Vec::new());

    /// The whole contract: anchors are written out, references stay.
    pub(crate) fn of(document: &Document) -> Self {
        Self::at(document.value(), "", &|pointer| document.order(pointer))
    }

    /// A part, its mappings in the order of their entries' pointers.
    fn at<O: Ord>(value: &Value, pointer: &str, order: &dyn Fn(&str) -> O) -> Self {
        match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                let node = |(index, item)| Self::at(item, &format!("{pointer}/{index}"), order);
                Self::List(items.map(node).collect())
            }
            Value::Object(fields) => {
                let mut entries: Vec<_> = fields
                    .iter()
                    .map(|(key, field)| (key, field, child(pointer, key)))
                    .collect();
                entries.sort_by_key(|(.., pointer)| order(pointer));
                let entries = entries.into_iter();
                Self::map(entries.map(|(key, field, at)| (key, Self::at(field, &at, order))))
            }
            scalar => Self::Scalar(scalar.clone()),
        }
    }

    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Scalar(Value::String(text.into()))
    }

    /// A mapping of these entries.
    pub(crate) fn map<K: Into<String>>(entries: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::Map(
            entries
                .into_iter()
                .map(|(key, node)| (key.into(), node))
                .collect(),
        )
    }

    /// The entries of a mapping; nothing else has any.
    pub(crate) fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; nothing else has any.
    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The entry of a mapping by its key.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entries()
            .iter()
            .find_map(|(name, node)| (name == key).then_some(node))
    }

    /// The entry of a mapping by its key, to be changed.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        match self {
            Self::Map(entries) => entries
                .iter_mut()
                .find_map(|(name, node)| (name == key).then_some(node)),
            _ => None,
        }
    }

    /// The entries of the mapping at the end of these keys, if there is one, to be changed.
    pub(crate) fn entries_mut(&mut self, keys: &[&str]) -> Option<&mut Vec<(String, Self)>> {
        let end = keys.iter().try_fold(self, |node, key| node.get_mut(key));
        match end? {
            Self::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// What stands at the end of these keys, empty where nothing does.
    pub(crate) fn down(&self, keys: &[&str]) -> &Self {
        keys.iter()
            .try_fold(self, |node, key| node.get(key))
            .unwrap_or(Self::NOTHING)
    }

    /// The text itself, or of a mapping's entry.
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Scalar(value) => value.as_str(),
            _ => None,
        }
    }

    /// The text of an entry, empty where there is none.
    pub(crate) fn str(&self, key: &str) -> &str {
        self.get(key).and_then(Self::as_str).unwrap_or_default()
    }

    /// Whether an entry is `true`.
    pub(crate) fn is(&self, key: &str) -> bool {
        self.get(key) == Some(&Self::Scalar(Value::Bool(true)))
    }

    /// The same without its order.
    pub(crate) fn value(&self) -> Value {
        match self {
            Self::Scalar(value) => value.clone(),
            Self::List(items) => items.iter().map(Self::value).collect(),
            Self::Map(entries) => entries
                .iter()
                .map(|(key, node)| (key.clone(), node.value()))
                .collect(),
        }
    }
}

impl From<&Value> for Node {
    fn from(value: &Value) -> Self {
        Self::at(value, "", &str::to_owned)
    }
}

/// Appends one key to a JSON pointer.
pub(crate) fn child(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_file_is_kept_and_anchors_are_written_out() {
        let text = "z: &anchor\n  y: 1\n  b: [2, {d: 3, c: 4}]\na: *anchor\n";
        let document = Document::parse("x.yaml", text).unwrap();
        let node = Node::of(&document);
        let keys: Vec<_> = node.entries().iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["z", "a"]);
        assert_eq!(node.get("z"), node.get("a"));
        let (last, _) = &node.down(&["a", "b"]).items()[1].entries()[0];
        assert_eq!(last, "d");
        assert_eq!(&node.value(), document.value());
    }
}
