//! The request that asks for a WebSocket, and what it is answered (RFC 6455, 4.2).

use aws_lc_rs::digest;
use axum::http::{
    HeaderMap, HeaderName, StatusCode, Version,
    header::{CONNECTION, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE},
    request::Parts,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::http::answer::Answer;

/// What RFC 6455 has a server add to the client's key.
const GUID: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// How many bytes a key has.
const KEY_LENGTH: usize = 16;

/// The answer to a request for the event service: 101 for a WebSocket.
///
/// Subprotocols and extensions are not taken, so none is named.
pub(crate) fn answer(parts: &Parts) -> Answer {
    let headers = &parts.headers;
    if !is_asked_for(parts) {
        return Answer::upgrade_required("This is a WebSocket service");
    }
    let version = only(headers, SEC_WEBSOCKET_VERSION);
    if version != Some("13") {
        return Answer::upgrade_required("The WebSocket version has to be 13");
    }
    let key = only(headers, SEC_WEBSOCKET_KEY);
    // Before version 1.1 of HTTP, a connection goes on with nothing else.
    let goes_on = parts.version >= Version::HTTP_11 && has(headers, CONNECTION, "upgrade");
    match key.filter(|key| is_key(key) && goes_on) {
        Some(key) => Answer::switching_protocols(accept(key)),
        None => Answer::failure(
            StatusCode::BAD_REQUEST,
            "The WebSocket handshake is malformed",
        ),
    }
}

/// Whether a request asks for a WebSocket, rightly or not.
pub(crate) fn is_asked_for(parts: &Parts) -> bool {
    has(&parts.headers, UPGRADE, "websocket")
}

/// Whether a header that is a list has this word, in capitals or not.
fn has(headers: &HeaderMap, name: HeaderName, word: &str) -> bool {
    let values = headers.get_all(name).into_iter();
    let words = values.filter_map(|value| value.to_str().ok());
    words
        .flat_map(|value| value.split(','))
        .any(|it| it.trim().eq_ignore_ascii_case(word))
}

/// The value of a header that is there once.
fn only(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).into_iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok().map(str::trim),
        _ => None,
    }
}

fn is_key(text: &str) -> bool {
    STANDARD
        .decode(text)
        .is_ok_and(|bytes| bytes.len() == KEY_LENGTH)
}

/// The proof that the key was read.
fn accept(key: &str) -> String {
    let text = format!("{key}{GUID}");
    let hash = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, text.as_bytes());
    STANDARD.encode(hash)
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";

    fn status(headers: &[(&str, &str)]) -> u16 {
        let mut request = Request::get("/wss");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (parts, ()) = request.body(()).unwrap().into_parts();
        answer(&parts).status().as_u16()
    }

    #[test]
    fn the_example_of_the_rfc_is_answered_as_there() {
        assert_eq!(accept(KEY), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    #[test]
    fn only_a_whole_handshake_switches() {
        let whole = [
            ("upgrade", "WebSocket"),
            ("connection", "keep-alive, Upgrade"),
            ("sec-websocket-version", "13"),
            ("sec-websocket-key", KEY),
        ];
        assert_eq!(status(&whole), 101);
        for (without, expected) in [(0, 426), (1, 400), (2, 426), (3, 400)] {
            let mut headers = whole.to_vec();
            headers.remove(without);
            assert_eq!(status(&headers), expected, "without {:?}", whole[without]);
        }
        for (name, value, expected) in [
            ("upgrade", "h2c", 426),
            ("connection", "close", 400),
            ("sec-websocket-version", "8", 426),
            ("sec-websocket-key", "c2hvcnQ=", 400),
            ("sec-websocket-key", "not base64 at all!!!", 400),
        ] {
            let changed = whole.map(|it| if it.0 == name { (name, value) } else { it });
            assert_eq!(status(&changed), expected, "{name}: {value}");
        }
        let (mut older, ()) = Request::get("/wss").body(()).unwrap().into_parts();
        for (name, value) in whole {
            older.headers.insert(name, value.parse().unwrap());
        }
        assert_eq!(answer(&older).status(), 101);
        older.version = Version::HTTP_10;
        assert_eq!(answer(&older).status(), 400);
        let twice = [whole.as_slice(), &[("sec-websocket-key", KEY)]].concat();
        assert_eq!(status(&twice), 400);
    }
}
