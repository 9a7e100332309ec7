//! Who is sent an event: the connections of an account whose users have asked for its type.

use std::{
    collections::{HashMap, HashSet, hash_map::Entry},
    sync::Arc,
};

use tokio_websockets::Message;
use uuid::Uuid;

use crate::{engine::Engine, error::Error, store::subscriptions};

/// Sends an event to the connections of an account, except one, whose credentials hold and whose
/// users have a subscription in force for its type; to how many.
pub(crate) async fn deliver(
    engine: &Engine,
    account: Uuid,
    but_for: Option<Uuid>,
    event_type: &str,
    text: String,
) -> Result<usize, Error> {
    let (events, faults) = (Arc::clone(&engine.events), Arc::clone(&engine.faults));
    let clock = engine.clock.clone();
    if !events.has_any_of(account) {
        return Ok(0);
    }
    let event_type = event_type.to_owned();
    let send = engine.store.read(move |connection| {
        let now_ms = clock.now_ms();
        let (mut subscribed, mut chosen) = (HashMap::new(), HashSet::new());
        for (id, user, credential) in events.of_account(account) {
            let wants = match subscribed.entry(user) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(new) => {
                    let has = subscriptions::has(connection, user, &event_type, now_ms);
                    *new.insert(has?)
                }
            };
            // Whose credential has just ended is not sent anything, whenever it is told so.
            let holds = || credential.until_ms(connection, user, now_ms);
            if wants && Some(id) != but_for && holds()?.is_some() {
                chosen.insert(id);
            }
        }
        // While the store is held: it is sent before anything else is written, or after it.
        Ok(events.send(&chosen, &Message::text(text), &faults))
    });
    send.await
}
