//! Orders of numbers: paid when they are placed, and fulfilled number by number.

use rusqlite::Connection;
use serde_json::{Value, json};

use super::{account, leases, prices, shelf, stock, thing};
use crate::{
    contract::ORDERS_KEPT,
    error::Error,
    store::{
        kept::Thing,
        steps::{self, Step},
    },
};

/// Takes an order and its price; `None` if the account has not enough left.
pub(crate) fn place(
    connection: &Connection,
    account: i64,
    items: &[Value],
    (now_ms, processed_ms): (i64, i64),
) -> Result<Option<Thing>, Error> {
    if !account::charge(connection, account, price(items.len()))? {
        return Ok(None);
    }
    let open = items.iter().map(|item| {
        let tn = stock::national(&item["tn"]);
        json!({ "tn": stock::number(&tn), "state": "created" })
    });
    let order = thing(
        now_ms,
        json!({
            "state": "created",
            "total": items.len(),
            "success": 0,
            "processing": items.len(),
            "failed": 0,
            "tn_items": open.collect::<Vec<_>>(),
            "request": { "items": items },
        }),
    );
    shelf(&ORDERS_KEPT, account).insert(connection, &order)?;
    steps::put(connection, account, Step::Process, &order.key, processed_ms)?;
    Ok(Some(order))
}

/// What so many numbers cost, with their first month.
fn price(count: usize) -> f64 {
    let each = prices::number_once() + prices::number_monthly();
    u32::try_from(count).map_or(f64::MAX, |count| f64::from(count) * each)
}

/// What an order of these would cost.
pub(crate) fn quote(items: &[Value]) -> Value {
    let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
    json!({
        "nrc": f64::from(count) * prices::number_once(),
        "mrc": f64::from(count) * prices::number_monthly(),
        "items": [],
    })
}

/// Takes an order up.
pub(crate) fn process(
    connection: &Connection,
    account: i64,
    mut order: Thing,
    (now_ms, fulfilled_ms): (i64, i64),
) -> Result<Thing, Error> {
    order.values.insert("state".to_owned(), json!("processing"));
    steps::put(connection, account, Step::Fulfil, &order.key, fulfilled_ms)?;
    changed(connection, account, order, now_ms)
}

/// Leases the numbers of an order that are there, and pays the others back.
pub(crate) fn fulfil(
    connection: &Connection,
    account: i64,
    mut order: Thing,
    now_ms: i64,
) -> Result<Thing, Error> {
    let items = order
        .values
        .get("request")
        .and_then(|it| it["items"].as_array().cloned());
    let (mut done, mut failed) = (Vec::new(), 0);
    for item in items.unwrap_or_default() {
        let tn = stock::national(&item["tn"]);
        let features = item["features"].as_array().into_iter().flatten();
        let features: Vec<_> = features
            .filter_map(|it| it.as_str().map(str::to_owned))
            .collect();
        let autorenew = item["autorenew"].as_bool().unwrap_or(false);
        let reason = match stock::has(&tn) {
            false => Some("The number is not in stock"),
            true => {
                match leases::begin(connection, account, (&tn, &features, autorenew), now_ms)? {
                    None => Some("The number is taken"),
                    Some(_) => None,
                }
            }
        };
        let (tn, reason) = (stock::number(&tn), json!(reason));
        let state = if reason.is_null() {
            "success"
        } else {
            "failed"
        };
        failed += usize::from(!reason.is_null());
        done.push(json!({ "tn": tn, "state": state, "reason": reason }));
    }
    account::refund(connection, account, price(failed))?;
    let success = done.len() - failed;
    let state = if success == 0 { "failed" } else { "success" };
    for (name, value) in [
        ("state", json!(state)),
        ("success", json!(success)),
        ("failed", json!(failed)),
        ("processing", json!(0)),
        ("tn_items", json!(done)),
    ] {
        order.values.insert(name.to_owned(), value);
    }
    changed(connection, account, order, now_ms)
}

fn changed(
    connection: &Connection,
    account: i64,
    mut order: Thing,
    now_ms: i64,
) -> Result<Thing, Error> {
    order.modified_ms = now_ms;
    shelf(&ORDERS_KEPT, account).update(connection, &order)?;
    Ok(order)
}
