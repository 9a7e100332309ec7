//! The clock by which everything is judged.

use std::time::Duration;

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    document::Document,
    reply::{Refusal, Reply, ok},
};
use crate::{clock::can_show, owner::Owner};

/// What the clock shows.
#[derive(Debug, Serialize)]
pub(super) struct Shown {
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
pub(super) async fn show(State(owner): State<Owner>) -> Reply<Shown> {
    ok(shown(&owner))
}

/// `PUT /clock`
pub(super) async fn set(
    State(owner): State<Owner>,
    Document(time): Document<Time>,
) -> Reply<Shown> {
    if !can_show(time.now) {
        let range = "has to be from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z";
        return Err(Refusal::field("now", range));
    }
    owner.clock().set(time.now);
    ok(shown(&owner))
}

/// `POST /clock/advance`
pub(super) async fn advance(
    State(owner): State<Owner>,
    Document(step): Document<Step>,
) -> Reply<Shown> {
    owner.clock().advance(Duration::from_secs(step.seconds));
    ok(shown(&owner))
}

fn shown(owner: &Owner) -> Shown {
    Shown {
        now: owner.clock().now(),
        offset_ms: owner.clock().offset_ms(),
    }
}
