//! What things cost: the first price list that the contract shows.

use std::sync::LazyLock;

use opentact_client::security::Operation;
use serde_json::Value;

use crate::contract::described;

static LIST: LazyLock<Value> = LazyLock::new(|| {
    let example = described(Operation::ListPrices).map_or("", |it| it.success.example);
    let answer: Value = serde_json::from_str(example).unwrap_or_default();
    answer.pointer("/payload/0").cloned().unwrap_or_default()
});

fn price(name: &str) -> f64 {
    LIST.get(name).and_then(Value::as_f64).unwrap_or(0.0)
}

/// What a number costs once.
pub(crate) fn number_once() -> f64 {
    price("nrc")
}

/// What a number costs each month, the first of which is paid with the order.
pub(crate) fn number_monthly() -> f64 {
    price("mrc")
}

/// What a message costs who sends it.
pub(crate) fn message() -> f64 {
    price("sms_per_send_cost")
}
