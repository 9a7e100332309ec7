//! The whole workspace together, in reading order.

#![allow(
    clippy::unwrap_used,
    reason = "a test ends where something is not as it should be"
)]

mod bad_input;
mod contract;
mod documented_commands;
mod examples;
mod field_clients;
mod free_requests;
mod herd;
mod matrix;
mod published;
mod quickstart;
mod refused;
mod sessions;
mod tidy;
mod vectors;
