//! `GET /rest/auth`: who the caller is, with a fresh JWT.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use opentact_client::types::AuthenticateResponse;

use super::shown_user::{ROLE, user};
use crate::{answer::Answer, authenticate::Caller, engine::Engine, error::Error};

pub(super) fn answer(engine: &Engine, caller: Caller) -> Result<Answer, Error> {
    let ttl_s = i64::try_from(engine.settings.jwt_ttl.as_secs()).unwrap_or(i64::MAX);
    let online = engine.events.is_online(caller.user.uuid);
    let uuid = caller.user.uuid.to_string();
    let jwt = engine.verifier.sessions.mint(
        &uuid,
        caller.user.session_generation,
        ROLE.as_str(),
        engine.clock.now_s(),
        ttl_s,
    )?;
    let body = AuthenticateResponse {
        success: true,
        payload: user(caller.user, Some(jwt), online),
        extra: BTreeMap::new(),
    };
    let answer = Answer::success(StatusCode::OK, &body)?;
    if caller.by_login {
        engine.recorder.add_login();
    }
    Ok(answer)
}
