//! Somebody who looks on: each request and its answer, shown before the answer is sent.

use std::{fmt, future::Future, sync::Arc};

use axum::{
    body::{self, Body, HttpBody},
    extract::Request,
    http::HeaderMap,
    response::Response,
};

use crate::{
    faults::MadeByFault,
    http::answer::{GRADE, STUB},
};

/// A request and its answer, with every secret in clear.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Exchange<'e> {
    /// The method, such as `GET`.
    pub method: &'e str,
    /// The path with its query, as they came.
    pub target: &'e str,
    /// The headers of the request.
    pub request_headers: &'e HeaderMap,
    /// The HTTP status of the answer.
    pub status: u16,
    /// The headers of the answer, but for those that only frame it.
    pub headers: &'e HeaderMap,
    /// The body of the answer, byte for byte.
    pub body: &'e [u8],
    /// The number of the fault that has made the answer or cut it: then it need not be one of the
    /// contract. One that was only late is the sandbox's own.
    pub fault: Option<u64>,
    /// Whether a stub has made the answer: then it need not be one of the contract either.
    pub is_stubbed: bool,
}

impl fmt::Debug for Exchange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange")
            .field("method", &self.method)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// What is called with each exchange.
#[derive(Clone)]
pub(crate) struct Observer(Arc<dyn Fn(&Exchange<'_>) + Send + Sync>);

impl Observer {
    pub(crate) fn new(look: impl Fn(&Exchange<'_>) + Send + Sync + 'static) -> Self {
        Self(Arc::new(look))
    }
}

impl fmt::Debug for Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Observer")
    }
}

/// Answers a request and shows the exchange to the observer, if there is one. What has no answer
/// is no exchange.
pub(crate) async fn observed<B, E, F: Future<Output = Result<Response, E>>>(
    observer: Option<&Observer>,
    request: Request<B>,
    answer: impl FnOnce(Request<B>) -> F,
) -> Result<Response, E> {
    let Some(Observer(look)) = observer else {
        return answer(request).await;
    };
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let request_headers = request.headers().clone();
    let (parts, body) = answer(request).await?.into_parts();
    // A body that comes in pieces is not an answer of the API.
    let Some(length) = body.size_hint().exact() else {
        return Ok(Response::from_parts(parts, body));
    };
    let limit = usize::try_from(length).unwrap_or(usize::MAX);
    let Ok(bytes) = body::to_bytes(body, limit).await else {
        return Ok(Response::from_parts(parts, Body::empty()));
    };
    look(&Exchange {
        method: method.as_str(),
        target: uri.path_and_query().map_or("", |target| target.as_str()),
        request_headers: &request_headers,
        status: parts.status.as_u16(),
        headers: &parts.headers,
        body: &bytes,
        fault: parts.extensions.get().map(|MadeByFault(id)| *id),
        is_stubbed: parts.headers.get(GRADE).is_some_and(|it| it == STUB),
    });
    Ok(Response::from_parts(parts, Body::from(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exchange_shows_no_secret() {
        let mut headers = HeaderMap::new();
        headers.insert("x-auth-token", "planted-4711".parse().unwrap());
        let exchange = Exchange {
            method: "GET",
            target: "/rest/auth?jwt=planted-4711",
            request_headers: &headers,
            status: 200,
            headers: &headers,
            fault: None,
            is_stubbed: false,
            body: b"planted-4711",
        };
        let shown = format!("{exchange:?}");
        assert!(
            shown.contains("GET") && !shown.contains("planted"),
            "{shown}"
        );
    }
}
