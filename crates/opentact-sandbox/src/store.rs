//! The state of a sandbox: opens the database, brings it up to date, and runs work on it.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, Row, Transaction, TransactionBehavior, types::Type};
use uuid::Uuid;

use crate::{blocking::blocking, error::Error};

pub(crate) mod accounts;
pub(crate) mod facebook_tokens;
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
            Some(path) => open(Connection::open(&path), &path),
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

fn open(opened: rusqlite::Result<Connection>, path: &Path) -> Result<Connection, Error> {
    let failed = |source| Error::DataFile {
        path: path.to_owned(),
        source,
    };
    let mut connection = opened.map_err(failed)?;
    prepare(&connection).map_err(failed)?;
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(failed)?;
    migrate(&transaction, path, failed)?;
    transaction.commit().map_err(failed)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)
}

fn migrate(
    transaction: &Transaction<'_>,
    path: &Path,
    failed: impl Fn(rusqlite::Error) -> Error,
) -> Result<(), Error> {
    let number = |pragma| {
        transaction
            .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
            .map_err(&failed)
    };
    let (version, application) = (number("user_version")?, number("application_id")?);
    let tables: i64 = transaction
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(&failed)?;
    let ours = application == APPLICATION_ID || (version == 0 && application == 0 && tables == 0);
    if !ours {
        return Err(Error::ForeignDataFile {
            path: path.to_owned(),
        });
    }
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if version > known {
        return Err(Error::NewerDataFile {
            path: path.to_owned(),
            found: version,
            supported: known,
        });
    }
    for script in MIGRATIONS
        .iter()
        .skip(usize::try_from(version).unwrap_or(0))
    {
        transaction.execute_batch(script).map_err(&failed)?;
    }
    transaction
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(&failed)?;
    transaction
        .pragma_update(None, "user_version", known)
        .map_err(&failed)
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

    #[tokio::test]
    async fn a_newer_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data");
        Store::open(Some(file.clone())).await.unwrap();
        Connection::open(&file)
            .unwrap()
            .pragma_update(None, "user_version", 99)
            .unwrap();
        let error = Store::open(Some(file)).await.unwrap_err();
        assert!(matches!(
            error,
            Error::NewerDataFile {
                found: 99,
                supported: 1,
                ..
            }
        ));
    }

    #[tokio::test]
    async fn the_database_of_another_program_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data");
        Connection::open(&file)
            .unwrap()
            .execute_batch("CREATE TABLE pets (name)")
            .unwrap();
        let error = Store::open(Some(file.clone())).await.unwrap_err();
        assert!(matches!(error, Error::ForeignDataFile { .. }));
        let tables: i64 = Connection::open(&file)
            .unwrap()
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .unwrap();
        assert_eq!(tables, 1);
    }

    #[tokio::test]
    async fn a_file_that_is_no_database_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data");
        std::fs::write(&file, "hello ".repeat(1000)).unwrap();
        let error = Store::open(Some(file)).await.unwrap_err();
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
