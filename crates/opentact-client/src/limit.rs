//! Checks what a client writes by the limits of the contract, before it is sent.

use crate::PhoneNumber;

/// What is wrong with a value that is to be sent. It never shows a text.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{}", self.text())]
pub struct LimitError {
    /// The names that lead to the value, from the outside in.
    path: String,
    fault: Fault,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Fault {
    Length(usize, Bounds),
    Number(i64, Bounds),
    Nothing(&'static [&'static str]),
    NoPhoneNumber,
}

/// The least and the most that are allowed.
type Bounds = (Option<i64>, Option<i64>);

impl LimitError {
    /// Checks the length of a text, in characters.
    ///
    /// # Errors
    ///
    /// When it is too short or too long.
    pub fn check_length(
        name: &str,
        text: &str,
        least: Option<i64>,
        most: Option<i64>,
    ) -> Result<(), Self> {
        let length = text.chars().count();
        let compared = i64::try_from(length).unwrap_or(i64::MAX);
        Self::check(name, compared, (least, most), |bounds| {
            Fault::Length(length, bounds)
        })
    }

    /// Checks a number.
    ///
    /// # Errors
    ///
    /// When it is too small or too large.
    pub fn check_number(
        name: &str,
        number: i64,
        least: Option<i64>,
        most: Option<i64>,
    ) -> Result<(), Self> {
        Self::check(name, number, (least, most), |bounds| {
            Fault::Number(number, bounds)
        })
    }

    fn check(
        name: &str,
        value: i64,
        bounds: Bounds,
        fault: impl FnOnce(Bounds) -> Fault,
    ) -> Result<(), Self> {
        let (least, most) = bounds;
        if least.is_none_or(|least| least <= value) && most.is_none_or(|most| value <= most) {
            return Ok(());
        }
        Err(Self {
            path: name.to_owned(),
            fault: fault(bounds),
        })
    }

    /// Checks that a telephone number is one, and nothing but digits.
    ///
    /// # Errors
    ///
    /// When it is the name of a SIP user, or no number at all.
    pub fn check_phone_number(name: &str, number: &PhoneNumber) -> Result<(), Self> {
        match number.integer() {
            Some(_) => Ok(()),
            None => Err(Self {
                path: name.to_owned(),
                fault: Fault::NoPhoneNumber,
            }),
        }
    }

    /// The error of a body that has none of its properties.
    pub(crate) const fn nothing(properties: &'static [&'static str]) -> Self {
        Self {
            path: String::new(),
            fault: Fault::Nothing(properties),
        }
    }

    /// The same error, of a value within another.
    pub(crate) fn within(self, name: &str) -> Self {
        let gap = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        Self {
            path: format!("{name}{gap}{}", self.path),
            fault: self.fault,
        }
    }

    fn text(&self) -> String {
        let path = &self.path;
        match &self.fault {
            Fault::Length(1, bounds) => format!("`{path}` has 1 character; {}", allowed(*bounds)),
            Fault::Length(length, bounds) => {
                format!("`{path}` has {length} characters; {}", allowed(*bounds))
            }
            Fault::Number(number, bounds) => format!("`{path}` is {number}; {}", allowed(*bounds)),
            Fault::NoPhoneNumber => format!("`{path}` is no telephone number; give its digits"),
            Fault::Nothing(properties) => {
                let names: Vec<String> = properties.iter().map(|it| format!("`{it}`")).collect();
                let place = if path.is_empty() {
                    String::new()
                } else {
                    format!("`{path}`: ")
                };
                format!(
                    "{place}there is nothing to change; give {}",
                    names.join(" or ")
                )
            }
        }
    }
}

fn allowed(bounds: Bounds) -> String {
    match bounds {
        (Some(least), Some(most)) => format!("{least} to {most} are allowed"),
        (Some(least), None) => format!("at least {least} is required"),
        (None, Some(most)) => format!("at most {most} is allowed"),
        (None, None) => "it is not allowed".to_owned(),
    }
}

/// A generated method that refuses what it is given.
impl<E> From<LimitError> for progenitor_client::Error<E> {
    fn from(cause: LimitError) -> Self {
        Self::InvalidRequest(cause.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_allowed_themselves() {
        let (least, most) = (Some(2), Some(3));
        for (text, fits) in [("é", false), ("éé", true), ("ééé", true), ("éééé", false)] {
            let checked = LimitError::check_length("name", text, least, most);
            assert_eq!(checked.is_ok(), fits, "{text}");
        }
        for (number, fits) in [(1, false), (2, true), (3, true), (4, false)] {
            let checked = LimitError::check_number("size", number, least, most);
            assert_eq!(checked.is_ok(), fits, "{number}");
        }
    }

    #[test]
    fn an_error_says_what_is_allowed_and_where() {
        let number = |least, most| {
            let checked = LimitError::check_number("size", 7, least, most);
            checked.unwrap_err()
        };
        let length = LimitError::check_length("name", "x", Some(2), None).unwrap_err();
        for (error, expected) in [
            (number(Some(8), None), "`size` is 7; at least 8 is required"),
            (number(None, Some(6)), "`size` is 7; at most 6 is allowed"),
            (
                number(Some(8), Some(9)).within("[2]").within("items"),
                "`items[2].size` is 7; 8 to 9 are allowed",
            ),
            (
                length.clone(),
                "`name` has 1 character; at least 2 is required",
            ),
            (
                LimitError::nothing(&["name", "ttl"]),
                "there is nothing to change; give `name` or `ttl`",
            ),
            (
                LimitError::nothing(&["name"]).within("[0]").within("items"),
                "`items[0]`: there is nothing to change; give `name`",
            ),
        ] {
            assert_eq!(error.to_string(), expected);
        }
    }
}
