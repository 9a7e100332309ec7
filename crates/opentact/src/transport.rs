//! What all clones of a client share, and the path that every request takes.

use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use opentact_client::security::{CredentialKind, Operation, SecurityScheme};
use opentact_client::{PathSegment, Secret};

use crate::answer::Answer;
use crate::base_url::BaseUrl;
use crate::call::Call;
use crate::credential::{Credential, scheme_of};
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
    /// The session that a login credential is traded for, unless the caller wants none.
    pub(crate) session: Option<Session>,
    pub(crate) max_response_bytes: usize,
}

/// What one request is sent with.
enum Pass {
    /// The credential of the client.
    Own,
    /// The JWT of the session.
    Session(Arc<SessionJwt>),
}

impl Transport {
    /// Sends a request with the credential that it needs, and once more with a new JWT if the
    /// server refuses the one at hand.
    pub(crate) async fn send(
        self: &Arc<Self>,
        operation: &str,
        request: reqwest::Request,
        secrets: &[Secret],
    ) -> Result<Answer, Error> {
        let pass = self.pass(operation, None).await?;
        // Bodies are in memory, so a request can always be repeated.
        let again = request.try_clone();
        let answer = self.send_with(operation, &pass, request, secrets).await?;
        match (pass, again) {
            (Pass::Session(refused), Some(again)) if answer.is_unauthorized() => {
                let pass = self.pass(operation, Some(&refused)).await?;
                self.send_with(operation, &pass, again, secrets).await
            }
            _ => Ok(answer),
        }
    }

    async fn pass(
        self: &Arc<Self>,
        operation: &str,
        refused: Option<&Arc<SessionJwt>>,
    ) -> Result<Pass, Error> {
        let Some(session) = &self.session else {
            return Ok(Pass::Own);
        };
        session
            .jwt(refused, || self.login())
            .await
            .map(Pass::Session)
            .map_err(|error| error.while_logging_in_for(operation))
    }

    /// Trades the credential for a JWT.
    async fn login(self: &Arc<Self>) -> Result<Secret, Error> {
        let call = Call::login(self);
        let outcome = call.api().authenticate().await;
        let user = call.finish(outcome)?;
        user.token.ok_or_else(|| {
            let id = Operation::Authenticate.id();
            Error::new(
                ErrorKind::UnexpectedAnswer,
                id,
                "the answer to the login has no token",
            )
        })
    }

    /// Sends a login request, with the credential itself.
    pub(crate) async fn send_login(
        &self,
        operation: &str,
        request: reqwest::Request,
    ) -> Result<Answer, Error> {
        self.send_with(operation, &Pass::Own, request, &[]).await
    }

    async fn send_with(
        &self,
        operation: &str,
        pass: &Pass,
        mut request: reqwest::Request,
        secrets: &[Secret],
    ) -> Result<Answer, Error> {
        let (scheme, secret) = match pass {
            Pass::Own => (self.scheme, self.credential.secret()),
            Pass::Session(jwt) => {
                let scheme = scheme_of(CredentialKind::Jwt, self.credential.placement());
                (scheme.unwrap_or(SecurityScheme::Jwt), &jwt.secret)
            }
        };
        scheme
            .apply(&mut request, secret)
            .map_err(|cause| Error::new(ErrorKind::Input, operation, cause.to_string()))?;
        let mut redaction = Redaction::default();
        secrets
            .iter()
            .chain([secret])
            .for_each(|secret| redaction.add(secret));

        let response = self
            .http
            .execute(request)
            .await
            .map_err(|cause| failure(operation, cause))?;
        let status = response.status();
        let headers = response.headers().clone();
        let body = self.read(operation, response).await?;
        Ok(Answer::new(
            operation.to_owned(),
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
                Err(cause) => return Err(failure(operation, cause).with_status(status)),
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
fn failure(operation: &str, cause: reqwest::Error) -> Error {
    // A URL may carry a credential.
    let cause = cause.without_url();
    let (kind, message) = if cause.is_timeout() {
        (ErrorKind::Timeout, "no complete answer came in time")
    } else if cause.is_connect() {
        (ErrorKind::Transport, "the server could not be reached")
    } else if cause.is_builder() {
        (
            ErrorKind::Input,
            "no request could be made of the arguments",
        )
    } else {
        (
            ErrorKind::Transport,
            "the connection broke before the answer was complete",
        )
    };
    Error::new(kind, operation, message).with_source(cause)
}
