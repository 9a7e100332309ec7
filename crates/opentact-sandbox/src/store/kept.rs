//! What is kept without code of its own: a table for each resource, with an index for each question.

use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use serde_json::{Map, Value};

use self::names::{column, quoted, table};
use crate::{
    contract::{Owner, RESOURCES, Resource},
    error::Error,
};

mod names;
mod search;

pub(crate) use search::{Search, Sort, Wanted};

/// One of what is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Thing {
    pub(crate) key: String,
    pub(crate) created_ms: i64,
    pub(crate) modified_ms: i64,
    /// What requests have set.
    pub(crate) values: Map<String, Value>,
}

/// Where things are kept: whose they are, and within what.
#[derive(Clone, Debug)]
pub(crate) struct Shelf {
    pub(crate) resource: &'static Resource,
    /// The row of the account or of the user.
    pub(crate) owner: i64,
    /// What stands for the path parameters in front of the key.
    pub(crate) scope: String,
}

/// Makes the tables and indexes that the contract asks for and that are not there yet.
///
/// # Errors
///
/// [`Error::KeptData`] where what is kept already does not go with the contract.
pub(crate) fn prepare(connection: &Connection) -> Result<(), Error> {
    RESOURCES
        .iter()
        .try_for_each(|it| prepare_one(connection, it))
}

pub(crate) fn prepare_one(connection: &Connection, resource: &Resource) -> Result<(), Error> {
    let refuse = |reason: String| Error::KeptData {
        resource: resource.name,
        place: resource.place,
        file: connection.path().map(PathBuf::from).unwrap_or_default(),
        reason,
    };
    let known: Option<(String, String)> = connection
        .prepare_cached("SELECT key, owner FROM kept WHERE resource = ?1")?
        .query_row([resource.name], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let owners = match resource.owner {
        Owner::Account => "accounts",
        Owner::User => "users",
    };
    match known {
        None => {
            connection.execute(
                "INSERT INTO kept (resource, key, owner) VALUES (?1, ?2, ?3)",
                (resource.name, resource.key, owners),
            )?;
        }
        Some((key, owner)) if key != resource.key || owner != owners => {
            return Err(refuse(format!(
                "its things have the key `{key}` and belong to {owner}; the contract has the key \
                 `{}` and says {owners}",
                resource.key
            )));
        }
        Some(_) => {}
    }
    let name = table(resource);
    let mut sql = format!(
        "CREATE TABLE IF NOT EXISTS {name} (\
         id INTEGER PRIMARY KEY AUTOINCREMENT, \
         owner INTEGER NOT NULL REFERENCES {owners} (id) ON DELETE CASCADE, \
         scope TEXT NOT NULL, key TEXT NOT NULL, created INTEGER NOT NULL, \
         modified INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (scope, key)) STRICT; "
    );
    let mut index = |kind: &str, of: &str, columns: &str| {
        let of = quoted(&format!("{of} of {}", resource.name));
        sql += &format!("CREATE {kind} IF NOT EXISTS {of} ON {name} ({columns}); ");
    };
    index("INDEX", "all", "owner, scope, id");
    for property in asked(resource) {
        let columns = format!("owner, scope, {}, id", column(resource, property));
        index("INDEX", &format!("by {property}"), &columns);
    }
    for property in resource.unique {
        let columns = format!("owner, scope, {}", column(resource, property));
        index("UNIQUE INDEX", &format!("one {property}"), &columns);
    }
    for (event, change) in [
        ("INSERT", "new.owner, new.scope, 1"),
        ("DELETE", "old.owner, old.scope, -1"),
    ] {
        let trigger = quoted(&format!("{event} of {}", resource.name));
        let resource = names::text(resource.name);
        sql += &format!(
            "CREATE TRIGGER IF NOT EXISTS {trigger} AFTER {event} ON {name} BEGIN \
             INSERT INTO kept_counts VALUES ({resource}, {change}) \
             ON CONFLICT DO UPDATE SET count = count + excluded.count; END; "
        );
    }
    connection
        .execute_batch(&sql)
        .map_err(|error| match super::is_duplicate(&error) {
            true => refuse(format!(
                "two of its things share what the contract has as unique: {error}"
            )),
            false => error.into(),
        })
}

/// The properties that questions are asked of.
fn asked(resource: &Resource) -> Vec<&'static str> {
    let filters = resource.filters.iter().map(|(name, _)| *name);
    let refers = resource.shows.iter().filter(|it| it.refers.is_some());
    let all = filters.chain(resource.ordered.iter().copied());
    let mut all: Vec<_> = all.chain(refers.map(|it| it.name)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl Shelf {
    /// The shelf of a user, or of the user's account.
    pub(crate) fn of(
        connection: &Connection,
        resource: &'static Resource,
        user: i64,
        scope: String,
    ) -> Result<Self, Error> {
        let owner = match resource.owner {
            Owner::User => user,
            Owner::Account => connection
                .prepare_cached("SELECT account FROM users WHERE id = ?1")?
                .query_row([user], |row| row.get(0))?,
        };
        Ok(Self {
            resource,
            owner,
            scope,
        })
    }

    /// Puts a thing there; `false` if there is one with its key, or with what may be there once.
    pub(crate) fn insert(&self, connection: &Connection, thing: &Thing) -> Result<bool, Error> {
        let sql = format!(
            "INSERT INTO {} (owner, scope, key, created, modified, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            table(self.resource)
        );
        let inserted = connection.prepare_cached(&sql)?.execute((
            self.owner,
            &self.scope,
            &thing.key,
            thing.created_ms,
            thing.modified_ms,
            text(&thing.values)?,
        ));
        taken(inserted)
    }

    /// The thing with that key.
    pub(crate) fn get(&self, connection: &Connection, key: &str) -> Result<Option<Thing>, Error> {
        let sql = format!(
            "SELECT * FROM {} WHERE scope = ?2 AND key = ?3 AND owner = ?1",
            table(self.resource)
        );
        let found = connection
            .prepare_cached(&sql)?
            .query_row((self.owner, &self.scope, key), read)
            .optional()?;
        Ok(found)
    }

    /// Writes a thing that is there; `false` if another has what may be there once.
    pub(crate) fn update(&self, connection: &Connection, thing: &Thing) -> Result<bool, Error> {
        let sql = format!(
            "UPDATE {} SET modified = ?4, body = ?5 WHERE scope = ?2 AND key = ?3 AND owner = ?1",
            table(self.resource)
        );
        let updated = connection.prepare_cached(&sql)?.execute((
            self.owner,
            &self.scope,
            &thing.key,
            thing.modified_ms,
            text(&thing.values)?,
        ));
        taken(updated)
    }

    pub(crate) fn delete(&self, connection: &Connection, key: &str) -> Result<(), Error> {
        let sql = format!(
            "DELETE FROM {} WHERE scope = ?2 AND key = ?3 AND owner = ?1",
            table(self.resource)
        );
        connection
            .prepare_cached(&sql)?
            .execute((self.owner, &self.scope, key))?;
        Ok(())
    }

    /// What keeps the thing with that key from being deleted, if anything does.
    pub(crate) fn user_of(
        &self,
        connection: &Connection,
        key: &str,
    ) -> Result<Option<&'static str>, Error> {
        for (user, property) in self.resource.in_use {
            let Some(other) = RESOURCES.iter().find(|it| it.name == *user) else {
                continue;
            };
            let column = match property {
                Some(property) => column(other, property),
                None => "scope".to_owned(),
            };
            let sql = format!(
                "SELECT EXISTS (SELECT * FROM {} WHERE owner = ?1 AND {column} = ?2)",
                table(other)
            );
            let is_used: bool = connection
                .prepare_cached(&sql)?
                .query_row((self.owner, key), |row| row.get(0))?;
            if is_used {
                return Ok(Some(other.name));
            }
        }
        Ok(None)
    }

    /// The things that a search finds, and how many there are on all pages.
    pub(crate) fn search(
        &self,
        connection: &Connection,
        search: &Search,
    ) -> Result<(Vec<Thing>, i64), Error> {
        let (sql, values) = search.count(self);
        let total: Option<i64> = connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(values), |row| row.get(0))
            .optional()?;
        let total = total.unwrap_or(0);
        let nearer = search.nearer(total);
        let (sql, values) = nearer.select(self);
        let mut statement = connection.prepare_cached(&sql)?;
        let mut things: Vec<_> = statement
            .query_map(params_from_iter(values), read)?
            .collect::<Result<_, _>>()?;
        if nearer.is_backwards {
            things.reverse();
        }
        Ok((things, total))
    }
}

/// How many things of a resource there are, whoever has them.
#[cfg(feature = "inspector")]
pub(crate) fn count(connection: &Connection, resource: &Resource) -> Result<i64, Error> {
    let sql = "SELECT coalesce(sum(count), 0) FROM kept_counts WHERE resource = ?1";
    let count = connection.query_row(sql, [resource.name], |row| row.get(0))?;
    Ok(count)
}

/// The last things of a resource with their numbers and owners, newest first.
pub(crate) fn last(
    connection: &Connection,
    resource: &Resource,
    most: u32,
) -> Result<Vec<(i64, i64, Thing)>, Error> {
    let sql = format!(
        "SELECT * FROM {} ORDER BY id DESC LIMIT ?1",
        table(resource)
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let read = |row: &Row<'_>| Ok((row.get("id")?, row.get("owner")?, read(row)?));
    let found = statement.query_map([most], read)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Deletes the thing with that number; whether there was one.
#[cfg(feature = "inspector")]
pub(crate) fn remove(connection: &Connection, resource: &Resource, id: i64) -> Result<bool, Error> {
    let sql = format!("DELETE FROM {} WHERE id = ?1", table(resource));
    Ok(connection.execute(&sql, [id])? > 0)
}

/// Whether a write was done, and nothing of another thing was in its way.
fn taken(written: rusqlite::Result<usize>) -> Result<bool, Error> {
    match written {
        Ok(_) => Ok(true),
        Err(error) if super::is_duplicate(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn text(values: &Map<String, Value>) -> Result<String, Error> {
    serde_json::to_string(values).map_err(Error::Encode)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Thing> {
    let body: String = row.get("body")?;
    let values = serde_json::from_str(&body).map_err(|error| {
        let kind = rusqlite::types::Type::Text;
        rusqlite::Error::FromSqlConversionFailure(body.len(), kind, Box::new(error))
    })?;
    Ok(Thing {
        key: row.get("key")?,
        created_ms: row.get("created")?,
        modified_ms: row.get("modified")?,
        values,
    })
}

#[cfg(test)]
mod tests;
