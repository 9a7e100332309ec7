//! Where the parts of an event stand in its text, found in one pass that allocates next to nothing.

use std::fmt;
use std::ops::Range;

use opentact_client::tolerant;
use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::entity::Entity;
use crate::models::EventType;

/// A field of an event that has an accessor.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Field {
    Uuid,
    CreatedOn,
    ModifiedOn,
    Timestamp,
    Type,
    Message,
    Payload,
    RefId,
    Account,
    DeliveryReport,
    Success,
    Command,
}

impl Field {
    /// All of them with their keys; the place in this list is the variant's own number.
    pub(super) const ALL: [(&'static str, Self); 12] = [
        ("uuid", Self::Uuid),
        ("created_on", Self::CreatedOn),
        ("modified_on", Self::ModifiedOn),
        ("timestamp", Self::Timestamp),
        ("type", Self::Type),
        ("message", Self::Message),
        ("payload", Self::Payload),
        ("ref_id", Self::RefId),
        ("account", Self::Account),
        ("delivery_report", Self::DeliveryReport),
        ("success", Self::Success),
        ("command", Self::Command),
    ];
}

/// Where the parts of an event stand.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Layout {
    pub(super) kind: EventType,
    fields: [Range<usize>; Field::ALL.len()],
    /// Those that are not null, in the order of the text.
    pub(super) entities: Vec<(Entity, Range<usize>)>,
}

impl Layout {
    /// Reads a text that is a JSON object.
    ///
    /// A key that comes twice counts where it comes last, as everywhere in `serde_json`.
    pub(super) fn of(text: &str) -> serde_json::Result<Self> {
        let mut json = serde_json::Deserializer::from_str(text);
        let layout = json.deserialize_map(Parts { text })?;
        json.end()?;
        Ok(layout)
    }

    /// Where a field's value stands; `None` where the field is missing.
    pub(super) fn place(&self, field: Field) -> Option<Range<usize>> {
        let place = self.fields[field as usize].clone();
        // No value stands at the very beginning, which is the object's brace.
        (place.end > 0).then_some(place)
    }
}

/// What a key of an event stands for.
enum Key {
    Field(Field),
    Entity(Entity),
    Other,
}

impl Key {
    fn of(key: &str) -> Self {
        if let Some((_, field)) = Field::ALL.iter().find(|(name, _)| *name == key) {
            return Self::Field(*field);
        }
        Entity::of_key(key).map_or(Self::Other, Self::Entity)
    }
}

/// Reads a key without keeping it.
struct Keys;

impl<'de> DeserializeSeed<'de> for Keys {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Keys {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(Key::of(key))
    }
}

struct Parts<'t> {
    text: &'t str,
}

impl Parts<'_> {
    /// Where a part of the text stands in it.
    fn place(&self, part: &RawValue) -> Range<usize> {
        let start = part.get().as_ptr() as usize - self.text.as_ptr() as usize;
        start..start + part.get().len()
    }
}

impl<'de> Visitor<'de> for Parts<'de> {
    type Value = Layout;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Layout, A::Error> {
        let mut fields: [Range<usize>; Field::ALL.len()] = Default::default();
        let mut entities = Vec::new();
        while let Some(key) = map.next_key_seed(Keys)? {
            let value: &'de RawValue = map.next_value()?;
            match key {
                Key::Field(field) => fields[field as usize] = self.place(value),
                Key::Entity(entity) => {
                    entities.retain(|(it, _)| *it != entity);
                    if value.get() != "null" {
                        entities.push((entity, self.place(value)));
                    }
                }
                Key::Other => {}
            }
        }
        let kind = self.text.get(fields[Field::Type as usize].clone());
        let kind = kind.unwrap_or_default();
        Ok(Layout {
            kind: read_kind(kind),
            fields,
            entities,
        })
    }
}

/// Reads a type. A number is kept as its JSON; what could hold anything is not, as kinds are shown.
fn read_kind(json: &str) -> EventType {
    if json.starts_with(['{', '[']) {
        return EventType::from("");
    }
    tolerant::from_slice(json.as_bytes()).unwrap_or_else(|_| EventType::from(json))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_fields_is_in_the_order_of_their_numbers() {
        for (number, (_, field)) in Field::ALL.iter().enumerate() {
            assert_eq!(*field as usize, number);
        }
    }

    #[test]
    fn a_key_stands_for_one_thing() {
        let mut keys: Vec<&str> = Field::ALL.iter().map(|(key, _)| *key).collect();
        keys.extend(Entity::ALL.iter().map(|it| it.as_str()));
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
        assert_eq!(Entity::ALL.len(), 17);
    }
}
