//! Which version a database has, and the steps that bring it up to date.

use std::path::Path;

use rusqlite::{Connection, Transaction};

use super::data_file::unusable;
use crate::error::Error;

/// Marks a file as a sandbox's, in SQLite's `application_id`: "OTSB".
const APPLICATION_ID: i64 = 0x4F54_5342;

/// The steps of a sandbox's database: step `n` leads from version `n` to `n + 1`.
///
/// A released step never changes; what is new is a further step.
pub(super) const STEPS: &[&str] = &[
    include_str!("../../migrations/0001_initial.sql"),
    include_str!("../../migrations/0002_session_generation.sql"),
    include_str!("../../migrations/0003_subscriptions.sql"),
];

/// The version of a database that `steps` bring up to date; 0 for an empty one.
///
/// # Errors
///
/// [`Error::ForeignDataFile`] and [`Error::NewerDataFile`] for one that is not to be written to,
/// [`Error::DataFile`] for one that cannot be read.
pub(super) fn version(connection: &Connection, steps: &[&str], path: &Path) -> Result<i64, Error> {
    let read = || {
        let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get(0));
        let count = "SELECT count(*) FROM sqlite_schema";
        let tables = connection.query_row(count, [], |row| row.get(0))?;
        Ok([number("application_id")?, number("user_version")?, tables])
    };
    let found = match read().map_err(|source| unusable(path, source))? {
        [APPLICATION_ID, found, _] if found > 0 => found,
        [0, 0, 0] => 0,
        _ => {
            return Err(Error::ForeignDataFile {
                path: path.to_owned(),
            });
        }
    };
    let supported = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    if found > supported {
        return Err(Error::NewerDataFile {
            path: path.to_owned(),
            found,
            supported,
        });
    }
    Ok(found)
}

/// Takes the steps that a database of version `from` lacks.
///
/// They are one transaction, the caller's: after a failure or a crash the file has the version
/// that it had.
pub(super) fn migrate(
    transaction: &Transaction<'_>,
    steps: &[&str],
    from: i64,
) -> rusqlite::Result<()> {
    if from == 0 {
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    for (version, step) in (1_i64..).zip(steps) {
        if version > from {
            transaction.execute_batch(step)?;
            transaction.pragma_update(None, "user_version", version)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The released steps, and two that a later version may have.
    fn later_steps() -> Vec<&'static str> {
        let later = [
            "ALTER TABLE tokens ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'",
            "UPDATE tokens SET colour = 'blue' WHERE name = 'ci'",
        ];
        STEPS.iter().copied().chain(later).collect()
    }

    fn bring_up(connection: &mut Connection, steps: &[&str]) -> Result<(), Error> {
        let path = Path::new("data");
        let transaction = connection.transaction()?;
        let found = version(&transaction, steps, path)?;
        migrate(&transaction, steps, found)?;
        transaction.commit()?;
        Ok(())
    }

    /// What each version has left.
    const FIXTURES: [&str; 3] = [
        include_str!("../../tests/fixtures/data-version-1.sql"),
        include_str!("../../tests/fixtures/data-version-2.sql"),
        include_str!("../../tests/fixtures/data-version-3.sql"),
    ];

    fn of(fixture: &str) -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(fixture).unwrap();
        connection
    }

    fn schema(connection: &Connection) -> Vec<String> {
        connection
            .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap()
    }

    fn version_of(connection: &Connection, steps: &[&str]) -> i64 {
        version(connection, steps, Path::new("data")).unwrap()
    }

    #[test]
    fn an_older_database_becomes_what_a_new_one_is() {
        assert_eq!(FIXTURES.len(), STEPS.len());
        for steps in [STEPS.to_vec(), later_steps()] {
            let mut new = Connection::open_in_memory().unwrap();
            bring_up(&mut new, &steps).unwrap();
            let latest = i64::try_from(steps.len()).unwrap();
            assert_eq!(version_of(&new, &steps), latest);
            for (found, fixture) in (1..).zip(FIXTURES) {
                let mut old = of(fixture);
                assert_eq!(version_of(&old, &steps), found);
                bring_up(&mut old, &steps).unwrap();
                assert_eq!(schema(&old), schema(&new));
                assert_eq!(version_of(&old, &steps), latest);
            }
        }
    }

    #[test]
    fn steps_are_taken_once_and_keep_the_rows() {
        let mut connection = of(FIXTURES[0]);
        for _ in 0..2 {
            bring_up(&mut connection, &later_steps()).unwrap();
        }
        let tokens: Vec<(String, String)> = connection
            .prepare("SELECT name, colour FROM tokens ORDER BY id")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let expected = [("ci", "blue"), ("laptop", "red")];
        assert_eq!(tokens, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }

    #[test]
    fn a_step_that_fails_leaves_the_version_that_was() {
        let mut connection = of(FIXTURES[0]);
        let before = schema(&connection);
        let mut steps = later_steps();
        steps.push("UPDATE no_such_table SET a = 1");
        bring_up(&mut connection, &steps).unwrap_err();
        assert_eq!(version_of(&connection, &steps), 1);
        assert_eq!(schema(&connection), before);
    }

    #[test]
    fn a_newer_database_is_told_with_both_versions_and_what_to_do() {
        let mut connection = of(FIXTURES[0]);
        bring_up(&mut connection, &later_steps()).unwrap();
        let error = version(&connection, STEPS, Path::new("data")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the data file data has version 5, this sandbox reads up to version 3: use a newer \
             sandbox or another file"
        );
    }
}
