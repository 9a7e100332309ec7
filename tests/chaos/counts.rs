//! What was done and what came of it, as it is reported.

use std::collections::BTreeMap;
use std::fmt;

/// How many things out of turn are shown.
const SHOWN: usize = 5;

/// The numbers of a run. An event counts once for each stream of its account, but in `sent`.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) drops: BTreeMap<&'static str, u64>,
    pub(crate) connections: usize,
    pub(crate) failed_attempts: u64,
    pub(crate) gaps: usize,
    pub(crate) sent: usize,
    pub(crate) received: u64,
    pub(crate) in_gaps: u64,
    pub(crate) on_their_way: u64,
    pub(crate) duplicates: u64,
    pub(crate) disorder: u64,
    /// Those that neither came nor are explained by what was announced.
    pub(crate) lost: u64,
    /// Those of another account.
    pub(crate) foreign: usize,
    /// Those that went to fewer connections, as the sandbox says, than they should or did.
    pub(crate) miscounted: u64,
    pub(crate) out_of_turn: Vec<String>,
}

impl Counts {
    /// Whether nothing is wrong, and something was done.
    pub(crate) fn is_good(&self) -> bool {
        let wrong = self.duplicates + self.disorder + self.lost + self.miscounted;
        let is_right = wrong == 0 && self.foreign == 0 && self.out_of_turn.is_empty();
        is_right && self.received > 0 && self.gaps > 0
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            drops,
            connections,
            failed_attempts,
            gaps,
            sent,
            received,
            in_gaps,
            on_their_way,
            duplicates,
            disorder,
            lost,
            foreign,
            miscounted,
            out_of_turn,
        } = self;
        let all: u64 = drops.values().sum();
        let each: Vec<_> = drops
            .iter()
            .map(|(name, it)| format!("{it} {name}"))
            .collect();
        writeln!(f, "drops: {all} ({})", each.join(", "))?;
        writeln!(
            f,
            "announced: {connections} connections, {gaps} gaps, {failed_attempts} failed attempts"
        )?;
        writeln!(
            f,
            "events: {sent} sent; for each stream of their accounts: {received} received, {in_gaps} \
             sent in gaps, {on_their_way} on their way at an announced end"
        )?;
        writeln!(
            f,
            "wrong: {duplicates} duplicates, {disorder} out of order, {lost} lost unannounced, \
             {foreign} of others, {miscounted} miscounted by the sandbox, {} out of turn",
            out_of_turn.len()
        )?;
        for it in out_of_turn.iter().take(SHOWN) {
            writeln!(f, "out of turn: {it}")?;
        }
        Ok(())
    }
}
