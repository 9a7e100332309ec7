//! The sandbox as a whole: its clock, its counters, its certificate, its seed and the way back to it.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    http::{HeaderValue, header::CONTENT_TYPE},
    response::IntoResponse,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    document::{self, Document},
    reply::{Done, Refusal, Reply, ok},
};
use crate::{
    clock::{Clock, can_show},
    owner::Owner,
    record::Stats,
    seed::Seed,
};

/// What the clock shows.
#[derive(Debug, Serialize)]
pub(super) struct ShownClock {
    now: DateTime<Utc>,
    /// How far it is ahead of the system's time.
    offset_ms: i64,
}

/// A step forward.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    seconds: u64,
}

/// A time to show.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Time {
    now: DateTime<Utc>,
}

/// `GET /clock`
pub(super) async fn show_clock(State(owner): State<Owner>) -> Reply<ShownClock> {
    ok(shown_clock(&owner))
}

/// `PUT /clock`
pub(super) async fn set_clock(
    State(owner): State<Owner>,
    Document(time): Document<Time>,
) -> Reply<ShownClock> {
    if !can_show(time.now) {
        let range = "has to be from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z";
        return Err(Refusal::field("now", range));
    }
    let set = |clock: &Clock| clock.set(time.now);
    owner.engine.move_clock(set).await?;
    ok(shown_clock(&owner))
}

/// `POST /clock/advance`
pub(super) async fn advance_clock(
    State(owner): State<Owner>,
    Document(step): Document<Step>,
) -> Reply<ShownClock> {
    let by = Duration::from_secs(step.seconds);
    let advance = |clock: &Clock| clock.advance(by);
    owner.engine.move_clock(advance).await?;
    ok(shown_clock(&owner))
}

fn shown_clock(owner: &Owner) -> ShownClock {
    ShownClock {
        now: owner.clock().now(),
        offset_ms: owner.clock().offset_ms(),
    }
}

/// `GET /stats`
pub(super) async fn show_stats(State(owner): State<Owner>) -> Reply<Stats> {
    ok(owner.stats())
}

/// The longest seed, in bytes.
const LONGEST: usize = 1024 * 1024;

/// `PUT /seed`
pub(super) async fn put_seed(
    State(owner): State<Owner>,
    request: Request,
) -> Result<Done, Refusal> {
    let bytes = document::bytes(request, LONGEST).await?;
    let text = String::from_utf8(bytes).map_err(|_| Refusal::field("seed", "is not UTF-8"))?;
    owner.put_seed(Seed::from_yaml(&text)?).await?;
    Ok(Done)
}

/// `POST /reset`
pub(super) async fn reset(State(owner): State<Owner>) -> Result<Done, Refusal> {
    owner.reset().await?;
    Ok(Done)
}

/// `GET /certificate.pem`
pub(super) async fn show_certificate(
    State(owner): State<Owner>,
) -> Result<impl IntoResponse, Refusal> {
    let none = || Refusal::not_found("There is no certificate, as the API does not speak TLS");
    let pem = owner.engine.certificate.clone().ok_or_else(none)?;
    let kind = HeaderValue::from_static("application/pem-certificate-chain");
    Ok(([(CONTENT_TYPE, kind)], pem))
}
