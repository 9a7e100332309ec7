//! A field that may be missing, null or a value, which are three things.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An optional field that may also be null.
///
/// The server writes `"avatar": null` today and left `avatar` out before 2022; reading and writing
/// such a field back keeps the difference. Who does not care uses [`value`](Self::value).
///
/// ```
/// use opentact_client::Maybe;
///
/// let avatar: Maybe<String> = serde_json::from_str("null")?;
/// assert_eq!(avatar, Maybe::Null);
/// assert_eq!(avatar.value(), None);
/// assert_eq!(Maybe::<String>::default(), Maybe::Absent);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "JSON has no fourth case")]
pub enum Maybe<T> {
    /// The field is missing.
    #[default]
    Absent,
    /// The field is null.
    Null,
    /// The field has a value.
    Value(T),
}

impl<T> Maybe<T> {
    /// The value, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value itself, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Whether the field is missing.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T> From<T> for Maybe<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T: Serialize> Serialize for Maybe<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    struct Person {
        #[serde(default, skip_serializing_if = "Maybe::is_absent")]
        avatar: Maybe<String>,
    }

    #[test]
    fn missing_null_and_value_survive_a_round_trip() {
        for (text, avatar) in [
            ("{}", Maybe::Absent),
            (r#"{"avatar":null}"#, Maybe::Null),
            (r#"{"avatar":"x"}"#, Maybe::Value("x".to_owned())),
        ] {
            let person: Person = serde_json::from_str(text).unwrap();
            assert_eq!(person, Person { avatar });
            assert_eq!(serde_json::to_string(&person).unwrap(), text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_value_survives(text in proptest::option::of(proptest::option::of("\\PC{0,20}"))) {
            let avatar = match text {
                None => Maybe::Absent,
                Some(None) => Maybe::Null,
                Some(Some(text)) => Maybe::Value(text),
            };
            let person = Person { avatar };
            let json = serde_json::to_string(&person).unwrap();
            prop_assert_eq!(serde_json::from_str::<Person>(&json).unwrap(), person);
        }
    }
}
