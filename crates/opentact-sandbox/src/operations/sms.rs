//! Text messages: `/rest/sms`.

use axum::http::StatusCode;

use super::{Asked, kept};
use crate::{
    clock::later_ms,
    contract::SMS_KEPT,
    engine::Engine,
    error::Error,
    http::answer::Answer,
    telephony::{
        account,
        messages::{self, Outgoing, Refused},
        shelf,
    },
};

/// `POST /rest/sms`
pub(super) async fn send(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    let of = |name: &str| asked.input.body.get(name).cloned().unwrap_or_default();
    let outgoing = Outgoing {
        from: of("from"),
        to: of("to"),
        message: of("message"),
        callback: of("custom_callback_url"),
    };
    let now_ms = engine.clock.now_ms();
    let handed_over_ms = later_ms(now_ms, engine.settings.sms_delay.as_secs());
    let sent = asked.caller.write(&engine.store, move |connection, user| {
        let account = account::of_user(connection, user)?;
        let sent = messages::send(connection, account, outgoing, (now_ms, handed_over_ms))?;
        Ok(match sent {
            Ok(message) => Ok(messages::shown(connection, account, &message)?),
            Err(refused) => Err(refused),
        })
    });
    match sent.await? {
        None => Ok(Answer::unauthorized()),
        Some(Ok(shown)) => asked.payload(&shown),
        Some(Err(Refused::Sender)) => Ok(Answer::not_found("TNLease not found")),
        Some(Err(Refused::Texting)) => Ok(Answer::not_found("SMS subscription not found")),
        Some(Err(Refused::Balance)) => Ok(Answer::failure(
            StatusCode::PAYMENT_REQUIRED,
            "Not enough balance",
        )),
    }
}

/// `GET /rest/sms/outbound/{uuid}`
pub(super) async fn get_outbound(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    get(engine, asked, messages::SENT).await
}

/// `GET /rest/sms/inbound/{uuid}`
pub(super) async fn get_inbound(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    get(engine, asked, messages::RECEIVED).await
}

async fn get(engine: &Engine, asked: Asked, kind: &'static str) -> Result<Answer, Error> {
    let (user, key) = (asked.caller.user.id, asked.input.path("uuid").to_owned());
    let found = engine.store.read(move |connection| {
        let account = account::of_user(connection, user)?;
        let found = shelf(&SMS_KEPT, account).get(connection, &key)?;
        let found = found.filter(|it| messages::text(it, "type") == kind);
        found
            .map(|it| messages::shown(connection, account, &it))
            .transpose()
    });
    match found.await? {
        Some(shown) => asked.payload(&shown),
        None => Ok(Answer::not_found("SMS not found")),
    }
}

/// `POST /rest/sms/search/outbound`
pub(super) async fn search_outbound(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    search(engine, asked, Some(("type", messages::SENT))).await
}

/// `POST /rest/sms/search/inbound`
pub(super) async fn search_inbound(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    search(engine, asked, Some(("type", messages::RECEIVED))).await
}

/// `POST /rest/sms/search`
pub(super) async fn search_all(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    search(engine, asked, None).await
}

async fn search(
    engine: &Engine,
    asked: Asked,
    within: Option<(&'static str, &'static str)>,
) -> Result<Answer, Error> {
    let narrowed = kept::Narrowed {
        within,
        newest_first: true,
    };
    kept::answer_narrowed(engine, asked, narrowed).await
}
