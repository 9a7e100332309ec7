//! The token with which a connection proves whose it is.

use std::sync::Arc;

use opentact_client::Secret;
use tokio::runtime::Handle;
use tokio::task::JoinSet;
use tracing::Instrument;

use crate::error::{EVENTS, Error, ErrorKind};
use crate::session::SessionJwt;
use crate::transport::Transport;
use crate::transport::operation::login;
use crate::transport::options::RequestOptions;

/// The token with which a connection proves whose it is.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) secret: Secret,
    /// The session's JWT that it is, so that a refusal replaces that one and no other.
    pub(super) session: Option<Arc<SessionJwt>>,
}

/// The token for one attempt, and another than `refused`.
///
/// # Cancellation
///
/// Dropping the future ends a login under way, and leaves it to the next who needs one.
pub(super) async fn fetch(
    transport: Arc<Transport>,
    refused: Option<Arc<SessionJwt>>,
) -> Result<Token, Error> {
    let runtime = Handle::try_current().map_err(|_| {
        let message = "there is no runtime; poll the stream in one of tokio's";
        Error::new(ErrorKind::Configuration, EVENTS, message)
    })?;
    let Some(credential) = transport.credential() else {
        let message =
            "the events are a user's and the client is anonymous; build one with `Client::new`";
        return Err(Error::new(ErrorKind::Configuration, EVENTS, message));
    };
    if !credential.is_login() {
        return Ok(Token {
            secret: credential.secret().clone(),
            session: None,
        });
    }
    // Others of this client may wait for the same login. It must go on while its caller does
    // something else than poll, for instance make a call that waits for it.
    let mut login = JoinSet::new();
    login.spawn_on(log_in(transport, refused).in_current_span(), &runtime);
    match login.join_next().await {
        Some(Ok(outcome)) => outcome,
        _ => {
            let message = "the login was cut off, as its runtime ends";
            Err(Error::new(ErrorKind::Transport, EVENTS, message))
        }
    }
}

async fn log_in(
    transport: Arc<Transport>,
    refused: Option<Arc<SessionJwt>>,
) -> Result<Token, Error> {
    let limits = transport.defaults.limits(&RequestOptions::default());
    let limit = limits.timeout;
    let token = async {
        match &transport.session {
            Some((_, session)) => {
                let jwt = session.jwt(refused.as_ref(), limit, || login(&transport));
                jwt.await.map(|jwt| Token {
                    secret: jwt.secret.clone(),
                    session: Some(jwt),
                })
            }
            None => login(&transport).await.map(|secret| Token {
                secret,
                session: None,
            }),
        }
    };
    let outcome = transport.clock.timeout(limit, Box::pin(token)).await;
    outcome
        .unwrap_or_else(|_| {
            let message = format!("there was no session within {limit:?} (`timeout`)");
            Err(Error::new(ErrorKind::Timeout, EVENTS, message))
        })
        .map_err(|error| error.while_logging_in_for(EVENTS))
}
