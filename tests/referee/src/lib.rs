//! Judges answers by the published contract, byte for byte, and knows none of our types.

mod answer;
mod body;
mod contract;
mod judge;
mod routes;
mod schema;
mod secrets;
mod watch;

pub use answer::{Answer, Violation};
pub use judge::Referee;
pub use watch::Watch;
