//! Which commit the contract is compared with, in a repository of its own.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{FIXTURE, edited, ledger};
use crate::diff::{diff, summary};
use crate::ledger::LEDGER;
use crate::program::Program;
use crate::regen::CONTRACT;

struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn git(&self, arguments: &[&str]) {
        let who = [
            "-c",
            "user.name=Ann",
            "-c",
            "user.email=ann@example.com",
            "-c",
            "commit.gpgsign=false",
        ];
        let git = Program::git(self.root()).args(who);
        let git = git.args(arguments.iter().copied()).run().unwrap();
        git.succeeding().unwrap();
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Commits a contract with its ledger.
    fn commit(&self, yaml: &str, tag: &str) {
        self.write(CONTRACT, yaml);
        self.write(LEDGER, &ledger(yaml).to_string());
        self.git(&["add", "."]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", tag]);
        self.git(&["tag", tag]);
    }

    /// Whether the comparison is green, and its last line without the name of the commit.
    fn verdict(&self, base: Option<&str>) -> (bool, String) {
        let (green, report) = match diff(self.root(), base) {
            Ok(report) => (true, report),
            Err(error) => (false, error.to_string()),
        };
        let line = report.lines().last().unwrap_or_default();
        let line = line.rsplit_once(" (").map_or(line, |(line, _)| line);
        (green, line.to_owned())
    }
}

fn version(yaml: &str, version: &str) -> String {
    yaml.replacen("version: 1.2.0", &format!("version: {version}"), 1)
}

#[test]
fn the_base_is_the_commit_that_set_the_version() {
    let repository = Repository::new();
    repository.commit(&version(FIXTURE, "1.1.0"), "old");
    repository.commit(FIXTURE, "set");
    let unchanged = (
        true,
        "nothing changed for callers; 1.2.0 -> 1.2.0".to_owned(),
    );
    assert_eq!(repository.verdict(None), unchanged);

    // Committed or not, an edit counts against the commit that set the version.
    let broken = edited(&[("maxLength: 40", "maxLength: 30")]);
    let red = "breaking; 1.2.0 -> 1.2.0 needs 2.0.0 in `info.version`".to_owned();
    repository.write(CONTRACT, &broken);
    assert_eq!(repository.verdict(None), (false, red.clone()));
    repository.commit(&broken, "broken");
    repository.write("other", "");
    repository.commit(&broken, "unrelated");
    assert_eq!(repository.verdict(None), (false, red));

    // Raised and not committed: the newest commit has another version.
    repository.write(
        CONTRACT,
        &version(&edited(&[("maxLength: 40", "maxLength: 20")]), "2.0.0"),
    );
    let raised = (true, "breaking; 1.2.0 -> 2.0.0 will do".to_owned());
    assert_eq!(repository.verdict(None), raised);
    let summary = summary(repository.root()).unwrap();
    assert!(
        summary.starts_with("1 lines of the ledger break callers, 0 add;"),
        "{summary}"
    );

    repository.write(CONTRACT, FIXTURE);
    assert_eq!(repository.verdict(Some("set")), unchanged);
    let lowered = "lowered; 1.2.0 -> 1.1.0 needs 1.2.0 in `info.version`".to_owned();
    repository.write(CONTRACT, &version(FIXTURE, "1.1.0"));
    assert_eq!(repository.verdict(Some("set")), (false, lowered));
}

#[test]
fn what_cannot_be_compared_says_so() {
    let repository = Repository::new();
    repository.write(CONTRACT, FIXTURE);
    let error = |base| diff(repository.root(), base).unwrap_err().to_string();
    assert!(error(None).starts_with("no commit has a ledger of today's form"));
    repository.write(LEDGER, "async fn Client::get_thing(&self)\n");
    repository.git(&["add", "."]);
    repository.git(&["commit", "--quiet", "--message", "old"]);
    assert!(error(None).starts_with("no commit has a ledger of today's form"));
    assert!(error(Some("main")).starts_with("`main` has no ledger of today's form"));
    assert_eq!(error(Some("--all")), "git knows no revision `--all`");
    repository.write(
        CONTRACT,
        &FIXTURE.replacen("type: boolean", "type: flag", 1),
    );
    assert!(error(None).contains("x.yaml") || error(None).contains(CONTRACT));
}
