//! `cargo xtask bench`: figures of what this workspace builds, measured beside what others use.

mod events;
mod load;
mod peers;
mod process;
mod report;
mod sandbox;
mod spread;

pub(crate) use events::events;
pub(crate) use sandbox::sandbox;

/// Everything that the task leaves, the reports among it.
const FOLDER: &str = "target/bench";
