//! Event subscriptions: `/rest/event/subscription`.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::{
    Timestamp,
    types::{
        CreateSubscriptionRequest, DeleteSubscriptionResponse, ListSubscriptionsResponse,
        Subscription, SubscriptionResponse,
    },
};
use uuid::Uuid;

use super::Asked;
use super::authentication::user;
use crate::{
    clock::{ms_from_time, time_from_ms},
    engine::Engine,
    error::Error,
    http::answer::Answer,
    store::subscriptions::{self, StoredSubscription},
};

/// `POST /rest/event/subscription`: a new subscription.
pub(super) async fn create(
    engine: &Engine,
    Asked { caller, input, .. }: Asked,
) -> Result<Answer, Error> {
    let now_ms = engine.clock.now_ms();
    let request: CreateSubscriptionRequest = input.request()?;
    let stored = StoredSubscription {
        uuid: Uuid::new_v4(),
        channel: request.channel,
        event_type: request.kind,
        is_active: request.is_active.unwrap_or(true),
        expires_ms: request.expired_on.map(|it| ms_from_time(it.to_chrono())),
        created_ms: now_ms,
        modified_ms: now_ms,
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

/// `GET /rest/event/subscription`: the caller's subscriptions.
pub(super) async fn list(engine: &Engine, Asked { caller, .. }: Asked) -> Result<Answer, Error> {
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
    Asked { caller, input, .. }: Asked,
) -> Result<Answer, Error> {
    let uuid = input.path("uuid").to_owned();
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
