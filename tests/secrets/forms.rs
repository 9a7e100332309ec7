//! The forms that a secret takes on its way through a program, and how much of each gives it away.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A secret as it looks in some encoding.
pub(crate) struct Form {
    pub(crate) name: &'static str,
    pub(crate) text: String,
    /// So many neighbouring bytes give the secret away.
    pub(crate) width: usize,
}

const KEPT: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What gives a text away where each byte stays about one byte: short, so that a secret that was cut is
/// found as well.
pub(crate) const NARROW: usize = 12;
/// The same where a byte becomes two or three.
pub(crate) const MIDDLE: usize = 24;
/// The same where a byte becomes up to five: `123, `.
pub(crate) const WIDE: usize = 40;

/// Every form of a secret. Upper and lower case are not told apart by who looks for them.
pub(crate) fn forms(secret: &str) -> Vec<Form> {
    let bytes = secret.as_bytes();
    let percent = utf8_percent_encode(secret, &KEPT).to_string();
    let json = quoted(&serde_json::to_string(secret).unwrap());
    let mut forms = vec![
        form("raw", secret, NARROW),
        form(
            "percent twice",
            &utf8_percent_encode(&percent, &KEPT).to_string(),
            MIDDLE,
        ),
        form("percent, every byte", &every_byte(bytes), MIDDLE),
        form(
            "query",
            &utf8_percent_encode(secret, &KEPT)
                .to_string()
                .replace("%20", "+"),
            NARROW,
        ),
        form("percent", &percent, NARROW),
        form(
            "hex",
            &bytes
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>(),
            MIDDLE,
        ),
        form(
            "JSON twice",
            &quoted(&serde_json::to_string(&json).unwrap()),
            NARROW,
        ),
        form("JSON of ASCII", &json_of_ascii(&json), NARROW),
        form("JSON", &json, NARROW),
        form("Debug", &quoted(&format!("{secret:?}")), NARROW),
        form("Debug of bytes", &bytes.escape_ascii().to_string(), NARROW),
        form(
            "list of bytes",
            format!("{bytes:?}").trim_matches(['[', ']']),
            WIDE,
        ),
        form("HTML", &html(secret), NARROW),
    ];
    for offset in 0..3 {
        forms.push(form("base64", &aligned(&STANDARD, offset, bytes), NARROW));
        forms.push(form(
            "base64url",
            &aligned(&URL_SAFE, offset, bytes),
            NARROW,
        ));
    }
    forms
}

fn form(name: &'static str, text: &str, width: usize) -> Form {
    assert!(text.len() >= width, "{name} is too short to be looked for");
    Form {
        name,
        text: text.to_owned(),
        width,
    }
}

fn quoted(text: &str) -> String {
    text[1..text.len() - 1].to_owned()
}

fn every_byte(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("%{byte:02X}")).collect()
}

/// As writers do that escape what is not ASCII, and the slash.
fn json_of_ascii(json: &str) -> String {
    let mut text = String::new();
    for unit in json.replace('/', "\\/").encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => text.push(char::from(byte)),
            _ => text.push_str(&format!("\\u{unit:04x}")),
        }
    }
    text
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The part of an encoding that depends on these bytes alone, where so many others stand before them.
fn aligned(engine: &impl Engine, offset: usize, bytes: &[u8]) -> String {
    let before = [&vec![0; offset], bytes].concat();
    let encoded = engine.encode(&before);
    let first = (offset * 8).div_ceil(6);
    let last = before.len() * 8 / 6;
    encoded[first..last].to_owned()
}
