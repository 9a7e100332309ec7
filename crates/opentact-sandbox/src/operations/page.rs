//! Pages of a search: which one a request asks for, and how an answer has it.

use serde_json::{Value, json};

use crate::{
    contract::{Paging, Place},
    http::input::Input,
};

/// How many things a page has if a request does not say.
const PAGE: u32 = 10;

/// Which page a request asks for: how many, and after how many.
pub(super) fn asked_page(paging: Paging, input: &Input) -> (u32, u32) {
    let number = |(place, name): (Place, &str)| {
        let value = match place {
            Place::Body => input.body.get(name),
            Place::Path | Place::Query => input.query.get(name),
        };
        let number = value.and_then(Value::as_u64);
        number.and_then(|it| u32::try_from(it).ok())
    };
    let take = number(paging.size).unwrap_or(PAGE);
    (take, number(paging.offset).unwrap_or(0))
}

/// A page as an answer has it.
pub(super) fn page(
    paging: Paging,
    (take, skip): (u32, u32),
    total: i64,
    items: Vec<Value>,
) -> Value {
    let named = [
        (paging.size.1, json!(take)),
        (paging.offset.1, json!(skip)),
        (paging.total, json!(total)),
        (paging.items, Value::Array(items)),
    ];
    Value::Object(
        named
            .map(|(name, value)| (name.to_owned(), value))
            .into_iter()
            .collect(),
    )
}
