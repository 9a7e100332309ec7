//! A request as it came, without what somebody signs in with.

use axum::http::{HeaderMap, header};
use chrono::{DateTime, Utc};
use opentact_client::{Location, security::SecurityScheme};
use serde::Serialize;

/// A request that a stub has answered, without credentials.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReceivedRequest {
    /// When it came, by the sandbox's clock.
    pub time: DateTime<Utc>,
    /// The method, such as `POST`.
    pub method: String,
    /// The path, as it was sent.
    pub path: String,
    /// Names and values of the query, decoded, in their order; credentials are left out.
    pub query: Vec<(String, String)>,
    /// Names and values of the headers; credentials and cookies are left out.
    pub headers: Vec<(String, String)>,
    /// The body, as far as it is text; empty if it is longer than the API takes.
    pub body: String,
}

impl ReceivedRequest {
    pub(super) fn new(
        time: DateTime<Utc>,
        (method, path, query): (&str, &str, Option<&str>),
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        let query = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
        let query = query.filter(|(name, _)| {
            !is_credential(|it| matches!(it, Location::Query(it) if it == name))
        });
        let shown = headers.iter().filter(|(name, _)| {
            let names = [
                header::AUTHORIZATION,
                header::COOKIE,
                header::PROXY_AUTHORIZATION,
            ];
            let is_scheme =
                |it| matches!(it, Location::Header(it) if name.as_str().eq_ignore_ascii_case(it));
            !names.contains(name) && !is_credential(is_scheme)
        });
        Self {
            time,
            method: method.to_owned(),
            path: path.to_owned(),
            query: query
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
            headers: shown
                .map(|(name, value)| {
                    let value = String::from_utf8_lossy(value.as_bytes());
                    (name.to_string(), value.into_owned())
                })
                .collect(),
            body: String::from_utf8_lossy(body).into_owned(),
        }
    }

    /// The body as JSON, `null` if it is none.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

/// Whether a scheme of the contract has its credential in such a place.
fn is_credential(is_place: impl Fn(Location) -> bool) -> bool {
    SecurityScheme::ALL.iter().any(|it| is_place(it.location()))
}
