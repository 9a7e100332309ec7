//! The form of 2024 in which the sandbox writes events of its own.

use opentact_client::{
    Timestamp,
    types::{Account, User},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{clock::time_from_ms, operations::authentication, store::users::StoredUser};

/// What an event may be about.
const ENTITIES: [&str; 17] = [
    "batch",
    "tn_order",
    "transaction",
    "tn_lease",
    "sms_brand",
    "tn",
    "call_asr",
    "tn_order_tn",
    "call_flow",
    "sms_campaign",
    "call",
    "sip_user",
    "call_record",
    "sip_domain",
    "ticket",
    "sms",
    "user",
];

/// An event of an account that is about none of the entities.
pub(crate) fn event(
    event_type: &str,
    message: &str,
    account: Option<&Account>,
    payload: &Value,
    now_ms: i64,
) -> Value {
    let now: Timestamp = time_from_ms(now_ms).into();
    let mut event = json!({
        "uuid": Uuid::new_v4(),
        "created_on": now,
        "modified_on": now,
        "type": event_type,
        "message": message,
        "account": account,
        "payload": payload,
        "delivery_report": [],
    });
    for entity in ENTITIES {
        event[entity] = Value::Null;
    }
    event
}

/// A user and its account, which stand side by side in an event, not one in the other.
pub(super) fn user_and_account(user: &StoredUser, online: bool) -> (User, Option<Account>) {
    let mut user = authentication::user(user.clone(), None, online);
    let account = user.account.take().map(|it| *it);
    (user, account)
}

/// The account as events show it.
pub(crate) fn without_balance(mut account: Account) -> Account {
    account.balance = None;
    account
}
