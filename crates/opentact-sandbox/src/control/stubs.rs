//! Stubs: what requests are answered with, whatever the contract says.

use axum::extract::State;
use serde::Serialize;

use super::{
    document::{Document, Named},
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::{
    owner::Owner,
    stubs::{ReceivedRequest, Stub, StubRecord},
};

/// A stub with the requests that it has answered.
#[derive(Serialize)]
pub(super) struct StubWithRequests {
    #[serde(flatten)]
    record: StubRecord,
    received: Vec<ReceivedRequest>,
}

/// `GET /stubs`
pub(super) async fn list(State(owner): State<Owner>) -> Reply<Vec<StubRecord>> {
    ok(owner.stubs().list())
}

/// `POST /stubs`
pub(super) async fn add(
    State(owner): State<Owner>,
    Document(stub): Document<Stub>,
) -> Reply<StubRecord> {
    created(owner.stubs().add(stub)?)
}

/// `DELETE /stubs`
pub(super) async fn clear(State(owner): State<Owner>) -> Done {
    owner.stubs().clear();
    Done
}

/// `GET /stubs/{stub}`
pub(super) async fn show(
    State(owner): State<Owner>,
    Named(stub): Named<u64>,
) -> Reply<StubWithRequests> {
    let record = owner.stubs().get(stub).ok_or_else(unknown)?;
    let received = owner.stubs().received(stub);
    ok(StubWithRequests { record, received })
}

/// `DELETE /stubs/{stub}`
pub(super) async fn remove(
    State(owner): State<Owner>,
    Named(stub): Named<u64>,
) -> Result<Done, Refusal> {
    let was_there = owner.stubs().remove(stub);
    was_there.then_some(Done).ok_or_else(unknown)
}

fn unknown() -> Refusal {
    Refusal::not_found("There is no such stub")
}
