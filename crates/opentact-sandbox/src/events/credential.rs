//! By what a connection is open, and until when that holds.

use std::{
    collections::{HashMap, hash_map::Entry},
    fmt,
};

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

/// The holders of many credentials at one moment; no user is looked for twice.
#[derive(Debug)]
pub(super) struct Holders<'c> {
    connection: &'c Connection,
    now_ms: i64,
    /// The row numbers by uuid and, for JWTs, generation of sessions.
    users: HashMap<(Uuid, Option<i64>), Option<i64>>,
}

impl Credential {
    /// What the text is: a JWT of the sandbox, or else an API token, there or not.
    pub(super) fn of(sessions: &Sessions, secret: &Secret) -> Self {
        match sessions.session(secret) {
            Some(session) => Self::Session(session),
            None => Self::Token(Fingerprint::of(secret.expose())),
        }
    }

    /// The user for whom it stands at `now_ms`; `None` if it would be refused.
    pub(super) fn user(
        &self,
        connection: &Connection,
        now_ms: i64,
    ) -> Result<Option<StoredUser>, Error> {
        if !self.may_hold(now_ms) {
            return Ok(None);
        }
        let key = match self {
            Self::Session(session) => UserKey::Session {
                uuid: session.uuid.clone(),
                generation: session.generation,
            },
            Self::Token(token) => UserKey::Token {
                token: *token,
                now_ms,
            },
        };
        Ok(users::find(connection, &key)?.filter(|user| !user.disabled))
    }

    /// Whether it may hold at `now_ms` by what it says itself.
    pub(super) fn may_hold(&self, now_ms: i64) -> bool {
        match self {
            Self::Session(session) => session.life.includes(now_ms / 1000),
            Self::Token(_) => true,
        }
    }
}

impl<'c> Holders<'c> {
    /// The holders at `now_ms`.
    pub(super) fn new(connection: &'c Connection, now_ms: i64) -> Self {
        Self {
            connection,
            now_ms,
            users: HashMap::new(),
        }
    }

    /// Until when a credential holds that once stood for `user`, by the sandbox's clock, in
    /// milliseconds; `None` if it no longer does.
    pub(super) fn until_ms(
        &mut self,
        credential: &Credential,
        user: Uuid,
    ) -> Result<Option<i64>, Error> {
        if !credential.may_hold(self.now_ms) {
            return Ok(None);
        }
        Ok(match credential {
            Credential::Session(session) => {
                let user = self.enabled(user, Some(session.generation))?;
                user.map(|_| session.life.exp.saturating_mul(1000))
            }
            Credential::Token(token) => {
                let found = tokens::owner_until(self.connection, *token, self.now_ms)?;
                let user = self.enabled(user, None)?;
                let found = found.filter(|(owner, _)| Some(*owner) == user);
                found.map(|(_, until_ms)| until_ms)
            }
        })
    }

    /// The row number of a user who is not disabled and, if that is asked for, in this generation
    /// of sessions.
    pub(super) fn enabled(
        &mut self,
        user: Uuid,
        generation: Option<i64>,
    ) -> Result<Option<i64>, Error> {
        Ok(match self.users.entry((user, generation)) {
            Entry::Occupied(found) => *found.get(),
            Entry::Vacant(new) => *new.insert(users::enabled(self.connection, user, generation)?),
        })
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
