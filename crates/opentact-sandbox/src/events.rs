//! The event service: the WebSocket connections that are open, and what they are sent.
//!
//! A request at `/` or `/wss` becomes a WebSocket ([`handshake`]); its first message has to be a
//! credential ([`connection`]); then the connection is in the register here, until its client
//! leaves, its credential ends ([`validity`]) or somebody ends it. An event goes to the
//! connections whose users have asked for it ([`delivery`]), where it waits its turn ([`queue`]);
//! the sandbox's own are of connections, and of the life of tokens ([`token_life`]).

use std::{
    collections::HashSet,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use serde::Serialize;
use tokio::sync::{self, oneshot, watch};
use tokio_websockets::Message;
use uuid::Uuid;

pub(crate) use self::ending::Ending;
use self::{
    credential::Credential,
    queue::{Entrance, Exit, Queued},
};
use crate::{
    faults::{Asked, Faults},
    store::users::StoredUser,
};

mod auth_answer;
mod auth_message;
pub(crate) mod connection;
mod credential;
pub(crate) mod delivery;
mod ending;
pub(crate) mod handshake;
mod queue;
mod socket;
pub(crate) mod stored_event;
pub(crate) mod token_life;
pub(crate) mod validity;

/// A connection of the event service whose credential is good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct EventConnection {
    /// The id that the answer to the credential tells.
    pub id: Uuid,
    /// The user's id in the API.
    pub user: Uuid,
    /// The user's e-mail.
    pub email: String,
    /// Where it comes from.
    pub ip: IpAddr,
    /// Since when the credential is accepted, by the sandbox's clock.
    pub since: DateTime<Utc>,
    /// How many events were put on their way to it; the answer to its credential is none.
    pub events: u64,
}

/// The connections whose credentials are good.
#[derive(Debug, Default)]
pub(crate) struct Events {
    register: Mutex<Register>,
    /// Told when the next credential to expire may be another.
    lives: watch::Sender<()>,
    /// Held by who tells of expired tokens.
    telling: sync::Mutex<()>,
}

#[derive(Debug, Default)]
struct Register {
    open: Vec<Open>,
    sent: u64,
    /// Up to when it was told which tokens have expired, by the sandbox's clock.
    told_ms: i64,
}

/// An open connection, from outside.
#[derive(Debug)]
struct Open {
    shown: EventConnection,
    account: Uuid,
    credential: Arc<Credential>,
    /// Until when the credential holds, by the sandbox's clock, in milliseconds.
    until_ms: i64,
    waiting: Entrance,
    ending: oneshot::Sender<Ending>,
}

/// The id of a connection, the user's, and by what it is open.
type Credentialed = (Uuid, Uuid, Arc<Credential>);

/// An open connection, from inside. It is in the register as long as this lives.
#[derive(Debug)]
struct Registered {
    id: Uuid,
    events: Arc<Events>,
    waiting: Exit,
    ending: oneshot::Receiver<Ending>,
}

impl Events {
    fn register(
        self: &Arc<Self>,
        user: &StoredUser,
        (credential, until_ms): (Credential, i64),
        ip: IpAddr,
        since: DateTime<Utc>,
    ) -> Registered {
        let id = Uuid::new_v4();
        let (entrance, waiting) = queue::queue();
        let (ends, ending) = oneshot::channel();
        let shown = EventConnection {
            id,
            user: user.uuid,
            email: user.email.clone(),
            ip,
            since,
            events: 0,
        };
        let mut register = self.locked();
        if register.open.is_empty() {
            register.told_ms = since.timestamp_millis();
        }
        register.open.push(Open {
            shown,
            account: user.account.uuid,
            credential: Arc::new(credential),
            until_ms,
            waiting: entrance,
            ending: ends,
        });
        drop(register);
        self.lives.send_replace(());
        Registered {
            id,
            events: Arc::clone(self),
            waiting,
            ending,
        }
    }

    /// The open connections, oldest first.
    pub(crate) fn connections(&self) -> Vec<EventConnection> {
        let register = self.locked();
        register.open.iter().map(|it| it.shown.clone()).collect()
    }

    /// How many connections are open, and how many events they and others were sent.
    pub(crate) fn counts(&self) -> (u64, u64) {
        let register = self.locked();
        let open = u64::try_from(register.open.len()).unwrap_or(u64::MAX);
        (open, register.sent)
    }

    /// Whether a user has a connection.
    pub(crate) fn is_online(&self, user: Uuid) -> bool {
        self.locked().open.iter().any(|it| it.shown.user == user)
    }

    /// Ends the connections that `chosen` chooses; how many.
    pub(crate) fn end(&self, ending: Ending, chosen: impl Fn(&EventConnection) -> bool) -> usize {
        self.end_open(ending, |it| chosen(&it.shown))
    }

    fn end_open(&self, ending: Ending, chosen: impl Fn(&Open) -> bool) -> usize {
        let mut register = self.locked();
        let ended = register.open.extract_if(.., |it| chosen(it));
        let ended = ended.map(|it| it.ending.send(ending));
        ended.count()
    }

    /// Ends all connections and forgets what was counted.
    pub(crate) fn reset(&self) {
        self.end(Ending::Reset, |_| true);
        self.locked().sent = 0;
    }

    /// Up to when it was told which tokens have expired, which from now on is `now_ms`; `None` if
    /// nobody listens.
    fn told_until(&self, now_ms: i64) -> Option<i64> {
        let mut register = self.locked();
        if register.open.is_empty() {
            return None;
        }
        // The clock may have been set back: what expires again is told again.
        let told_ms = register.told_ms.min(now_ms);
        register.told_ms = now_ms;
        Some(told_ms)
    }

    /// Whether an account has a connection.
    fn has_any_of(&self, account: Uuid) -> bool {
        self.locked().open.iter().any(|it| it.account == account)
    }

    /// The connections of an account, with whose they are and by which credentials.
    fn of_account(&self, account: Uuid) -> Vec<Credentialed> {
        let register = self.locked();
        let open = register.open.iter().filter(|it| it.account == account);
        open.map(Open::credentialed).collect()
    }

    /// Puts a message on its way to those of the connections that are still open; how many. Who
    /// has too many waiting is ended, and meets no fault.
    fn send(&self, to: &HashSet<Uuid>, message: &Message, faults: &Faults) -> usize {
        let mut register = self.locked();
        let mut sent = 0;
        let mut slow = HashSet::new();
        for open in register
            .open
            .iter_mut()
            .filter(|it| to.contains(&it.shown.id))
        {
            let Ok(place) = open.waiting.try_reserve() else {
                slow.insert(open.shown.id);
                continue;
            };
            place.send(Queued {
                fault: faults.meet(Asked::Delivery).map(Box::new),
                ..message.clone().into()
            });
            open.shown.events += 1;
            sent += 1;
        }
        register.sent += u64::try_from(sent).unwrap_or(0);
        drop(register);
        if !slow.is_empty() {
            self.end(Ending::TooSlow, |it| slow.contains(&it.id));
        }
        sent
    }

    fn locked(&self) -> MutexGuard<'_, Register> {
        self.register.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    fn credentialed(&self) -> Credentialed {
        (self.shown.id, self.shown.user, Arc::clone(&self.credential))
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        let mut register = self.events.locked();
        register.open.retain(|it| it.shown.id != self.id);
    }
}
