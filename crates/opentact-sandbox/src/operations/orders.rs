//! Orders of numbers: `/rest/order`.

use axum::http::StatusCode;
use serde_json::Value;

use super::Asked;
use crate::{
    clock::later_ms,
    engine::Engine,
    error::Error,
    http::answer::Answer,
    telephony::{self, account, orders},
};

/// `POST /rest/order`
pub(super) async fn create(engine: &Engine, asked: Asked) -> Result<Answer, Error> {
    let items = items(&asked);
    let now_ms = engine.clock.now_ms();
    let processed_ms = later_ms(now_ms, engine.settings.order_delay.as_secs());
    let placed = asked.caller.write(&engine.store, move |connection, user| {
        let account = account::of_user(connection, user)?;
        orders::place(connection, account, &items, (now_ms, processed_ms))
    });
    match placed.await? {
        None => Ok(Answer::unauthorized()),
        Some(None) => Ok(Answer::failure(
            StatusCode::PAYMENT_REQUIRED,
            "Not enough account balance",
        )),
        Some(Some(order)) => asked.created(engine, &telephony::shown(&order)),
    }
}

/// `POST /rest/order/price`
pub(super) async fn price(_: &Engine, asked: Asked) -> Result<Answer, Error> {
    asked.payload(&orders::quote(&items(&asked)))
}

fn items(asked: &Asked) -> Vec<Value> {
    let items = asked.input.body.get("items").and_then(Value::as_array);
    items.cloned().unwrap_or_default()
}
