//! By what a connection is open, and until when that holds.

use std::fmt;

use opentact_client::Secret;
use rusqlite::Connection;

use crate::{
    engine::Engine,
    error::Error,
    fingerprint::Fingerprint,
    session::Session,
    store::{
        tokens,
        users::{self, StoredUser, UserKey},
    },
};

/// What a connection was opened with: a JWT or an API token.
#[derive(Clone)]
pub(crate) enum Credential {
    Session(Session),
    Token(Fingerprint),
}

/// Whom a credential stands for, and from when on it no longer does.
#[derive(Debug)]
pub(crate) struct Holder {
    pub(crate) user: StoredUser,
    /// By the sandbox's clock, in milliseconds.
    pub(crate) until_ms: i64,
}

impl Credential {
    /// What the text is: a JWT of the sandbox, or else an API token, there or not.
    pub(super) fn of(engine: &Engine, secret: &Secret) -> Self {
        match engine.sessions.session(secret) {
            Some(session) => Self::Session(session),
            None => Self::Token(Fingerprint::of(secret.expose())),
        }
    }

    /// Whom it stands for at `now_ms`; `None` if it would be refused.
    pub(crate) fn holder(
        &self,
        connection: &Connection,
        now_ms: i64,
    ) -> Result<Option<Holder>, Error> {
        let (key, until_ms) = match self {
            Self::Session(session) => {
                if !session.life.includes(now_ms / 1000) {
                    return Ok(None);
                }
                let key = UserKey::Session {
                    uuid: session.uuid.clone(),
                    generation: session.generation,
                };
                (key, session.life.exp.saturating_mul(1000))
            }
            Self::Token(token) => {
                let Some((_, until_ms)) = tokens::owner_until(connection, *token, now_ms)? else {
                    return Ok(None);
                };
                let token = *token;
                (UserKey::Token { token, now_ms }, until_ms)
            }
        };
        let user = users::find(connection, &key)?.filter(|user| !user.disabled);
        Ok(user.map(|user| Holder { user, until_ms }))
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Session(_) => "Session",
            Self::Token(_) => "Token",
        })
    }
}
