-- Times are milliseconds since 1970-01-01T00:00:00Z, by the sandbox's clock.

CREATE TABLE keys (
    name  TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE accounts (
    id       INTEGER PRIMARY KEY,
    uuid     TEXT    NOT NULL UNIQUE,
    email    TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    balance  REAL    NOT NULL,
    created  INTEGER NOT NULL,
    modified INTEGER NOT NULL
) STRICT;

CREATE TABLE users (
    id               INTEGER PRIMARY KEY,
    uuid             TEXT    NOT NULL UNIQUE,
    account          INTEGER NOT NULL REFERENCES accounts (id),
    email            TEXT    NOT NULL,
    email_key        TEXT    NOT NULL UNIQUE, -- the e-mail in lower case
    password         TEXT    NOT NULL,        -- an Argon2id PHC string
    first_name       TEXT    NOT NULL,
    last_name        TEXT    NOT NULL,
    gmail_user_id    TEXT    NOT NULL UNIQUE,
    facebook_user_id TEXT    NOT NULL UNIQUE,
    created          INTEGER NOT NULL,
    modified         INTEGER NOT NULL,
    disabled         INTEGER                  -- since when no credential of the user is accepted
) STRICT;

CREATE TABLE sip_users (
    id     INTEGER PRIMARY KEY,
    user   INTEGER NOT NULL REFERENCES users (id),
    login  TEXT    NOT NULL,
    domain TEXT    NOT NULL,
    ha1b   BLOB    NOT NULL UNIQUE,           -- SHA-256 of the HA1B hash
    UNIQUE (login, domain)
) STRICT;

CREATE TABLE tokens (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid     TEXT    NOT NULL UNIQUE,
    user     INTEGER NOT NULL REFERENCES users (id),
    name     TEXT    NOT NULL,
    hash     BLOB    NOT NULL UNIQUE,         -- SHA-256 of the token
    sealed   BLOB,                            -- the token, encrypted with a key of one process
    expires  INTEGER NOT NULL,
    created  INTEGER NOT NULL,
    modified INTEGER NOT NULL
) STRICT;

CREATE INDEX tokens_of_user ON tokens (user);

CREATE TABLE facebook_tokens (
    hash             BLOB PRIMARY KEY,        -- SHA-256 of the token
    app_id           TEXT    NOT NULL,
    facebook_user_id TEXT    NOT NULL,
    expires          INTEGER NOT NULL
) STRICT;
