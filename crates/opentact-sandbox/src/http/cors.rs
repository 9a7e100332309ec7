//! Cross-origin resource sharing: which pages a browser lets read the answers.

use std::collections::BTreeSet;

use axum::{
    body::Body,
    http::{
        HeaderValue, Method, Request, StatusCode,
        header::{
            ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
            ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS,
            ACCESS_CONTROL_REQUEST_METHOD,
        },
    },
    response::Response,
};
use opentact_client::{Location, security::SecurityScheme};
use reqwest::Url;

use crate::error::Error;

/// The origin whose pages are let in, or `*` for those of any.
#[derive(Clone, Debug)]
pub(crate) struct Cors(HeaderValue);

impl Cors {
    /// Lets in the pages of this origin.
    pub(crate) fn new(origin: &str) -> Result<Self, Error> {
        // A browser compares it with what it sends itself, byte for byte.
        let as_sent = Url::parse(origin).map(|url| url.origin().ascii_serialization());
        match HeaderValue::from_str(origin) {
            Ok(value) if origin == "*" || as_sent.as_deref() == Ok(origin) => Ok(Self(value)),
            _ => Err(Error::Origin {
                origin: origin.to_owned(),
            }),
        }
    }

    /// The answer to what a browser asks before a page's request.
    pub(crate) fn preflight<B>(&self, request: &Request<B>) -> Option<Response> {
        let asked = request.headers().get(ACCESS_CONTROL_REQUEST_METHOD);
        let asked = asked.filter(|_| request.method() == Method::OPTIONS)?;
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NO_CONTENT;
        let headers = response.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, asked.clone());
        if let Ok(names) = allowed_headers().try_into() {
            headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, names);
        }
        Some(response)
    }

    /// Lets the page read an answer.
    pub(crate) fn allow(&self, response: &mut Response) {
        let headers = response.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, self.0.clone());
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("*"));
    }
}

/// What a page may send: the headers of credentials, and the type of a body.
fn allowed_headers() -> String {
    let of_scheme = |scheme: &SecurityScheme| match scheme.location() {
        Location::Basic | Location::Bearer => Some("authorization".to_owned()),
        Location::Header(name) => Some(name.to_ascii_lowercase()),
        _ => None,
    };
    let names = SecurityScheme::ALL.iter().filter_map(of_scheme);
    let names: BTreeSet<_> = names.chain(["content-type".to_owned()]).collect();
    names.into_iter().collect::<Vec<_>>().join(", ")
}
