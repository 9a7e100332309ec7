//! API tokens: `/rest/token`.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::{
    Secret,
    types::{
        CreateTokenRequest, CreateTokenResponse, CreatedToken, DeleteAllTokensResponse,
        ListTokensResponse, Token, TokenResponse, UpdateTokenRequest,
    },
};

use super::Asked;
use crate::{
    auth::api_token,
    clock::{later_ms, time_from_ms},
    engine::Engine,
    error::Error,
    events::token_life::Became,
    fingerprint::Fingerprint,
    http::answer::Answer,
    store::tokens::{self, StoredToken, TokenChange},
};

/// `POST /rest/token`: a new API token.
pub(super) async fn create(
    engine: &Engine,
    Asked { caller, input, .. }: Asked,
) -> Result<Answer, Error> {
    let CreateTokenRequest { name, ttl, .. } = input.request()?;
    let ttl_s = ttl
        .and_then(|ttl| u64::try_from(ttl).ok())
        .unwrap_or(engine.settings.default_token_ttl.as_secs());

    let (stored, token) = api_token::new(
        engine.settings.show_tokens,
        name,
        ttl_s,
        engine.clock.now_ms(),
    )?;
    let (hash, row) = (Fingerprint::of(token.expose()), stored.clone());
    // What has expired goes when another comes.
    engine.tell_of_expired_tokens().await;
    let insert = move |connection: &_, user| tokens::insert(connection, user, hash, &row);
    let Some(()) = caller.write(&engine.store, insert).await? else {
        return Ok(Answer::unauthorized());
    };
    let created = Became::Created;
    engine.tell_of_token(&caller.user, &stored, created).await;
    let body = created_body(stored, token, ttl_s);
    Answer::success(engine.settings.create_status.code(), &body)
}

fn created_body(stored: StoredToken, token: Secret, ttl_s: u64) -> CreateTokenResponse {
    let mut payload = CreatedToken::new(stored.uuid, token, time_from_ms(stored.expires_ms))
        .name(stored.name)
        .created_on(time_from_ms(stored.created_ms))
        .modified_on(time_from_ms(stored.modified_ms));
    payload.ttl = i64::try_from(ttl_s).ok();
    CreateTokenResponse::new(true, payload)
}

/// `GET /rest/token/list`: the caller's API tokens.
pub(super) async fn list(engine: &Engine, Asked { caller, .. }: Asked) -> Result<Answer, Error> {
    let (user, now_ms) = (caller.user.id, engine.clock.now_ms());
    let stored = engine
        .store
        .read(move |connection| tokens::list(connection, user, now_ms))
        .await?;
    let body = ListTokensResponse::new(true, stored.into_iter().map(shown).collect());
    Answer::success(StatusCode::OK, &body)
}

/// A token as a list and a change show it: the token itself only if it was kept.
fn shown(stored: StoredToken) -> Token {
    let mut token = Token::new(time_from_ms(stored.expires_ms))
        .uuid(stored.uuid)
        .name(stored.name)
        .created_on(time_from_ms(stored.created_ms))
        .modified_on(time_from_ms(stored.modified_ms));
    token.token = stored.shown;
    token
}

/// `PATCH /rest/token/{token}`: renames a token or gives it a new life. The path has its uuid.
pub(super) async fn update(
    engine: &Engine,
    Asked { caller, input, .. }: Asked,
) -> Result<Answer, Error> {
    let UpdateTokenRequest { name, ttl, .. } = input.request()?;
    let now_ms = engine.clock.now_ms();
    let ttl = ttl.and_then(|ttl| u64::try_from(ttl).ok());
    let change = TokenChange {
        name,
        expires_ms: ttl.map(|ttl| later_ms(now_ms, ttl)),
    };
    let changes = change.name.is_some() || change.expires_ms.is_some();
    let uuid = input.path("token").to_owned();
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
    let body = TokenResponse::new(true, shown(stored));
    Answer::success(StatusCode::OK, &body)
}

/// `DELETE /rest/token/{token}`: ends a token. The path has the token itself.
pub(super) async fn delete(
    engine: &Engine,
    Asked { caller, input, .. }: Asked,
) -> Result<Answer, Error> {
    let (hash, now_ms) = (Fingerprint::of(input.path("token")), engine.clock.now_ms());
    let delete = move |connection: &_, user| tokens::delete(connection, user, hash, now_ms);
    let Some(deleted) = caller.write(&engine.store, delete).await? else {
        return Ok(Answer::unauthorized());
    };
    let Some(stored) = deleted else {
        return Ok(Answer::not_found("Token not found"));
    };
    let deleted = Became::Deleted;
    engine.tell_of_token(&caller.user, &stored, deleted).await;
    let payload = Token::new(time_from_ms(stored.expires_ms))
        .created_on(time_from_ms(stored.created_ms))
        .modified_on(time_from_ms(stored.modified_ms))
        .token(input.path("token"))
        .name(stored.name);
    let body = TokenResponse::new(true, payload);
    Answer::success(StatusCode::OK, &body)
}

/// `DELETE /rest/token/all`: ends all API tokens of the caller. JWTs stay valid.
pub(super) async fn delete_all(
    engine: &Engine,
    Asked { caller, .. }: Asked,
) -> Result<Answer, Error> {
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
    let body = DeleteAllTokensResponse::new(true, BTreeMap::new());
    Answer::success(StatusCode::OK, &body)
}
