//! `DELETE /rest/token/all`: ends all API tokens of the caller. JWTs stay valid.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::types::DeleteAllTokensResponse;

use crate::{answer::Answer, authenticate::Caller, engine::Engine, error::Error, store::tokens};

pub(super) async fn answer(engine: &Engine, caller: &Caller) -> Result<Answer, Error> {
    let Some(()) = caller.write(&engine.store, tokens::delete_all).await? else {
        return Ok(Answer::unauthorized());
    };
    let body = DeleteAllTokensResponse {
        success: true,
        payload: BTreeMap::new(),
        extra: BTreeMap::new(),
    };
    Answer::success(StatusCode::OK, &body)
}
