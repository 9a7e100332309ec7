//! The sandbox, its accounts, and what everybody knows of one another.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use opentact::{Client, Credential};
use opentact_sandbox::{Sandbox, UserSeed};
use tokio::sync::{Notify, watch};

use crate::event;
use crate::sender::Sender;

const PASSWORD: &str = "made-up password";
const STREAMS_EACH: usize = 2;
pub(crate) const SENDERS_EACH: usize = 2;

/// The sandbox, its accounts, and what everybody knows of one another.
pub(crate) struct Scene {
    pub(crate) sandbox: Sandbox,
    pub(crate) accounts: usize,
    pub(crate) tally: Tally,
    phase: watch::Sender<Phase>,
    /// How many moments were told apart.
    moments: AtomicU64,
    broadsides: Mutex<Vec<Broadside>>,
    /// For each stream, how far it has heard each sender of its account.
    heard: Vec<[AtomicUsize; SENDERS_EACH]>,
    news: Notify,
}

/// What is done to connections.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Phase {
    Chaos,
    /// Nothing more.
    Calm,
    Over,
}

/// An end of several connections.
struct Broadside {
    begun: u64,
    /// Of one account, or of all.
    account: Option<usize>,
}

/// What was done so far.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) sent: AtomicU64,
    pub(crate) received: AtomicU64,
    pub(crate) gaps: AtomicU64,
    drops: Mutex<BTreeMap<&'static str, u64>>,
}

impl Scene {
    /// A sandbox with an account for every two streams.
    pub(crate) async fn new(streams: usize) -> Self {
        let accounts = streams.div_ceil(STREAMS_EACH);
        let mut builder = Sandbox::builder();
        for account in 0..accounts {
            let user = UserSeed::new(email(account), PASSWORD);
            builder = builder.user(user.token("of the stream", token(account)));
        }
        let scene = Self {
            sandbox: builder.start().await.unwrap(),
            accounts,
            tally: Tally::default(),
            phase: watch::Sender::new(Phase::Chaos),
            moments: AtomicU64::new(0),
            broadsides: Mutex::default(),
            heard: (0..streams).map(|_| Default::default()).collect(),
            news: Notify::new(),
        };
        for account in 0..accounts {
            let client = scene.client(Credential::api_token(token(account)));
            client.subscriptions().create(event::TYPE).await.unwrap();
        }
        scene
    }

    /// The client of a stream, and whether it has a session: the first stream has.
    pub(crate) fn client_of(&self, stream: usize) -> (Client, bool) {
        let account = account_of(stream);
        if stream == 0 {
            let credential = Credential::basic(&email(account), PASSWORD);
            (self.client(credential), true)
        } else {
            (self.client(Credential::api_token(token(account))), false)
        }
    }

    fn client(&self, credential: Credential) -> Client {
        let builder = Client::builder(credential).base_url(self.sandbox.base_url());
        builder.build().unwrap()
    }

    /// A moment, later than all before it.
    pub(crate) fn moment(&self) -> u64 {
        self.moments.fetch_add(1, Ordering::SeqCst) + 1
    }

    pub(crate) fn enter(&self, phase: Phase) {
        if phase == Phase::Calm {
            self.sandbox.faults().clear();
        }
        self.phase.send_replace(phase);
    }

    pub(crate) fn is_calm(&self) -> bool {
        *self.phase.borrow() != Phase::Chaos
    }

    pub(crate) async fn until_over(&self) {
        let mut phases = self.phase.subscribe();
        let over = phases.wait_for(|it| *it == Phase::Over);
        assert!(over.await.is_ok());
    }

    /// From now on connections of that account, or of all, may end.
    pub(crate) fn fire_broadside(&self, account: Option<usize>) {
        let begun = self.moment();
        let mut broadsides = self.broadsides.lock().unwrap();
        broadsides.push(Broadside { begun, account });
    }

    /// The first broadside between two moments that was meant for an account as well.
    pub(crate) fn first_broadside(&self, account: usize, from: u64, until: u64) -> Option<u64> {
        let broadsides = self.broadsides.lock().unwrap();
        let meant = broadsides
            .iter()
            .filter(|it| it.account.is_none_or(|it| it == account));
        meant
            .map(|it| it.begun)
            .filter(|it| *it > from && *it < until)
            .min()
    }

    /// A stream has heard an event.
    pub(crate) fn tell(&self, stream: usize, sender: usize, number: usize) {
        self.heard[stream][sender % SENDERS_EACH].fetch_max(number + 1, Ordering::SeqCst);
        self.news.notify_one();
    }

    /// Waits until each stream has heard the last event of each sender of its account.
    pub(crate) async fn until_all_have_heard(&self, senders: &[Sender]) {
        let has_heard = |(stream, heard): (usize, &[AtomicUsize; SENDERS_EACH])| {
            let mut senders = senders
                .iter()
                .filter(|it| it.account() == account_of(stream));
            senders
                .all(|it| heard[it.number % SENDERS_EACH].load(Ordering::SeqCst) == it.sent.len())
        };
        while !self.heard.iter().enumerate().all(has_heard) {
            self.news.notified().await;
        }
    }
}

impl Tally {
    pub(crate) fn add_drop(&self, name: &'static str) {
        *self.drops.lock().unwrap().entry(name).or_default() += 1;
    }

    /// How many drops there were of each kind.
    pub(crate) fn drops(&self) -> BTreeMap<&'static str, u64> {
        self.drops.lock().unwrap().clone()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [sent, received, gaps] =
            [&self.sent, &self.received, &self.gaps].map(|it| it.load(Ordering::Relaxed));
        let drops: u64 = self.drops().values().sum();
        write!(
            f,
            "{sent} events sent, {received} received, {drops} drops, {gaps} gaps announced"
        )
    }
}

pub(crate) const fn account_of(stream: usize) -> usize {
    stream / STREAMS_EACH
}

pub(crate) fn email(account: usize) -> String {
    format!("user{account}@example.com")
}

fn token(account: usize) -> String {
    format!("{account:048}")
}
