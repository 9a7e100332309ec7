//! A stream that is listened to, and whose connections end as was decided.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use fastrand::Rng;
use opentact::events::{Connected, DisconnectReason, Disconnected, EventItem, EventStream};
use opentact_sandbox::Error;
use serde_json::Value;
use tokio::time::{Instant, sleep_until};

use crate::event::sender_and_number;
use crate::fate::{Blow, End, Fate};
use crate::log::{Heard, Life, Log};
use crate::relay::{Order, Relay};
use crate::scene::{Scene, account_of, email};

/// The close codes after which something may be missing that was accepted before: the credential no
/// longer holds, events are read too slowly.
const HASTY_CODES: [u16; 2] = [4401, 1008];

/// A stream that is listened to.
pub(crate) struct Listener {
    scene: Arc<Scene>,
    rng: Rng,
    number: usize,
    has_session: bool,
    relay: Relay,
    stream: EventStream,
    log: Log,
    /// How the connection ends, and when that was begun; 0 before.
    end: End,
    struck: Arc<AtomicU64>,
    /// The id of the connection, and when the sandbox is told to end it.
    blow: Option<(String, Instant)>,
}

impl Listener {
    pub(crate) async fn new(scene: &Arc<Scene>, number: usize, mut rng: Rng) -> Self {
        let relay = Relay::start(scene).await;
        let (client, has_session) = scene.client_of(number);
        let events = client
            .events()
            .url(relay.url())
            .connect_timeout(Duration::from_secs(2))
            .auth_timeout(Duration::from_secs(2))
            .ping_interval(Duration::from_millis(200))
            .ping_timeout(Duration::from_secs(1))
            .first_wait(Duration::from_millis(20))
            .longest_wait(Duration::from_millis(300))
            .stable_after(Duration::from_millis(500));
        let fate = Fate::draw(&mut rng, has_session);
        let mut listener = Self {
            scene: Arc::clone(scene),
            rng,
            number,
            has_session,
            relay,
            stream: events.stream().unwrap(),
            log: Log::default(),
            end: fate.end,
            struck: Arc::default(),
            blow: None,
        };
        listener.prepare(fate);
        listener
    }

    /// Listens until all is over.
    pub(crate) async fn listen(mut self) -> Log {
        let scene = Arc::clone(&self.scene);
        loop {
            let due = self.blow.as_ref().map(|(_, due)| *due);
            tokio::select! {
                biased;
                () = scene.until_over() => break,
                () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                    self.strike().await;
                }
                item = self.stream.next() => self.note(item.unwrap().unwrap()),
            }
        }
        self.stream.close().await;
        self.log
    }

    /// What is decided for the next connection.
    fn prepare(&mut self, fate: Fate) {
        self.end = fate.end;
        self.struck = Arc::default();
        if let Some(fault) = fate.fault {
            self.scene.sandbox.faults().add(fault).unwrap();
        }
        let End::OnTheWay(sabotage, after) = fate.end else {
            return self.relay.order(None);
        };
        let (scene, struck, end) = (Arc::clone(&self.scene), Arc::clone(&self.struck), fate.end);
        let strikes = Box::new(move || {
            struck.store(scene.moment(), Ordering::SeqCst);
            scene.tally.add_drop(end.name());
        });
        self.relay.order(Some(Order {
            sabotage,
            after,
            strikes,
        }));
    }

    /// Has the sandbox end the connection.
    async fn strike(&mut self) {
        let (Some((id, _)), End::BySandbox(blow, _)) = (self.blow.take(), self.end) else {
            return;
        };
        if self.scene.is_calm() {
            return;
        }
        let sandbox = &self.scene.sandbox;
        let account = account_of(self.number);
        match blow {
            Blow::One(code) => {
                self.struck.store(self.scene.moment(), Ordering::SeqCst);
                match sandbox.end_connection(&id, code) {
                    // Another has ended it.
                    Ok(()) | Err(Error::UnknownConnection { .. }) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            Blow::All(code) => {
                self.scene.fire_broadside(None);
                sandbox.end_connections(code).unwrap();
            }
            Blow::Expiry => {
                self.scene.fire_broadside(Some(account));
                sandbox.expire_sessions(&email(account)).await.unwrap();
            }
        }
        self.scene.tally.add_drop(self.end.name());
    }

    fn note(&mut self, item: EventItem) {
        match item {
            EventItem::Connected(it) => self.note_connected(&it),
            EventItem::Disconnected(it) => self.note_disconnected(&it),
            EventItem::Event(it) => match (sender_and_number(&it), self.log.lives.last()) {
                (Some((sender, number)), Some(life)) if life.disconnected.is_none() => {
                    let life = self.log.lives.len() - 1;
                    self.log.events.push(Heard {
                        sender,
                        number,
                        life,
                    });
                    self.scene.tally.received.fetch_add(1, Ordering::Relaxed);
                    self.scene.tell(self.number, sender, number);
                }
                _ => self.log.out_of_turn.push(format!("{it:?}")),
            },
            other => self.log.out_of_turn.push(format!("{other:?}")),
        }
    }

    fn note_connected(&mut self, it: &Connected) {
        let lives = &mut self.log.lives;
        let is_in_turn = lives.last().is_none_or(|it| it.disconnected.is_some());
        if !is_in_turn || it.reconnects() != u64::try_from(lives.len()).unwrap() {
            self.log.out_of_turn.push(format!("{it:?}"));
        }
        lives.push(Life {
            connected: self.scene.moment(),
            ..Life::default()
        });
        if let End::BySandbox(_, time) = self.end
            && !self.scene.is_calm()
        {
            let answer: Value = serde_json::from_str(it.answer().as_str()).unwrap();
            let id = answer["payload"]["uuid"].as_str().unwrap();
            self.blow = Some((id.to_owned(), Instant::now() + time));
        }
    }

    fn note_disconnected(&mut self, it: &Disconnected) {
        let now = self.scene.moment();
        let live = self.log.lives.last_mut();
        let live = live.filter(|it| it.disconnected.is_none());
        if it.was_live() != live.is_some() {
            self.log.out_of_turn.push(format!("{it:?}"));
        }
        match live {
            None => self.log.failed_attempts += 1,
            Some(life) => {
                let struck = self.struck.load(Ordering::SeqCst);
                life.struck = (struck > 0).then_some(struck);
                life.disconnected = Some(now);
                life.was_closed = matches!(
                    it.reason(),
                    DisconnectReason::Closed { code: Some(code), .. } if !HASTY_CODES.contains(code)
                );
                self.scene.tally.gaps.fetch_add(1, Ordering::Relaxed);
            }
        }
        self.blow = None;
        if self.scene.is_calm() {
            self.relay.order(None);
        } else {
            let fate = Fate::draw(&mut self.rng, self.has_session);
            self.prepare(fate);
        }
    }
}
