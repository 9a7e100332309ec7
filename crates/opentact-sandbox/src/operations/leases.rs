//! Numbers that an account has: `/rest/lease/tn`.

use rusqlite::Connection;
use serde_json::Value;

use super::Asked;
use crate::{
    contract::{LEASES_KEPT, MESSAGING_PROFILES_KEPT},
    engine::Engine,
    error::Error,
    http::answer::Answer,
    store::kept::{Search, Thing},
    telephony::{self, account, leases, shelf},
};

/// What came of a request.
enum Outcome {
    Payload(Value),
    NotFound(&'static str),
}

impl Outcome {
    fn answer(self, asked: &Asked) -> Result<Answer, Error> {
        match self {
            Self::Payload(payload) => asked.payload(&payload),
            Self::NotFound(what) => Ok(Answer::not_found(&format!("{what} not found"))),
        }
    }
}

/// `GET /rest/lease/tn/{tn}/tn`
pub(super) async fn get_by_number(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    let done = with_lease(engine, &asked, "tn", |connection, account, lease| {
        shown(connection, account, &lease).map(Outcome::Payload)
    });
    done.await?.answer(&asked)
}

/// `DELETE /rest/lease/tn/{lease}`
pub(super) async fn release(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    let done = with_lease(engine, &asked, "lease", |connection, account, lease| {
        leases::release(connection, account, &lease)?;
        shown(connection, account, &lease).map(Outcome::Payload)
    });
    done.await?.answer(&asked)
}

/// `POST /rest/lease/tn/{lease}/subscription/sms`
pub(super) async fn enable_sms(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    let text = |name: &str| asked.input.body.get(name).and_then(Value::as_str);
    let [profile, campaign] =
        ["messaging_profile", "sms_campaign"].map(|it| text(it).unwrap_or_default().to_owned());
    let now_ms = engine.clock.now_ms();
    let done = with_lease(
        engine,
        &asked,
        "lease",
        move |connection, account, lease| {
            let profiles = shelf(&MESSAGING_PROFILES_KEPT, account);
            if profiles.get(connection, &profile)?.is_none() {
                return Ok(Outcome::NotFound("MessagingProfile"));
            }
            if campaign != leases::CAMPAIGN {
                return Ok(Outcome::NotFound("SMSCampaign"));
            }
            let mut enabled =
                leases::enable(connection, account, lease, (&profile, &campaign), now_ms)?;
            leases::complete(connection, account, &mut enabled)?;
            Ok(Outcome::Payload(enabled))
        },
    );
    done.await?.answer(&asked)
}

/// `DELETE /rest/lease/tn/{lease}/subscription/sms`
pub(super) async fn disable_sms(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    let now_ms = engine.clock.now_ms();
    let done = with_lease(
        engine,
        &asked,
        "lease",
        move |connection, account, lease| {
            let Some(mut disabled) = leases::disable(connection, account, lease, now_ms)? else {
                return Ok(Outcome::NotFound("Subscription"));
            };
            leases::complete(connection, account, &mut disabled)?;
            Ok(Outcome::Payload(disabled))
        },
    );
    done.await?.answer(&asked)
}

/// `GET /rest/profile/messaging/{uuid}/tnleases`
pub(super) async fn of_profile(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    let (user, key) = (asked.caller.user.id, asked.input.path("uuid").to_owned());
    let read = engine.store.read(move |connection| {
        let account = account::of_user(connection, user)?;
        if shelf(&MESSAGING_PROFILES_KEPT, account)
            .get(connection, &key)?
            .is_none()
        {
            return Ok(Outcome::NotFound("MessagingProfile"));
        }
        let (all, _) = shelf(&LEASES_KEPT, account).search(connection, &Search::default())?;
        let own = all.iter().filter(|it| {
            leases::texting(it).is_some_and(|it| it["messaging_profile"] == key.as_str())
        });
        let shown = own.map(|it| shown(connection, account, it));
        Ok(Outcome::Payload(shown.collect::<Result<_, _>>()?))
    });
    read.await?.answer(&asked)
}

/// Does something to the lease that the path names.
async fn with_lease(
    engine: &Engine,
    asked: &Asked,
    parameter: &str,
    work: impl FnOnce(&Connection, i64, Thing) -> Result<Outcome, Error> + Send + 'static,
) -> Result<Outcome, Error> {
    let named = asked.input.path(parameter).to_owned();
    let done = asked.caller.write(&engine.store, move |connection, user| {
        let account = account::of_user(connection, user)?;
        match leases::find(connection, account, &named)? {
            Some(lease) => work(connection, account, lease),
            None => Ok(Outcome::NotFound("TNLease")),
        }
    });
    Ok(done.await?.unwrap_or(Outcome::NotFound("TNLease")))
}

fn shown(connection: &Connection, account: i64, lease: &Thing) -> Result<Value, Error> {
    let shelf = shelf(&LEASES_KEPT, account);
    telephony::complete(connection, &shelf, lease, telephony::shown(lease))
}
