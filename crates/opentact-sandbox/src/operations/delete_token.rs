//! `DELETE /rest/token/{token}`: ends an API token. The path has the token itself.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::{
    Secret,
    types::{Token, TokenResponse},
};

use super::Input;
use crate::{
    answer::Answer, authenticate::Caller, clock::time_from_ms, engine::Engine, error::Error,
    events::token_life::Became, fingerprint::Fingerprint, store::tokens,
};

pub(super) async fn answer(
    engine: &Engine,
    caller: &Caller,
    input: &Input,
) -> Result<Answer, Error> {
    let (hash, now_ms) = (Fingerprint::of(&input.parameter), engine.clock.now_ms());
    let delete = move |connection: &_, user| tokens::delete(connection, user, hash, now_ms);
    let Some(deleted) = caller.write(&engine.store, delete).await? else {
        return Ok(Answer::unauthorized());
    };
    let Some(stored) = deleted else {
        return Ok(Answer::not_found("Token not found"));
    };
    let deleted = Became::Deleted;
    engine.tell_of_token(&caller.user, &stored, deleted).await;
    let payload = Token {
        created_on: Some(time_from_ms(stored.created_ms).into()),
        modified_on: Some(time_from_ms(stored.modified_ms).into()),
        token: Some(Secret::new(input.parameter.as_str())),
        name: Some(stored.name),
        expired_on: time_from_ms(stored.expires_ms).into(),
        uuid: None,
        ttl: None,
        user: None,
        extra: BTreeMap::new(),
    };
    let body = TokenResponse {
        success: true,
        payload,
        extra: BTreeMap::new(),
    };
    Answer::success(StatusCode::OK, &body)
}
