//! `GET /rest/token/list`: the caller's API tokens, and how one of them is shown.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::types::{ListTokensResponse, Token};

use crate::{
    answer::Answer,
    authenticate::Caller,
    clock::time_from_ms,
    engine::Engine,
    error::Error,
    store::tokens::{self, StoredToken},
};

pub(super) async fn answer(engine: &Engine, caller: &Caller) -> Result<Answer, Error> {
    let (user, now_ms) = (caller.user.id, engine.clock.now_ms());
    let stored = engine
        .store
        .read(move |connection| tokens::list(connection, user, now_ms))
        .await?;
    let body = ListTokensResponse {
        success: true,
        payload: stored
            .into_iter()
            .map(|token| shown(engine, token))
            .collect(),
        extra: BTreeMap::new(),
    };
    Answer::success(StatusCode::OK, &body)
}

/// A token as a list and a change show it: the token itself only if a copy was kept.
pub(super) fn shown(engine: &Engine, stored: StoredToken) -> Token {
    let copy = engine.sealer.as_ref().zip(stored.sealed.as_deref());
    Token {
        uuid: Some(stored.uuid),
        name: Some(stored.name),
        token: copy.and_then(|(sealer, sealed)| sealer.open(stored.uuid, sealed)),
        expired_on: time_from_ms(stored.expires_ms).into(),
        created_on: Some(time_from_ms(stored.created_ms).into()),
        modified_on: Some(time_from_ms(stored.modified_ms).into()),
        ttl: None,
        user: None,
        extra: BTreeMap::new(),
    }
}
