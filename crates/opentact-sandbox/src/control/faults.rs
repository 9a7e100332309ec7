//! Faults: what goes wrong on command.

use axum::extract::State;

use super::{
    document::Document,
    document::Named,
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::{
    faults::{FaultDocument, FaultRecord},
    owner::Owner,
};

/// `GET /faults`
pub(super) async fn list(State(owner): State<Owner>) -> Reply<Vec<FaultRecord>> {
    ok(owner.faults().list())
}

/// `POST /faults`
pub(super) async fn add(
    State(owner): State<Owner>,
    Document(fault): Document<FaultDocument>,
) -> Reply<FaultRecord> {
    created(owner.faults().add(fault.try_into()?)?)
}

/// `DELETE /faults`
pub(super) async fn clear(State(owner): State<Owner>) -> Done {
    owner.faults().clear();
    Done
}

/// `GET /faults/{fault}`
pub(super) async fn show(
    State(owner): State<Owner>,
    Named(fault): Named<u64>,
) -> Reply<FaultRecord> {
    ok(owner.faults().get(fault).ok_or_else(unknown)?)
}

/// `DELETE /faults/{fault}`
pub(super) async fn remove(
    State(owner): State<Owner>,
    Named(fault): Named<u64>,
) -> Result<Done, Refusal> {
    owner
        .faults()
        .remove(fault)
        .then_some(Done)
        .ok_or_else(unknown)
}

fn unknown() -> Refusal {
    Refusal::not_found("There is no such fault")
}
