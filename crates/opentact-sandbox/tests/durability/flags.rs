//! What the test can be told.

use std::env;

/// How often to kill when it is not said.
const KILLS: u32 = 20;

/// How often to kill, and where chance begins.
pub(crate) struct Flags {
    pub(crate) kills: u32,
    pub(crate) seed: u64,
}

impl Flags {
    /// Reads the command line; `None` when it asks for other tests by name, or for a list.
    ///
    /// Options of the usual test programs are no matter.
    pub(crate) fn parse() -> Option<Self> {
        let mut flags = Self {
            kills: KILLS,
            seed: fastrand::u64(..),
        };
        let mut arguments = env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let mut number = || arguments.next()?.parse::<u64>().ok();
            match argument.as_str() {
                "--kills" => flags.kills = number()?.try_into().ok()?,
                "--seed" => flags.seed = number()?,
                "--list" => return None,
                "--test-threads" | "--format" | "--skip" | "--color" => drop(number()),
                option if option.starts_with('-') => {}
                name if !"durability".contains(name) => return None,
                _ => {}
            }
        }
        Some(flags)
    }
}
