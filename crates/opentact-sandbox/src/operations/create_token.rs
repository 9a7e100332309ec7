//! `POST /rest/token`: a new API token.

use std::collections::BTreeMap;

use opentact_client::{
    Secret,
    limits::create_token_request::{NAME_MAX_LENGTH, NAME_MIN_LENGTH, TTL_MAXIMUM, TTL_MINIMUM},
    types::{CreateTokenResponse, CreatedToken},
};

use super::Input;
use crate::{
    answer::Answer,
    api_token,
    authenticate::Caller,
    clock::time_from_ms,
    engine::Engine,
    error::Error,
    events::token_life::Became,
    fingerprint::Fingerprint,
    store::tokens::{self, StoredToken},
    validation::Check,
};

pub(super) async fn answer(
    engine: &Engine,
    caller: &Caller,
    input: &Input,
) -> Result<Answer, Error> {
    let mut check = Check::new();
    let mut name = None;
    let mut ttl = None;
    if let Some(params) = check.params(&input.body) {
        check.require(&params, "name");
        name = check.string(&params, "name", NAME_MIN_LENGTH, NAME_MAX_LENGTH);
        ttl = check.integer(&params, "ttl", TTL_MINIMUM, TTL_MAXIMUM);
    }
    let Some(name) = name.filter(|_| check.is_clean()) else {
        return Ok(Answer::invalid(check));
    };
    let ttl_s = ttl
        .and_then(|ttl| u64::try_from(ttl).ok())
        .unwrap_or(engine.settings.default_token_ttl.as_secs());

    let (stored, token) =
        api_token::new(engine.sealer.as_ref(), name, ttl_s, engine.clock.now_ms())?;
    let (hash, row) = (Fingerprint::of(token.expose()), stored.clone());
    // What has expired goes when another comes.
    engine.tell_of_expired_tokens().await;
    let insert = move |connection: &_, user| tokens::insert(connection, user, hash, &row);
    let Some(()) = caller.write(&engine.store, insert).await? else {
        return Ok(Answer::unauthorized());
    };
    let created = Became::Created;
    engine.tell_of_token(&caller.user, &stored, created).await;
    let body = body(stored, token, ttl_s);
    Answer::success(engine.settings.create_status.code(), &body)
}

fn body(stored: StoredToken, token: Secret, ttl_s: u64) -> CreateTokenResponse {
    CreateTokenResponse {
        success: true,
        payload: CreatedToken {
            name: Some(stored.name),
            ttl: i64::try_from(ttl_s).ok(),
            token,
            expired_on: time_from_ms(stored.expires_ms).into(),
            uuid: stored.uuid,
            created_on: Some(time_from_ms(stored.created_ms).into()),
            modified_on: Some(time_from_ms(stored.modified_ms).into()),
            extra: BTreeMap::new(),
        },
        extra: BTreeMap::new(),
    }
}
