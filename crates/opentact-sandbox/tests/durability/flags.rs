//! What the test can be told.

use std::{env, path::PathBuf, time::Duration};

/// How often to kill when it is not said.
const KILLS: u32 = 20;

/// What to do, and where chance begins.
pub(crate) struct Flags {
    pub(crate) kills: u32,
    /// For how long to write without a kill, instead of killing.
    pub(crate) soak: Option<Duration>,
    pub(crate) seed: u64,
    /// What to run as the sandbox, instead of what was built for the test.
    pub(crate) command: Option<PathBuf>,
}

impl Flags {
    /// Reads the command line; `None` when it asks for other tests by name, or for a list.
    ///
    /// Options of the usual test programs are no matter.
    pub(crate) fn parse() -> Option<Self> {
        let mut flags = Self {
            kills: KILLS,
            soak: None,
            seed: fastrand::u64(..),
            command: None,
        };
        let mut arguments = env::args().skip(1);
        while let Some(argument) = arguments.next() {
            if argument == "--command" {
                flags.command = Some(arguments.next()?.into());
                continue;
            }
            let mut number = || arguments.next()?.parse::<u64>().ok();
            match argument.as_str() {
                "--kills" => flags.kills = number()?.try_into().ok()?,
                "--soak" => flags.soak = Some(Duration::from_secs(number()?)),
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
