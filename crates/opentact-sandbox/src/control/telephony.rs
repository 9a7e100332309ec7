//! Messages from outside, and what applications were told.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{
    document::{Document, Named},
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::owner::{Owner, telephony::WebhookRecord};

/// A message from outside.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Incoming {
    from: String,
    to: String,
    message: String,
}

/// What was received.
#[derive(Serialize)]
pub(super) struct Received {
    uuid: Uuid,
}

/// `GET /messages`
pub(super) async fn messages(State(owner): State<Owner>) -> Reply<Vec<Value>> {
    ok(owner.messages().await?)
}

/// `POST /messages`
pub(super) async fn receive(
    State(owner): State<Owner>,
    Document(Incoming { from, to, message }): Document<Incoming>,
) -> Reply<Received> {
    let uuid = owner.receive_sms(&from, &to, &message).await?;
    created(Received { uuid })
}

/// `GET /webhooks`
pub(super) async fn webhooks(State(owner): State<Owner>) -> Reply<Vec<WebhookRecord>> {
    ok(owner.webhooks().await?)
}

/// `POST /webhooks/{webhook}/resend`
pub(super) async fn resend(
    State(owner): State<Owner>,
    Named(webhook): Named<i64>,
) -> Result<Done, Refusal> {
    owner.resend_webhook(webhook).await?;
    Ok(Done)
}
