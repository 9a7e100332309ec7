//! Files that a task writes: compared with what is there, and replaced all together or not at all.

use std::path::{Path, PathBuf};
use std::{fs, io};

use similar::{ChangeTag, TextDiff};

use crate::error::Error;

/// A file that follows from the contract.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Derived {
    /// Where it is, from the workspace's folder.
    pub(crate) path: String,
    /// What it has to say.
    pub(crate) text: String,
}

impl Derived {
    /// A file and its text.
    pub(crate) fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
        }
    }
}

/// How many lines of a file are new and how many gone with its new text; `None` where it is the
/// same. A file that is not there is empty.
pub(crate) fn difference(root: &Path, derived: &Derived) -> Result<Option<String>, Error> {
    let old = read_if_any(root, &derived.path)?.unwrap_or_default();
    if old == derived.text {
        return Ok(None);
    }
    let difference = TextDiff::from_lines(old.as_str(), derived.text.as_str());
    let count = |tag| {
        let changes = difference.iter_all_changes();
        changes.filter(|change| change.tag() == tag).count()
    };
    let (added, removed) = (count(ChangeTag::Insert), count(ChangeTag::Delete));
    Ok(Some(format!("+{added}/-{removed} lines")))
}

/// The text of a file, which has to be there.
pub(crate) fn read(root: &Path, file: &str) -> Result<String, Error> {
    fs::read_to_string(root.join(file)).map_err(Error::unread(file))
}

/// The text of a file, if it is there.
pub(crate) fn read_if_any(root: &Path, file: &str) -> Result<Option<String>, Error> {
    match fs::read_to_string(root.join(file)) {
        Ok(text) => Ok(Some(text)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::unread(file)(source)),
    }
}

/// The names of what is in a folder, in their order; none where there is no folder.
pub(crate) fn names_in(root: &Path, folder: &str) -> Result<Vec<String>, Error> {
    let failed = |source| Error::unread(folder)(source);
    let entries = match fs::read_dir(root.join(folder)) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(failed)?,
    };
    let mut names = Vec::new();
    for entry in entries {
        names.push(
            entry
                .map_err(failed)?
                .file_name()
                .to_string_lossy()
                .into_owned(),
        );
    }
    names.sort();
    Ok(names)
}

/// Makes a folder, or empties it.
pub(crate) fn emptied(folder: &Path) -> Result<(), Error> {
    let emptied = match folder.exists() {
        true => fs::remove_dir_all(folder),
        false => Ok(()),
    };
    let made = emptied.and_then(|()| fs::create_dir_all(folder));
    made.map_err(Error::unwritten(folder))
}

/// Puts each text in the place of its file: all of them, or, when one cannot be written, none.
///
/// A reader of one file sees the old text or the new one, never a part.
pub(crate) fn replace_all(root: &Path, files: &[&Derived]) -> Result<(), Error> {
    let mut replacements = Replacements::default();
    for file in files {
        replacements.prepare(root, file)?;
    }
    replacements.carry_out()
}

/// Files on their way; what is not carried out is taken back.
#[derive(Default)]
struct Replacements {
    prepared: Vec<Replacement>,
    /// How many stand in their places.
    placed: usize,
}

struct Replacement {
    file: String,
    place: PathBuf,
    temporary: PathBuf,
    /// What stood there before.
    old: Option<Vec<u8>>,
}

impl Replacements {
    fn prepare(&mut self, root: &Path, derived: &Derived) -> Result<(), Error> {
        let failed = |source| Error::unwritten(&derived.path)(source);
        let place = root.join(&derived.path);
        let mut name = place.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.tmp", std::process::id()));
        let temporary = place.with_file_name(name);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let old = match fs::read(&place) {
            Ok(old) => Some(old),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
            Err(source) => return Err(failed(source)),
        };
        // It is on the list before it is written, so that a part of it is cleared away as well.
        self.prepared.push(Replacement {
            file: derived.path.clone(),
            place,
            temporary: temporary.clone(),
            old,
        });
        fs::write(&temporary, &derived.text).map_err(failed)
    }

    fn carry_out(mut self) -> Result<(), Error> {
        for replacement in &self.prepared {
            fs::rename(&replacement.temporary, &replacement.place)
                .map_err(Error::unwritten(&replacement.file))?;
            self.placed += 1;
        }
        self.prepared.clear();
        Ok(())
    }
}

impl Drop for Replacements {
    fn drop(&mut self) {
        for (index, replacement) in self.prepared.iter().enumerate() {
            // The first failure is the one to report, and it is on its way already.
            let _ = if index >= self.placed {
                fs::remove_file(&replacement.temporary)
            } else if let Some(old) = &replacement.old {
                fs::write(&replacement.place, old)
            } else {
                fs::remove_file(&replacement.place)
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_leaves_every_file_as_it_was() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("old"), "before").unwrap();
        let mut renamed = Replacements::default();
        for (path, text) in [("old", "after"), ("new", "after"), ("third", "after")] {
            let derived = Derived::new(path, text);
            renamed.prepare(root.path(), &derived).unwrap();
        }
        // What is prepared as a file becomes a folder: two are renamed by then.
        fs::create_dir(root.path().join("third")).unwrap();
        let error = renamed.carry_out().unwrap_err();
        assert_eq!(error.to_string(), "third cannot be written");
        assert_eq!(read(root.path(), "old").unwrap(), "before");
        assert_eq!(read_if_any(root.path(), "new").unwrap(), None);
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 2);
    }

    #[test]
    fn what_cannot_be_prepared_stops_before_the_first_rename() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("a"), "before").unwrap();
        fs::create_dir(root.path().join("b")).unwrap();
        let files = [Derived::new("a", "after"), Derived::new("b", "after")];
        replace_all(root.path(), &files.each_ref()).unwrap_err();
        assert_eq!(read(root.path(), "a").unwrap(), "before");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 2);
    }
}
