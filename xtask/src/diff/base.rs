//! The ledger of an earlier commit, out of git.

use std::path::Path;

use crate::error::Error;
use crate::ledger::{LEDGER, Ledger};
use crate::program::Program;

/// The ledger of a commit.
#[derive(Debug)]
pub(super) struct Base {
    /// The commit, in short or as it was asked for.
    pub(super) revision: String,
    /// Its ledger.
    pub(super) ledger: Ledger,
}

/// The ledger of the commit that `revision` names.
pub(super) fn named(root: &Path, revision: &str) -> Result<Base, Error> {
    let commit = format!("{revision}^{{commit}}");
    let arguments = [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &commit,
    ];
    let said = git(root, &arguments)?;
    let Some(hash) = said.lines().next() else {
        return Err(Error::Findings(format!(
            "git knows no revision `{revision}`"
        )));
    };
    let ledger = ledger(root, hash)?.ok_or_else(|| {
        Error::Findings(format!(
            "`{revision}` has no ledger of today's form in {LEDGER}; name a later revision"
        ))
    })?;
    let revision = revision.to_owned();
    Ok(Base { revision, ledger })
}

/// The ledger of the commit that set `version`, which the contract has had ever since; of the newest
/// commit where that has another.
pub(super) fn of_version(root: &Path, version: &str) -> Result<Base, Error> {
    let mut found = None;
    let history = ["log", "--first-parent", "--format=%H", "--", LEDGER];
    for commit in git(root, &history)?.lines() {
        let Some(ledger) = ledger(root, commit)? else {
            break;
        };
        let has_version = ledger.version == version;
        if found.is_none() || has_version {
            let revision = commit.get(..7).unwrap_or(commit).to_owned();
            found = Some(Base { revision, ledger });
        }
        if !has_version {
            break;
        }
    }
    found.ok_or_else(|| {
        Error::Findings(format!(
            "no commit has a ledger of today's form in {LEDGER}; commit one, or name a revision by `--base`"
        ))
    })
}

fn ledger(root: &Path, commit: &str) -> Result<Option<Ledger>, Error> {
    // The dot makes git count from `root`, wherever the repository begins.
    let text = git(root, &["show", &format!("{commit}:./{LEDGER}")])?;
    Ok(Ledger::parse(&text))
}

/// What git says; nothing where it knows no answer.
fn git(root: &Path, arguments: &[&str]) -> Result<String, Error> {
    let git = Program::git(root).args(arguments.iter().copied());
    Ok(git.run()?.said)
}
