//! `PATCH /rest/token/{token}`: renames an API token or gives it a new life. The path has its uuid.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::{
    limits::update_token_request::{NAME_MAX_LENGTH, NAME_MIN_LENGTH, TTL_MAXIMUM, TTL_MINIMUM},
    types::TokenResponse,
};

use super::{Input, list_tokens::shown};
use crate::{
    answer::Answer,
    authenticate::Caller,
    clock::later_ms,
    engine::Engine,
    error::Error,
    events::token_life::Became,
    store::tokens::{self, TokenChange},
    validation::Check,
};

pub(super) async fn answer(
    engine: &Engine,
    caller: &Caller,
    input: &Input,
) -> Result<Answer, Error> {
    let mut check = Check::new();
    check.uuid("uuid", &input.parameter);
    let mut name = None;
    let mut ttl = None;
    if let Some(params) = check.params(&input.body) {
        name = check.string(&params, "name", NAME_MIN_LENGTH, NAME_MAX_LENGTH);
        ttl = check.integer(&params, "ttl", TTL_MINIMUM, TTL_MAXIMUM);
    }
    if !check.is_clean() {
        return Ok(Answer::invalid(check));
    }
    let now_ms = engine.clock.now_ms();
    let ttl = ttl.and_then(|ttl| u64::try_from(ttl).ok());
    let change = TokenChange {
        name,
        expires_ms: ttl.map(|ttl| later_ms(now_ms, ttl)),
    };
    let changes = change.name.is_some() || change.expires_ms.is_some();
    let uuid = input.parameter.clone();
    let update =
        move |connection: &_, user| tokens::update(connection, user, &uuid, &change, now_ms);
    let Some(changed) = caller.write(&engine.store, update).await? else {
        return Ok(Answer::unauthorized());
    };
    let Some(stored) = changed else {
        return Ok(Answer::not_found("Not found"));
    };
    if changes {
        let updated = Became::Updated;
        engine.tell_of_token(&caller.user, &stored, updated).await;
    }
    let body = TokenResponse {
        success: true,
        payload: shown(engine, stored),
        extra: BTreeMap::new(),
    };
    Answer::success(StatusCode::OK, &body)
}
