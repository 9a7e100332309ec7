//! What was done and checked, as it is reported.

use std::fmt;

/// The numbers of a run.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) kills_under_load: u32,
    pub(crate) kills_at_start: u32,
    pub(crate) kills_while_made: u32,
    pub(crate) creates: u64,
    pub(crate) updates: u64,
    pub(crate) deletes: u64,
    pub(crate) unanswered: u64,
    pub(crate) unanswered_but_done: u64,
    pub(crate) live_checked: u64,
    pub(crate) dead_checked: u64,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            kills_under_load,
            kills_at_start,
            kills_while_made,
            creates,
            updates,
            deletes,
            unanswered,
            unanswered_but_done,
            live_checked,
            dead_checked,
        } = self;
        writeln!(
            f,
            "kills: {} ({kills_under_load} under load, {kills_at_start} at the start, \
             {kills_while_made} while the file was made)",
            kills_under_load + kills_at_start + kills_while_made
        )?;
        writeln!(
            f,
            "acknowledged: {creates} creates, {updates} updates, {deletes} deletes"
        )?;
        writeln!(
            f,
            "cut off: {unanswered} writes, {unanswered_but_done} of them done"
        )?;
        writeln!(
            f,
            "checked: {live_checked} live tokens, lost 0; {dead_checked} deleted tokens, returned 0"
        )
    }
}
