//! By what a connection is open, and until when that holds.

use std::fmt;

use opentact_client::Secret;
use rusqlite::Connection;
use uuid::Uuid;

use crate::{
    auth::session::{Session, Sessions},
    error::Error,
    fingerprint::Fingerprint,
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

impl Credential {
    /// What the text is: a JWT of the sandbox, or else an API token, there or not.
    pub(super) fn of(sessions: &Sessions, secret: &Secret) -> Self {
        match sessions.session(secret) {
            Some(session) => Self::Session(session),
            None => Self::Token(Fingerprint::of(secret.expose())),
        }
    }

    /// The user for whom it stands at `now_ms`, and until when, by the sandbox's clock, in
    /// milliseconds; `None` if it would be refused.
    pub(super) fn holder(
        &self,
        connection: &Connection,
        now_ms: i64,
    ) -> Result<Option<(StoredUser, i64)>, Error> {
        if !self.may_hold(now_ms) {
            return Ok(None);
        }
        let (key, until_ms) = match self {
            Self::Session(session) => {
                let (uuid, generation) = (session.uuid.clone(), session.generation);
                let until_ms = session.life.exp.saturating_mul(1000);
                (UserKey::Session { uuid, generation }, Some(until_ms))
            }
            Self::Token(token) => {
                let until_ms = tokens::expires(connection, *token)?;
                let token = *token;
                (UserKey::Token { token, now_ms }, until_ms)
            }
        };
        let user = users::find(connection, &key)?.filter(|user| !user.disabled);
        Ok(user.zip(until_ms))
    }

    /// Until when it holds, in the same way, for the user for whom it once stood.
    pub(super) fn until_ms(
        &self,
        connection: &Connection,
        user: Uuid,
        now_ms: i64,
    ) -> Result<Option<i64>, Error> {
        let holder = self.holder(connection, now_ms)?;
        Ok(holder.and_then(|(holder, until_ms)| (holder.uuid == user).then_some(until_ms)))
    }

    /// Whether it may hold at `now_ms` by what it says itself.
    pub(super) fn may_hold(&self, now_ms: i64) -> bool {
        match self {
            Self::Session(session) => session.life.includes(now_ms / 1000),
            Self::Token(_) => true,
        }
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
