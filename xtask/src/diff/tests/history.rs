//! Which commit the contract is compared with.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::edit::{FIXTURE, edited};
use crate::diff::{CONTRACT, diff, summary};

/// A repository of its own.
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
        let mut command = Command::new("git");
        let who = [
            "-c",
            "user.name=Ann",
            "-c",
            "user.email=ann@example.com",
            "-c",
            "commit.gpgsign=false",
        ];
        command.arg("-C").arg(self.root()).args(who).args(arguments);
        for variable in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"] {
            command.env_remove(variable);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    fn write(&self, text: &str) {
        let path = self.root().join(CONTRACT);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn commit(&self, text: &str, tag: &str) {
        self.write(text);
        self.git(&["add", "."]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", tag]);
        self.git(&["tag", tag]);
    }

    /// The last line of the report, without the name of the commit; red or not.
    fn verdict(&self, base: Option<&str>) -> (bool, String) {
        let (green, report) = match diff(self.root(), base) {
            Ok(report) => (true, report),
            Err(error) => (false, error.to_string()),
        };
        let line = report.lines().last().unwrap_or_default();
        let line = line.rsplit_once(" (").map_or(line, |(line, _)| line);
        (green, line.to_owned())
    }

    fn error(&self, base: Option<&str>) -> String {
        diff(self.root(), base).unwrap_err().to_string()
    }
}

fn version(text: &str, version: &str) -> String {
    text.replacen("version: 0.1.0", &format!("version: {version}"), 1)
}

fn broken() -> String {
    edited(&[("maxLength: 255", "maxLength: 100")])
}

fn green(line: &str) -> (bool, String) {
    (true, line.to_owned())
}

fn red(line: &str) -> (bool, String) {
    (false, line.to_owned())
}

#[test]
fn the_base_is_the_commit_that_set_the_version() {
    let repository = Repository::new();
    repository.commit(&version(FIXTURE, "0.0.9"), "old");
    repository.commit(FIXTURE, "set");
    assert_eq!(
        repository.verdict(None),
        green("nothing changed since 0.1.0")
    );

    // Committed or not, an edit counts against the commit that set the version.
    repository.write(&broken());
    assert_eq!(
        repository.verdict(None),
        red("breaking; 0.1.0 -> needs 0.2.0")
    );
    repository.commit(&broken(), "broken");
    fs::write(repository.root().join("other"), "").unwrap();
    repository.commit(&broken(), "unrelated");
    assert_eq!(
        repository.verdict(None),
        red("breaking; 0.1.0 -> needs 0.2.0")
    );

    // Raised and not committed: the newest commit has another version.
    repository.write(&version(
        &edited(&[("maxLength: 255", "maxLength: 50")]),
        "0.2.0",
    ));
    assert_eq!(
        repository.verdict(None),
        green("breaking; 0.1.0 -> 0.2.0 will do")
    );
    repository.write(&version(
        &edited(&[("maxLength: 255", "maxLength: 50")]),
        "0.1.1",
    ));
    assert_eq!(
        repository.verdict(None),
        red("breaking; 0.1.0 -> needs 0.2.0")
    );
    repository.write(&version(&broken(), "0.0.8"));
    assert_eq!(
        repository.verdict(None),
        red("lowered; 0.1.0 -> 0.0.8, needs 0.1.0")
    );
}

#[test]
fn the_base_can_be_named() {
    let repository = Repository::new();
    repository.commit(FIXTURE, "one");
    repository.commit(&broken(), "two");
    repository.write(&edited(&[
        ("maxLength: 255", "maxLength: 100"),
        ("[Big, Small]", "[Big, Middle, Small]"),
    ]));
    assert_eq!(
        repository.verdict(Some("one")),
        red("breaking; 0.1.0 -> needs 0.2.0")
    );
    assert_eq!(
        repository.verdict(Some("HEAD~1")),
        red("breaking; 0.1.0 -> needs 0.2.0")
    );
    assert_eq!(
        repository.verdict(Some("two")),
        green("additions; 0.1.0 -> asks for 0.1.1")
    );
}

#[test]
fn a_base_outside_the_dialect_is_compared_all_the_same() {
    let repository = Repository::new();
    repository.commit(&FIXTURE.replacen("\"404\":", "default:", 1), "loose");
    repository.write(FIXTURE);
    assert_eq!(
        repository.verdict(None),
        green("additions; 0.1.0 -> asks for 0.1.1")
    );
}

#[test]
fn what_is_missing_is_named_with_what_to_do() {
    let repository = Repository::new();
    repository.write(FIXTURE);
    let uncommitted = "no commit has openapi/opentact.yaml yet; commit it, then there is something to \
                       compare with";
    assert_eq!(repository.error(None), uncommitted);
    repository.git(&["commit", "--quiet", "--allow-empty", "--message", "empty"]);
    repository.git(&["tag", "empty"]);
    assert_eq!(repository.error(None), uncommitted);
    repository.commit(FIXTURE, "one");
    for unknown in ["nowhere", "--help", "one:openapi"] {
        let error = repository.error(Some(unknown));
        assert!(
            error.starts_with(&format!("`{unknown}` names no commit here; ")),
            "{error}"
        );
    }
    let error = repository.error(Some("empty"));
    assert!(
        error.starts_with("commit empty has no openapi/opentact.yaml; "),
        "{error}"
    );

    let nowhere = tempfile::tempdir().unwrap();
    fs::create_dir(nowhere.path().join("openapi")).unwrap();
    fs::write(nowhere.path().join(CONTRACT), FIXTURE).unwrap();
    let error = diff(nowhere.path(), None).unwrap_err().to_string();
    assert!(
        error.starts_with("there is no git repository here ("),
        "{error}"
    );

    repository.write(&version(FIXTURE, "one"));
    assert_eq!(
        repository.error(None),
        "openapi/opentact.yaml:4:3: `info.version` is no semantic version; write one, as in 0.1.0"
    );
}

#[test]
fn a_workspace_inside_a_repository_finds_its_own_file() {
    let repository = Repository::new();
    let inner = repository.root().join("inner");
    fs::create_dir_all(inner.join("openapi")).unwrap();
    fs::write(inner.join(CONTRACT), FIXTURE).unwrap();
    repository.git(&["add", "."]);
    repository.git(&["commit", "--quiet", "--message", "inner"]);
    let report = diff(&inner, None).unwrap();
    assert!(
        report.starts_with("nothing changed since 0.1.0 ("),
        "{report}"
    );
}

#[test]
fn the_summary_counts_operations_and_schemes() {
    let repository = Repository::new();
    repository.commit(FIXTURE, "one");
    repository.write(&edited(&[
        ("operationId: getThing", "operationId: showThing"),
        ("scheme: basic", "scheme: digest"),
        (
            "  schemas:\n",
            "    other: {type: http, scheme: other}\n  schemas:\n",
        ),
    ]));
    let text = summary(repository.root()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..2],
        [
            "operations: 3 changed (createThing, listThings, showThing)",
            "schemes: 1 added (other), 1 changed (basic)",
        ]
    );
    assert!(
        lines[2].starts_with("breaking; 0.1.0 -> needs 0.2.0 ("),
        "{text}"
    );
}
