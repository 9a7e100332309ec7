//! Ends connections as soon as their credential no longer holds.

use std::{sync::Arc, time::Duration};

use uuid::Uuid;

use super::{Ending, credential::Credential};
use crate::{engine::Engine, error::Error};

/// The longest wait for the end of a credential; then the clock is looked at again.
const LONGEST_WAIT: Duration = Duration::from_secs(86_400);

/// Watches over the open connections, for good.
///
/// It looks when something was written, when the clock was moved, when a connection has come, and
/// when the first credential expires; in between it sleeps.
pub(crate) async fn watch(engine: Arc<Engine>) {
    let mut writes = engine.store.writes();
    let mut moves = engine.clock.moves();
    let mut opened = engine.events.opened.subscribe();
    loop {
        let wait = match look(&engine).await {
            Ok(wait) => wait,
            Err(error) => {
                tracing::error!(%error, "the credentials of connections could not be looked at");
                None
            }
        };
        let expiry = tokio::time::sleep(wait.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT));
        // The senders are the engine's, so none of them is gone.
        tokio::select! {
            _ = writes.changed() => {}
            _ = moves.changed() => {}
            _ = opened.changed() => {}
            () = expiry, if wait.is_some() => {}
        }
    }
}

/// Ends what has to end now; how long the next credential lives, if there is one.
async fn look(engine: &Engine) -> Result<Option<Duration>, Error> {
    let open = credentials(engine);
    if open.is_empty() {
        return Ok(None);
    }
    let now_ms = engine.clock.now_ms();
    let look = engine.store.read(move |connection| {
        let (mut ended, mut next_ms) = (Vec::new(), i64::MAX);
        for (id, user, credential) in &open {
            match credential.holder(connection, now_ms)? {
                Some(holder) if holder.user.uuid == *user => {
                    next_ms = next_ms.min(holder.until_ms);
                }
                _ => ended.push(*id),
            }
        }
        Ok((ended, next_ms))
    });
    let (ended, next_ms) = look.await?;
    if !ended.is_empty() {
        let events = &engine.events;
        events.end(Ending::Unauthorized, |it| ended.contains(&it.id));
    }
    let wait_ms = u64::try_from(next_ms.saturating_sub(now_ms)).unwrap_or(0);
    Ok(Some(Duration::from_millis(wait_ms)))
}

fn credentials(engine: &Engine) -> Vec<(Uuid, Uuid, Arc<Credential>)> {
    let register = engine.events.locked();
    let open = register.open.iter();
    open.map(|it| (it.shown.id, it.shown.user, Arc::clone(&it.credential)))
        .collect()
}
