//! `DELETE /rest/token/all`: ends all API tokens of the caller. JWTs stay valid.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::types::DeleteAllTokensResponse;

use crate::{
    answer::Answer, authenticate::Caller, engine::Engine, error::Error, events::token_life::Became,
    store::tokens,
};

pub(super) async fn answer(engine: &Engine, caller: &Caller) -> Result<Answer, Error> {
    // What has expired already is not deleted.
    engine.tell_of_expired_tokens().await;
    let now_ms = engine.clock.now_ms();
    let Some(deleted) = caller.write(&engine.store, tokens::delete_all).await? else {
        return Ok(Answer::unauthorized());
    };
    for token in deleted.iter().filter(|it| it.expires_ms > now_ms) {
        engine
            .tell_of_token(&caller.user, token, Became::Deleted)
            .await;
    }
    let body = DeleteAllTokensResponse {
        success: true,
        payload: BTreeMap::new(),
        extra: BTreeMap::new(),
    };
    Answer::success(StatusCode::OK, &body)
}
