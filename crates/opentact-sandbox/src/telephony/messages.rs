//! Text messages: sent, received, and what becomes of them.

use md5::{Digest, Md5};
use rusqlite::Connection;
use serde_json::{Value, json};

use super::{account, leases, prices, shelf, stock, thing, webhooks};
use crate::{
    contract::SMS_KEPT,
    error::Error,
    store::{
        kept::{self, Thing},
        steps::{self, Step},
        taken_numbers,
    },
};

/// What the contract calls a message that was sent, and one that was received.
pub(crate) const SENT: &str = "smso";
pub(crate) const RECEIVED: &str = "smsi";

/// Numbers that no message reaches, with the reason.
const UNREACHABLE: [(&str, &str); 2] = [
    ("15005550001", "The number is not in service"),
    ("15005550002", "The carrier refused the message"),
];

/// The number to which messages are handed over, and never arrive.
const SILENT: &str = "15005550009";

/// Why a message is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The sender is no number of the account.
    Sender,
    /// The sender cannot text.
    Texting,
    /// The account has not enough left.
    Balance,
}

/// A message to be sent.
#[derive(Debug)]
pub(crate) struct Outgoing {
    pub(crate) from: Value,
    pub(crate) to: Value,
    pub(crate) message: Value,
    pub(crate) callback: Value,
}

/// Takes a message to be sent, and pays for it.
pub(crate) fn send(
    connection: &Connection,
    account: i64,
    outgoing: Outgoing,
    (now_ms, handed_over_ms): (i64, i64),
) -> Result<Result<Thing, Refused>, Error> {
    let from = stock::national(&outgoing.from);
    let Some(lease) = leases::find(connection, account, &from)? else {
        return Ok(Err(Refused::Sender));
    };
    if leases::texting(&lease).is_none() {
        return Ok(Err(Refused::Texting));
    }
    if !account::charge(connection, account, prices::message())? {
        return Ok(Err(Refused::Balance));
    }
    // The API takes any text: what is no number fails later.
    let to = match stock::national(&outgoing.to) {
        digits if digits.len() < 3 => outgoing.to.as_str().unwrap_or_default().to_owned(),
        digits => digits,
    };
    let message = thing(
        now_ms,
        json!({
            "type": SENT,
            "state": "created",
            "from": from,
            "to": to,
            "message": outgoing.message,
            "thread": thread(&from, &to),
            "delivered": false,
            "automated": false,
            "reference_id": null,
            "custom_callback_url": outgoing.callback,
            "tn": from,
            "tn_lease": lease.key,
        }),
    );
    shelf(&SMS_KEPT, account).insert(connection, &message)?;
    steps::put(
        connection,
        account,
        Step::HandOver,
        &message.key,
        handed_over_ms,
    )?;
    Ok(Ok(message))
}

/// Hands a message to the carrier, who takes it or does not.
pub(crate) fn hand_over(
    connection: &Connection,
    account: i64,
    mut message: Thing,
    (now_ms, arrives_ms): (i64, i64),
) -> Result<Thing, Error> {
    let to = text(&message, "to").to_owned();
    let unreachable = UNREACHABLE.iter().find(|(it, _)| *it == to);
    let is_number = to.bytes().all(|it| it.is_ascii_digit());
    let reason = unreachable.map(|(_, reason)| *reason);
    if let Some(reason) = reason.or_else(|| (!is_number).then_some("This is no phone number")) {
        message.values.insert("state".to_owned(), json!("failed"));
        message.values.insert("reason".to_owned(), json!(reason));
        account::refund(connection, account, prices::message())?;
    } else {
        let reference = message.key.replace('-', "")[..22].to_owned();
        message.values.insert("state".to_owned(), json!("success"));
        message
            .values
            .insert("reference_id".to_owned(), json!(reference));
        if to != SILENT {
            steps::put(connection, account, Step::Arrive, &message.key, arrives_ms)?;
        }
    }
    changed(connection, account, message, now_ms)
}

/// Delivers a message; who has the number in this sandbox receives it.
pub(crate) fn arrive(
    connection: &Connection,
    account: i64,
    mut message: Thing,
    now_ms: i64,
) -> Result<(Thing, Option<(i64, Thing)>), Error> {
    message.values.insert("delivered".to_owned(), json!(true));
    let message = changed(connection, account, message, now_ms)?;
    let [from, to, body] = ["from", "to", "message"].map(|it| text(&message, it).to_owned());
    let received = receive(connection, (&from, &to, &body), now_ms)?;
    Ok((message, received))
}

fn changed(
    connection: &Connection,
    account: i64,
    mut message: Thing,
    now_ms: i64,
) -> Result<Thing, Error> {
    message.modified_ms = now_ms;
    shelf(&SMS_KEPT, account).update(connection, &message)?;
    let callback = message
        .values
        .get("custom_callback_url")
        .and_then(Value::as_str);
    let urls = match callback {
        Some(url) => vec![url.to_owned()],
        None => match leases::find(connection, account, text(&message, "from"))? {
            Some(lease) => urls(connection, account, &lease)?,
            None => Vec::new(),
        },
    };
    webhooks::put(
        connection,
        account,
        &urls,
        &shown(connection, account, &message)?,
        now_ms,
    )?;
    Ok(message)
}

/// Takes a message from outside for the account that has the number, if that can text.
pub(crate) fn receive(
    connection: &Connection,
    (from, to, message): (&str, &str, &str),
    now_ms: i64,
) -> Result<Option<(i64, Thing)>, Error> {
    let Some((account, key)) = taken_numbers::find(connection, to)? else {
        return Ok(None);
    };
    let lease = leases::find(connection, account, &key)?;
    let Some(lease) = lease.filter(|it| leases::texting(it).is_some()) else {
        return Ok(None);
    };
    let message = thing(
        now_ms,
        json!({
            "type": RECEIVED,
            "state": "success",
            "from": from,
            "to": to,
            "message": message,
            "thread": thread(from, to),
            "delivered": true,
            "readed": false,
            "tn": to,
            "tn_lease": key,
        }),
    );
    shelf(&SMS_KEPT, account).insert(connection, &message)?;
    let urls = urls(connection, account, &lease)?;
    webhooks::put(
        connection,
        account,
        &urls,
        &shown(connection, account, &message)?,
        now_ms,
    )?;
    Ok(Some((account, message)))
}

/// Where the profile of a lease wants to be told.
fn urls(connection: &Connection, account: i64, lease: &Thing) -> Result<Vec<String>, Error> {
    let mut texting = leases::texting(lease).cloned().unwrap_or_default();
    leases::complete(connection, account, &mut texting)?;
    let profile = &texting["messaging_profile"];
    let urls = ["callback_url", "callback_url2"].map(|it| profile[it].as_str().map(str::to_owned));
    Ok(urls.into_iter().flatten().collect())
}

/// A message as events and webhooks show it, and answers too.
pub(crate) fn shown(
    connection: &Connection,
    account: i64,
    message: &Thing,
) -> Result<Value, Error> {
    let mut shown = super::shown(message);
    let tn = text(message, "tn");
    shown["tn"] = stock::shown(tn, message.created_ms);
    let lease = text(message, "tn_lease");
    let lease = leases::find(connection, account, lease)?;
    shown["tn_lease"] = lease.map_or(Value::Null, |it| {
        let kept =
            ["autorenew", "expired_on"].map(|name| (name.to_owned(), it.values[name].clone()));
        let mut shown = json!({ "uuid": it.key });
        if let Some(fields) = shown.as_object_mut() {
            fields.extend(kept);
        }
        shown
    });
    Ok(shown)
}

/// The last 1,000 messages, newest first, whoever has them.
pub(crate) fn last(connection: &Connection) -> Result<Vec<Value>, Error> {
    let all = kept::last(connection, &SMS_KEPT, 1000)?.into_iter();
    let shown = all.map(|(_, account, message)| shown(connection, account, &message));
    shown.collect()
}

/// What ties the messages between two numbers: the API does not tell how it is made.
fn thread(one: &str, other: &str) -> String {
    let (first, second) = if one < other {
        (one, other)
    } else {
        (other, one)
    };
    let hash = Md5::digest(format!("{first} {second}"));
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a message says under that name.
pub(crate) fn text<'m>(message: &'m Thing, name: &str) -> &'m str {
    message
        .values
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
}
