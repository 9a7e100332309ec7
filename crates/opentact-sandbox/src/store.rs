//! The state of a sandbox: opens the database, brings it up to date, and runs work on it.

use std::{
    fs::OpenOptions,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{
    Connection, OpenFlags, Row, Transaction, TransactionBehavior, config::DbConfig, types::Type,
};
use uuid::Uuid;

use crate::{blocking::blocking, error::Error};

pub(crate) mod accounts;
pub(crate) mod facebook_tokens;
mod fingerprints;
pub(crate) mod keys;
pub(crate) mod sip_users;
pub(crate) mod tokens;
pub(crate) mod users;

/// One script per version, in order; a released script never changes.
const MIGRATIONS: [&str; 1] = [include_str!("../migrations/0001_initial.sql")];

/// Marks a file as a sandbox's, in SQLite's `application_id`: "OTSB".
const APPLICATION_ID: i64 = 0x4F54_5342;

/// The database; clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    connection: Arc<Mutex<Connection>>,
}

impl Store {
    /// Opens the database in `file`, or one in memory.
    pub(crate) async fn open(file: Option<PathBuf>) -> Result<Self, Error> {
        let connection = blocking(move || match file {
            Some(path) => open(open_file(&path), &path),
            None => open(Connection::open_in_memory(), Path::new(":memory:")),
        })
        .await??;
        Ok(Self {
            connection: Arc::new(Mutex::new(connection)),
        })
    }

    /// Runs `work` in one transaction, off the async threads.
    ///
    /// What `work` changed is kept if it returns `Ok`.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.run(move |connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let answer = work(&transaction)?;
            transaction.commit()?;
            Ok(answer)
        })
        .await
    }

    /// Runs `work` that only reads, off the async threads.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.run(move |connection| work(connection)).await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let connection = Arc::clone(&self.connection);
        blocking(move || {
            // A transaction that a panic interrupted was rolled back: the data is sound.
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut connection)
        })
        .await?
    }
}

/// Opens a file, which is made if it is missing, for its owner alone: it has keys.
///
/// SQLite gives the files beside it the same mode.
fn open_file(path: &Path) -> rusqlite::Result<Connection> {
    // Never one of the names that mean something else to SQLite, such as `:memory:`.
    let path = Path::new(".").join(path);
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // If this fails, the file is there already or SQLite tells why it cannot be opened.
    let _ = options.write(true).create_new(true).open(&path);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(&path, flags)
}

fn open(opened: rusqlite::Result<Connection>, path: &Path) -> Result<Connection, Error> {
    let failed = |source| unusable(path, source);
    let mut connection = opened.map_err(failed)?;
    connection
        .busy_timeout(Duration::from_secs(5))
        .map_err(failed)?;
    look_at(&connection, path)?;
    prepare(&connection).map_err(failed)?;
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(failed)?;
    let version = stored_version(&transaction, path)?;
    migrate(&transaction, version).map_err(failed)?;
    transaction.commit().map_err(failed)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)
}

/// Whether the database is one to be written to; one that is not stays as it is.
fn look_at(connection: &Connection, path: &Path) -> Result<(), Error> {
    let failed = |source| unusable(path, source);
    let option = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
    let keep_log = |keep| connection.set_db_config(option, keep).map_err(failed);
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    // Closing would write a log that another program has left into its database.
    keep_log(Path::new(&log).exists())?;
    // One transaction, as another sandbox may be setting up the same file.
    let reading = connection.unchecked_transaction().map_err(failed)?;
    stored_version(&reading, path)?;
    drop(reading);
    keep_log(false)?;
    Ok(())
}

/// The version of a database that can be brought up to date; 0 for an empty one.
fn stored_version(connection: &Connection, path: &Path) -> Result<i64, Error> {
    let read = || {
        let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get(0));
        let count = "SELECT count(*) FROM sqlite_schema";
        let tables = connection.query_row(count, [], |row| row.get(0))?;
        Ok([number("application_id")?, number("user_version")?, tables])
    };
    let version = match read().map_err(|source| unusable(path, source))? {
        [APPLICATION_ID, version, _] => version,
        [0, 0, 0] => 0,
        _ => {
            return Err(Error::ForeignDataFile {
                path: path.to_owned(),
            });
        }
    };
    if version > latest() {
        return Err(Error::NewerDataFile {
            path: path.to_owned(),
            found: version,
            supported: latest(),
        });
    }
    Ok(version)
}

fn migrate(transaction: &Transaction<'_>, version: i64) -> rusqlite::Result<()> {
    for script in MIGRATIONS
        .iter()
        .skip(usize::try_from(version).unwrap_or(0))
    {
        transaction.execute_batch(script)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", latest())
}

/// The version that the migrations lead to.
fn latest() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

fn unusable(path: &Path, source: rusqlite::Error) -> Error {
    Error::DataFile {
        path: path.to_owned(),
        source,
    }
}

/// A uuid that is stored as text.
fn uuid(row: &Row<'_>, column: &str) -> rusqlite::Result<Uuid> {
    let text: String = row.get(column)?;
    Uuid::parse_str(&text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(text.len(), Type::Text, Box::new(error))
    })
}

/// Whether a statement failed because the row would break a `UNIQUE` rule.
fn is_duplicate(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::SqliteFailure(failure, _)
            if failure.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE
    )
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, ffi::OsString};

    use super::*;

    #[tokio::test]
    async fn a_file_on_disk_is_written_through_and_guarded() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(Some(folder.path().join("data"))).await.unwrap();
        let pragmas = store.read(|connection| {
            let journal: String =
                connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
            let number = |name| connection.pragma_query_value(None, name, |row| row.get(0));
            let numbers: [i64; 2] = [number("synchronous")?, number("user_version")?];
            Ok((journal, numbers))
        });
        assert_eq!(pragmas.await.unwrap(), ("wal".to_owned(), [2, 1]));
    }

    #[tokio::test]
    async fn a_file_is_opened_again_without_repeating_migrations() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data");
        for _ in 0..2 {
            Store::open(Some(file.clone())).await.unwrap();
        }
    }

    /// The files of a folder with what they hold. An index of a log may be made anew by any
    /// reader, so it does not count.
    fn files(folder: &Path) -> BTreeMap<OsString, Vec<u8>> {
        std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| !path.to_string_lossy().ends_with("-shm"))
            .map(|path| {
                (
                    path.file_name().unwrap().into(),
                    std::fs::read(path).unwrap(),
                )
            })
            .collect()
    }

    /// Opens `data` in the folder, which must be refused and left as it is.
    async fn refusal(folder: &Path) -> Error {
        let before = files(folder);
        let error = Store::open(Some(folder.join("data"))).await.unwrap_err();
        assert!(files(folder) == before, "{error}");
        error
    }

    #[tokio::test]
    async fn a_newer_file_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data");
        for journal in ["wal", "delete"] {
            Store::open(Some(file.clone())).await.unwrap();
            let connection = Connection::open(&file).unwrap();
            connection.pragma_update(None, "user_version", 99).unwrap();
            connection
                .pragma_update(None, "journal_mode", journal)
                .unwrap();
            drop(connection);
            let error = refusal(folder.path()).await;
            assert!(matches!(
                error,
                Error::NewerDataFile {
                    found: 99,
                    supported: 1,
                    ..
                }
            ));
            std::fs::remove_file(&file).unwrap();
        }
    }

    #[tokio::test]
    async fn the_database_of_another_program_is_refused_and_left_alone() {
        for script in [
            "CREATE TABLE pets (name)",
            "PRAGMA journal_mode = WAL; CREATE TABLE pets (name)",
            "PRAGMA application_id = 7",
            "PRAGMA user_version = 1",
        ] {
            let folder = tempfile::tempdir().unwrap();
            Connection::open(folder.path().join("data"))
                .unwrap()
                .execute_batch(script)
                .unwrap();
            let error = refusal(folder.path()).await;
            assert!(matches!(error, Error::ForeignDataFile { .. }), "{script}");
        }
    }

    #[tokio::test]
    async fn the_log_of_another_program_is_left_alone() {
        let (made, found) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let connection = Connection::open(made.path().join("data")).unwrap();
        connection
            .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE pets (name)")
            .unwrap();
        for name in ["data", "data-wal"] {
            std::fs::copy(made.path().join(name), found.path().join(name)).unwrap();
        }
        let error = refusal(found.path()).await;
        assert!(matches!(error, Error::ForeignDataFile { .. }));
    }

    #[tokio::test]
    async fn a_file_that_is_no_database_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("data"), "hello ".repeat(1000)).unwrap();
        let error = refusal(folder.path()).await;
        assert!(matches!(error, Error::DataFile { .. }));
    }

    #[tokio::test]
    async fn a_failed_write_changes_nothing() {
        let store = Store::open(None).await.unwrap();
        let failed = store
            .write(|transaction| {
                keys::put(transaction, "name", b"bytes")?;
                Err::<(), _>(Error::Stopped)
            })
            .await;
        assert!(failed.is_err());
        let stored = store
            .read(|connection| keys::get(connection, "name"))
            .await
            .unwrap();
        assert_eq!(stored, None);
    }
}
