//! Event subscriptions: `/rest/event/subscription`.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::{
    Timestamp,
    types::{
        DeleteSubscriptionResponse, EventChannel, EventType, ListSubscriptionsResponse,
        Subscription, SubscriptionResponse,
    },
};
use uuid::Uuid;

use super::{Input, authentication::user};
use crate::{
    auth::verifier::Caller,
    clock::{ms_from_time, time_from_ms},
    engine::Engine,
    error::Error,
    http::{answer::Answer, validation::Check},
    store::subscriptions::{self, StoredSubscription},
};

/// `POST /rest/event/subscription`: a new subscription.
pub(super) async fn create(
    engine: &Engine,
    caller: Caller,
    input: &Input,
) -> Result<Answer, Error> {
    let mut check = Check::new();
    let Some(stored) = read(engine, input, &mut check).filter(|_| check.is_clean()) else {
        return Ok(Answer::invalid(check.into_complaints()));
    };
    let row = stored.clone();
    let insert = move |connection: &_, user| subscriptions::insert(connection, user, &row);
    let Some(()) = caller.write(&engine.store, insert).await? else {
        return Ok(Answer::unauthorized());
    };
    let online = engine.events.is_online(caller.user.uuid);
    let payload = shown(stored).user(user(caller.user, None, online));
    let body = SubscriptionResponse::new(true, payload);
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

/// `GET /rest/event/subscription`: the caller's subscriptions.
pub(super) async fn list(engine: &Engine, caller: &Caller) -> Result<Answer, Error> {
    let user = caller.user.id;
    let stored = engine
        .store
        .read(move |connection| subscriptions::list(connection, user))
        .await?;
    let body = ListSubscriptionsResponse::new(true, stored.into_iter().map(shown).collect());
    Answer::success(StatusCode::OK, &body)
}

/// A subscription as a list shows it, without its user.
fn shown(stored: StoredSubscription) -> Subscription {
    let expires_ms = stored.expires_ms;
    Subscription::new(stored.uuid, stored.channel, stored.event_type)
        .is_active(stored.is_active)
        .expired_on(expires_ms.map(|ms| Timestamp::from(time_from_ms(ms))))
        .created_on(time_from_ms(stored.created_ms))
        .modified_on(time_from_ms(stored.modified_ms))
}

/// `DELETE /rest/event/subscription/{uuid}`: ends a subscription.
pub(super) async fn delete(
    engine: &Engine,
    caller: &Caller,
    input: &Input,
) -> Result<Answer, Error> {
    let mut check = Check::new();
    check.uuid("uuid", &input.parameter);
    if !check.is_clean() {
        return Ok(Answer::invalid(check.into_complaints()));
    }
    let uuid = input.parameter.clone();
    let delete = move |connection: &_, user| subscriptions::delete(connection, user, &uuid);
    let Some(was_there) = caller.write(&engine.store, delete).await? else {
        return Ok(Answer::unauthorized());
    };
    if !was_there {
        return Ok(Answer::not_found("Not found"));
    }
    let body = DeleteSubscriptionResponse::new(true).payload(BTreeMap::new());
    Answer::success(StatusCode::OK, &body)
}
