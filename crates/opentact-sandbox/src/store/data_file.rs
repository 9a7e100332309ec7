//! Opening a data file: looking before touching, locking, making the tables of a new one.

use std::{fs::OpenOptions, path::Path, time::Duration};

use rusqlite::{Connection, MAIN_DB, OpenFlags, TransactionBehavior, config::DbConfig};

use super::{kept, lock::DataFileLock};
use crate::error::Error;

/// Marks a file as a sandbox's, in SQLite's `application_id`: "OTSB".
const APPLICATION_ID: i64 = 0x4F54_5342;

/// The tables.
const SCHEMA: &str = include_str!("schema.sql");

/// The version of the schema, in SQLite's `user_version`: raised with every change of it, as no other
/// version is read.
const VERSION: i64 = 7;

/// How long another program may hold SQLite's locks, such as one that looks into the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Opens the database in `path`, which is made if it is missing, for this sandbox alone.
pub(super) fn open(path: &Path) -> Result<(Connection, DataFileLock), Error> {
    let connection = connect(path).map_err(|source| unusable(path, source))?;
    // SQLite opens what it may not write all the same, and to read it makes a log and an index
    // that may not be written either.
    if connection
        .is_readonly(MAIN_DB)
        .map_err(|source| unusable(path, source))?
    {
        return Err(Error::ReadOnlyDataFile {
            path: path.to_owned(),
        });
    }
    #[cfg(unix)]
    if std::fs::metadata(path).is_ok_and(|it| std::os::unix::fs::MetadataExt::nlink(&it) > 1) {
        return Err(Error::LinkedDataFile {
            path: path.to_owned(),
        });
    }
    look_at(&connection, path)?;
    let lock = DataFileLock::take(path)?;
    let connection = prepare(connection, path)?;
    Ok((connection, lock))
}

/// Opens a database in memory.
pub(super) fn open_in_memory() -> Result<Connection, Error> {
    let path = Path::new(":memory:");
    let connection = Connection::open_in_memory().map_err(|source| unusable(path, source))?;
    prepare(connection, path)
}

/// What SQLite says of a data file at the start.
fn unusable(path: &Path, source: rusqlite::Error) -> Error {
    Error::DataFile {
        path: path.to_owned(),
        source,
    }
}

/// Connects to a file, which is made for its owner alone: it has keys.
///
/// SQLite gives the files beside it the same mode.
fn connect(path: &Path) -> rusqlite::Result<Connection> {
    // Never one of the names that mean something else to SQLite, such as `:memory:`.
    let path = Path::new(".").join(path);
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // If this fails, the file is there already or SQLite tells why it cannot be opened.
    let _ = options.write(true).create_new(true).open(&path);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    Ok(connection)
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
    is_made(&reading, path)?;
    drop(reading);
    keep_log(false)?;
    Ok(())
}

/// Whether the database has the tables, and not nothing at all.
///
/// # Errors
///
/// [`Error::ForeignDataFile`] and [`Error::OtherVersionDataFile`] for one that is not to be written
/// to, [`Error::DataFile`] for one that cannot be read.
fn is_made(connection: &Connection, path: &Path) -> Result<bool, Error> {
    let read = || {
        let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get(0));
        let count = "SELECT count(*) FROM sqlite_schema";
        let tables = connection.query_row(count, [], |row| row.get(0))?;
        Ok([number("application_id")?, number("user_version")?, tables])
    };
    match read().map_err(|source| unusable(path, source))? {
        [0, 0, 0] => Ok(false),
        [APPLICATION_ID, VERSION, _] => Ok(true),
        [APPLICATION_ID, found, _] => Err(Error::OtherVersionDataFile {
            path: path.to_owned(),
            found,
            supported: VERSION,
        }),
        _ => Err(Error::ForeignDataFile {
            path: path.to_owned(),
        }),
    }
}

/// Sets how the connection works and makes the tables, in one transaction, if there are none.
fn prepare(mut connection: Connection, path: &Path) -> Result<Connection, Error> {
    let failed = |source| unusable(path, source);
    set(&connection).map_err(failed)?;
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(failed)?;
    if !is_made(&transaction, path)? {
        make(&transaction).map_err(failed)?;
    }
    kept::prepare(&transaction)?;
    transaction.commit().map_err(failed)?;
    Ok(connection)
}

fn make(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(SCHEMA)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", VERSION)
}

fn set(connection: &Connection) -> rusqlite::Result<()> {
    // A plan does not look at values: otherwise a kept statement is planned anew whenever it is
    // given others.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // The log is flushed to the disk before a commit returns, so that a power cut loses nothing
    // that was acknowledged. A killed process would lose nothing without it.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, ffi::OsString};

    use rusqlite::{StatementStatus, ToSql};

    use super::*;

    #[test]
    fn a_file_is_flushed_on_each_commit() {
        let folder = tempfile::tempdir().unwrap();
        let (connection, _lock) = open(&folder.path().join("data")).unwrap();
        let journal: String = connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        let synchronous: i64 = connection
            .pragma_query_value(None, "synchronous", |row| row.get(0))
            .unwrap();
        assert_eq!((journal.as_str(), synchronous), ("wal", 2));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_of_two_names_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data");
        open(&file).unwrap();
        std::fs::hard_link(&file, folder.path().join("other")).unwrap();
        let error = refusal(folder.path());
        assert!(matches!(error, Error::LinkedDataFile { .. }), "{error}");
    }

    #[test]
    fn a_kept_statement_is_planned_once() {
        let connection = open_in_memory().unwrap();
        let find = "SELECT * FROM users u JOIN accounts a ON a.id = u.account WHERE u.uuid = ?1";
        for uuid in ["first", "second", "third"] {
            let mut statement = connection.prepare_cached(find).unwrap();
            assert!(!statement.exists([uuid]).unwrap());
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
        }
    }

    #[test]
    fn a_file_that_has_its_tables_is_opened_without_a_write() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data");
        open(&file).unwrap();
        let before = files(folder.path());
        open(&file).unwrap();
        assert!(files(folder.path()) == before);
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
    fn refusal(folder: &Path) -> Error {
        let before = files(folder);
        let error = open(&folder.join("data")).unwrap_err();
        assert!(files(folder) == before, "{error}");
        error
    }

    #[test]
    fn a_file_of_another_version_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data");
        for (version, journal) in [
            (VERSION + 1, "wal"),
            (VERSION + 1, "delete"),
            (VERSION - 1, "wal"),
        ] {
            open(&file).unwrap();
            let connection = Connection::open(&file).unwrap();
            for (pragma, value) in [
                ("user_version", &version as &dyn ToSql),
                ("journal_mode", &journal),
            ] {
                connection.pragma_update(None, pragma, value).unwrap();
            }
            drop(connection);
            let told = format!(
                "the data file {} has version {version}, this sandbox uses version {VERSION}: use \
                 the sandbox that made it or another file",
                file.display()
            );
            let error = refusal(folder.path());
            assert!(matches!(error, Error::OtherVersionDataFile { .. }));
            assert_eq!(error.to_string(), told);
            std::fs::remove_file(&file).unwrap();
        }
    }

    #[test]
    fn the_database_of_another_program_is_refused_and_left_alone() {
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
            let error = refusal(folder.path());
            assert!(matches!(error, Error::ForeignDataFile { .. }), "{script}");
        }
    }

    #[test]
    fn the_log_of_another_program_is_left_alone() {
        let (made, found) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let connection = Connection::open(made.path().join("data")).unwrap();
        connection
            .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE pets (name)")
            .unwrap();
        for name in ["data", "data-wal"] {
            std::fs::copy(made.path().join(name), found.path().join(name)).unwrap();
        }
        let error = refusal(found.path());
        assert!(matches!(error, Error::ForeignDataFile { .. }));
    }

    #[test]
    fn a_file_that_is_no_database_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("data"), "hello ".repeat(1000)).unwrap();
        let error = refusal(folder.path());
        assert!(matches!(error, Error::DataFile { .. }));
    }
}
