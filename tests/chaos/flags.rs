//! What the test can be told.

use std::env;
use std::time::Duration;

/// What to do, and where chance begins.
pub(crate) struct Flags {
    pub(crate) time: Duration,
    pub(crate) seed: u64,
    pub(crate) streams: usize,
}

impl Flags {
    /// Reads the command line; `None` when it asks for other tests by name, or for a list.
    ///
    /// Options of the usual test programs are no matter.
    pub(crate) fn parse() -> Option<Self> {
        let mut flags = Self {
            time: Duration::from_secs(5),
            seed: fastrand::u64(..),
            streams: 8,
        };
        let mut arguments = env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut number = || arguments.next()?.parse::<u64>().ok();
            match argument.as_str() {
                "--seconds" => flags.time = Duration::from_secs(number()?),
                "--seed" => flags.seed = number()?,
                "--streams" => flags.streams = number()?.try_into().ok()?,
                "--list" => return None,
                "--test-threads" | "--format" | "--skip" | "--color" => drop(number()),
                option if option.starts_with('-') => {}
                name if !"chaos".contains(name) => return None,
                _ => {}
            }
        }
        Some(flags)
    }
}
