//! Users with two API tokens each, and many streams for each token.

use std::ops::Range;
use std::time::Duration;

use opentact::events::{DisconnectReason, EventItem, EventStream};
use opentact::{Client, Credential};
use opentact_sandbox::{Sandbox, UserSeed};
use tokio::task::JoinSet;

pub(crate) const USERS: usize = 10;
const TOKENS_EACH: usize = 2;
const STREAMS_FOR_TOKEN: usize = 50;
/// How many streams a user has.
pub(crate) const STREAMS_EACH: usize = TOKENS_EACH * STREAMS_FOR_TOKEN;
pub(crate) const STREAMS: usize = USERS * STREAMS_EACH;

/// How many connect at the same time when none is connected.
const AT_ONCE: usize = 100;
/// In how long a time they connect again when all were dropped: chance takes up to half off it.
const SPREAD: Duration = Duration::from_secs(2);
/// What a connection may take where a thousand are made.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) fn email(user: usize) -> String {
    format!("user{user}@example.com")
}

fn token(user: usize, number: usize) -> String {
    format!("{user:024}{number:024}")
}

/// A user whose API tokens are known, so that nobody has to log in.
pub(crate) fn seed(user: usize) -> UserSeed {
    let seed = UserSeed::new(email(user), "made-up password");
    (0..TOKENS_EACH).fold(seed, |seed, number| {
        seed.token(format!("token {number}"), token(user, number))
    })
}

/// An event of that user.
pub(crate) fn event(user: usize, number: usize) -> serde_json::Value {
    let payload = serde_json::json!({ "user": user, "number": number });
    serde_json::json!({ "type": "call_state", "payload": payload })
}

/// A client for each token with its user; each user has subscribed.
pub(crate) async fn clients(sandbox: &Sandbox) -> Vec<(usize, Client)> {
    let mut clients = Vec::new();
    for user in 0..USERS {
        for number in 0..TOKENS_EACH {
            let credential = Credential::api_token(token(user, number));
            let builder = Client::builder(credential).base_url(sandbox.base_url());
            let client = builder.build().unwrap();
            if number == 0 {
                client.subscriptions().create("call_state").await.unwrap();
            }
            clients.push((user, client));
        }
    }
    clients
}

/// A stream, and whose events it should hear.
pub(crate) struct Listener {
    user: usize,
    stream: EventStream,
}

impl Listener {
    async fn item(&mut self) -> EventItem {
        let next = tokio::time::timeout(2 * PATIENCE, self.stream.next());
        next.await.unwrap().unwrap().unwrap()
    }

    /// The next item is the connection with that number.
    pub(crate) async fn connects(&mut self, reconnects: u64) {
        match self.item().await {
            EventItem::Connected(it) => assert_eq!(it.reconnects(), reconnects),
            other => panic!("{other:?}"),
        }
    }

    /// The next items are these events of the user.
    pub(crate) async fn hears(&mut self, numbers: Range<usize>) {
        for number in numbers {
            match self.item().await {
                EventItem::Event(it) => {
                    assert_eq!(it.as_str(), event(self.user, number).to_string());
                }
                other => panic!("{other:?}"),
            }
        }
    }

    /// The next item is the end of the connection by the service.
    pub(crate) async fn is_closed(&mut self, expected: u16) {
        match self.item().await {
            EventItem::Disconnected(it) => assert!(
                matches!(it.reason(), DisconnectReason::Closed { code, .. } if *code == Some(expected)),
                "{it}"
            ),
            other => panic!("{other:?}"),
        }
    }
}

/// All streams.
pub(crate) struct Crowd(Vec<Listener>);

impl Crowd {
    pub(crate) fn of(clients: &[(usize, Client)]) -> Self {
        let listeners = clients.iter().flat_map(|(user, client)| {
            (0..STREAMS_FOR_TOKEN).map(|_| {
                let events = client.events().first_wait(SPREAD);
                let events = events.connect_timeout(PATIENCE).auth_timeout(PATIENCE);
                Listener {
                    user: *user,
                    stream: events.stream().unwrap(),
                }
            })
        });
        Self(listeners.collect())
    }

    /// Connects all.
    pub(crate) async fn connect(&mut self) {
        let turns = std::sync::Arc::new(tokio::sync::Semaphore::new(AT_ONCE));
        self.each(move |mut listener| {
            let turns = std::sync::Arc::clone(&turns);
            async move {
                let turn = turns.acquire().await.unwrap();
                listener.connects(0).await;
                drop(turn);
                listener
            }
        })
        .await;
    }

    /// Lets each do the same, in a task of its own.
    pub(crate) async fn each<F>(&mut self, act: impl Fn(Listener) -> F)
    where
        F: Future<Output = Listener> + Send + 'static,
    {
        let acts: JoinSet<_> = self.0.drain(..).map(act).collect();
        self.0 = acts.join_all().await;
        assert_eq!(self.0.len(), STREAMS);
    }

    /// Ends all streams.
    pub(crate) async fn close(self) {
        let closes: JoinSet<_> = self.0.into_iter().map(|it| it.stream.close()).collect();
        closes.join_all().await;
    }
}
