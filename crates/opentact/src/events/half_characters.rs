//! Texts that were cut in the middle of a character.

use std::borrow::Cow;

/// JSON in which U+FFFD stands for each half of a character.
///
/// A text that was cut in the middle of an emoji ends in half of it, as in `"Hello \ud83d"`. That is
/// JSON and no Unicode, and no reader of texts takes it.
pub(super) fn without_half_characters(json: &str) -> Cow<'_, str> {
    let mut mended = String::new();
    let (mut kept, mut at) = (0, 0);
    while let Some(found) = json.get(at..).and_then(|rest| rest.find('\\')) {
        at += found;
        let next = at + 6;
        at = match (unit(json, at), unit(json, next)) {
            (Some(0xD800..0xDC00), Some(0xDC00..0xE000)) => next + 6,
            (Some(0xD800..0xE000), _) => {
                mended.push_str(&json[kept..at]);
                mended.push_str("\\ufffd");
                kept = next;
                next
            }
            (Some(_), _) => next,
            (None, _) => at + 2,
        };
    }
    if kept == 0 {
        return Cow::Borrowed(json);
    }
    mended.push_str(&json[kept..]);
    Cow::Owned(mended)
}

/// The UTF-16 unit that is escaped at a place.
fn unit(json: &str, at: usize) -> Option<u16> {
    let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_is_replaced_and_everything_else_stays() {
        for (json, expected) in [
            (r#""a \ud83d""#, r#""a \ufffd""#),
            (
                r#""\ude00\ud83d\ude00\ud83d\ud83d""#,
                r#""\ufffd\ud83d\ude00\ufffd\ufffd""#,
            ),
            (r#""\\ud83d \n \u00e9 é""#, r#""\\ud83d \n \u00e9 é""#),
            (r#""\ud83d\"#, r#""\ufffd\"#),
            (r#""\u12"#, r#""\u12"#),
            (r#""\é \u+123""#, r#""\é \u+123""#),
        ] {
            assert_eq!(without_half_characters(json), expected, "{json}");
        }
    }
}
