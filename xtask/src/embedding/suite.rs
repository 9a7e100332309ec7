//! A language's tests with the sandbox: what they are made of, and how they are run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::FOLDER;
use super::page::Page;
use crate::error::Error;
use crate::files::{read, read_if_any};
use crate::program::Program;

/// Debian's package `junit5` brings it; what its version is, Debian's release says.
const JUNIT: &str = "/usr/share/java/junit-platform-console-standalone.jar";

/// The tests of one language.
#[derive(Debug)]
pub(super) struct Suite {
    /// Its name, and the folder under `tests/embedding`.
    pub(super) name: &'static str,
    /// The files that the page has: the fixture and the tests.
    pages: &'static [&'static str],
    /// The files that are committed: pins, and the test whose process is killed.
    committed: &'static [&'static str],
    /// Installs what is pinned; run once for the same pins.
    install: &'static [&'static [&'static str]],
    /// Checks or compiles the code; run each time.
    build: &'static [&'static [&'static str]],
    /// Runs the tests of the page.
    tests: &'static [&'static str],
    /// Runs the test whose process is killed.
    killed: &'static [&'static str],
}

/// Every suite; programs are looked for in the suite's folder first.
pub(super) const SUITES: [Suite; 3] = [
    Suite {
        name: "pytest",
        pages: &["conftest.py", "test_tokens.py"],
        committed: &["requirements.txt", "test_killed.py"],
        install: &[
            &["python3", "-m", "venv", "--clear", "environment"],
            &[
                "environment/bin/python",
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-deps",
                "--disable-pip-version-check",
                "--requirement",
                "requirements.txt",
            ],
        ],
        build: &[],
        tests: &["environment/bin/python", "-m", "pytest", "test_tokens.py"],
        killed: &["environment/bin/python", "-m", "pytest", "test_killed.py"],
    },
    Suite {
        name: "vitest",
        pages: &["sandbox.ts", "tokens.test.ts"],
        committed: &[
            "package.json",
            "package-lock.json",
            "tsconfig.json",
            "killed.test.ts",
        ],
        install: &[&["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]],
        build: &[&["node_modules/.bin/tsc"]],
        tests: &["node_modules/.bin/vitest", "run", "tokens.test.ts"],
        killed: &["node_modules/.bin/vitest", "run", "killed.test.ts"],
    },
    Suite {
        name: "junit",
        pages: &["Sandbox.java", "TokensTest.java"],
        committed: &["KilledTest.java"],
        install: &[],
        build: &[&[
            "javac",
            "--release",
            "11",
            "-d",
            "classes",
            "-classpath",
            JUNIT,
            "Sandbox.java",
            "TokensTest.java",
            "KilledTest.java",
        ]],
        tests: &[
            "java",
            "-jar",
            JUNIT,
            "--disable-banner",
            "--classpath=classes",
            "--select-class=TokensTest",
        ],
        killed: &[
            "java",
            "-jar",
            JUNIT,
            "--disable-banner",
            "--classpath=classes",
            "--select-class=KilledTest",
        ],
    },
];

impl Suite {
    /// Writes the suite into a folder of its own and installs what it needs.
    pub(super) fn prepare(
        &self,
        root: &Path,
        page: &Page,
        progress: &dyn Fn(&str),
    ) -> Result<PathBuf, Error> {
        let place = format!("{FOLDER}/{}", self.name);
        let folder = root.join(&place);
        fs::create_dir_all(&folder).map_err(write(&place))?;
        let mut pins = String::new();
        for name in self.committed {
            let text = read(root, &format!("tests/embedding/{}/{name}", self.name))?;
            fs::write(folder.join(name), &text).map_err(write(name))?;
            pins.push_str(&text);
        }
        for name in self.pages {
            fs::write(folder.join(name), page.file(name)?).map_err(write(name))?;
        }
        let stamp = format!("{place}/.installed");
        if read_if_any(root, &stamp)?.as_ref() != Some(&pins) {
            progress(&format!("{} is being installed", self.name));
            run(self.install, &folder)?;
            fs::write(root.join(&stamp), &pins).map_err(write(&stamp))?;
        }
        run(self.build, &folder)?;
        Ok(folder)
    }

    /// What runs the tests of the page, or the test whose process is killed.
    pub(super) fn command(&self, folder: &Path, killed: bool) -> Command {
        let (program, arguments) = split(if killed { self.killed } else { self.tests });
        let mut command = Command::new(found(program, folder));
        command.args(arguments).current_dir(folder);
        command
    }
}

fn run(commands: &[&[&str]], folder: &Path) -> Result<(), Error> {
    for command in commands {
        let (program, arguments) = split(command);
        Program::new(&found(program, folder).to_string_lossy(), folder)
            .args(arguments.iter().copied())
            .run()?
            .succeeding_at(program)?;
    }
    Ok(())
}

fn split<'c>(command: &'c [&'c str]) -> (&'c str, &'c [&'c str]) {
    command
        .split_first()
        .map_or(("", &[]), |(first, rest)| (*first, rest))
}

/// A program with a folder in its name is in the suite's, any other on the `PATH`.
fn found(program: &str, folder: &Path) -> PathBuf {
    match program.contains('/') {
        true => folder.join(program),
        false => program.into(),
    }
}

fn write(file: &str) -> impl FnOnce(std::io::Error) -> Error {
    let file = file.to_owned();
    |source| Error::Write { file, source }
}
