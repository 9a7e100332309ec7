//! Faults: what goes wrong on command.

use std::sync::Arc;

use axum::extract::State;

use super::{
    document::Document,
    named::Named,
    reply::{Done, Refusal, Reply, created, ok},
};
use crate::{
    engine::Engine,
    faults::{FaultDocument, FaultRecord},
};

/// `GET /faults`
pub(super) async fn list(State(engine): State<Arc<Engine>>) -> Reply<Vec<FaultRecord>> {
    ok(engine.faults.list())
}

/// `POST /faults`
pub(super) async fn add(
    State(engine): State<Arc<Engine>>,
    Document(fault): Document<FaultDocument>,
) -> Reply<FaultRecord> {
    created(engine.faults.add(fault.try_into()?)?)
}

/// `DELETE /faults`
pub(super) async fn clear(State(engine): State<Arc<Engine>>) -> Done {
    engine.faults.clear();
    Done
}

/// `GET /faults/{fault}`
pub(super) async fn show(
    State(engine): State<Arc<Engine>>,
    Named(fault): Named<u64>,
) -> Reply<FaultRecord> {
    ok(engine.faults.get(fault).ok_or_else(unknown)?)
}

/// `DELETE /faults/{fault}`
pub(super) async fn remove(
    State(engine): State<Arc<Engine>>,
    Named(fault): Named<u64>,
) -> Result<Done, Refusal> {
    engine
        .faults
        .remove(fault)
        .then_some(Done)
        .ok_or_else(unknown)
}

fn unknown() -> Refusal {
    Refusal::not_found("There is no such fault")
}
