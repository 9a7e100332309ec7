//! The sandbox as its clients see it: over HTTP.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod broken;
mod command;
mod containerfile;
mod control;
mod cors;
mod credentials;
#[cfg(target_os = "linux")]
mod disk;
mod durability;
mod endings;
mod events;
mod flags;
mod gone;
mod google;
mod help;
#[cfg(feature = "inspector")]
mod inspector;
mod isolation;
mod jwt_recipe;
mod jwt_vectors;
mod launched;
mod life;
mod limiter;
mod one_file;
mod owner;
mod race;
mod ready_line;
mod redirect;
mod refusals;
mod restart;
mod routing;
mod several;
mod stop;
mod stubs;
mod subscriptions;
mod texting;
mod tls;
mod tls_command;
mod tls_identity;
mod told_to_stop;
mod unreadable;
mod validation;
mod world;
