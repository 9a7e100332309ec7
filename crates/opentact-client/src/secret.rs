//! Text that is not shown by accident.

use std::cell::Cell;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// What stands in place of a secret wherever it is shown.
pub const REDACTED: &str = "[redacted]";

/// A password, a token, a hash that works like a password.
///
/// `Debug` and `Serialize` show [`REDACTED`] in its place, there is no `Display`, and its memory is
/// overwritten when it is dropped. The two ways to the text are named so that a reader sees them:
/// [`expose`](Self::expose), and [`Revealed`] for a whole value that is to be sent or stored.
///
/// Comparison takes a time that depends on the lengths alone, by the crate `subtle`.
///
/// ```
/// # use opentact_client as opentact;
/// use opentact::{Revealed, Secret};
///
/// let secret = Secret::new("made up");
/// assert_eq!(format!("{secret:?}"), "Secret([redacted])");
/// assert_eq!(serde_json::to_string(&secret)?, "\"[redacted]\"");
/// assert_eq!(serde_json::to_string(&Revealed(&secret))?, "\"made up\"");
/// assert_eq!(secret.expose(), "made up");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Takes the text in.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself: to be put into a request, never into a message.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ZeroizeOnDrop for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({REDACTED})")
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Secret {}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if REVEALING.get() { &self.0 } else { REDACTED })
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

thread_local! {
    static REVEALING: Cell<bool> = const { Cell::new(false) };
}

/// Serializes a value with the secrets inside it in clear: for a wire or a safe, not for a log.
///
/// ```
/// # use opentact_client as opentact;
/// use opentact::{Revealed, Secret};
///
/// let pair = ("token", Secret::new("made up"));
/// assert_eq!(serde_json::to_string(&Revealed(&pair))?, r#"["token","made up"]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Revealed<'a, T: ?Sized>(pub &'a T);

impl<T: Serialize + ?Sized> Serialize for Revealed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let _restored_on_drop = Revealing(REVEALING.replace(true));
        self.0.serialize(serializer)
    }
}

/// Puts the thread's earlier setting back, also when a serializer panics.
struct Revealing(bool);

impl Drop for Revealing {
    fn drop(&mut self) {
        REVEALING.set(self.0);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_shown_by_no_formatter() {
        let secret = Secret::new("planted-4711");
        let shown = [
            format!("{secret:?}"),
            format!("{secret:#?}"),
            format!("{:?}", Some(&secret)),
        ];
        for text in shown {
            assert!(
                text.contains(REDACTED) && !text.contains("planted"),
                "{text}"
            );
        }
    }

    #[test]
    fn revealing_ends_with_the_value() {
        let secret = Secret::new("planted-4711");
        assert!(
            serde_json::to_string(&Revealed(&secret))
                .unwrap()
                .contains("planted")
        );
        assert!(!serde_json::to_string(&secret).unwrap().contains("planted"));
    }

    #[test]
    fn revealing_ends_when_a_serializer_panics() {
        struct Bomb;
        impl Serialize for Bomb {
            fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                panic!("as planned")
            }
        }
        let outcome = std::panic::catch_unwind(|| serde_json::to_string(&Revealed(&Bomb)).is_ok());
        assert!(outcome.is_err());
        assert!(
            !serde_json::to_string(&Secret::new("planted-4711"))
                .unwrap()
                .contains("planted")
        );
    }

    #[test]
    fn equality_sees_length_and_content() {
        assert_eq!(Secret::new("ab"), Secret::new("ab"));
        assert_ne!(Secret::new("ab"), Secret::new("abc"));
        assert_ne!(Secret::new("ab"), Secret::new("ac"));
        assert_ne!(Secret::new(""), Secret::new("a"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_survives_and_is_not_shown(text in "\\PC{0,40}") {
            let secret = Secret::new(text.as_str());
            let json = serde_json::to_string(&Revealed(&secret)).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Secret>(&json).unwrap(), &secret);
            prop_assert_eq!(serde_json::to_string(&secret).unwrap(), "\"[redacted]\"");
            prop_assert_eq!(format!("{secret:?}"), "Secret([redacted])");
        }

        #[test]
        fn equality_is_that_of_the_texts(a in "[ab]{0,4}", b in "[ab]{0,4}") {
            prop_assert_eq!(Secret::new(a.as_str()) == Secret::new(b.as_str()), a == b);
        }
    }
}
