//! What a search is sorted by: fields, each with its direction, in the order of their weight.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Fields to sort by, each with its direction; the first weighs most. In JSON it is an object.
///
/// ```
/// # mod opentact { pub use opentact_client::{SortOrder, types as models}; }
/// use opentact::SortOrder;
/// use opentact::models::Sort;
///
/// let mut order = SortOrder::default();
/// order.push("state", Sort::Asc);
/// order.push("created_on", Sort::Desc);
/// assert_eq!(serde_json::to_string(&order)?, r#"{"state":"ASC","created_on":"DESC"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SortOrder<D>(Vec<(String, D)>);

impl<D> SortOrder<D> {
    /// Adds a field; one that is there already gets the direction.
    pub fn push(&mut self, field: impl Into<String>, direction: D) {
        let field = field.into();
        match self.0.iter_mut().find(|(name, _)| *name == field) {
            Some((_, known)) => *known = direction,
            None => self.0.push((field, direction)),
        }
    }

    /// The fields and their directions.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &D)> {
        self.0
            .iter()
            .map(|(name, direction)| (name.as_str(), direction))
    }
}

impl<D> Default for SortOrder<D> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<D: Serialize> Serialize for SortOrder<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (field, direction) in self.iter() {
            map.serialize_entry(field, direction)?;
        }
        map.end()
    }
}

impl<'de, D: Deserialize<'de>> Deserialize<'de> for SortOrder<D> {
    fn deserialize<R: Deserializer<'de>>(deserializer: R) -> Result<Self, R::Error> {
        struct Object<D>(PhantomData<fn() -> D>);
        impl<'de, D: Deserialize<'de>> Visitor<'de> for Object<D> {
            type Value = SortOrder<D>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of fields and directions")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut order = SortOrder::default();
                while let Some((field, direction)) = map.next_entry::<String, D>()? {
                    order.push(field, direction);
                }
                Ok(order)
            }
        }
        deserializer.deserialize_map(Object(PhantomData))
    }
}

#[cfg(feature = "schemars")]
impl<D: schemars::JsonSchema> schemars::JsonSchema for SortOrder<D> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("SortOrder_of_{}", D::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<String, D>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_field_weighs_most_and_none_comes_twice() {
        let mut order = SortOrder::default();
        for (field, direction) in [("tn", 'A'), ("created_on", 'D'), ("tn", 'D')] {
            order.push(field, direction);
        }
        let json = serde_json::to_string(&order).unwrap();
        assert_eq!(json, r#"{"tn":"D","created_on":"D"}"#);
        assert_eq!(
            serde_json::from_str::<SortOrder<char>>(&json).unwrap(),
            order
        );
        assert!(serde_json::from_str::<SortOrder<char>>("[]").is_err());
    }
}
