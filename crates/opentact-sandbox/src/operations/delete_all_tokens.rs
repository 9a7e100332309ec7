//! `DELETE /rest/token/all`: ends all API tokens of the caller. JWTs stay valid.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::types::DeleteAllTokensResponse;

use crate::{answer::Answer, authenticate::Caller, engine::Engine, error::Error, store::tokens};

pub(super) async fn answer(engine: &Engine, caller: &Caller) -> Result<Answer, Error> {
    let user = caller.user.id;
    engine
        .store
        .write(move |transaction| tokens::delete_all(transaction, user))
        .await?;
    let body = DeleteAllTokensResponse {
        success: true,
        payload: BTreeMap::new(),
        extra: BTreeMap::new(),
    };
    Answer::success(StatusCode::OK, &body)
}
