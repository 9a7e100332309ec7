//! The request that turns an HTTP connection into a WebSocket.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, StatusCode, header};

use super::address::Address;
use super::dialer::Way;
use crate::clock::{Clock, time_of_day};
use crate::error::EVENTS;
use crate::error::{Error, ErrorKind};
use crate::redaction::Redaction;
use crate::retry::retry_after;
use crate::transport::failure::{Attempted, Failure};

/// What a server adds to the client's key before it hashes it, by RFC 6455.
const GUID: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// Asks for a WebSocket, without any credential.
pub(super) async fn upgrade(
    way: &Way,
    address: &Address,
    clock: &Clock,
    limit: Duration,
) -> Result<reqwest::Upgraded, Error> {
    let upgraded = clock
        .timeout(limit, Box::pin(ask(way, address, limit)))
        .await;
    upgraded.unwrap_or_else(|_| {
        let proxy = way.proxy.as_deref();
        let through = proxy.map(|it| format!(" through the proxy {it}"));
        let (through, limit) = (through.unwrap_or_default(), limit.as_secs_f64());
        let message = format!("no connection was made{through} within {limit} s");
        Err(Error::new(ErrorKind::Timeout, EVENTS, message))
    })
}

async fn ask(way: &Way, address: &Address, limit: Duration) -> Result<reqwest::Upgraded, Error> {
    let key = STANDARD.encode(fastrand::u128(..).to_ne_bytes());
    let request = way
        .http
        .get(address.url().clone())
        .header(header::CONNECTION, "Upgrade")
        .header(header::UPGRADE, "websocket")
        .header(header::SEC_WEBSOCKET_VERSION, "13")
        .header(header::SEC_WEBSOCKET_KEY, &key)
        .header(
            header::USER_AGENT,
            concat!("opentact-rust/", env!("CARGO_PKG_VERSION")),
        );
    let broken = |cause| broken(cause, way, limit);
    let answer = request.send().await.map_err(broken)?;
    if answer.status() != StatusCode::SWITCHING_PROTOCOLS {
        return Err(refusal(answer.status(), answer.headers()));
    }
    if !agrees(answer.headers(), &key) {
        let message = "what answers says that it speaks WebSocket, and its handshake is wrong";
        return Err(Error::new(ErrorKind::UnexpectedResponse, EVENTS, message)
            .with_status(StatusCode::SWITCHING_PROTOCOLS));
    }
    answer.upgrade().await.map_err(broken)
}

fn broken(cause: reqwest::Error, way: &Way, connect_timeout: Duration) -> Error {
    let asked = Attempted {
        operation: EVENTS,
        changes_state: false,
        redaction: &Redaction::default(),
        proxy: way.proxy.as_deref(),
    };
    Failure::transport(asked, None, connect_timeout, cause).error
}

/// The failure that another answer than 101 means.
fn refusal(status: StatusCode, headers: &HeaderMap) -> Error {
    let kind = match ErrorKind::of_status(status) {
        // Without a credential nobody is refused.
        ErrorKind::Credentials | ErrorKind::NotFound | ErrorKind::Refused => {
            ErrorKind::UnexpectedResponse
        }
        kind => kind,
    };
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let wait = text(header::RETRY_AFTER)
        .and_then(|value| retry_after::parse(value, text(header::DATE), time_of_day()));
    let message = format!(
        "the server answered with status {} instead of opening a WebSocket",
        status.as_u16()
    );
    Error::new(kind, EVENTS, message)
        .with_status(status)
        .with_retry_after(wait)
}

/// Whether a server agreed to this very upgrade, and to nothing that was not asked for.
fn agrees(headers: &HeaderMap, key: &str) -> bool {
    let names = |name, word: &str| {
        let values = headers.get_all(name).into_iter();
        values
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|it| it.trim().eq_ignore_ascii_case(word))
    };
    let accepted = headers.get(header::SEC_WEBSOCKET_ACCEPT);
    names(header::CONNECTION, "upgrade")
        && names(header::UPGRADE, "websocket")
        && accepted.is_some_and(|it| it.as_bytes() == accept(key).as_bytes())
        && !headers.contains_key(header::SEC_WEBSOCKET_EXTENSIONS)
        && !headers.contains_key(header::SEC_WEBSOCKET_PROTOCOL)
}

/// What a server makes of the client's key.
fn accept(key: &str) -> String {
    let hash = sha1_smol::Sha1::from(format!("{key}{GUID}")).digest();
    STANDARD.encode(hash.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of RFC 6455, section 1.3.
    const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";
    const ACCEPT: &str = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, http::HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn key_is_answered_as_in_the_rfc() {
        assert_eq!(accept(KEY), ACCEPT);
    }

    #[test]
    fn handshake_is_taken_only_whole() {
        let good = [
            ("connection", "keep-alive, Upgrade"),
            ("upgrade", "WebSocket"),
            ("sec-websocket-accept", ACCEPT),
        ];
        assert!(agrees(&headers(&good), KEY));
        for missing in 0..good.len() {
            let mut lines = good.to_vec();
            lines.remove(missing);
            assert!(
                !agrees(&headers(&lines), KEY),
                "without {:?}",
                good[missing]
            );
        }
        for more in [
            ("sec-websocket-extensions", "permessage-deflate"),
            ("sec-websocket-protocol", "chat"),
        ] {
            let mut lines = good.to_vec();
            lines.push(more);
            assert!(!agrees(&headers(&lines), KEY), "with {more:?}");
        }
        assert!(!agrees(&headers(&good), "AAAAAAAAAAAAAAAAAAAAAA=="));
    }
}
