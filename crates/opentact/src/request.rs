//! A request to an endpoint that the contract does not know.

use std::future::IntoFuture;
use std::sync::Arc;

use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use opentact_client::security::SecurityScheme;
use opentact_client::{BoxFuture, Location, REDACTED, Revealed, Secret};
use serde::Serialize;
use serde_json::Value;

use crate::answer::Answer;
use crate::error::{Error, ErrorKind};
use crate::method::Method;
use crate::transport::{Purpose, Transport};

/// A request about to be sent, from [`Client::request`](crate::Client::request); await it.
#[must_use = "nothing is sent until this is awaited"]
pub struct Request<'c> {
    transport: &'c Arc<Transport>,
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    body: Option<Vec<u8>>,
    /// What in the query and the body looks like a secret, for the server may repeat it.
    secrets: Vec<Secret>,
    fault: Option<String>,
}

impl<'c> Request<'c> {
    pub(crate) fn new(transport: &'c Arc<Transport>, method: Method, path: String) -> Self {
        Self {
            transport,
            method,
            path,
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: None,
            secrets: Vec::new(),
            fault: None,
        }
    }

    /// Adds a query parameter. Those that carry credentials are refused.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let name = name.into();
        if carries_credential(
            |location| matches!(location, Location::Query(taken) if taken == name),
        ) {
            self.fault = Some(format!(
                "the query parameter `{name}` carries a credential; leave that to the client"
            ));
        }
        let value = value.into();
        if is_secret_name(&name) {
            self.secrets.push(Secret::new(value.as_str()));
        }
        self.query.push((name, value));
        self
    }

    /// Adds a header. Those that carry credentials, and those that are the connection's, are
    /// refused.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let credential = name.eq_ignore_ascii_case("authorization")
            || carries_credential(
                |location| matches!(location, Location::Header(taken) if taken.eq_ignore_ascii_case(name)),
            );
        let reserved = RESERVED
            .iter()
            .any(|taken| taken.eq_ignore_ascii_case(name));
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            _ if credential => {
                self.fault = Some(format!(
                    "the header `{name}` carries a credential; leave that to the client"
                ));
            }
            _ if reserved => {
                self.fault = Some(format!(
                    "the header `{name}` is the connection's; leave it out"
                ));
            }
            (Ok(name), Ok(value)) => {
                self.headers.append(name, value);
            }
            _ => self.fault = Some("a header has a character that headers cannot carry".to_owned()),
        }
        self
    }

    /// Sends that value as JSON, with the secrets in it.
    pub fn json<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        match serde_json::to_vec(&Revealed(body)) {
            Ok(body) => {
                if let Ok(value) = serde_json::from_slice(&body) {
                    collect_secrets(&value, &mut self.secrets);
                }
                self.body = Some(body);
            }
            Err(_) => self.fault = Some("the body cannot be written as JSON".to_owned()),
        }
        self
    }

    /// How messages call the request: method and path, without what may be a token in it.
    fn label(&self) -> String {
        let path: Vec<&str> = self
            .path
            .split(['?', '#'])
            .next()
            .unwrap_or("")
            .split('/')
            .map(|segment| {
                if may_be_secret(segment) {
                    REDACTED
                } else {
                    segment
                }
            })
            .collect();
        // A control character would forge a line of a log.
        let path = path.join("/").replace(char::is_control, "\u{fffd}");
        format!("{} {path}", self.method)
    }

    /// The secrets that the request seems to carry.
    fn secrets(&self) -> Vec<Secret> {
        let segments = self
            .path
            .split('/')
            .filter(|segment| may_be_secret(segment));
        segments
            .map(Secret::from)
            .chain(self.secrets.iter().cloned())
            .collect()
    }

    async fn send(self) -> Result<Answer, Error> {
        let label = self.label();
        let secrets = self.secrets();
        let refuse = |message: String| Error::new(ErrorKind::Input, &label, message);
        if let Some(fault) = self.fault {
            return Err(refuse(fault));
        }
        let Some(mut url) = self.transport.base_url.join(&self.path) else {
            return Err(refuse(
                "the path has to start with a slash and stay as it is: no query, no dots to fold, percent-encoded".to_owned(),
            ));
        };
        if !self.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query);
        }
        let mut request = reqwest::Request::new(self.method.to_http(), url);
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(
            USER_AGENT,
            HeaderValue::from_static(concat!("opentact-rust/", env!("CARGO_PKG_VERSION"))),
        );
        if self.body.is_some() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        headers.extend(self.headers);
        *request.body_mut() = self.body.map(Into::into);
        let purpose = Purpose {
            label: &label,
            accepts: None,
            secrets: &secrets,
        };
        self.transport.send(purpose, request).await?.accept()
    }
}

impl<'c> IntoFuture for Request<'c> {
    type Output = Result<Answer, Error>;
    type IntoFuture = BoxFuture<'c, Self::Output>;

    /// Sends the request.
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl std::fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Request").field(&self.label()).finish()
    }
}

/// Headers that belong to the connection, and would turn the request into another one.
const RESERVED: [&str; 10] = [
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

fn carries_credential(is: impl Fn(Location) -> bool) -> bool {
    SecurityScheme::ALL
        .iter()
        .any(|scheme| is(scheme.location()))
}

/// Whether something of that name is a secret.
fn is_secret_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["password", "secret", "token"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// Collects the texts in a body whose names say that they are secrets.
fn collect_secrets(value: &Value, found: &mut Vec<Secret>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match field.as_str() {
                    Some(text) if is_secret_name(name) => found.push(Secret::from(text)),
                    _ => collect_secrets(field, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_secrets(item, found)),
        _ => {}
    }
}

/// Whether a part of a path looks like a token rather than a word or a uuid.
fn may_be_secret(segment: &str) -> bool {
    segment.len() >= 20 && uuid::Uuid::parse_str(segment).is_err() || segment.len() == 32
}
