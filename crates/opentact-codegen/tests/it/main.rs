//! The generator from outside: contracts in, findings and code out.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod code;
mod contract;
mod dialect;
mod docs;
mod edit;
mod files;
mod findings;
mod messages;
mod names;
mod order;
mod panics;
mod rows;
mod yaml;
