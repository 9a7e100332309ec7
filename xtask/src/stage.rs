//! A copy of the workspace, to be edited and built without a change of the real one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::files::{emptied, read};
use crate::program::{Outcome, Program};

/// A copy of the workspace with a history of one commit.
pub(crate) struct Stage {
    root: PathBuf,
    /// Where it is.
    pub(crate) folder: PathBuf,
}

impl Stage {
    /// Copies what git has or would take into `target/NAME/copy`, which is built in the same `target`.
    pub(crate) fn set(root: &Path, name: &str) -> Result<Self, Error> {
        let place = root.join("target").join(name);
        let folder = place.join("copy");
        emptied(&folder)?;
        let (list, archive) = (place.join("files"), place.join("files.tar"));
        let files = [
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ];
        let files = Program::git(root).args(files).run()?.succeeding()?;
        let there = files
            .split('\0')
            .filter(|file| !file.is_empty() && root.join(file).symlink_metadata().is_ok());
        fs::write(&list, there.collect::<Vec<_>>().join("\0")).map_err(write)?;
        let pack = Program::new("tar", root)
            .args(["--null", "-cf"])
            .paths([&archive])
            .args(["-T"]);
        pack.paths([&list]).run()?.succeeding()?;
        let unpack = Program::new("tar", &folder).args(["-xf"]).paths([&archive]);
        unpack.run()?.succeeding()?;
        let stage = Self {
            root: root.to_owned(),
            folder,
        };
        // A version of its own, for what Cargo builds of both would be the same files in `target`.
        let manifest = stage.read("Cargo.toml")?;
        let line = manifest.lines().find(|line| line.starts_with("version = "));
        let line = line.unwrap_or_default().to_owned();
        let marked = format!("{}+copy\"", line.trim_end_matches('"'));
        stage.edit("Cargo.toml", &format!("{line}\n"), &format!("{marked}\n"))?;
        let who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.com"];
        let commit = [&who[..], &["commit", "--quiet", "-m", "as it was"]].concat();
        for arguments in [&["init", "--quiet"][..], &["add", "--all"], &commit] {
            let git = Program::git(&stage.folder);
            git.args(arguments.iter().copied()).run()?.succeeding()?;
        }
        let config = stage.read(".cargo/config.toml")?;
        let target = root.join("target").to_string_lossy().replace('\\', "/");
        stage.write(
            ".cargo/config.toml",
            &format!("{config}\n[build]\ntarget-dir = \"{target}\"\n"),
        )?;
        Ok(stage)
    }

    /// Replaces a text of a file, which has to be there once.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) -> Result<(), Error> {
        let text = self.read(file)?;
        if text.matches(from).count() != 1 {
            return Err(Error::failed(
                format!("an edit of {file}"),
                format!("{from:?} is not in it exactly once"),
            ));
        }
        self.write(file, &text.replacen(from, to, 1))
    }

    pub(crate) fn write(&self, file: &str, text: &str) -> Result<(), Error> {
        fs::write(self.folder.join(file), text).map_err(write)
    }

    pub(crate) fn read(&self, file: &str) -> Result<String, Error> {
        read(&self.folder, file)
    }

    /// Puts a file of the workspace in a place of the copy.
    pub(crate) fn copy(&self, from: &str, to: &str) -> Result<(), Error> {
        let to = self.folder.join(to);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(write)?;
        }
        fs::copy(self.root.join(from), to).map_err(write).map(drop)
    }

    /// Runs Cargo in the copy, with these words.
    pub(crate) fn cargo(&self, words: &str) -> Result<Outcome, Error> {
        let cargo = Program::new(env!("CARGO"), &self.folder);
        cargo.args(words.split(' ')).run()
    }
}

fn write(source: std::io::Error) -> Error {
    Error::unwritten("the copy of the workspace under target")(source)
}
