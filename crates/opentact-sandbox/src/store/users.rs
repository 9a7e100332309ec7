//! The tables `users` and `accounts`: those who sign in, and who pays for what they do.

use rusqlite::{Connection, OptionalExtension, Row, ToSql};
use uuid::Uuid;

use super::is_duplicate;
use crate::{error::Error, fingerprint::Fingerprint, uuid_form::is_uuid};

/// A stored user with the account it belongs to.
#[derive(Clone, Debug)]
pub(crate) struct StoredUser {
    pub(crate) id: i64,
    pub(crate) uuid: Uuid,
    pub(crate) email: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) gmail_user_id: String,
    pub(crate) facebook_user_id: String,
    pub(crate) created_ms: i64,
    pub(crate) modified_ms: i64,
    pub(crate) disabled: bool,
    /// JWTs of another generation are refused.
    pub(crate) session_generation: i64,
    pub(crate) account: StoredAccount,
}

/// What identifies a user: one column, or a column of a table that points to it.
#[derive(Clone, Debug)]
pub(crate) enum UserKey {
    Email(String),
    Uuid(String),
    /// What a JWT names.
    Session {
        uuid: String,
        generation: i64,
    },
    Gmail(String),
    Facebook(String),
    Ha1b(Fingerprint),
    Token {
        token: Fingerprint,
        now_ms: i64,
    },
}

/// A user to be stored.
#[derive(Clone, Debug)]
pub(crate) struct NewUser {
    pub(crate) email: String,
    pub(crate) password_hash: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) gmail_user_id: String,
    pub(crate) facebook_user_id: String,
    pub(crate) account_name: String,
    pub(crate) balance: f64,
}

/// The user with this e-mail, or with this uuid if nobody has such an e-mail.
///
/// # Errors
///
/// [`Error::UnknownUser`] when there is neither.
pub(crate) fn named(connection: &Connection, name: &str) -> Result<StoredUser, Error> {
    let mut found = find(connection, &UserKey::Email(name.to_owned()))?;
    if found.is_none() && is_uuid(name) {
        found = find(connection, &UserKey::Uuid(name.to_owned()))?;
    }
    found.ok_or_else(|| Error::UnknownUser {
        email: name.to_owned(),
    })
}

/// The form in which e-mails are compared.
pub(crate) fn email_key(email: &str) -> String {
    email.to_lowercase()
}

/// Adds a user and its account.
///
/// # Errors
///
/// [`Error::DuplicateUser`] when the e-mail is taken.
pub(crate) fn insert(connection: &Connection, user: &NewUser, now_ms: i64) -> Result<(), Error> {
    let account = insert_account(
        connection,
        &user.email,
        &user.account_name,
        user.balance,
        now_ms,
    )?;
    let inserted = connection
        .prepare_cached(
            "INSERT INTO users (uuid, account, email, email_key, password, first_name, \
             last_name, gmail_user_id, facebook_user_id, created, modified) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)",
        )?
        .execute((
            Uuid::new_v4().to_string(),
            account,
            &user.email,
            email_key(&user.email),
            &user.password_hash,
            &user.first_name,
            &user.last_name,
            &user.gmail_user_id,
            &user.facebook_user_id,
            now_ms,
        ));
    match inserted {
        Ok(_) => Ok(()),
        Err(error) if is_duplicate(&error) => Err(Error::DuplicateUser {
            email: user.email.clone(),
        }),
        Err(error) => Err(error.into()),
    }
}

/// The user that `key` identifies, disabled or not.
pub(crate) fn find(connection: &Connection, key: &UserKey) -> Result<Option<StoredUser>, Error> {
    let one = |values: &[&dyn ToSql], condition: &str| {
        let user = connection
            .prepare_cached(&format!(
                "SELECT u.*, {} FROM users u JOIN accounts a ON a.id = u.account WHERE {condition}",
                ACCOUNT_COLUMNS
            ))?
            .query_row(values, read)
            .optional()?;
        Ok(user)
    };
    match key {
        UserKey::Email(email) => one(&[&email_key(email)], "u.email_key = ?1"),
        UserKey::Uuid(uuid) => one(&[uuid], "u.uuid = ?1"),
        UserKey::Session { uuid, generation } => one(
            &[uuid, generation],
            "u.uuid = ?1 AND u.session_generation = ?2",
        ),
        UserKey::Gmail(id) => one(&[id], "u.gmail_user_id = ?1"),
        UserKey::Facebook(id) => one(&[id], "u.facebook_user_id = ?1"),
        UserKey::Ha1b(hash) => one(
            &[hash],
            "u.id = (SELECT user FROM sip_users WHERE ha1b = ?1)",
        ),
        UserKey::Token { token, now_ms } => one(
            &[token, now_ms],
            "u.id = (SELECT user FROM tokens WHERE hash = ?1 AND expires > ?2)",
        ),
    }
}

/// All users, disabled or not, oldest first.
pub(crate) fn list(connection: &Connection) -> Result<Vec<StoredUser>, Error> {
    let users = connection
        .prepare_cached(&format!(
            "SELECT u.*, {} FROM users u JOIN accounts a ON a.id = u.account ORDER BY u.id",
            ACCOUNT_COLUMNS
        ))?
        .query_map([], read)?
        .collect::<Result<_, _>>()?;
    Ok(users)
}

/// Whether there is any user, disabled or not.
pub(crate) fn any(connection: &Connection) -> Result<bool, Error> {
    let any = connection.query_row("SELECT EXISTS (SELECT * FROM users)", [], |row| row.get(0))?;
    Ok(any)
}

/// The stored password hash of a user who may sign in.
pub(crate) fn password_hash(connection: &Connection, email: &str) -> Result<Option<String>, Error> {
    let hash = connection
        .prepare_cached("SELECT password FROM users WHERE email_key = ?1 AND disabled IS NULL")?
        .query_row([email_key(email)], |row| row.get(0))
        .optional()?;
    Ok(hash)
}

/// Refuses the credentials of the user with the row number `user` from now on.
pub(crate) fn disable(connection: &Connection, user: i64, now_ms: i64) -> Result<(), Error> {
    connection
        .prepare_cached(
            "UPDATE users SET disabled = coalesce(disabled, ?2), modified = ?2 WHERE id = ?1",
        )?
        .execute((user, now_ms))?;
    Ok(())
}

/// Accepts the credentials of the user with the row number `user` again.
pub(crate) fn enable(connection: &Connection, user: i64, now_ms: i64) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE users SET disabled = NULL, modified = ?2 WHERE id = ?1")?
        .execute((user, now_ms))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredUser> {
    Ok(StoredUser {
        id: row.get("id")?,
        uuid: super::uuid(row, "uuid")?,
        email: row.get("email")?,
        first_name: row.get("first_name")?,
        last_name: row.get("last_name")?,
        gmail_user_id: row.get("gmail_user_id")?,
        facebook_user_id: row.get("facebook_user_id")?,
        created_ms: row.get("created")?,
        modified_ms: row.get("modified")?,
        disabled: row.get::<_, Option<i64>>("disabled")?.is_some(),
        session_generation: row.get("session_generation")?,
        account: StoredAccount::from_row(row)?,
    })
}

/// A stored account.
#[derive(Clone, Debug)]
pub(crate) struct StoredAccount {
    pub(crate) uuid: Uuid,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) balance: f64,
    pub(crate) created_ms: i64,
    pub(crate) modified_ms: i64,
}

/// The columns that [`StoredAccount::from_row`] reads, of the table alias `a`.
const ACCOUNT_COLUMNS: &str = "a.uuid AS account_uuid, a.email AS account_email, \
     a.name AS account_name, a.balance AS account_balance, \
     a.created AS account_created, a.modified AS account_modified";

impl StoredAccount {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            uuid: super::uuid(row, "account_uuid")?,
            email: row.get("account_email")?,
            name: row.get("account_name")?,
            balance: row.get("account_balance")?,
            created_ms: row.get("account_created")?,
            modified_ms: row.get("account_modified")?,
        })
    }
}

/// The account with that row number.
pub(crate) fn account(connection: &Connection, account: i64) -> Result<StoredAccount, Error> {
    let sql = format!("SELECT {ACCOUNT_COLUMNS} FROM accounts a WHERE a.id = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row([account], StoredAccount::from_row)?)
}

/// Adds an account and returns its row's number.
fn insert_account(
    connection: &Connection,
    email: &str,
    name: &str,
    balance: f64,
    now_ms: i64,
) -> Result<i64, Error> {
    connection
        .prepare_cached(
            "INSERT INTO accounts (uuid, email, name, balance, created, modified) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        )?
        .execute((Uuid::new_v4().to_string(), email, name, balance, now_ms))?;
    Ok(connection.last_insert_rowid())
}

/// Ends the sessions of the user with the row number `user`.
pub(crate) fn end_sessions(connection: &Connection, user: i64) -> Result<(), Error> {
    connection
        .prepare_cached(
            "UPDATE users SET session_generation = session_generation + 1 WHERE id = ?1",
        )?
        .execute([user])?;
    Ok(())
}

/// Ends the sessions of every user.
pub(crate) fn end_all_sessions(connection: &Connection) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE users SET session_generation = session_generation + 1")?
        .execute([])?;
    Ok(())
}

/// Deletes all users with all that is theirs.
pub(crate) fn wipe(connection: &Connection) -> Result<(), Error> {
    connection.execute_batch(
        "DELETE FROM tokens; DELETE FROM subscriptions; DELETE FROM sip_users; \
         DELETE FROM users; DELETE FROM accounts; DELETE FROM facebook_tokens;",
    )?;
    Ok(())
}

/// Deletes the user with the row number `user`, and the account if nobody else has it.
pub(crate) fn delete(connection: &Connection, user: i64) -> Result<(), Error> {
    let account: i64 = connection
        .prepare_cached("SELECT account FROM users WHERE id = ?1")?
        .query_row([user], |row| row.get(0))?;
    for statement in [
        "DELETE FROM tokens WHERE user = ?1",
        "DELETE FROM subscriptions WHERE user = ?1",
        "DELETE FROM sip_users WHERE user = ?1",
        "DELETE FROM users WHERE id = ?1",
    ] {
        connection.prepare_cached(statement)?.execute([user])?;
    }
    connection
        .prepare_cached(
            "DELETE FROM accounts WHERE id = ?1 \
             AND NOT EXISTS (SELECT * FROM users WHERE account = ?1)",
        )?
        .execute([account])?;
    Ok(())
}
