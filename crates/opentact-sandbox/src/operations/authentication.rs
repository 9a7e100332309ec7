//! `GET /rest/auth`: who the caller is, with a fresh JWT; and how a user is shown.

use axum::http::StatusCode;
use opentact_client::{
    Secret,
    types::{Account, AccountLevel, AuthenticateResponse, Role, User},
};
use serde_json::Number;

use super::Asked;
use crate::{
    clock::time_from_ms,
    engine::Engine,
    error::Error,
    http::answer::Answer,
    store::users::{StoredAccount, StoredUser},
};

/// `GET /rest/auth`
pub(super) async fn authenticate(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    let caller = asked.caller;
    let online = engine.events.is_online(caller.user.uuid);
    let (now_s, ttl) = (engine.clock.now_s(), engine.settings.jwt_ttl);
    let jwt = engine.verifier.sessions.mint(&caller.user, now_s, ttl)?;
    let body = AuthenticateResponse::new(true, user(caller.user, Some(jwt), online));
    let answer = Answer::success(StatusCode::OK, &body)?;
    if caller.by_login {
        engine.recorder.add_login();
    }
    Ok(answer)
}

/// `GET /rest/account`
pub(super) async fn account(_: &Engine, asked: Asked) -> Result<Answer, Error> {
    let account = shown_account(asked.caller.user.account.clone());
    asked.payload(&serde_json::to_value(account).map_err(Error::Encode)?)
}

/// A user with its account; with a JWT where one is handed out. Who has a connection to the event
/// service is online.
pub(crate) fn user(stored: StoredUser, jwt: Option<Secret>, online: bool) -> User {
    let mut user = User::new(stored.uuid, stored.email, Role::User)
        .created_on(time_from_ms(stored.created_ms))
        .modified_on(time_from_ms(stored.modified_ms))
        .phone_number(None)
        .first_name(stored.first_name)
        .wss_online(online)
        .last_name(stored.last_name)
        .avatar(None)
        .dob(None)
        .gender(None)
        .deleted_on(None)
        .account(shown_account(stored.account));
    user.token = jwt;
    user
}

/// An account.
pub(crate) fn shown_account(stored: StoredAccount) -> Account {
    let level = AccountLevel::Level0;
    let mut account = Account::new(stored.uuid, stored.email, stored.name, level)
        .created_on(time_from_ms(stored.created_ms))
        .modified_on(time_from_ms(stored.modified_ms))
        .phone(None)
        .address1(None)
        .address2(None)
        .zip_code(None)
        .city(None)
        .deleted_on(None)
        .disabled_on(None);
    account.balance = number(stored.balance);
    account
}

/// The number as JavaScript writes it: without a fraction of zero.
fn number(balance: f64) -> Option<Number> {
    #[expect(
        clippy::as_conversions,
        reason = "only whole numbers that an i64 holds exactly"
    )]
    if balance.fract() == 0.0 && balance.abs() < 9e15 {
        return Some(Number::from(balance as i64));
    }
    Number::from_f64(balance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_balance_is_written_as_javascript_does() {
        let written = |balance| number(balance).map(|number| number.to_string());
        assert_eq!(written(100.0).as_deref(), Some("100"));
        assert_eq!(written(99.87895).as_deref(), Some("99.87895"));
        assert_eq!(written(-0.5).as_deref(), Some("-0.5"));
        assert_eq!(written(f64::NAN), None);
    }
}
