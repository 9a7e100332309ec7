//! A folder that nobody but its owner may use, and the files in it.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use opentact::session_store::StoreError;
use tracing::warn;
use zeroize::Zeroizing;

/// How much of a file is read, in bytes; a session is far smaller.
const LIMIT: u64 = 64 * 1024;
/// What the folder is called; on Unix the number of its owner follows.
const NAME: &str = "opentact-sessions";

/// A folder that nobody but its owner may use.
///
/// It is within one that may be anybody's, and that the system may open to others at any time.
#[derive(Debug)]
pub(crate) struct PrivateFolder {
    path: PathBuf,
    #[cfg(unix)]
    owner: u32,
}

impl PrivateFolder {
    /// The own folder within that one; both are made if they are not there.
    pub(crate) fn within(folder: &Path) -> Result<Self, StoreError> {
        let failed = |cause| failed(&named(folder), "cannot be made or written to", cause);
        make(folder).map_err(failed)?;
        #[cfg(unix)]
        let found = {
            let owner = owner_of_what_is_made_in(folder).map_err(failed)?;
            let path = folder.join(format!("{NAME}-{owner}"));
            Self { path, owner }
        };
        #[cfg(not(unix))]
        let found = Self {
            path: folder.join(NAME),
        };
        make(&found.path).map_err(failed)?;
        found.check()?;
        Ok(found)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What a file holds, up to a limit; `None` when it is not there, or others could write or read
    /// it.
    pub(crate) fn read(&self, path: &Path) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let Some((file, found)) = self.open(path, OpenOptions::new().read(true))? else {
            return Ok(None);
        };
        if is_open_to_others(&found) {
            let place = self.path.display();
            warn!(%place, "a stored session is not used, because its file was open to others");
            return Ok(None);
        }
        let mut bytes = Zeroizing::new(Vec::new());
        file.take(LIMIT)
            .read_to_end(&mut bytes)
            .map_err(|cause| failed(&unnamed(path), "cannot be read", cause))?;
        Ok(Some(bytes))
    }

    /// Replaces a file, or makes it: whoever reads finds the old bytes or the new ones, also after a
    /// crash.
    pub(crate) fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        // What is there and not ours was refused to who read it, and is not mended in silence.
        self.open(path, OpenOptions::new().read(true))?;
        let draft = Draft(path.with_extension(format!("{:016x}.tmp", fastrand::u64(..))));
        let write = || {
            let mut file = draft.make()?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&draft.0, path)
        };
        write().map_err(|cause| failed(&unnamed(path), "cannot be written", cause))
    }

    /// Takes the lock on that file, made if it is not there; `None` while somebody else has it. It
    /// ends when the file is closed, at the latest with the process.
    pub(crate) fn try_lock(&self, path: &Path) -> Result<Option<File>, StoreError> {
        let opened = self.open(path, OpenOptions::new().write(true).create(true))?;
        let (file, found) =
            opened.ok_or_else(|| StoreError::new(format!("{} is gone", unnamed(path))))?;
        if is_open_to_others(&found) {
            close(|mode| file.set_permissions(mode), 0o600)
                .map_err(|cause| failed(&unnamed(path), "cannot be closed to others", cause))?;
        }
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(cause)) => {
                Err(failed(&unnamed(path), "cannot be locked", cause))
            }
        }
    }

    /// Refuses a folder that is not ours, and closes one that others may use.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        let named = named(&self.path);
        let look = || fs::symlink_metadata(&self.path);
        let unusable = |cause| failed(&named, "cannot be used", cause);
        let found = look().map_err(unusable)?;
        if found.is_symlink() {
            return Err(refused(&named, LINK));
        }
        if !found.is_dir() {
            return Err(refused(&named, "is none; remove it"));
        }
        self.check_owner(&named, &found)?;
        if is_open_to_others(&found) {
            close(|mode| fs::set_permissions(&self.path, mode), 0o700).map_err(unusable)?;
            if is_open_to_others(&look().map_err(unusable)?) {
                let fault = "stays open to others; choose one on a file system that has modes";
                return Err(refused(&named, fault));
            }
            let place = self.path.display();
            warn!(%place, "the folder for sessions was open to others and is closed");
        }
        Ok(())
    }

    /// Opens a regular file of ours; `None` when it is not there.
    fn open(
        &self,
        path: &Path,
        options: &mut OpenOptions,
    ) -> Result<Option<(File, Metadata)>, StoreError> {
        self.check()?;
        let file = match private(options).open(path) {
            Ok(file) => file,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(cause) => {
                let is_link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
                let fault = if is_link { LINK } else { "cannot be opened" };
                return Err(failed(&unnamed(path), fault, cause));
            }
        };
        let found = file
            .metadata()
            .map_err(|cause| failed(&unnamed(path), "cannot be opened", cause))?;
        if !found.is_file() {
            return Err(refused(&unnamed(path), "is no regular file; remove it"));
        }
        self.check_owner(&unnamed(path), &found)?;
        Ok(Some((file, found)))
    }

    #[cfg(unix)]
    fn check_owner(&self, what: &str, found: &Metadata) -> Result<(), StoreError> {
        let owner = std::os::unix::fs::MetadataExt::uid(found);
        if owner == self.owner {
            return Ok(());
        }
        let fault = format!("belongs to another user (number {owner}); remove it");
        Err(refused(what, &fault))
    }

    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "on Unix it is used")]
    const fn check_owner(&self, _: &str, _: &Metadata) -> Result<(), StoreError> {
        Ok(())
    }
}

const LINK: &str = "is a symbolic link, which is not followed; remove it";

/// Makes the folder if it is not there, for its owner alone.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Whose the files are that this process makes there: on a network file system it may be another
/// user than the process's.
#[cfg(unix)]
fn owner_of_what_is_made_in(folder: &Path) -> io::Result<u32> {
    let draft = Draft(folder.join(format!("{NAME}.{:016x}.tmp", fastrand::u64(..))));
    let found = draft.make()?.metadata()?;
    Ok(std::os::unix::fs::MetadataExt::uid(&found))
}

/// For the owner alone from the beginning, by no symbolic link, and without waiting at a pipe.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
        options.custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK);
    }
    options
}

/// Whether others may read or write it, where the system has such modes.
#[cfg(unix)]
fn is_open_to_others(found: &Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o077 != 0
}

#[cfg(not(unix))]
const fn is_open_to_others(_: &Metadata) -> bool {
    false
}

/// Sets a mode, where the system has such.
fn close(set: impl FnOnce(fs::Permissions) -> io::Result<()>, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    return set(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    {
        let _ = (set, mode);
        Ok(())
    }
}

/// How messages call a folder.
fn named(folder: &Path) -> String {
    format!("the folder {}", folder.display())
}

/// How messages call a file: its own name may serve to test guesses of a password.
fn unnamed(path: &Path) -> String {
    let folder = path.parent().unwrap_or(path);
    format!("a file for a session in {}", folder.display())
}

fn refused(what: &str, fault: &str) -> StoreError {
    StoreError::new(format!("{what} {fault}, or choose another folder"))
}

fn failed(what: &str, fault: &str, cause: io::Error) -> StoreError {
    StoreError::new(format!("{what} {fault}")).with_source(cause)
}

/// A file that is being written, and is gone when that fails.
struct Draft(PathBuf);

impl Draft {
    fn make(&self) -> io::Result<File> {
        private(OpenOptions::new().write(true).create_new(true)).open(&self.0)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After the renaming there is nothing to remove.
        let _ = fs::remove_file(&self.0);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_another_user_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let mut folder = PrivateFolder::within(home.path()).unwrap();
        let file = folder.path().join("x.session");
        folder.replace(&file, b"planted").unwrap();
        let found = fs::metadata(&file).unwrap();
        folder.owner += 1;
        let of_file = folder.check_owner(&unnamed(&file), &found).unwrap_err();
        let read = folder.read(&file).unwrap_err();
        let write = folder.replace(&file, b"").unwrap_err();
        let lock = folder.try_lock(&folder.path().join("x.lock")).unwrap_err();
        for error in [folder.check().unwrap_err(), of_file, read, write, lock] {
            let text = error.to_string();
            assert!(text.contains("belongs to another user"), "{text}");
            assert!(!text.contains("x."), "{text}");
        }
        assert_eq!(fs::read(&file).unwrap(), b"planted");
    }

    #[test]
    fn nothing_is_left_beside_the_folder() {
        let home = tempfile::tempdir().unwrap();
        let folder = PrivateFolder::within(home.path()).unwrap();
        let all: Vec<_> = fs::read_dir(home.path()).unwrap().collect();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].as_ref().unwrap().path(), folder.path());
    }
}
