//! A contract in memory: its content as JSON, and where in the file each part of it stands.

use std::collections::BTreeMap;
use std::fmt;

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use serde_json::{Map, Number, Value};

use crate::error::Error;

/// A place in the text of a contract.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Position {
    /// Line, counted from 1.
    pub line: usize,
    /// Column, counted from 1, in characters.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

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
    /// [`Error::Yaml`] when the text is not one YAML document, or has a key twice in one mapping.
    pub fn parse(origin: &str, text: &str) -> Result<Self, Error> {
        let yaml = |position: Position, message: String| Error::Yaml {
            origin: origin.to_owned(),
            position,
            message,
        };
        let nodes = MarkedYaml::load_from_str(text).map_err(|cause| {
            let at = cause.marker();
            let position = Position {
                line: at.line(),
                column: at.col() + 1,
            };
            yaml(position, cause.info().to_owned())
        })?;
        let [root] = nodes.as_slice() else {
            let message = format!("expected one YAML document, found {}", nodes.len());
            return Err(yaml(Position { line: 1, column: 1 }, message));
        };
        let mut positions = BTreeMap::new();
        let value = convert(root, String::new(), position_of(root), &mut positions)
            .map_err(|(position, message)| yaml(position, message))?;
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

/// Appends one key to a JSON pointer.
pub(crate) fn child(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

fn position_of(node: &MarkedYaml<'_>) -> Position {
    Position {
        line: node.span.start.line(),
        column: node.span.start.col() + 1,
    }
}

fn convert(
    node: &MarkedYaml<'_>,
    pointer: String,
    position: Position,
    positions: &mut BTreeMap<String, Position>,
) -> Result<Value, (Position, String)> {
    let value = match &node.data {
        YamlData::Value(scalar) => match scalar {
            Scalar::Null => Value::Null,
            Scalar::Boolean(value) => Value::Bool(*value),
            Scalar::Integer(value) => Value::Number((*value).into()),
            Scalar::FloatingPoint(value) => Number::from_f64(value.into_inner())
                .map(Value::Number)
                .ok_or_else(|| (position_of(node), "not a number that JSON has".to_owned()))?,
            Scalar::String(text) => Value::String(text.to_string()),
        },
        YamlData::Sequence(items) => {
            let mut list = Vec::with_capacity(items.len());
            for (index, item) in items.iter().enumerate() {
                let pointer = child(&pointer, &index.to_string());
                list.push(convert(item, pointer, position_of(item), positions)?);
            }
            Value::Array(list)
        }
        YamlData::Mapping(entries) => {
            let mut sorted = BTreeMap::new();
            for (key, item) in entries {
                let name = key_text(key)
                    .ok_or_else(|| (position_of(key), "a key has to be a string".to_owned()))?;
                let pointer = child(&pointer, &name);
                let item = convert(item, pointer, position_of(key), positions)?;
                sorted.insert(name, item);
            }
            Value::Object(sorted.into_iter().collect::<Map<_, _>>())
        }
        _ => {
            return Err((
                position_of(node),
                "a tag or alias that JSON has not".to_owned(),
            ));
        }
    };
    positions.insert(pointer, position);
    Ok(value)
}

fn key_text(key: &MarkedYaml<'_>) -> Option<String> {
    match &key.data {
        YamlData::Value(Scalar::String(text)) => Some(text.to_string()),
        YamlData::Value(Scalar::Integer(number)) => Some(number.to_string()),
        _ => None,
    }
}
