//! A field that may be missing, null or a value, which are three things.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An optional field that may also be null.
///
/// The server writes `"avatar": null` today and left `avatar` out before 2022; reading and writing
/// such a field back keeps the difference. Who does not care uses [`value`](Self::value), or
/// compares with a value.
///
/// ```
/// # use opentact_client as opentact;
/// use opentact::Maybe;
///
/// let avatar: Maybe<String> = serde_json::from_str("null")?;
/// assert!(avatar.is_null());
/// assert_eq!(avatar.as_deref(), None);
/// assert_eq!(Maybe::<String>::default(), Maybe::Absent);
/// assert!(Maybe::Value(true) == true);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A setter takes whatever becomes a `Maybe`. `None` becomes null, which empties the field; what is
/// to stay as it is is left out.
///
/// ```
/// # mod opentact { pub use opentact_client::types as models; }
/// use opentact::models::{Account, AccountLevel};
///
/// # let uuid = Default::default();
/// let account = Account::new(uuid, "ann@example.com", "Ann", AccountLevel::Level0)
///     .city("Zug")
///     .zip_code(None);
/// assert_eq!(account.city.as_deref(), Some("Zug"));
/// assert!(account.zip_code.is_null() && account.address1.is_absent());
/// ```
///
/// `Display` prints the value, and nothing for a field that is missing or null; `Debug` tells the two
/// apart.
///
/// ```
/// # use opentact_client as opentact;
/// use opentact::Maybe;
///
/// assert_eq!(format!("[{}]", Maybe::Value(7)), "[7]");
/// assert_eq!(format!("[{}]", Maybe::<i64>::Null), "[]");
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

    /// The same with another value, if there is one.
    ///
    /// ```
    /// # use opentact_client as opentact;
    /// use opentact::Maybe;
    ///
    /// assert_eq!(Maybe::Value(7).map(|it| it * 6), Maybe::Value(42));
    /// assert!(Maybe::<i64>::Null.map(|it| it * 6).is_null());
    /// ```
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Maybe<U> {
        match self {
            Self::Absent => Maybe::Absent,
            Self::Null => Maybe::Null,
            Self::Value(value) => Maybe::Value(change(value)),
        }
    }

    /// What the value derefs to, if there is one: `&str` for a `String`.
    pub fn as_deref(&self) -> Option<&T::Target>
    where
        T: Deref,
    {
        self.value().map(Deref::deref)
    }

    /// Whether the field is null.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
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

/// `None` is null.
impl<T> From<Option<T>> for Maybe<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Maybe<String> {
    fn from(text: &str) -> Self {
        Self::Value(text.to_owned())
    }
}

/// A field that is missing or null equals no value.
impl<T: PartialEq> PartialEq<T> for Maybe<T> {
    fn eq(&self, other: &T) -> bool {
        self.value() == Some(other)
    }
}

/// A text is compared as it is.
impl PartialEq<&str> for Maybe<String> {
    fn eq(&self, other: &&str) -> bool {
        self.value().is_some_and(|value| value == other)
    }
}

/// Nothing where there is no value.
impl<T: fmt::Display> fmt::Display for Maybe<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => value.fmt(f),
            Self::Absent | Self::Null => f.pad(""),
        }
    }
}

impl<T: Serialize> Serialize for Maybe<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
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

    #[test]
    fn what_has_no_value_equals_none_and_prints_nothing() {
        for empty in [Maybe::Absent, Maybe::Null] {
            assert!(empty != 0);
            assert_eq!(format!("[{empty:>3}]"), "[   ]");
        }
        let seven = Maybe::from(7);
        assert!(seven == 7 && seven != 8);
        assert_eq!(format!("[{seven:>3}]"), "[  7]");
        assert_eq!(Maybe::<i32>::from(Some(7)), seven);
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
