//! One attempt: a request with its credential, and its response: the whole, or the head of a download.

use std::pin::pin;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use opentact_client::Secret;
use opentact_client::security::SecurityScheme;

use super::Transport;
use super::context::RequestContext;
use super::failure::{Attempted, Failure, TimeLimit};
use super::received::Received;
use crate::redaction::Redaction;
use crate::response::Response;
use crate::session::SessionJwt;

/// What one attempt is sent with.
pub(crate) enum AttemptCredential {
    /// The credential of the client.
    Own,
    /// The JWT of the session, by that scheme.
    Session(SecurityScheme, Arc<SessionJwt>),
    /// None: the operation is public, or nobody knows it and the client is anonymous.
    Nothing,
}

impl AttemptCredential {
    /// The scheme and the secret.
    fn parts<'a>(&'a self, transport: &'a Transport) -> Option<(SecurityScheme, &'a Secret)> {
        match self {
            Self::Own => {
                let (credential, scheme) = transport.identity.as_ref()?;
                Some((*scheme, credential.secret()))
            }
            Self::Session(scheme, jwt) => Some((*scheme, &jwt.secret)),
            Self::Nothing => None,
        }
    }
}

/// Sends a request once, with that credential, and reads the whole response; of a download its head.
pub(crate) async fn attempt(
    transport: &Transport,
    context: RequestContext<'_>,
    credential: &AttemptCredential,
    mut request: reqwest::Request,
    limit: TimeLimit,
) -> Result<Received, Failure> {
    let label = context.label;
    let changes_state = !request.method().is_safe();
    if let Some((scheme, secret)) = credential.parts(transport) {
        scheme
            .apply(&mut request, secret)
            .map_err(|cause| Failure::unsendable(label, cause))?;
    }
    let mut redaction = Redaction::default();
    let secrets = context.secrets.iter().chain(&context.options.secrets);
    let secrets = secrets.chain(&transport.defaults.secrets);
    secrets.for_each(|secret| redaction.add(secret));
    // The server knows what the session came from as well.
    if let Some(credential) = transport.credential() {
        credential.hide_in(&mut redaction);
    }
    if let AttemptCredential::Session(_, jwt) = credential {
        redaction.add(&jwt.secret);
    }
    let attempted = Attempted {
        operation: label,
        changes_state,
        redaction: &redaction,
        proxy: transport.proxy.as_deref(),
    };
    let exchange = async {
        // Lets the connections that wait for work notice that their server has left, which they
        // cannot while the runtime is busy: what is sent on such a connection is lost. The timer
        // runs by then: the runtime has to be woken for one that comes after its look around.
        tokio::task::yield_now().await;
        let broken = |cause| Failure::transport(attempted, None, transport.connect_timeout, cause);
        let response = transport.http.execute(request).await.map_err(broken)?;
        if context.streams && is_stream(&response) {
            let headers = response.headers().clone();
            return Ok((head(&response, headers, Bytes::new()), Some(response)));
        }
        let whole = read(transport, attempted, response).await?;
        Ok((whole, None))
    };
    let (response, rest) = {
        // Each function that takes a future by value would copy it.
        let exchange = pin!(exchange);
        let outcome = transport.clock.timeout(limit.length, exchange).await;
        outcome.unwrap_or_else(|_| Err(Failure::out_of_time(attempted, limit)))?
    };
    let response = Response::new(label, response);
    Ok(Received::new(response, changes_state, redaction).with_rest(rest))
}

/// Whether a response brings what was asked for: a refusal, and a success that denies itself, is JSON.
fn is_stream(response: &reqwest::Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE);
    let is_json = kind.is_some_and(|it| it.as_bytes().starts_with(b"application/json"));
    response.status().is_success() && !is_json
}

fn head(response: &reqwest::Response, headers: HeaderMap, body: Bytes) -> http::Response<Bytes> {
    let mut whole = http::Response::new(body);
    *whole.status_mut() = response.status();
    *whole.headers_mut() = headers;
    whole
}

/// Reads a response whose body is no larger than the limit.
async fn read(
    transport: &Transport,
    attempted: Attempted<'_>,
    mut response: reqwest::Response,
) -> Result<http::Response<Bytes>, Failure> {
    let limit = transport.max_response_bytes;
    let status = response.status();
    let too_large = || Failure::too_large(attempted, status, limit);
    let announced = response.content_length().unwrap_or(0);
    if usize::try_from(announced).map_or(true, |announced| announced > limit) {
        return Err(too_large());
    }
    let mut body = Body::default();
    loop {
        let chunk = pin!(response.chunk());
        match transport.clock.timeout(transport.read_timeout, chunk).await {
            Err(_) => {
                let limit = TimeLimit::of_pause(transport.read_timeout);
                return Err(Failure::pause_too_long(attempted, status, limit));
            }
            Ok(Ok(None)) => break,
            Ok(Ok(Some(chunk))) if body.len() + chunk.len() > limit => return Err(too_large()),
            Ok(Ok(Some(chunk))) => body.push(chunk),
            Ok(Err(cause)) => {
                return Err(Failure::transport(
                    attempted,
                    Some(status),
                    transport.connect_timeout,
                    cause,
                ));
            }
        }
    }
    let headers = std::mem::take(response.headers_mut());
    Ok(head(&response, headers, body.whole()))
}

/// A body as it comes. One that comes at once is not copied.
#[derive(Default)]
struct Body {
    first: Bytes,
    all: BytesMut,
}

impl Body {
    fn len(&self) -> usize {
        self.first.len().max(self.all.len())
    }

    fn push(&mut self, chunk: Bytes) {
        if self.first.is_empty() {
            self.first = chunk;
            return;
        }
        if self.all.is_empty() {
            self.all.extend_from_slice(&self.first);
        }
        self.all.extend_from_slice(&chunk);
    }

    fn whole(self) -> Bytes {
        match self.all.is_empty() {
            true => self.first,
            false => self.all.freeze(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_the_same_in_however_many_pieces_it_comes() {
        for pieces in [
            &["abcdef"][..],
            &["ab", "cdef"],
            &["", "a", "", "bcde", "f"],
        ] {
            let mut body = Body::default();
            for (index, piece) in pieces.iter().enumerate() {
                body.push(Bytes::from_static(piece.as_bytes()));
                assert_eq!(body.len(), pieces[..=index].concat().len());
            }
            assert_eq!(body.whole(), "abcdef");
        }
    }
}
