//! A telephone number, which the server writes as a text or as an integer.

pub(crate) mod sent;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Number;

use crate::Maybe;

/// A telephone number, kept as it came: as a text or as an integer.
///
/// Two numbers are equal if their digits are, and the digits are what is printed. The plus sign,
/// spaces and punctuation count for nothing. Where the server may write the name of a SIP user
/// instead, that name is printed and compared as it is.
///
/// ```
/// # use opentact_client as opentact;
/// use opentact::PhoneNumber;
///
/// let number: PhoneNumber = serde_json::from_str("15105550100")?;
/// let text = PhoneNumber::from("+1 (510) 555-0100");
/// assert_eq!(number, text);
/// assert_eq!(text.to_string(), "15105550100");
/// assert_eq!(serde_json::to_string(&number)?, "15105550100");
/// assert_eq!(serde_json::to_string(&text)?, "\"+1 (510) 555-0100\"");
/// assert_eq!(PhoneNumber::from("front-desk").to_string(), "front-desk");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Deserialize, Serialize)]
#[serde(transparent)]
pub struct PhoneNumber(Form);

#[derive(Clone, Serialize)]
#[serde(untagged)]
enum Form {
    Text(String),
    // A client must not lose an answer for one odd number in it, so it takes any.
    Number(Number),
}

/// As `untagged` derives it, without the error that this makes of each number before it takes it.
impl<'de> Deserialize<'de> for Form {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

struct Written;

impl<'de> Visitor<'de> for Written {
    type Value = Form;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a number")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Form, E> {
        Ok(Form::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Form, E> {
        Ok(Form::Text(text))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Form, E> {
        Ok(Form::Number(number.into()))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Form, E> {
        Ok(Form::Number(number.into()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Form, E> {
        let number = Number::from_f64(number).map(Form::Number);
        number.ok_or_else(|| E::invalid_value(Unexpected::Other("no finite number"), &self))
    }

    /// A number too, where a program turns on the feature `arbitrary_precision` of `serde_json`.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Form, A::Error> {
        Number::deserialize(MapAccessDeserializer::new(map)).map(Form::Number)
    }
}

impl PhoneNumber {
    /// The number as an integer; `None` where it is none.
    pub(crate) fn integer(&self) -> Option<u64> {
        self.digits().parse().ok()
    }

    /// What is printed and compared.
    fn digits(&self) -> Cow<'_, str> {
        let text = match &self.0 {
            Form::Number(number) => return number.to_string().into(),
            Form::Text(text) => text,
        };
        let digits: String = text
            .chars()
            .filter(|it| !matches!(it, '+' | '-' | '.' | '/' | '(' | ')' | ' '))
            .collect();
        let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
        if is_number {
            digits.into()
        } else {
            text.into()
        }
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.digits())
    }
}

/// As it came.
impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::Text(text) => fmt::Debug::fmt(text, f),
            Form::Number(number) => fmt::Display::fmt(number, f),
        }
    }
}

impl PartialEq for PhoneNumber {
    fn eq(&self, other: &Self) -> bool {
        self.digits() == other.digits()
    }
}

impl Eq for PhoneNumber {}

impl Hash for PhoneNumber {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.digits().hash(state);
    }
}

impl Ord for PhoneNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        self.digits().cmp(&other.digits())
    }
}

impl PartialOrd for PhoneNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<String> for PhoneNumber {
    fn from(text: String) -> Self {
        Self(Form::Text(text))
    }
}

impl From<&str> for PhoneNumber {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<u64> for PhoneNumber {
    fn from(number: u64) -> Self {
        Self(Form::Number(number.into()))
    }
}

impl From<&Self> for PhoneNumber {
    fn from(number: &Self) -> Self {
        number.clone()
    }
}

impl From<&str> for Maybe<PhoneNumber> {
    fn from(text: &str) -> Self {
        Self::Value(text.into())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn digits_make_a_number_whatever_stands_between_them() {
        let number = PhoneNumber::from(15_105_550_100);
        let texts = [
            "15105550100",
            "+15105550100",
            "1-510.555/01 00",
            "+1 (510) 5550100",
        ];
        let mut all: HashSet<PhoneNumber> = texts.map(PhoneNumber::from).into();
        assert!(!all.insert(number.clone()) && all.len() == 1, "{all:?}");
        assert_eq!(format!("{number:>13}"), "  15105550100");
        let shown = format!("{number:?} {:?}", PhoneNumber::from("+1 510"));
        assert_eq!(shown, r#"15105550100 "+1 510""#);
    }

    #[test]
    fn what_is_no_number_is_itself() {
        for (one, other) in [
            ("ann", "bob"),
            ("", "+"),
            ("1a", "1b"),
            ("+", "-"),
            ("a-b", "ab"),
        ] {
            assert_ne!(PhoneNumber::from(one), PhoneNumber::from(other));
            assert_eq!(PhoneNumber::from(one).to_string(), one);
        }
    }

    #[test]
    fn only_a_text_or_a_number_is_read() {
        for json in ["\"+1\"", "1", "-1", "1.5", "18446744073709551615", "\"\""] {
            let number: PhoneNumber = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&number).unwrap(), json);
        }
        for json in ["null", "true", "[1]", "{}"] {
            assert!(serde_json::from_str::<PhoneNumber>(json).is_err(), "{json}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn order_and_equality_agree_and_what_came_is_kept(
            one in "[+0-2 -]{0,3}|[ab]{0,2}", other in "[+0-2 -]{0,3}|[ab]{0,2}",
        ) {
            let (left, right) = (PhoneNumber::from(one.as_str()), PhoneNumber::from(other));
            prop_assert_eq!(left == right, left.cmp(&right).is_eq());
            prop_assert_eq!(left == right, left.to_string() == right.to_string());
            prop_assert_eq!(serde_json::to_value(&left).unwrap(), one);
        }
    }
}
