//! Numbers that accounts have: how a lease begins and ends, and what it can do.

use rusqlite::Connection;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{shelf, stock, thing};
use crate::{
    clock::{later_ms, shown_time},
    contract::{LEASES_KEPT, MESSAGING_PROFILES_KEPT},
    error::Error,
    store::{kept::Thing, taken_numbers},
};

/// The campaign that every account has. The API documents no way to make one.
pub(crate) const CAMPAIGN: &str = "CSANDBX";

/// How long a lease lasts, in seconds. None ends by itself.
const TERM_S: u64 = 30 * 86_400;

/// Leases a number to an account; `None` if somebody has it.
pub(crate) fn begin(
    connection: &Connection,
    account: i64,
    (tn, features, autorenew): (&str, &[String], bool),
    now_ms: i64,
) -> Result<Option<Thing>, Error> {
    let subscriptions = features.iter().map(|feature| subscription(feature, now_ms));
    let lease = thing(
        now_ms,
        json!({
            "tn": tn,
            "expired_on": shown_time(later_ms(now_ms, TERM_S)),
            "autorenew": autorenew,
            "subscriptions": subscriptions.collect::<Vec<_>>(),
            "sip_connection": null,
            "sip_control_app": null,
        }),
    );
    if !taken_numbers::take(connection, tn, (account, &lease.key))? {
        return Ok(None);
    }
    shelf(&LEASES_KEPT, account).insert(connection, &lease)?;
    Ok(Some(lease))
}

/// Leases a number that can call and text, whose messages are told of at a URL; `false` if it is
/// not to be had.
pub(crate) fn seed(
    connection: &Connection,
    account: i64,
    (tn, callback_url): (&str, Option<&str>),
    now_ms: i64,
) -> Result<bool, Error> {
    let tn = stock::national(&json!(tn));
    let features = ["voice", "sms"].map(str::to_owned);
    let lease = match stock::has(&tn) {
        true => begin(connection, account, (&tn, &features, true), now_ms)?,
        false => None,
    };
    let (Some(lease), Some(url)) = (&lease, callback_url) else {
        return Ok(lease.is_some());
    };
    let profile = thing(now_ms, json!({ "name": tn, "callback_url": url }));
    shelf(&MESSAGING_PROFILES_KEPT, account).insert(connection, &profile)?;
    enable(
        connection,
        account,
        lease.clone(),
        (&profile.key, CAMPAIGN),
        now_ms,
    )?;
    Ok(true)
}

/// What a lease can do.
fn subscription(feature: &str, now_ms: i64) -> Value {
    let mut subscription = json!({
        "uuid": Uuid::new_v4(),
        "type": feature,
        "created_on": shown_time(now_ms),
        "modified_on": shown_time(now_ms),
    });
    if feature == "sms" {
        subscription["messaging_profile"] = Value::Null;
        subscription["sms_campaign"] = Value::Null;
    }
    subscription
}

/// The account's lease of that key, or of that number.
pub(crate) fn find(
    connection: &Connection,
    account: i64,
    named: &str,
) -> Result<Option<Thing>, Error> {
    let leases = shelf(&LEASES_KEPT, account);
    if let Some(lease) = leases.get(connection, named)? {
        return Ok(Some(lease));
    }
    match taken_numbers::find(connection, &stock::national(&json!(named)))? {
        Some((owner, key)) if owner == account => leases.get(connection, &key),
        _ => Ok(None),
    }
}

/// Gives a number back.
pub(crate) fn release(connection: &Connection, account: i64, lease: &Thing) -> Result<(), Error> {
    taken_numbers::give_back(connection, number(lease))?;
    shelf(&LEASES_KEPT, account).delete(connection, &lease.key)
}

/// The number of a lease.
pub(crate) fn number(lease: &Thing) -> &str {
    lease
        .values
        .get("tn")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// The subscription by which a number texts.
pub(crate) fn texting(lease: &Thing) -> Option<&Value> {
    let subscriptions = lease.values.get("subscriptions")?.as_array()?;
    subscriptions.iter().find(|it| it["type"] == "sms")
}

/// Lets a number text by a profile, and tells how it does.
pub(crate) fn enable(
    connection: &Connection,
    account: i64,
    mut lease: Thing,
    (profile, campaign): (&str, &str),
    now_ms: i64,
) -> Result<Value, Error> {
    let mut enabled = match texting(&lease) {
        Some(already) => already.clone(),
        None => subscription("sms", now_ms),
    };
    enabled["messaging_profile"] = json!(profile);
    enabled["sms_campaign"] = json!(campaign);
    enabled["modified_on"] = json!(shown_time(now_ms));
    change(connection, account, &mut lease, Some(&enabled), now_ms)?;
    Ok(enabled)
}

/// Lets a number text no more; how it did.
pub(crate) fn disable(
    connection: &Connection,
    account: i64,
    mut lease: Thing,
    now_ms: i64,
) -> Result<Option<Value>, Error> {
    let disabled = texting(&lease).cloned();
    if disabled.is_some() {
        change(connection, account, &mut lease, None, now_ms)?;
    }
    Ok(disabled)
}

fn change(
    connection: &Connection,
    account: i64,
    lease: &mut Thing,
    texting: Option<&Value>,
    now_ms: i64,
) -> Result<(), Error> {
    if let Some(Value::Array(subscriptions)) = lease.values.get_mut("subscriptions") {
        subscriptions.retain(|it| it["type"] != "sms");
        subscriptions.extend(texting.cloned());
    }
    lease.modified_ms = now_ms;
    shelf(&LEASES_KEPT, account).update(connection, lease)?;
    Ok(())
}

/// A subscription with what it names by its key.
pub(crate) fn complete(
    connection: &Connection,
    account: i64,
    subscription: &mut Value,
) -> Result<(), Error> {
    if let Some(key) = subscription["messaging_profile"].as_str() {
        let profile = shelf(&MESSAGING_PROFILES_KEPT, account).get(connection, key)?;
        subscription["messaging_profile"] = profile.map_or(Value::Null, |it| super::shown(&it));
    }
    if let Some(id) = subscription["sms_campaign"].as_str() {
        subscription["sms_campaign"] = json!({
            "campaignId": id,
            "is_active": true,
            "usecase": "LOW_VOLUME",
            "description": "The campaign of every account of a sandbox",
        });
    }
    Ok(())
}
