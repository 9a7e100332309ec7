//! Sessions in a real Redis, which each test starts for itself.

#![allow(
    clippy::unwrap_used,
    reason = "a test ends where something is not as it should be"
)]

mod fleet;
mod hostile;
mod promises;
