//! Ends connections as soon as their credential no longer holds.

use std::{collections::HashMap, sync::Arc, time::Duration};

use tokio::time::{self, Instant};
use uuid::Uuid;

use super::{Ending, Events, Open};
use crate::{engine::Engine, error::Error};

/// The longest wait for the end of a credential; then the clock is looked at again.
const LONGEST_WAIT: Duration = Duration::from_secs(86_400);

/// Under many writes, how many times as long as it looked the store is left alone.
const REST: u32 = 9;

/// The longest time for which it is left alone.
const LONGEST_REST: Duration = Duration::from_millis(100);

/// How long to wait after the store could not be read.
const RETRY: Duration = Duration::from_secs(1);

/// Watches over the open connections, for good.
pub(crate) async fn watch(engine: Arc<Engine>) {
    tokio::join!(watch_clock(&engine), watch_store(&engine));
}

/// Ends those whose credentials expire, when they do; in between it sleeps.
async fn watch_clock(engine: &Engine) {
    let mut moves = engine.clock.moves();
    let mut lives = engine.events.lives.subscribe();
    loop {
        let is_due = engine.events.is_due(engine.clock.now_ms());
        let wait = match is_due && !looked(engine).await {
            true => RETRY,
            false => engine.events.next_end(engine.clock.now_ms()),
        };
        // The senders are the engine's, so none of them is gone.
        tokio::select! {
            _ = moves.changed() => {}
            _ = lives.changed() => {}
            () = time::sleep(wait) => {}
        }
    }
}

/// Ends those whose credentials the store no longer has, when something was written.
async fn watch_store(engine: &Engine) {
    let mut writes = engine.store.writes();
    // The sender is the engine's.
    while writes.changed().await.is_ok() {
        let since = Instant::now();
        looked(engine).await;
        let rest = since.elapsed().saturating_mul(REST);
        time::sleep(rest.min(LONGEST_REST)).await;
    }
}

/// Ends those whose credentials no longer hold; whether the store could be read.
async fn looked(engine: &Engine) -> bool {
    let ended = end_refused(engine).await;
    if let Err(error) = &ended {
        tracing::error!(%error, "the credentials of connections could not be looked at");
    }
    ended.is_ok()
}

/// Ends the connections whose credentials the store refuses, and notes until when the others hold.
async fn end_refused(engine: &Engine) -> Result<(), Error> {
    let open: Vec<_> = {
        let register = engine.events.locked();
        register.open.iter().map(Open::credentialed).collect()
    };
    if open.is_empty() {
        return Ok(());
    }
    let now_ms = engine.clock.now_ms();
    let look = engine.store.read(move |connection| {
        let mut until_ms = HashMap::new();
        for (id, user, credential) in open {
            until_ms.insert(id, credential.until_ms(connection, user, now_ms)?);
        }
        Ok(until_ms)
    });
    engine.events.hold_until(&look.await?);
    Ok(())
}

impl Events {
    /// Whether a credential may have expired at `now_ms`; that it has, the store has to say.
    fn is_due(&self, now_ms: i64) -> bool {
        let alive = |it: &Open| now_ms < it.until_ms && it.credential.may_hold(now_ms);
        !self.locked().open.iter().all(alive)
    }

    /// How long it is until the first credential expires, and at most for how long to believe it.
    fn next_end(&self, now_ms: i64) -> Duration {
        let next_ms = self.locked().open.iter().map(|it| it.until_ms).min();
        let wait_ms = next_ms.map_or(i64::MAX, |next_ms| next_ms.saturating_sub(now_ms));
        Duration::from_millis(u64::try_from(wait_ms).unwrap_or(0)).min(LONGEST_WAIT)
    }

    /// Ends the connections that are not to be held any longer; the others are, until then.
    fn hold_until(&self, until_ms: &HashMap<Uuid, Option<i64>>) {
        let refused = |it: &Open| until_ms.get(&it.shown.id).is_some_and(Option::is_none);
        self.end_open(Ending::Unauthorized, refused);
        for open in &mut self.locked().open {
            if let Some(Some(until_ms)) = until_ms.get(&open.shown.id) {
                open.until_ms = *until_ms;
            }
        }
        self.lives.send_replace(());
    }
}
