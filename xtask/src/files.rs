//! Files that a task writes: compared with what is there, and replaced as a whole or not at all.

use std::path::Path;
use std::{fmt, fs, io};

use similar::{ChangeTag, TextDiff};

use crate::error::Error;

/// What a file's new text does to it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Change {
    /// It is the same.
    Unchanged,
    /// So many lines are new and so many gone.
    Lines { added: usize, removed: usize },
}

impl Change {
    /// Compares a file with a text; a file that is not there is empty.
    pub(crate) fn of(root: &Path, file: &str, text: &str) -> Result<Self, Error> {
        let old = match fs::read_to_string(root.join(file)) {
            Ok(old) => old,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => String::new(),
            Err(source) => {
                let file = file.to_owned();
                return Err(Error::Read { file, source });
            }
        };
        if old == text {
            return Ok(Self::Unchanged);
        }
        let difference = TextDiff::from_lines(old.as_str(), text);
        let count = |tag| {
            difference
                .iter_all_changes()
                .filter(|change| change.tag() == tag)
                .count()
        };
        Ok(Self::Lines {
            added: count(ChangeTag::Insert),
            removed: count(ChangeTag::Delete),
        })
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unchanged => f.write_str("unchanged"),
            Self::Lines { added, removed } => write!(f, "+{added}/-{removed} lines"),
        }
    }
}

/// Puts a text in the place of a file, so that a reader sees the old one or the new one.
pub(crate) fn replace(root: &Path, file: &str, text: &str) -> Result<(), Error> {
    let path = root.join(file);
    let temporary = path.with_extension(format!("rs.{}.tmp", std::process::id()));
    let written = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, &path));
    written.map_err(|source| {
        // Nobody misses it, and the first failure is the one to report.
        let _ = fs::remove_file(&temporary);
        let file = file.to_owned();
        Error::Write { file, source }
    })
}
