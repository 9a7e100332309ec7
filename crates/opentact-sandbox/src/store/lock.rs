//! The lock by which one sandbox alone uses a data file.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use crate::error::Error;

/// How long a sandbox that has been stopped may take to let go of its file.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often it is looked whether it has.
const INTERVAL: Duration = Duration::from_millis(5);

/// A lock on a data file, held until it is dropped or the process ends, however it ends.
///
/// It is on a file of its own, named after the data file with `-lock` at the end, which stays:
/// SQLite's own locks would be lost if the process closed another handle of the data file.
#[derive(Debug)]
pub(super) struct DataFileLock {
    _file: File,
}

impl DataFileLock {
    /// Locks the data file at `path`, which is there.
    ///
    /// # Errors
    ///
    /// [`Error::DataFileInUse`] when another sandbox, of this process or another, has it for
    /// longer than a second; [`Error::DataFileLock`] when the system gives no lock.
    pub(super) fn take(path: &Path) -> Result<Self, Error> {
        let refused = |source| Error::DataFileLock {
            path: path.to_owned(),
            source,
        };
        let file = open_beside(path).map_err(refused)?;
        let since = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::Error(source)) => return Err(refused(source)),
                Err(TryLockError::WouldBlock) if since.elapsed() >= PATIENCE => {
                    return Err(Error::DataFileInUse {
                        path: path.to_owned(),
                    });
                }
                // The system's own wait for a lock has no limit; this thread is one that may wait.
                Err(TryLockError::WouldBlock) => thread::sleep(INTERVAL),
            }
        }
    }
}

/// Opens the file to be locked, the same for every name that links lead to the data file.
fn open_beside(path: &Path) -> io::Result<File> {
    let mut name = path.canonicalize()?.into_os_string();
    name.push("-lock");
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.write(true).create(true).truncate(false).open(name)
}
