//! A contract in memory: its content as JSON, and where in the file each part of it stands.

use std::collections::BTreeMap;
use std::io;

use serde_json::Value;

use crate::error::Error;
use crate::extensions;
use crate::files::{self, Joined, Place};
use crate::position::Position;
pub(crate) use crate::yaml::child;

/// A contract: its content, and the position of everything in it.
#[derive(Clone, Debug)]
pub struct Document {
    /// The names of the files, the root first.
    files: Vec<String>,
    value: Value,
    places: BTreeMap<String, Place>,
    joints: BTreeMap<String, Place>,
}

impl Document {
    /// Reads a contract from the text of its one file; `origin` is the file's name, for messages.
    ///
    /// Maps are sorted by key, so that nothing derived from a contract depends on the order in
    /// which its author wrote it, nor on how a dependency was built.
    ///
    /// # Errors
    ///
    /// [`Error::Yaml`] when the text is not one YAML document, or is one that JSON cannot express:
    /// with a tag, a merge key, or two keys that read the same.
    pub fn parse(origin: &str, text: &str) -> Result<Self, Error> {
        Self::load(origin, &|name| {
            if name == origin {
                return Ok(text.to_owned());
            }
            let message = "there is no other file here";
            Err(io::Error::new(io::ErrorKind::NotFound, message))
        })
    }

    /// Reads a contract from its root and from the files that relative references in it name.
    ///
    /// A path of the root, and a component of it, may be a reference to another file
    /// (`$ref: schemas/tokens.yaml#/Token`), whose content then stands in its place. Any other
    /// reference to a file has to name such a component, or one that the root has inline. `read`
    /// gets the names of files as `root` is written.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), and where a file cannot be read or a reference leads to nothing.
    pub fn load(root: &str, read: &dyn Fn(&str) -> io::Result<String>) -> Result<Self, Error> {
        let Joined {
            files,
            value,
            places,
            joints,
        } = files::join(root, read)?;
        Ok(Self {
            files,
            value,
            places,
            joints,
        })
    }

    /// The same without the extensions that are not published.
    pub fn published(&self) -> Self {
        let mut published = self.clone();
        extensions::strip(&mut published.value);
        published
    }

    /// The same without what only this workspace reads: strict tools refuse a format that they do not
    /// know.
    pub fn for_others(&self) -> Self {
        let mut published = self.published();
        extensions::strip_formats(&mut published.value);
        published
    }

    /// The name of the root, as given to [`parse`](Self::parse) or [`load`](Self::load).
    pub fn origin(&self) -> &str {
        &self.files[0]
    }

    /// The names of all files that the contract is made of, the root first.
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// The content.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// File and position of what a JSON pointer names, or of its nearest ancestor that exists.
    pub fn place(&self, pointer: &str) -> (&str, Position) {
        let mut pointer = pointer;
        loop {
            if let Some((file, position)) = self.places.get(pointer) {
                return (&self.files[*file], *position);
            }
            match pointer.rfind('/') {
                Some(cut) => pointer = &pointer[..cut],
                None => return (&self.files[0], Position { line: 1, column: 1 }),
            }
        }
    }

    /// What to sort by for the order of the text: a part in a file of its own comes where the root
    /// refers to it.
    pub fn order(&self, pointer: &str) -> impl Ord + use<> {
        let place = self
            .joints
            .get(pointer)
            .or_else(|| self.places.get(pointer));
        place.copied().unwrap_or_default()
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
