//! The event service as its clients see it, by a WebSocket library that the sandbox does not use.

mod answers;
mod command;
mod control;
mod delivery;
mod delivery_faults;
mod endings;
mod faults;
mod handshake;
mod limits;
mod owner;
pub(crate) mod peer;
mod token_life;
