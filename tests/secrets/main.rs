//! Planted secrets through every path of the SDK, looked for in everything that can be read afterwards.

#![allow(
    clippy::print_stdout,
    reason = "a test says what it found, and a second process answers the first"
)]
#![allow(
    clippy::unwrap_used,
    reason = "a test ends where something is not as it should be"
)]

#[rustfmt::skip] // It has to stay what the generator gives.
#[path = "../it/generated/calls.rs"]
mod calls;
mod forms;
mod recorder;
mod scene;
mod scripted_peer;
mod sieve;
mod watch;

mod answers;
mod arguments;
mod connections;
mod event_stream;
mod finds;
mod free_requests;
mod http2;
mod memory;
mod panics;
mod public_types;
mod samples;
mod sessions;
