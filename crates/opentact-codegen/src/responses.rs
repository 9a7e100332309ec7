//! The answers of an operation that mean success, and whether one of them brings nothing.

use serde_json::Value;

use crate::document::{Document, child};
use crate::operation::Operation;

/// The status of an answer that never has a body.
pub(crate) const NO_CONTENT: &str = "204";

/// Whether an operation answers with a body or with 204.
pub(crate) fn may_be_empty(document: &Document, operation: &Operation<'_>) -> bool {
    let list = child(&operation.pointer, "responses");
    let codes = operation.value.get("responses").and_then(Value::as_object);
    let has_body = |code: &String| {
        let response = document.follow(&child(&list, code));
        code.starts_with('2') && response.is_some_and(|(_, it)| it.get("content").is_some())
    };
    codes.is_some_and(|all| all.contains_key(NO_CONTENT) && all.keys().any(has_body))
}
