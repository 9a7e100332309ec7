//! The state of a sandbox: a database, and the work that is run on it.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::{Connection, ErrorCode, Row, Transaction, TransactionBehavior, types::Type};
use tokio::sync::watch;
use uuid::Uuid;

use self::lock::DataFileLock;
use crate::{background::blocking, error::Error};

pub(crate) mod clock_offset;
mod data_file;
pub(crate) mod facebook_tokens;
pub(crate) mod kept;
pub(crate) mod keys;
mod lock;
#[cfg(test)]
mod plans;
pub(crate) mod sip_users;
pub(crate) mod steps;
pub(crate) mod subscriptions;
pub(crate) mod taken_numbers;
pub(crate) mod tokens;
pub(crate) mod users;
pub(crate) mod webhooks;

/// The database; clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    database: Arc<Database>,
}

#[derive(Debug)]
struct Database {
    connection: Mutex<Connection>,
    data_file: Option<DataFile>,
    /// Told of each write that was kept.
    written: watch::Sender<()>,
}

/// The file that a database is in; the lock outlives the connection.
#[derive(Debug)]
struct DataFile {
    path: PathBuf,
    _lock: DataFileLock,
}

impl Store {
    /// Opens the database in `file`, or one in memory.
    pub(crate) async fn open(file: Option<PathBuf>) -> Result<Self, Error> {
        let database = blocking(move || Database::open(file)).await??;
        Ok(Self {
            database: Arc::new(database),
        })
    }

    /// Runs `work` in one transaction, off the async threads.
    ///
    /// What `work` changed is kept if it returns `Ok`, and is on the disk before this does.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let written = self.run(move |connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let answer = work(&transaction)?;
            transaction.commit()?;
            Ok(answer)
        });
        let answer = written.await?;
        self.database.written.send_replace(());
        Ok(answer)
    }

    /// Tells of each write that was kept.
    pub(crate) fn writes(&self) -> watch::Receiver<()> {
        self.database.written.subscribe()
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
        let database = Arc::clone(&self.database);
        blocking(move || {
            // A transaction that a panic interrupted was rolled back: the data is sound.
            let mut connection = database
                .connection
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            work(&mut connection).map_err(|error| database.explain(error))
        })
        .await?
    }
}

impl Database {
    fn open(file: Option<PathBuf>) -> Result<Self, Error> {
        let (connection, data_file) = match file {
            Some(path) => {
                let (connection, lock) = data_file::open(&path)?;
                (connection, Some(DataFile { path, _lock: lock }))
            }
            None => (data_file::open_in_memory()?, None),
        };
        Ok(Self {
            connection: Mutex::new(connection),
            data_file,
            written: watch::Sender::new(()),
        })
    }

    /// The error, with the data file in it if that is what refused.
    fn explain(&self, error: Error) -> Error {
        match (error, &self.data_file) {
            (Error::Database(source), Some(DataFile { path, .. })) if is_of_the_file(&source) => {
                Error::DataFileFault {
                    path: path.clone(),
                    source,
                }
            }
            (error, _) => error,
        }
    }
}

/// Whether the cause is the file or its disk: full, read-only, broken, held by another program.
fn is_of_the_file(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::CannotOpen
                | ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseCorrupt
                | ErrorCode::DiskFull
                | ErrorCode::NotADatabase
                | ErrorCode::ReadOnly
                | ErrorCode::SystemIoFailure
        )
    )
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

    /// A store in a file, which `pragma` makes refuse writes, and then takes them again.
    async fn refuse_and_recover(pragma: &'static str, refuse: i64, take: i64) -> ErrorCode {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(Some(folder.path().join("data"))).await.unwrap();
        let set = async |value: i64| {
            let set = store.read(move |connection| {
                connection.execute_batch(&format!("PRAGMA {pragma} = {value}"))?;
                Ok(())
            });
            set.await.unwrap();
        };
        let put = async || {
            let put =
                store.write(|transaction| keys::put(transaction, "name", &vec![1; 1_000_000]));
            put.await
        };
        set(refuse).await;
        let error = put().await.unwrap_err();
        let get = store.read(|connection| keys::get(connection, "name"));
        assert_eq!(get.await.unwrap(), None);
        set(take).await;
        put().await.unwrap();
        let Error::DataFileFault { source, .. } = error else {
            panic!("{error}")
        };
        source.sqlite_error_code().unwrap()
    }

    #[tokio::test]
    async fn a_full_disk_is_told_and_overcome() {
        let code = refuse_and_recover("max_page_count", 1, 1_000_000).await;
        assert_eq!(code, ErrorCode::DiskFull);
    }

    #[tokio::test]
    async fn a_file_that_became_read_only_is_told_and_overcome() {
        let code = refuse_and_recover("query_only", 1, 0).await;
        assert_eq!(code, ErrorCode::ReadOnly);
    }
}
