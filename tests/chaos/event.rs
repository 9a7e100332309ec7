//! An event whose text follows from its sender and its number.

use opentact::events::Event;
use serde_json::{Value, json};

/// The type to which every user subscribes.
pub(crate) const TYPE: &str = "call_state";

/// The event with that number of that sender.
///
/// Its size has all three forms that a frame can give a length in.
pub(crate) fn event(sender: usize, number: usize) -> Value {
    let filling = match number % 97 {
        0 => 70_000,
        1..8 => 2_000,
        other => other,
    };
    json!({
        "type": TYPE,
        "payload": { "sender": sender, "number": number, "filling": "x".repeat(filling) },
    })
}

/// The sender and the number of an event, if it is whole.
pub(crate) fn sender_and_number(came: &Event) -> Option<(usize, usize)> {
    let read: Value = serde_json::from_str(came.as_str()).ok()?;
    let number = |name| usize::try_from(read["payload"][name].as_u64()?).ok();
    let (sender, number) = (number("sender")?, number("number")?);
    (read == event(sender, number)).then_some((sender, number))
}
