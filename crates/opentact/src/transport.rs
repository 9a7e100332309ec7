//! What all clones of a client share, and the path that every request takes.

use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use opentact_client::security::{Operation, SecurityScheme};
use opentact_client::{PathSegment, Secret};

use crate::answer::Answer;
use crate::base_url::BaseUrl;
use crate::call::Call;
use crate::credential::Credential;
use crate::error::{Error, ErrorKind};
use crate::redaction::Redaction;
use crate::session::{Session, SessionJwt};

/// What all clones of a client share.
#[derive(Debug)]
pub(crate) struct Transport {
    pub(crate) base_url: BaseUrl,
    pub(crate) http: reqwest::Client,
    pub(crate) credential: Credential,
    /// The scheme of the credential, checked when the client was built.
    pub(crate) scheme: SecurityScheme,
    /// The session that a login credential is traded for, and the scheme that carries its JWT;
    /// unless the caller wants none.
    pub(crate) session: Option<(SecurityScheme, Session)>,
    pub(crate) max_response_bytes: usize,
}

/// What a request is for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Purpose<'a> {
    /// How errors call it.
    pub(crate) label: &'a str,
    /// The schemes that the contract allows; `None` where the contract does not know the endpoint.
    pub(crate) accepts: Option<&'static [SecurityScheme]>,
    /// Secrets in the request besides the credential.
    pub(crate) secrets: &'a [Secret],
}

impl Purpose<'_> {
    fn takes(&self, scheme: SecurityScheme) -> bool {
        self.accepts
            .is_none_or(|accepted| accepted.contains(&scheme))
    }
}

/// What one request is sent with.
enum Pass {
    /// The credential of the client.
    Own,
    /// The JWT of the session, by that scheme.
    Session(SecurityScheme, Arc<SessionJwt>),
}

impl Transport {
    /// Sends a request with the credential that it needs, and once more with a new JWT if the
    /// server refuses the one at hand.
    pub(crate) async fn send(
        self: &Arc<Self>,
        purpose: Purpose<'_>,
        request: reqwest::Request,
    ) -> Result<Answer, Error> {
        let pass = self.pass(purpose, None).await?;
        // Bodies are in memory, so a request can always be repeated.
        let again = request.try_clone();
        let answer = self.send_with(purpose, &pass, request).await?;
        match (pass, again) {
            (Pass::Session(_, refused), Some(again)) if answer.is_unauthorized() => {
                let pass = self.pass(purpose, Some(&refused)).await?;
                self.send_with(purpose, &pass, again).await
            }
            _ => Ok(answer),
        }
    }

    /// Chooses what to send: the session's JWT where it is accepted, else the credential itself.
    async fn pass(
        self: &Arc<Self>,
        purpose: Purpose<'_>,
        refused: Option<&Arc<SessionJwt>>,
    ) -> Result<Pass, Error> {
        match &self.session {
            Some((scheme, session)) if purpose.takes(*scheme) => session
                .jwt(refused, || self.login())
                .await
                .map(|jwt| Pass::Session(*scheme, jwt))
                .map_err(|error| error.while_logging_in_for(purpose.label)),
            _ if purpose.takes(self.scheme) => Ok(Pass::Own),
            _ => {
                let accepted = purpose
                    .accepts
                    .unwrap_or_default()
                    .iter()
                    .map(|it| it.name());
                let message = format!(
                    "the operation does not take the scheme `{}`, but: {}",
                    self.scheme.name(),
                    accepted.collect::<Vec<_>>().join(", ")
                );
                Err(Error::new(ErrorKind::Input, purpose.label, message))
            }
        }
    }

    /// Trades the credential for a JWT.
    async fn login(self: &Arc<Self>) -> Result<Secret, Error> {
        let call = Call::login(self);
        let outcome = call.api().authenticate().await;
        let user = call.finish(outcome)?;
        user.token.ok_or_else(|| {
            let id = Operation::Authenticate.id();
            let message = "the answer to the login has no token";
            Error::new(ErrorKind::UnexpectedAnswer, id, message)
        })
    }

    /// Sends a login request, with the credential itself.
    pub(crate) async fn send_login(
        &self,
        purpose: Purpose<'_>,
        request: reqwest::Request,
    ) -> Result<Answer, Error> {
        self.send_with(purpose, &Pass::Own, request).await
    }

    async fn send_with(
        &self,
        purpose: Purpose<'_>,
        pass: &Pass,
        mut request: reqwest::Request,
    ) -> Result<Answer, Error> {
        let label = purpose.label;
        let (scheme, secret) = match pass {
            Pass::Own => (self.scheme, self.credential.secret()),
            Pass::Session(scheme, jwt) => (*scheme, &jwt.secret),
        };
        scheme
            .apply(&mut request, secret)
            .map_err(|cause| Error::new(ErrorKind::Input, label, cause.to_string()))?;
        let mut redaction = Redaction::default();
        let secrets = purpose.secrets.iter().chain([secret]);
        secrets.for_each(|secret| redaction.add(secret));

        let changes_nothing = request.method() == http::Method::GET;
        let failed = |cause| failure(label, changes_nothing, cause);
        let response = self.http.execute(request).await.map_err(failed)?;
        let status = response.status();
        let headers = response.headers().clone();
        let body = self.read(label, response).await?;
        Ok(Answer::new(
            label.to_owned(),
            status,
            headers,
            body,
            redaction,
        ))
    }

    /// Reads a body up to the limit.
    async fn read(&self, operation: &str, mut response: reqwest::Response) -> Result<Bytes, Error> {
        let limit = self.max_response_bytes;
        let status = response.status().as_u16();
        let too_large = || {
            let message = format!("the answer is larger than {limit} bytes");
            Error::new(ErrorKind::TooLarge, operation, message).with_status(status)
        };
        let announced = response.content_length().unwrap_or(0);
        if usize::try_from(announced).map_or(true, |announced| announced > limit) {
            return Err(too_large());
        }
        let mut body = BytesMut::new();
        loop {
            match response.chunk().await {
                Ok(None) => return Ok(body.freeze()),
                Ok(Some(chunk)) if body.len() + chunk.len() > limit => return Err(too_large()),
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                // The status shows that the request has arrived.
                Err(cause) => return Err(failure(operation, false, cause).with_status(status)),
            }
        }
    }
}

/// A value for a place in a path, or the error that says why it is none.
pub(crate) fn path_segment(
    operation: &str,
    what: &str,
    value: Secret,
) -> Result<PathSegment, Error> {
    PathSegment::new(value).map_err(|cause| {
        Error::new(
            ErrorKind::Input,
            operation,
            format!("{what} cannot stand in a path: {cause}"),
        )
    })
}

/// The failure of a request that got no complete answer.
fn failure(operation: &str, changes_nothing: bool, cause: reqwest::Error) -> Error {
    // A URL may carry a credential.
    let cause = cause.without_url();
    let (kind, message) = if cause.is_builder() {
        (
            ErrorKind::Input,
            "no request could be made of the arguments",
        )
    } else if cause.is_connect() && !TLS {
        (
            ErrorKind::Transport,
            "the server could not be reached; no TLS feature of this crate is on",
        )
    } else if cause.is_connect() {
        (ErrorKind::Transport, "the server could not be reached")
    } else if cause.is_timeout() {
        (ErrorKind::Timeout, "no complete answer came in time")
    } else {
        (
            ErrorKind::Transport,
            "the connection broke before the answer was complete",
        )
    };
    let never_left = cause.is_builder() || cause.is_connect();
    let message = if changes_nothing || never_left {
        message.to_owned()
    } else {
        format!("{message}; the request may have been carried out all the same")
    };
    let kind = if cause.is_timeout() {
        ErrorKind::Timeout
    } else {
        kind
    };
    Error::new(kind, operation, message).with_source(cause)
}

/// Whether this crate was built with a TLS library.
const TLS: bool = cfg!(any(
    feature = "rustls",
    feature = "rustls-no-provider",
    feature = "native-tls",
    feature = "native-tls-vendored"
));

#[cfg(test)]
mod tests {
    use super::*;

    /// Who would be asked; nothing listens there, so that what is sent shows as `Transport`.
    const NOBODY: &str = "http://127.0.0.1:9";

    async fn kind(credential: Credential, accepts: &'static [SecurityScheme]) -> ErrorKind {
        let builder = crate::Client::builder()
            .base_url(NOBODY)
            .credential(credential);
        let transport = builder.into_transport().unwrap();
        let url = transport.base_url.join("/rest/thing").unwrap();
        let purpose = Purpose {
            label: "getThing",
            accepts: Some(accepts),
            secrets: &[],
        };
        let request = reqwest::Request::new(http::Method::GET, url);
        Arc::new(transport)
            .send(purpose, request)
            .await
            .unwrap_err()
            .kind()
    }

    #[tokio::test]
    async fn an_operation_gets_a_scheme_that_it_takes_or_nothing() {
        use SecurityScheme::{Basic, Bearer, BearerQuery, Jwt};
        let basic = || Credential::basic("me@example.com", "made up");
        assert_eq!(kind(basic(), &[Jwt]).await, ErrorKind::Transport);
        assert_eq!(kind(basic(), &[Basic]).await, ErrorKind::Transport);
        assert_eq!(kind(basic(), &[Bearer]).await, ErrorKind::Input);
        assert_eq!(
            kind(Credential::bearer("x"), &[Bearer]).await,
            ErrorKind::Transport
        );
        assert_eq!(
            kind(Credential::bearer("x"), &[BearerQuery]).await,
            ErrorKind::Input
        );
    }
}
