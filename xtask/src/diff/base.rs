//! The contract of an earlier commit, out of git.

use std::path::Path;
use std::process::{Command, Output};

use opentact_codegen::Document;

use super::CONTRACT;
use super::error::Error;

/// The contract of a commit.
#[derive(Clone, Debug)]
pub(super) struct Base {
    /// The commit, in short or as it was asked for.
    pub(super) revision: String,
    /// The contract; its origin is written as git writes it, `REV:file`.
    pub(super) document: Document,
}

/// The contract of the commit that `revision` names.
pub(super) fn named(root: &Path, revision: &str) -> Result<Base, Error> {
    require_repository(root)?;
    let commit = commit(root, revision)?.ok_or_else(|| Error::Revision(revision.to_owned()))?;
    let document = read(root, &commit, revision)?
        .ok_or_else(|| Error::Absent(revision.to_owned()))?
        .map_err(Error::Contract)?;
    let revision = revision.to_owned();
    Ok(Base { revision, document })
}

/// The contract of the commit that set `version`, which the contract has had ever since; of the
/// newest commit where that has another.
pub(super) fn of_version(root: &Path, version: &str) -> Result<Base, Error> {
    require_repository(root)?;
    let mut found = None;
    for commit in history(root)? {
        let short = commit.get(..7).unwrap_or(&commit).to_owned();
        // A deletion is a change of the file too.
        let Some(document) = read(root, &commit, &short)? else {
            continue;
        };
        let is_newest = found.is_none();
        let has_version = document.as_ref().is_ok_and(|it| has_version(it, version));
        if is_newest || has_version {
            found = Some((short, document));
        }
        if !has_version {
            break;
        }
    }
    let (revision, document) = found.ok_or(Error::Uncommitted)?;
    let document = document.map_err(Error::Contract)?;
    Ok(Base { revision, document })
}

fn has_version(document: &Document, version: &str) -> bool {
    let value = document.value().pointer("/info/version");
    value.and_then(serde_json::Value::as_str) == Some(version)
}

/// The commits that changed the contract, the newest first.
fn history(root: &Path) -> Result<Vec<String>, Error> {
    if commit(root, "HEAD")?.is_none() {
        return Ok(Vec::new());
    }
    let output = git(
        root,
        &["log", "--first-parent", "--format=%H", "--", CONTRACT],
    )?;
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.lines().map(str::to_owned).collect())
}

/// The contract of a commit, if it has one.
fn read(
    root: &Path,
    commit: &str,
    name: &str,
) -> Result<Option<Result<Document, opentact_codegen::Error>>, Error> {
    // The dot makes git count from `root`, wherever the repository begins.
    let output = git(root, &["show", &format!("{commit}:./{CONTRACT}")])?;
    if !output.status.success() {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let origin = format!("{name}:{CONTRACT}");
    Ok(Some(Document::parse(&origin, &text)))
}

/// The hash of the commit that `revision` names, if it names one.
fn commit(root: &Path, revision: &str) -> Result<Option<String>, Error> {
    let commit = format!("{revision}^{{commit}}");
    let arguments = [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &commit,
    ];
    let output = git(root, &arguments)?;
    let hash = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Ok(output.status.success().then_some(hash))
}

fn require_repository(root: &Path) -> Result<(), Error> {
    let output = git(root, &["rev-parse", "--git-dir"])?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("").trim();
    Err(Error::Repository(said.to_owned()))
}

fn git(root: &Path, arguments: &[&str]) -> Result<Output, Error> {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(arguments);
    // A hook that runs this has set them, maybe for another repository.
    for variable in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"] {
        command.env_remove(variable);
    }
    command.output().map_err(Error::Start)
}
