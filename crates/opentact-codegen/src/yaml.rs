//! Reads YAML as the JSON that it stands for, with the position of everything in it.

use std::collections::BTreeMap;

use saphyr::{LoadableYamlNode, MarkedYaml, Marker, Scalar, ScanError, YamlData, YamlLoader};
use saphyr_parser::Parser;
use serde_json::{Number, Value};

use crate::position::Position;

/// Where something is not as it should be, and what to do about it.
pub(crate) type Refusal = (Position, String);

/// A value, and the positions in it by JSON pointer.
pub(crate) type Read = (Value, BTreeMap<String, Position>);

/// Reads a text that is one YAML document without tags, merge keys and repeated keys.
pub(crate) fn read(text: &str) -> Result<Read, Refusal> {
    let nodes = load(text)?;
    let [root] = nodes.as_slice() else {
        let message = format!("{} YAML documents; leave one", nodes.len());
        return Err((Position { line: 1, column: 1 }, message));
    };
    let mut positions = BTreeMap::new();
    let value = convert(root, String::new(), position_of(root), &mut positions)?;
    Ok((value, positions))
}

fn load(text: &str) -> Result<Vec<MarkedYaml<'static>>, Refusal> {
    let cause = match MarkedYaml::load_from_str(text) {
        Ok(nodes) => return Ok(nodes),
        Err(cause) => cause,
    };
    let at = *cause.marker();
    let message = match cause.info() {
        "duplicated key in mapping" => first_key(text, at).map_err(|cause| refusal(&cause))?,
        "while parsing a quoted scalar, found invalid Unicode character escape code" => {
            match join_surrogates(text, at.index()) {
                Some(joined) => return load(&joined),
                None => None,
            }
        }
        _ => None,
    };
    let (position, other) = refusal(&cause);
    Err((position, message.unwrap_or(other)))
}

fn refusal(cause: &ScanError) -> Refusal {
    let message = format!("{}; mend the YAML", cause.info());
    (position_at(cause.marker()), message)
}

/// What to say about a key that is in its mapping already.
fn first_key(text: &str, again: Marker) -> Result<Option<String>, ScanError> {
    let mut loader = YamlLoader::<MarkedYaml<'_>>::default();
    loader.allow_duplicate_keys(true);
    Parser::new_from_str(text).load(&mut loader, true)?;
    let nodes = loader.into_documents();
    let first = nodes.iter().find_map(|node| find_first(node, again));
    Ok(first.and_then(|key| Some(repeated(&key_text(key)?, position_of(key)))))
}

/// A loader that takes duplicates leaves the first key with the last value: the other one stood
/// between these two.
fn find_first<'n>(node: &'n MarkedYaml<'_>, again: Marker) -> Option<&'n MarkedYaml<'n>> {
    let is_between = |key: &MarkedYaml<'_>, item: &MarkedYaml<'_>| {
        key.span.start.index() < again.index() && again.index() < item.span.start.index()
    };
    match &node.data {
        YamlData::Mapping(entries) => entries.iter().find_map(|(key, item)| {
            let found = is_between(key, item).then_some(key);
            found.or_else(|| find_first(item, again))
        }),
        YamlData::Sequence(items) => items.iter().find_map(|item| find_first(item, again)),
        _ => None,
    }
}

fn repeated(name: &str, first: Position) -> String {
    format!("the key reads `{name}`, like the one at {first}; leave one of the two out")
}

/// JSON writes what is beyond the first 65,536 characters as two escapes, which YAML does not know.
/// Makes one escape of them in the scalar whose quotation mark is the character at `start`.
fn join_surrogates(text: &str, start: usize) -> Option<String> {
    let (start, _) = text.char_indices().nth(start).filter(|it| it.1 == '"')?;
    let (before, mut rest) = text.split_at(start + 1);
    let mut joined = before.to_owned();
    let mut is_changed = false;
    // What follows on the line stays in its column.
    let mut padding = String::new();
    while !rest.starts_with('"') {
        let length = if let Some(character) = surrogates(rest) {
            joined.push_str(&format!("\\U{:08x}", u32::from(character)));
            padding.push_str("  ");
            is_changed = true;
            rest = &rest[12..];
            continue;
        } else {
            let mut characters = rest.chars();
            match characters.next()? {
                '\\' => 1 + characters.next()?.len_utf8(),
                '\n' => {
                    padding.clear();
                    1
                }
                other => other.len_utf8(),
            }
        };
        let (plain, after) = rest.split_at(length);
        joined.push_str(plain);
        rest = after;
    }
    let rest = rest.strip_prefix('"')?;
    is_changed.then(|| format!("{joined}\"{padding}{rest}"))
}

/// The character of the two escapes that a text starts with.
fn surrogates(text: &str) -> Option<char> {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let pair = char::decode_utf16([unit(0)?, unit(6)?]).next()?.ok()?;
    (pair.len_utf16() == 2).then_some(pair)
}

fn position_of(node: &MarkedYaml<'_>) -> Position {
    position_at(&node.span.start)
}

fn position_at(marker: &Marker) -> Position {
    Position {
        line: marker.line(),
        column: marker.col() + 1,
    }
}

/// Appends one key to a JSON pointer.
pub(crate) fn child(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

fn convert(
    node: &MarkedYaml<'_>,
    pointer: String,
    position: Position,
    positions: &mut BTreeMap<String, Position>,
) -> Result<Value, Refusal> {
    let refuse =
        |node: &MarkedYaml<'_>, message: &str| Err((position_of(node), message.to_owned()));
    let value = match &node.data {
        YamlData::Value(scalar) => match scalar {
            Scalar::Null => Value::Null,
            Scalar::Boolean(value) => Value::Bool(*value),
            Scalar::Integer(value) => Value::Number((*value).into()),
            Scalar::FloatingPoint(value) => match Number::from_f64(value.into_inner()) {
                Some(number) => Value::Number(number),
                None => return refuse(node, "not a number that JSON has; write a finite one"),
            },
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
                let Some(name) = key_text(key) else {
                    return refuse(key, "a key has to be a string; put it in quotes");
                };
                if name == "<<" && key.span.end.index() - key.span.start.index() == name.len() {
                    return refuse(key, "a merge key, which JSON has not; write the keys out");
                }
                let place = position_of(key);
                let pointer = child(&pointer, &name);
                let item = convert(item, pointer, place, positions)?;
                if let Some((first, _)) = sorted.insert(name.clone(), (place, item)) {
                    return Err((place, repeated(&name, first)));
                }
            }
            let entries = sorted.into_iter().map(|(name, (_, item))| (name, item));
            Value::Object(entries.collect())
        }
        _ => {
            return refuse(
                node,
                "a tag or alias that JSON has not; write the value out",
            );
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
