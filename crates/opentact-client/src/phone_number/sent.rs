//! Writes telephone numbers as a request wants them: all as texts, or all as integers.

use serde::{Serialize, Serializer};

use super::{Form, PhoneNumber};
use crate::Maybe;

/// Telephone numbers that a request has in one field.
pub(crate) trait Sent: Serialize {
    /// The same, each in the form that `change` gives it.
    fn map(&self, change: fn(&PhoneNumber) -> PhoneNumber) -> Self;
}

impl Sent for PhoneNumber {
    fn map(&self, change: fn(&PhoneNumber) -> PhoneNumber) -> Self {
        change(self)
    }
}

impl<T: Sent> Sent for Option<T> {
    fn map(&self, change: fn(&PhoneNumber) -> PhoneNumber) -> Self {
        self.as_ref().map(|it| it.map(change))
    }
}

impl<T: Sent + Clone> Sent for Maybe<T> {
    fn map(&self, change: fn(&PhoneNumber) -> PhoneNumber) -> Self {
        self.clone().map(|it| it.map(change))
    }
}

impl<T: Sent> Sent for Vec<T> {
    fn map(&self, change: fn(&PhoneNumber) -> PhoneNumber) -> Self {
        self.iter().map(|it| it.map(change)).collect()
    }
}

/// Writes numbers as texts: one that is an integer as its digits.
pub(crate) fn text<T: Sent, S: Serializer>(numbers: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let change = |number: &PhoneNumber| match &number.0 {
        Form::Text(_) => number.clone(),
        Form::Number(number) => number.to_string().into(),
    };
    numbers.map(change).serialize(serializer)
}

/// Writes numbers as integers; what is none stays as it is, for the check of the request to refuse.
pub(crate) fn integer<T: Sent, S: Serializer>(
    numbers: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let change = |number: &PhoneNumber| match number.integer() {
        Some(integer) => integer.into(),
        None => number.clone(),
    };
    numbers.map(change).serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_sent_in_the_form_of_its_field() {
        #[derive(Serialize)]
        struct Request {
            #[serde(serialize_with = "text")]
            from: PhoneNumber,
            #[serde(serialize_with = "text")]
            to: Maybe<PhoneNumber>,
            #[serde(serialize_with = "integer")]
            tn: Option<PhoneNumber>,
            #[serde(serialize_with = "integer")]
            phones: Vec<PhoneNumber>,
        }
        let request = Request {
            from: 15_105_550_100.into(),
            to: "+1 510".into(),
            tn: Some("+1 (510) 555-0100".into()),
            phones: vec![15_105_550_100.into(), "front-desk".into()],
        };
        assert_eq!(
            serde_json::to_string(&request).unwrap(),
            r#"{"from":"15105550100","to":"+1 510","tn":15105550100,"phones":[15105550100,"front-desk"]}"#
        );
    }
}
