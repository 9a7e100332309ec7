//! The whole workspace together, in reading order.

#![allow(
    clippy::unwrap_used,
    reason = "a test ends where something is not as it should be"
)]

mod answer_size;
mod bad_input;
mod blocking;
#[rustfmt::skip] // It has to stay what the generator gives.
#[path = "generated/calls.rs"]
mod calls;
mod compression;
mod connections;
mod contract;
mod deadlines;
mod documented_commands;
mod embedding;
mod event_drops;
mod event_schemas;
mod event_stream;
mod events;
mod events_in_sandbox;
mod example_tours;
mod examples;
mod faults;
mod field_clients;
mod files;
mod fleet;
mod free_requests;
mod herd;
mod isolation;
mod matrix;
mod model_schemas;
mod options;
mod programs;
mod proxies;
mod quickstart;
mod redirects;
mod reference_calls;
mod refused;
mod retries;
mod retry_rules;
mod runtimes;
mod session_stores;
mod sessions;
mod tidy;
mod tls;
mod traces;
mod unusable_jwts;
mod vectors;
mod watch_events;
