//! A contract in memory: its content as JSON, and where in the file each part of it stands.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::error::Error;
use crate::position::Position;
use crate::yaml;
pub(crate) use crate::yaml::child;

/// A contract: its content, and the position of everything in it.
#[derive(Clone, Debug)]
pub struct Document {
    origin: String,
    value: Value,
    positions: BTreeMap<String, Position>,
}

impl Document {
    /// Reads a contract from its text; `origin` is the file's name, for messages.
    ///
    /// Maps are sorted by key, so that nothing derived from a contract depends on the order in
    /// which its author wrote it, nor on how a dependency was built.
    ///
    /// # Errors
    ///
    /// [`Error::Yaml`] when the text is not one YAML document, or is one that JSON cannot express:
    /// with a tag, a merge key, or two keys that read the same.
    pub fn parse(origin: &str, text: &str) -> Result<Self, Error> {
        let (value, positions) = yaml::read(text).map_err(|(position, message)| Error::Yaml {
            origin: origin.to_owned(),
            position,
            message,
        })?;
        Ok(Self {
            origin: origin.to_owned(),
            value,
            positions,
        })
    }

    /// The file's name, as given to [`parse`](Self::parse).
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The content.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The position of what a JSON pointer names, or of its nearest ancestor that exists.
    pub fn position(&self, pointer: &str) -> Position {
        let mut pointer = pointer;
        loop {
            if let Some(position) = self.positions.get(pointer) {
                return *position;
            }
            match pointer.rfind('/') {
                Some(cut) => pointer = &pointer[..cut],
                None => return Position { line: 1, column: 1 },
            }
        }
    }

    /// The part of the document that a local reference (`#/components/...`) names.
    pub fn resolve(&self, reference: &str) -> Option<&Value> {
        self.value.pointer(reference.strip_prefix('#')?)
    }

    /// Follows `$ref`s from `pointer` until something that is not a reference, and says where it is.
    ///
    /// `None` when a reference dangles or goes in a circle.
    pub fn follow<'d>(&'d self, pointer: &str) -> Option<(String, &'d Value)> {
        let mut pointer = pointer.to_owned();
        for _ in 0..16 {
            let value = self.value.pointer(&pointer)?;
            match value.get("$ref").and_then(Value::as_str) {
                Some(reference) => pointer = reference.strip_prefix('#')?.to_owned(),
                None => return Some((pointer, value)),
            }
        }
        None
    }
}
