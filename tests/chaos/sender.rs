//! Sends the events of an account, each after the one before it.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use fastrand::Rng;

use crate::event::event;
use crate::scene::{SENDERS_EACH, Scene, email};

/// Sends the events of an account.
pub(crate) struct Sender {
    scene: Arc<Scene>,
    rng: Rng,
    /// Its number among all.
    pub(crate) number: usize,
    /// What it has sent, by the numbers of the events.
    pub(crate) sent: Vec<Sent>,
}

/// An event that was sent.
pub(crate) struct Sent {
    /// Before the sandbox was told.
    pub(crate) begun: u64,
    /// After it had answered.
    pub(crate) answered: u64,
    /// To how many connections it went, as the sandbox says.
    pub(crate) connections: usize,
}

impl Sender {
    /// The senders of all accounts.
    pub(crate) fn all(scene: &Arc<Scene>, rng: &mut Rng) -> impl Iterator<Item = Self> {
        (0..scene.accounts * SENDERS_EACH).map(|number| Self {
            scene: Arc::clone(scene),
            rng: rng.fork(),
            number,
            sent: Vec::new(),
        })
    }

    pub(crate) const fn account(&self) -> usize {
        self.number / SENDERS_EACH
    }

    /// Sends now some and now many, until it is calm.
    pub(crate) async fn send(mut self) -> Self {
        while !self.scene.is_calm() {
            for _ in 0..self.rng.u8(1..9) {
                self.send_one().await;
            }
            let pause = Duration::from_millis(self.rng.u64(10..120));
            tokio::time::sleep(pause).await;
        }
        self
    }

    /// Sends one event.
    pub(crate) async fn send_one(&mut self) {
        let event = event(self.number, self.sent.len());
        let begun = self.scene.moment();
        let user = email(self.account());
        let connections = self.scene.sandbox.send_event(&user, &event).await.unwrap();
        self.sent.push(Sent {
            begun,
            answered: self.scene.moment(),
            connections,
        });
        self.scene.tally.sent.fetch_add(1, Ordering::Relaxed);
    }
}
