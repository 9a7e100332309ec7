//! A request to an endpoint that the contract does not know.

use std::future::IntoFuture;
use std::sync::Arc;

use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use opentact_client::security::SecurityScheme;
use opentact_client::{BoxFuture, Location, REDACTED, Revealed};
use serde::Serialize;

use crate::answer::Answer;
use crate::error::{Error, ErrorKind};
use crate::method::Method;
use crate::transport::Transport;

/// A request about to be sent, from [`Client::request`](crate::Client::request); await it.
#[must_use = "nothing is sent until this is awaited"]
pub struct Request<'c> {
    transport: &'c Arc<Transport>,
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    body: Option<Vec<u8>>,
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
        self.query.push((name, value.into()));
        self
    }

    /// Adds a header. Those that carry credentials are refused.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let credential = name.eq_ignore_ascii_case("authorization")
            || carries_credential(
                |location| matches!(location, Location::Header(taken) if taken.eq_ignore_ascii_case(name)),
            );
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            _ if credential => {
                self.fault = Some(format!(
                    "the header `{name}` carries a credential; leave that to the client"
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
            Ok(body) => self.body = Some(body),
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
        format!("{} {}", self.method, path.join("/"))
    }

    async fn send(self) -> Result<Answer, Error> {
        let label = self.label();
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
        self.transport.send(&label, request, &[]).await?.accept()
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

fn carries_credential(is: impl Fn(Location) -> bool) -> bool {
    SecurityScheme::ALL
        .iter()
        .any(|scheme| is(scheme.location()))
}

/// Whether a part of a path looks like a token rather than a word or a uuid.
fn may_be_secret(segment: &str) -> bool {
    segment.len() >= 20 && uuid::Uuid::parse_str(segment).is_err() || segment.len() == 32
}
