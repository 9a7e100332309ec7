//! Where the trial of one generator happens.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::failure::Failure;

/// The folder of the conformance scripts and pins, from the workspace's folder.
pub(super) const SCRIPTS: &str = "tests/generators";
const WORK: &str = "target/generators";
const PUBLISHED: &str = "openapi/published";

/// A published document.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Document {
    /// Every place of every credential that is a header.
    Headers,
    /// Every place, the query too.
    Full,
}

impl Document {
    /// Every document.
    pub(super) const ALL: [Self; 2] = [Self::Headers, Self::Full];

    /// The name in logs and in what is expected.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Headers => "headers",
            Self::Full => "full",
        }
    }

    const fn file(self) -> &'static str {
        match self {
            Self::Headers => "opentact-headers.json",
            Self::Full => "opentact.json",
        }
    }
}

/// The folder in which one generator works.
#[derive(Debug)]
pub(super) struct Place {
    root: PathBuf,
    /// Everything that the trial leaves.
    pub(super) folder: PathBuf,
}

impl Place {
    /// Makes the folder, with a copy of what is committed for the generator.
    pub(super) fn prepare(root: &Path, name: &str) -> Result<Self, Failure> {
        let folder = root.join(WORK).join(name);
        copy(&root.join(SCRIPTS).join(name), &folder)?;
        Ok(Self {
            root: root.to_owned(),
            folder,
        })
    }

    /// A file or folder in the place.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What the generator writes, the same for every language.
    pub(super) fn generated(&self) -> PathBuf {
        self.path("generated")
    }

    /// A folder that several generators share.
    pub(super) fn shared(&self, name: &str) -> PathBuf {
        self.root.join(WORK).join(name)
    }

    /// A committed file of several generators, or of another one.
    pub(super) fn committed(&self, name: &str) -> PathBuf {
        self.root.join(SCRIPTS).join(name)
    }

    /// The document to generate from.
    pub(super) fn document(&self, document: Document) -> PathBuf {
        self.root.join(PUBLISHED).join(document.file())
    }

    /// Removes what was generated before.
    pub(super) fn forget_generated(&self) -> Result<(), Failure> {
        remove(&self.generated())
    }
}

/// Removes a folder that may not be there.
pub(super) fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Failure::file(folder)(error)),
        _ => Ok(()),
    }
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to).map_err(Failure::file(to))?;
    for file in files(from)? {
        let target = to.join(file.strip_prefix(from).unwrap_or(&file));
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        }
        fs::copy(&file, &target).map_err(Failure::file(&file))?;
    }
    Ok(())
}

/// Every file under a folder.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(Failure::file(&folder))? {
            let path = entry.map_err(Failure::file(&folder))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_a_copy_of_what_is_committed_and_forgets_what_was_generated() {
        let root = tempfile::tempdir().unwrap();
        let scripts = root.path().join(SCRIPTS).join("some/src");
        fs::create_dir_all(&scripts).unwrap();
        fs::write(scripts.join("main.rs"), "").unwrap();
        let place = Place::prepare(root.path(), "some").unwrap();
        assert!(place.path("src/main.rs").is_file());
        fs::create_dir_all(place.generated()).unwrap();
        place.forget_generated().unwrap();
        place.forget_generated().unwrap();
        assert_eq!(files(&place.folder).unwrap().len(), 1);
    }
}
