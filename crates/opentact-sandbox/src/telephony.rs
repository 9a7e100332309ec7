//! What the sandbox does with numbers, orders and messages: what a request sets going, and what
//! becomes of it by the clock.

use rusqlite::Connection;
use serde_json::{Map, Value};

use crate::{
    clock::shown_time,
    contract::{LEASES_KEPT, ORDERS_KEPT, Resource, SMS_KEPT},
    error::Error,
    store::kept::{Shelf, Thing},
};

pub(crate) mod account;
pub(crate) mod leases;
pub(crate) mod messages;
pub(crate) mod orders;
pub(crate) mod prices;
pub(crate) mod steps;
pub(crate) mod stock;
pub(crate) mod webhooks;

/// The shelf of an account.
pub(crate) const fn shelf(resource: &'static Resource, account: i64) -> Shelf {
    Shelf {
        resource,
        owner: account,
        scope: String::new(),
    }
}

/// Something new that is kept.
pub(crate) fn thing(now_ms: i64, values: Value) -> Thing {
    let values = match values {
        Value::Object(values) => values,
        _ => Map::new(),
    };
    Thing {
        key: uuid::Uuid::new_v4().to_string(),
        created_ms: now_ms,
        modified_ms: now_ms,
        values,
    }
}

/// A thing with all that was set, and its times.
pub(crate) fn shown(thing: &Thing) -> Value {
    let mut shown = thing.values.clone();
    for (name, value) in [
        ("uuid", thing.key.clone()),
        ("created_on", shown_time(thing.created_ms)),
        ("modified_on", shown_time(thing.modified_ms)),
    ] {
        shown.insert(name.to_owned(), Value::String(value));
    }
    Value::Object(shown)
}

/// What an answer shows of a thing besides what the contract says of keeping.
pub(crate) fn complete(
    connection: &Connection,
    shelf: &Shelf,
    thing: &Thing,
    mut shown: Value,
) -> Result<Value, Error> {
    match shelf.resource.name {
        name if name == SMS_KEPT.name => messages::shown(connection, shelf.owner, thing),
        name if name == ORDERS_KEPT.name => Ok(self::shown(thing)),
        name if name == LEASES_KEPT.name => {
            shown["tn"] = stock::shown(leases::number(thing), thing.created_ms);
            let subscriptions = thing.values.get("subscriptions").and_then(Value::as_array);
            let mut subscriptions = subscriptions.cloned().unwrap_or_default();
            for subscription in &mut subscriptions {
                leases::complete(connection, shelf.owner, subscription)?;
            }
            shown["subscriptions"] = Value::Array(subscriptions);
            Ok(shown)
        }
        _ => Ok(shown),
    }
}

/// The digits of a number, however it is written: text or integer, with or without `+`, spaces,
/// dashes and brackets.
pub(crate) fn digits(number: &Value) -> String {
    let text = number
        .as_str()
        .map_or_else(|| number.to_string(), str::to_owned);
    text.chars().filter(char::is_ascii_digit).collect()
}
