//! Files and folders that nobody but their owner may use.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use opentact::session_store::StoreError;
use zeroize::Zeroizing;

/// How much of a file is read, in bytes; a session is far smaller.
const LIMIT: u64 = 64 * 1024;

/// Makes the folder if it is not there, for its owner alone.
pub(crate) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|cause| failed(&named(folder), "cannot be made", cause))?;
    check_folder(folder)
}

/// Refuses a folder that others may use.
pub(crate) fn check_folder(folder: &Path) -> Result<(), StoreError> {
    let found =
        fs::metadata(folder).map_err(|cause| failed(&named(folder), "cannot be used", cause))?;
    if !found.is_dir() {
        let message = format!("{} is none", named(folder));
        return Err(StoreError::new(message));
    }
    let remedy = format!("chmod 700 {}", folder.display());
    check_mode(&named(folder), &found, &remedy)
}

/// What a file holds, up to a limit; `None` when it is not there.
pub(crate) fn read(path: &Path) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
    let Some(file) = open(path, OpenOptions::new().read(true))? else {
        return Ok(None);
    };
    let mut bytes = Zeroizing::new(Vec::new());
    file.take(LIMIT)
        .read_to_end(&mut bytes)
        .map_err(|cause| failed(&unnamed(path), "cannot be read", cause))?;
    Ok(Some(bytes))
}

/// Replaces a file, or makes it: whoever reads finds the old bytes or the new ones, also after a
/// crash.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    // What is there and not ours alone was refused to who read it, and is not mended in silence.
    open(path, OpenOptions::new().read(true))?;
    let draft = Draft(path.with_extension(format!("{:016x}.tmp", fastrand::u64(..))));
    let write = || {
        let mut file = private(OpenOptions::new().write(true).create_new(true)).open(&draft.0)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&draft.0, path)
    };
    write().map_err(|cause| failed(&unnamed(path), "cannot be written", cause))
}

/// Takes the lock on that file, made if it is not there; `None` while somebody else has it. It ends
/// when the file is closed, at the latest with the process.
pub(crate) fn try_lock(path: &Path) -> Result<Option<File>, StoreError> {
    let file = open(path, OpenOptions::new().write(true).create(true))?;
    let file = file.ok_or_else(|| StoreError::new(format!("{} is gone", unnamed(path))))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(cause)) => {
            Err(failed(&unnamed(path), "cannot be locked", cause))
        }
    }
}

/// Opens a regular file that others may not use; `None` when it is not there.
fn open(path: &Path, options: &mut OpenOptions) -> Result<Option<File>, StoreError> {
    let file = match private(options).open(path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(cause) => {
            let is_link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
            let fault = if is_link {
                "is a symbolic link, which is not followed; remove it"
            } else {
                "cannot be opened"
            };
            return Err(failed(&unnamed(path), fault, cause));
        }
    };
    let found = file
        .metadata()
        .map_err(|cause| failed(&unnamed(path), "cannot be opened", cause))?;
    if !found.is_file() {
        let message = format!("{} is no regular file; remove it", unnamed(path));
        return Err(StoreError::new(message));
    }
    let folder = path.parent().unwrap_or(path).display();
    let remedy = format!("chmod 600 {folder}/*");
    check_mode(&unnamed(path), &found, &remedy)?;
    Ok(Some(file))
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

/// Refuses what others may read or write, where the system has such modes.
fn check_mode(what: &str, found: &fs::Metadata, remedy: &str) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o777;
        if mode & 0o077 != 0 {
            return Err(StoreError::new(format!(
                "{what} is open to others (mode {mode:04o}); `{remedy}`, or choose another folder"
            )));
        }
    }
    #[cfg(not(unix))]
    let _ = (what, found, remedy);
    Ok(())
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

fn failed(what: &str, fault: &str, cause: io::Error) -> StoreError {
    StoreError::new(format!("{what} {fault}")).with_source(cause)
}

/// A file that is being written, and is gone when that fails.
struct Draft(PathBuf);

impl Drop for Draft {
    fn drop(&mut self) {
        // After the renaming there is nothing to remove.
        let _ = fs::remove_file(&self.0);
    }
}
