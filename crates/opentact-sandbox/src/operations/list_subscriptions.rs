//! `GET /rest/event/subscription`: the caller's event subscriptions, and how one of them is shown.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::{
    Maybe,
    types::{ListSubscriptionsResponse, Subscription},
};

use crate::{
    answer::Answer,
    authenticate::Caller,
    clock::time_from_ms,
    engine::Engine,
    error::Error,
    store::subscriptions::{self, StoredSubscription},
};

pub(super) async fn answer(engine: &Engine, caller: &Caller) -> Result<Answer, Error> {
    let user = caller.user.id;
    let stored = engine
        .store
        .read(move |connection| subscriptions::list(connection, user))
        .await?;
    let body = ListSubscriptionsResponse {
        success: true,
        payload: stored.into_iter().map(shown).collect(),
        extra: BTreeMap::new(),
    };
    Answer::success(StatusCode::OK, &body)
}

/// A subscription as a list shows it, without its user.
pub(super) fn shown(stored: StoredSubscription) -> Subscription {
    let expires_ms = stored.expires_ms;
    Subscription {
        uuid: stored.uuid,
        channel: stored.channel,
        type_: stored.event_type,
        is_active: Some(stored.is_active),
        expired_on: expires_ms.map_or(Maybe::Null, |ms| Maybe::Value(time_from_ms(ms).into())),
        created_on: Some(time_from_ms(stored.created_ms).into()),
        modified_on: Some(time_from_ms(stored.modified_ms).into()),
        user: None,
        extra: BTreeMap::new(),
    }
}
