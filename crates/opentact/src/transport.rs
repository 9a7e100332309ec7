//! What all clones of a client share, and what a request is sent with.

use std::sync::Arc;
use std::time::Duration;

use opentact_client::security::{Operation, SecurityScheme};
use opentact_client::{PathSegment, Secret};

use crate::base_url::BaseUrl;
use crate::call_options::CallOptions;
use crate::clock::Clock;
use crate::credential::Credential;
use crate::error::{Error, ErrorKind};
use crate::exchange::Exchange;
use crate::retry::RetryPolicy;
use crate::retry::budget::RetryBudget;
use crate::session::{Session, SessionJwt};

/// What all clones of a client share.
#[derive(Debug)]
pub(crate) struct Transport {
    pub(crate) base_url: BaseUrl,
    pub(crate) http: reqwest::Client,
    /// Makes the connections of event streams.
    #[cfg(feature = "events")]
    pub(crate) dialer: crate::events::Dialer,
    pub(crate) credential: Credential,
    /// The scheme of the credential, checked when the client was built.
    pub(crate) scheme: SecurityScheme,
    /// The session that a login credential is traded for, and the scheme that carries its JWT;
    /// unless the caller wants none.
    pub(crate) session: Option<(SecurityScheme, Session)>,
    pub(crate) max_response_bytes: usize,
    /// How long one attempt may take.
    pub(crate) timeout: Duration,
    /// How long a body may pause.
    pub(crate) read_timeout: Duration,
    pub(crate) retries: RetryPolicy,
    pub(crate) budget: RetryBudget,
    pub(crate) clock: Clock,
}

/// What a request is for.
#[derive(Clone, Copy)]
pub(crate) struct Purpose<'a> {
    /// How errors call it.
    pub(crate) label: &'a str,
    /// The path as the contract writes it; `None` where the contract does not know the endpoint.
    pub(crate) template: Option<&'static str>,
    /// The schemes that the contract allows; `None` where the contract does not know the endpoint.
    pub(crate) accepts: Option<&'static [SecurityScheme]>,
    /// Secrets in the request besides the credential.
    pub(crate) secrets: &'a [Secret],
    /// How this call differs from the client's settings.
    pub(crate) options: &'a CallOptions,
    /// Whether it may be carried out twice, where the caller knows better than the method says.
    pub(crate) repeatable: Option<bool>,
    /// Whether it trades the credential for a JWT, and so goes without one.
    pub(crate) login: bool,
}

impl Purpose<'_> {
    fn takes(&self, scheme: SecurityScheme) -> bool {
        self.accepts
            .is_none_or(|accepted| accepted.contains(&scheme))
    }
}

/// What one attempt is sent with.
pub(crate) enum Pass {
    /// The credential of the client.
    Own,
    /// The JWT of the session, by that scheme.
    Session(SecurityScheme, Arc<SessionJwt>),
}

impl Pass {
    /// The scheme and the secret.
    pub(crate) fn credential<'a>(
        &'a self,
        transport: &'a Transport,
    ) -> (SecurityScheme, &'a Secret) {
        match self {
            Self::Own => (transport.scheme, transport.credential.secret()),
            Self::Session(scheme, jwt) => (*scheme, &jwt.secret),
        }
    }
}

impl Transport {
    /// Chooses what to send: the session's JWT where it is accepted, else the credential itself.
    pub(crate) async fn pass(
        self: &Arc<Self>,
        purpose: Purpose<'_>,
        refused: Option<&Arc<SessionJwt>>,
        left: Duration,
    ) -> Result<Pass, Error> {
        match &self.session {
            _ if purpose.login => Ok(Pass::Own),
            Some((scheme, session)) if purpose.takes(*scheme) => session
                .jwt(refused, left, || self.login())
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
    pub(crate) async fn login(self: &Arc<Self>) -> Result<Secret, Error> {
        let exchange = Exchange::login(self);
        let outcome = exchange.api().authenticate().await;
        let user = exchange.finish(outcome)?.value;
        user.token.ok_or_else(|| {
            let id = Operation::Authenticate.id();
            let message = "the answer to the login has no token";
            Error::new(ErrorKind::UnexpectedAnswer, id, message)
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Who would be asked; nothing listens there, so that what is sent shows as `Transport`.
    const NOBODY: &str = "http://127.0.0.1:9";

    async fn kind(credential: Credential, accepts: &'static [SecurityScheme]) -> ErrorKind {
        let builder = crate::Client::builder()
            .base_url(NOBODY)
            .credential(credential)
            .retries(RetryPolicy::none());
        let transport = builder.into_transport().unwrap();
        let url = transport.base_url.join("/rest/thing").unwrap();
        let purpose = Purpose {
            label: "getThing",
            template: None,
            accepts: Some(accepts),
            secrets: &[],
            options: &CallOptions::default(),
            repeatable: None,
            login: false,
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
