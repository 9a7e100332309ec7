//! What the sandbox tells of the life of API tokens, by events of a type of its own.

use std::{sync::Arc, time::Duration};

use opentact_client::Timestamp;
use serde_json::{Value, json};

use super::{
    delivery::deliver,
    stored_event::{self, user_and_account, without_balance},
};
use crate::{
    clock::time_from_ms,
    engine::Engine,
    error::Error,
    store::{
        subscriptions,
        tokens::{self, StoredToken},
        users::{self, StoredUser, UserKey},
    },
};

/// The type. The API documents none.
const TYPE: &str = "token";

/// The longest wait for the next token to expire; then the clock is looked at again.
const LONGEST_WAIT: Duration = Duration::from_secs(86_400);

/// What has become of a token.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Became {
    Created,
    Updated,
    Deleted,
    Expired,
}

/// Tells of tokens that expire when they do, for good.
pub(crate) async fn watch(engine: Arc<Engine>) {
    let mut writes = engine.store.writes();
    let mut moves = engine.clock.moves();
    let mut lives = engine.events.lives.subscribe();
    loop {
        let wait = engine.tell_of_expired_tokens().await;
        // The senders are the engine's, so none of them is gone.
        tokio::select! {
            _ = writes.changed() => {}
            _ = moves.changed() => {}
            _ = lives.changed() => {}
            () = tokio::time::sleep(wait.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)) => {}
        }
    }
}

impl Engine {
    /// Tells those of the user's account who have asked for it what has become of a token, but
    /// never the token.
    pub(crate) async fn tell_of_token(
        &self,
        user: &StoredUser,
        token: &StoredToken,
        became: Became,
    ) {
        if let Err(error) = self.told(user, token, became).await {
            tracing::error!(%error, "an event of a token could not be sent");
        }
    }

    /// Tells of the tokens that have expired since this was done last; how long until the next.
    /// What has expired while nobody listened is not told of.
    pub(crate) async fn tell_of_expired_tokens(&self) -> Option<Duration> {
        let told = self.told_of_expired().await.unwrap_or_else(|error| {
            tracing::error!(%error, "expired tokens could not be looked for");
            None
        });
        told.and_then(|wait_ms| u64::try_from(wait_ms).ok())
            .map(Duration::from_millis)
    }

    async fn told(
        &self,
        user: &StoredUser,
        token: &StoredToken,
        became: Became,
    ) -> Result<(), Error> {
        let account = user.account.uuid;
        if !self.events.has_any_of(account) {
            return Ok(());
        }
        let online = self.events.is_online(user.uuid);
        let event = event(user, online, token, became, self.clock.now_ms());
        deliver(self, account, None, TYPE, event.to_string()).await?;
        Ok(())
    }

    async fn told_of_expired(&self) -> Result<Option<i64>, Error> {
        // Not twice of the same.
        let _alone = self.events.telling.lock().await;
        let now_ms = self.clock.now_ms();
        let Some(told_ms) = self.events.told_until(now_ms) else {
            return Ok(None);
        };
        let look = self.store.read(move |connection| {
            if !subscriptions::any(connection, TYPE)? {
                return Ok((Vec::new(), None));
            }
            let mut expired = Vec::new();
            for (owner, token) in tokens::expired(connection, told_ms, now_ms)? {
                let user = users::find(connection, &UserKey::Uuid(owner))?;
                expired.extend(user.map(|user| (user, token)));
            }
            Ok((expired, tokens::next_to_expire(connection, now_ms)?))
        });
        let (expired, next_ms) = look.await?;
        for (user, token) in expired {
            self.told(&user, &token, Became::Expired).await?;
        }
        Ok(next_ms.map(|next_ms| next_ms.saturating_sub(now_ms)))
    }
}

/// The event in the form of 2024.
fn event(
    user: &StoredUser,
    online: bool,
    token: &StoredToken,
    became: Became,
    now_ms: i64,
) -> Value {
    let expired_on: Timestamp = time_from_ms(token.expires_ms).into();
    let state = match became {
        Became::Created => "created",
        Became::Updated => "updated",
        Became::Deleted => "deleted",
        Became::Expired => "expired",
    };
    let (user, account) = user_and_account(user, online);
    let account = account.map(without_balance);
    let message = format!("Token {} - {state}", token.name);
    let payload = json!({ "state": state, "name": token.name, "expired_on": expired_on });
    let mut event = stored_event::event(TYPE, &message, account.as_ref(), &payload, now_ms);
    event["ref_id"] = json!(token.uuid);
    event["user"] = json!(user);
    event
}
