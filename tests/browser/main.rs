//! The inspector, and the event service's peer, in a real browser, which each test starts for itself.

#![allow(
    clippy::unwrap_used,
    reason = "a test ends where something is not as it should be"
)]

mod accessibility;
mod at_home;
mod browser;
mod buttons;
mod driver;
mod keyboard;
mod live;
mod pictures;
mod place;
mod try_it;
mod web_socket;
mod web_socket_peer;
mod without_script;
