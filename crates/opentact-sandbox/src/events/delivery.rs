//! Who is sent an event: the connections of an account whose users have asked for its type.

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;
use tokio_websockets::Message;
use uuid::Uuid;

use super::credential::Credential;
use crate::{engine::Engine, error::Error, populate::find_user, store::subscriptions};

impl Engine {
    /// Sends an event of the account of a user, now or never; to how many connections.
    pub(crate) async fn send_event(
        &self,
        user: &str,
        event: &impl Serialize,
    ) -> Result<usize, Error> {
        let refused = |reason| Error::Event { reason };
        let event = serde_json::to_value(event).map_err(Error::Encode)?;
        let Value::Object(fields) = &event else {
            return Err(refused("it has to be an object"));
        };
        let Some(Value::String(event_type)) = fields.get("type") else {
            return Err(refused("it has to have a `type` that is a string"));
        };
        let at_work = self.at_work.read().await;
        let account = find_user(self, user).await?.account.uuid;
        let sent = deliver(self, account, None, event_type, event.to_string()).await;
        drop(at_work);
        sent
    }
}

/// Sends an event to the connections of an account, but for one, whose credentials hold and whose
/// users have a subscription in force for its type; to how many.
pub(super) async fn deliver(
    engine: &Engine,
    account: Uuid,
    but_for: Option<Uuid>,
    event_type: &str,
    text: String,
) -> Result<usize, Error> {
    let open = candidates(engine, account, but_for);
    if open.is_empty() {
        return Ok(0);
    }
    let (now_ms, event_type) = (engine.clock.now_ms(), event_type.to_owned());
    let choose = engine.store.read(move |connection| {
        let mut chosen = Vec::new();
        for (id, user, credential) in open {
            // Whose credential has just ended is not sent anything, whenever it is told so.
            let holder = credential.holder(connection, now_ms)?;
            if let Some(holder) = holder.filter(|it| it.user.uuid == user)
                && subscriptions::has(connection, holder.user.id, &event_type, now_ms)?
            {
                chosen.push(id);
            }
        }
        Ok(chosen)
    });
    let chosen = choose.await?;
    Ok(engine.events.send(&chosen, &Message::text(text)))
}

fn candidates(
    engine: &Engine,
    account: Uuid,
    but_for: Option<Uuid>,
) -> Vec<(Uuid, Uuid, Arc<Credential>)> {
    let register = engine.events.locked();
    let open = register.open.iter();
    open.filter(|it| it.account == account && Some(it.shown.id) != but_for)
        .map(|it| (it.shown.id, it.shown.user, Arc::clone(&it.credential)))
        .collect()
}
