//! JSON that a strict reader takes, out of JSON that it refuses for an odd value.

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde_json::Value;

/// How deep arrays and objects may stand in each other: as deep as `serde_json` follows them.
const DEPTH: usize = 127;

/// The text of a body in a form that `serde_json` reads.
///
/// A byte order mark goes. U+FFFD stands for each half of a character, which a text that was cut in
/// the middle of an emoji ends in (`"Hello \ud83d"`), and for each byte that is no UTF-8. A number
/// beyond all types (`1e400`) and what stands deeper than 127 levels become texts of their JSON.
/// Anything else is left as it is, also what is no JSON.
pub fn text(body: &[u8]) -> Cow<'_, str> {
    match String::from_utf8_lossy(body) {
        Cow::Borrowed(json) => mended(json.strip_prefix('\u{feff}').unwrap_or(json)),
        Cow::Owned(json) => {
            let json = json.strip_prefix('\u{feff}').unwrap_or(&json);
            Cow::Owned(mended(json).into_owned())
        }
    }
}

fn mended(json: &str) -> Cow<'_, str> {
    let mut mended = String::new();
    let (mut kept, mut at, mut depth, mut in_string) = (0, 0, 0_usize, false);
    while let Some(byte) = json.as_bytes().get(at) {
        let (length, replacement) = match byte {
            b'\\' => escape(json, at),
            b'"' => {
                in_string = !in_string;
                (1, None)
            }
            _ if in_string => (1, None),
            b'[' | b'{' if depth == DEPTH => match value_length(&json[at..]) {
                Some(length) => (length, Some(quoted(&json[at..at + length]))),
                // No JSON, whatever else comes.
                None => break,
            },
            b'[' | b'{' => {
                depth += 1;
                (1, None)
            }
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                (1, None)
            }
            b'-' | b'0'..=b'9' => {
                let number = number(&json[at..]);
                (number.len(), is_beyond(number).then(|| quoted(number)))
            }
            _ => (1, None),
        };
        if let Some(replacement) = replacement {
            mended.push_str(&json[kept..at]);
            mended.push_str(&replacement);
            kept = at + length;
        }
        at += length;
    }
    if mended.is_empty() {
        return Cow::Borrowed(json);
    }
    mended.push_str(&json[kept..]);
    Cow::Owned(mended)
}

/// The length of what a backslash begins, and what stands for it if it is half of a character.
fn escape(json: &str, at: usize) -> (usize, Option<String>) {
    match (unit(json, at), unit(json, at + 6)) {
        (Some(0xD800..0xDC00), Some(0xDC00..0xE000)) => (12, None),
        (Some(0xD800..0xE000), _) => (6, Some("\\ufffd".to_owned())),
        (Some(_), _) => (6, None),
        (None, _) => (2, None),
    }
}

/// The UTF-16 unit that is escaped at a place.
fn unit(json: &str, at: usize) -> Option<u16> {
    let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
    u16::from_str_radix(digits, 16).ok()
}

/// The length of the value with which a text begins. Its depth does not matter.
fn value_length(json: &str) -> Option<usize> {
    let mut values = serde_json::Deserializer::from_str(json).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    Some(values.byte_offset())
}

/// The number with which a text begins.
fn number(json: &str) -> &str {
    let is_part = |it: char| it.is_ascii_digit() || "+-.eE".contains(it);
    &json[..json.find(|it| !is_part(it)).unwrap_or(json.len())]
}

/// Whether a number is one, and larger than every type.
fn is_beyond(number: &str) -> bool {
    // Only an exponent or some hundred digits make a number that large.
    let is_suspect = number.len() > 300 || number.contains(['e', 'E']);
    is_suspect
        && serde_json::from_str::<Value>(number).is_err()
        && serde_json::from_str::<IgnoredAny>(number).is_ok()
}

fn quoted(json: &str) -> String {
    Value::from(json).to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_odd_value_is_replaced_and_everything_else_stays() {
        let digits = "9".repeat(400);
        let many = format!("[{digits}]");
        let many_mended = format!("[\"{digits}\"]");
        for (json, expected) in [
            ("\u{feff}{}", "{}"),
            (r#""a \ud83d""#, r#""a \ufffd""#),
            (
                r#""\ude00\ud83d\ude00\ud83d\ud83d""#,
                r#""\ufffd\ud83d\ude00\ufffd\ufffd""#,
            ),
            (r#"{"\ud83d":1}"#, r#"{"\ufffd":1}"#),
            (r#""\\ud83d \n \u00e9 é""#, r#""\\ud83d \n \u00e9 é""#),
            (r#""\ud83d\"#, r#""\ufffd\"#),
            (r#""\u12"#, r#""\u12"#),
            (r#""\é \u+123""#, r#""\é \u+123""#),
            ("[1e400,-1E+999 ]", r#"["1e400","-1E+999" ]"#),
            (&many, &many_mended),
            ("[1e308,1e-999,-0,12.50]", "[1e308,1e-999,-0,12.50]"),
            (r#"["1e400","\"1e400"]"#, r#"["1e400","\"1e400"]"#),
            ("[01e400,1e400e,--1]", "[01e400,1e400e,--1]"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(text(json.as_bytes()), expected, "{json}");
        }
        assert_eq!(text(b"\xef\xbb\xbf\"a\xff\""), "\"a\u{fffd}\"");
    }

    #[test]
    fn what_stands_too_deep_becomes_text_and_nothing_less() {
        let nested = |depth, inner: &str| "[".repeat(depth) + inner + &"]".repeat(depth);
        let deepest = nested(DEPTH, r#""a\ud83d""#).replace("\\ud83d", "");
        assert_eq!(text(deepest.as_bytes()), deepest);
        assert!(serde_json::from_str::<Value>(&deepest).is_ok());
        let deeper = nested(200, r#"{"a":"]\ud83d"}"#);
        let inner = nested(200 - DEPTH, r#"{"a":"]\ud83d"}"#);
        assert_eq!(text(deeper.as_bytes()), nested(DEPTH, &quoted(&inner)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_read_is_left_alone(json in "[\\[\\]{}\":,0-9eE+.\\\\udtrue -]{0,40}|\\PC{0,20}") {
            let mended = text(json.as_bytes());
            if let Ok(value) = serde_json::from_str::<Value>(&json) {
                prop_assert_eq!(&mended, &json);
                prop_assert_eq!(serde_json::from_str::<Value>(&mended).unwrap(), value);
            }
            prop_assert_eq!(text(mended.as_bytes()), mended.as_ref());
        }
    }
}
