//! The whole workspace together, in reading order.

mod bad_input;
mod contract;
mod documented_commands;
mod examples;
mod field_clients;
mod free_requests;
mod herd;
mod matrix;
mod quickstart;
mod refused;
mod sessions;
mod tidy;
