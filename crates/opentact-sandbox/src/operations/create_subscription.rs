//! `POST /rest/event/subscription`: a new event subscription.

use std::collections::BTreeMap;

use opentact_client::types::{EventChannel, EventType, SubscriptionResponse};
use uuid::Uuid;

use super::{Input, list_subscriptions::shown, shown_user::user};
use crate::{
    answer::Answer,
    authenticate::Caller,
    clock::ms_from_time,
    engine::Engine,
    error::Error,
    store::subscriptions::{self, StoredSubscription},
    validation::Check,
};

pub(super) async fn answer(
    engine: &Engine,
    caller: Caller,
    input: &Input,
) -> Result<Answer, Error> {
    let mut check = Check::new();
    let Some(stored) = read(engine, input, &mut check).filter(|_| check.is_clean()) else {
        return Ok(Answer::invalid(check));
    };
    let row = stored.clone();
    let insert = move |connection: &_, user| subscriptions::insert(connection, user, &row);
    let Some(()) = caller.write(&engine.store, insert).await? else {
        return Ok(Answer::unauthorized());
    };
    let online = engine.events.is_online(caller.user.uuid);
    let mut payload = shown(stored);
    payload.user = Some(user(caller.user, None, online));
    let body = SubscriptionResponse {
        success: true,
        payload,
        extra: BTreeMap::new(),
    };
    Answer::success(engine.settings.create_status.code(), &body)
}

/// What the body asks for; `None` after a complaint, and perhaps something after one too.
fn read(engine: &Engine, input: &Input, check: &mut Check) -> Option<StoredSubscription> {
    let params = check.params(&input.body)?;
    check.require(&params, "channel");
    check.require(&params, "type");
    let channel = check.string(&params, "channel", 0, usize::MAX);
    let event_type = check.string(&params, "type", 0, usize::MAX);
    let is_active = check.boolean(&params, "is_active");
    let expired_on = check.time(&params, "expired_on");
    let now_ms = engine.clock.now_ms();
    Some(StoredSubscription {
        uuid: Uuid::new_v4(),
        channel: EventChannel::from(channel?.as_str()),
        event_type: EventType::from(event_type?.as_str()),
        is_active: is_active.unwrap_or(true),
        expires_ms: expired_on.map(ms_from_time),
        created_ms: now_ms,
        modified_ms: now_ms,
    })
}
