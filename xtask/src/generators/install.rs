//! What is installed once and stays until its pins change.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::failure::Failure;
use super::place::remove;

/// A folder of installed things.
#[derive(Debug)]
pub(super) struct Install {
    /// The folder: it is removed before anything is installed.
    pub(super) folder: PathBuf,
    /// The files that name versions.
    pub(super) pins: Vec<PathBuf>,
    /// How to install.
    pub(super) commands: Vec<Command>,
}

impl Install {
    /// Whether the folder has what the pins say.
    pub(super) fn is_done(&self) -> Result<bool, Failure> {
        let stamp = fs::read_to_string(self.stamp()).unwrap_or_default();
        Ok(stamp == self.pinned()?)
    }

    /// Removes what is there.
    pub(super) fn begin(&self) -> Result<(), Failure> {
        remove(&self.folder)
    }

    /// Notes that the folder has what the pins say.
    pub(super) fn end(&self) -> Result<(), Failure> {
        let stamp = self.stamp();
        fs::write(&stamp, self.pinned()?).map_err(Failure::file(&stamp))
    }

    fn stamp(&self) -> PathBuf {
        self.folder.join(".installed")
    }

    fn pinned(&self) -> Result<String, Failure> {
        self.pins.iter().map(|file| read(file)).collect()
    }
}

fn read(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(Failure::file(file))
}

/// The version of a package in a file of pins: `requirements.txt` or `package.json`.
pub(super) fn version(file: &Path, package: &str) -> Result<String, Failure> {
    let text = read(file)?;
    let found = if file
        .extension()
        .is_some_and(|extension| extension == "json")
    {
        let manifest: serde_json::Value = serde_json::from_str(&text)
            .map_err(|error| Failure::form(file.display().to_string(), error))?;
        ["dependencies", "devDependencies"]
            .iter()
            .find_map(|group| manifest[group][package].as_str().map(str::to_owned))
    } else {
        let pin = |line: &str| Some(line.strip_prefix(package)?.strip_prefix("==")?.to_owned());
        text.lines().find_map(pin)
    };
    found.ok_or_else(|| {
        Failure::form(
            file.display().to_string(),
            format!("{package} has no version"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_installed_stays_until_its_pins_change() {
        let root = tempfile::tempdir().unwrap();
        let pins = root.path().join("requirements.txt");
        fs::write(&pins, "tool==1.0\n").unwrap();
        let install = Install {
            folder: root.path().join("installed"),
            pins: vec![pins.clone()],
            commands: Vec::new(),
        };
        assert!(!install.is_done().unwrap());
        install.begin().unwrap();
        fs::create_dir(&install.folder).unwrap();
        install.end().unwrap();
        assert!(install.is_done().unwrap());
        fs::write(&pins, "tool==1.1\n").unwrap();
        assert!(!install.is_done().unwrap());
    }

    #[test]
    fn a_version_is_read_from_pins_of_both_kinds() {
        let root = tempfile::tempdir().unwrap();
        let (text, json) = (
            root.path().join("requirements.txt"),
            root.path().join("package.json"),
        );
        fs::write(&text, "tool-more==2\ntool==1.0\n").unwrap();
        fs::write(&json, r#"{"devDependencies": {"tool": "3.0"}}"#).unwrap();
        assert_eq!(version(&text, "tool").unwrap(), "1.0");
        assert_eq!(version(&json, "tool").unwrap(), "3.0");
        assert!(version(&json, "other").is_err());
    }
}
