//! The bare client from outside: what it sends and reads besides JSON.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod downloads;
mod forms;
mod peer;
mod uploads;
