//! The sandbox as its clients see it: over HTTP.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod command;
mod credentials;
mod isolation;
mod life;
mod owner;
mod refusals;
mod restart;
mod routing;
mod several;
mod validation;
mod world;
