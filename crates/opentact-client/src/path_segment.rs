//! Text that is safe to be one segment of a path.

use std::fmt;

use crate::secret::{REDACTED, Secret};
use crate::security::RESERVED_SEGMENTS;

/// The value of a path parameter: one segment, and not one that leads elsewhere.
///
/// `DELETE /rest/token/all` deletes every token, and `.` and `..` would be folded away by any
/// HTTP client, so none of them may stand where a token is meant. The value may be a secret and is
/// never shown.
///
/// ```
/// use opentact_client::PathSegment;
///
/// assert!(PathSegment::new("7VmadeUpTokenOfTheDocumentationPage0123456789abc").is_ok());
/// assert!(PathSegment::new("all").is_err());
/// assert!(PathSegment::new("..").is_err());
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct PathSegment(Secret);

impl PathSegment {
    /// Checks the text.
    ///
    /// # Errors
    ///
    /// [`PathSegmentError`] says what is wrong with it.
    pub fn new(text: impl Into<Secret>) -> Result<Self, PathSegmentError> {
        let text = text.into();
        match text.expose() {
            "" => Err(PathSegmentError::Empty),
            "." | ".." => Err(PathSegmentError::Dots),
            value if RESERVED_SEGMENTS.contains(&value) => Err(PathSegmentError::Reserved),
            value if value.chars().any(char::is_control) => Err(PathSegmentError::Control),
            _ => Ok(Self(text)),
        }
    }

    /// The text, not yet percent-encoded.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }

    /// The text as it stands in a URL: everything but letters, digits, `-`, `.`, `_` and `~` is
    /// percent-encoded, a backslash too, which a URL would take for a slash.
    pub fn encoded(&self) -> String {
        self.expose()
            .bytes()
            .map(|byte| match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    char::from(byte).to_string()
                }
                _ => format!("%{byte:02X}"),
            })
            .collect()
    }
}

impl fmt::Debug for PathSegment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PathSegment({REDACTED})")
    }
}

/// Why a text cannot be one segment of a path.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PathSegmentError {
    /// It has a control character, such as a line break.
    #[error("it has a control character, such as a line break")]
    Control,
    /// It is `.` or `..`, which an HTTP client folds away.
    #[error("it is `.` or `..`, which would be folded out of the path")]
    Dots,
    /// It is empty.
    #[error("it is empty")]
    Empty,
    /// It is the name of another endpoint.
    #[error("it is the name of another endpoint")]
    Reserved,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_leads_elsewhere_is_refused() {
        use PathSegmentError::{Control, Dots, Empty, Reserved};
        for (text, why) in [
            ("", Empty),
            (".", Dots),
            ("..", Dots),
            ("all", Reserved),
            ("list", Reserved),
            ("a\nb", Control),
        ] {
            assert_eq!(PathSegment::new(text).unwrap_err(), why, "{text:?}");
        }
    }

    #[test]
    fn a_url_keeps_it_as_one_segment() {
        for text in [
            "a/b",
            ".\\all",
            "x\\..\\all",
            "\\",
            "%2e%2e",
            "a?b#c",
            "a b",
            "é",
            "a;b",
            "...",
        ] {
            let encoded = PathSegment::new(text).unwrap().encoded();
            let url =
                reqwest::Url::parse(&format!("https://example.com/rest/token/{encoded}")).unwrap();
            let segments: Vec<&str> = url.path_segments().unwrap().collect();
            assert_eq!(segments, ["rest", "token", &encoded], "{text}");
            assert!(url.query().is_none() && url.fragment().is_none());
        }
    }

    #[test]
    fn what_only_looks_odd_is_taken() {
        for text in ["ALL", "a/b", "%2e%2e", "a?b#c", "été"] {
            assert_eq!(PathSegment::new(text).unwrap().expose(), text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_refused_or_stays_one_segment(text in "\\PC{0,12}|[./\\\\%?#;a-c]{0,8}|all|list") {
            if let Ok(segment) = PathSegment::new(text.as_str()) {
                let encoded = segment.encoded();
                let url = reqwest::Url::parse(&format!("https://example.com/rest/token/{encoded}")).unwrap();
                let segments: Vec<&str> = url.path_segments().unwrap().collect();
                prop_assert_eq!(&segments, &["rest", "token", encoded.as_str()]);
                prop_assert!(!RESERVED_SEGMENTS.contains(&encoded.as_str()));
                prop_assert_eq!((url.query(), url.fragment()), (None, None));
                let decoded = percent_decoded(&encoded);
                prop_assert_eq!(decoded, text.as_bytes());
            }
        }
    }

    fn percent_decoded(text: &str) -> Vec<u8> {
        let mut parts = text.split('%');
        let mut bytes = parts.next().unwrap_or("").as_bytes().to_vec();
        for part in parts {
            bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
            bytes.extend(part[2..].bytes());
        }
        bytes
    }
}
