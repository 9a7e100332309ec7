//! `DELETE /rest/event/subscription/{uuid}`: ends an event subscription.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::{Maybe, types::DeleteSubscriptionResponse};

use super::Input;
use crate::{
    answer::Answer, authenticate::Caller, engine::Engine, error::Error, store::subscriptions,
    validation::Check,
};

pub(super) async fn answer(
    engine: &Engine,
    caller: &Caller,
    input: &Input,
) -> Result<Answer, Error> {
    let mut check = Check::new();
    check.uuid("uuid", &input.parameter);
    if !check.is_clean() {
        return Ok(Answer::invalid(check));
    }
    let uuid = input.parameter.clone();
    let delete = move |connection: &_, user| subscriptions::delete(connection, user, &uuid);
    let Some(was_there) = caller.write(&engine.store, delete).await? else {
        return Ok(Answer::unauthorized());
    };
    if !was_there {
        return Ok(Answer::not_found("Not found"));
    }
    let body = DeleteSubscriptionResponse {
        success: true,
        payload: Maybe::Value(BTreeMap::new()),
        extra: BTreeMap::new(),
    };
    Answer::success(StatusCode::OK, &body)
}
