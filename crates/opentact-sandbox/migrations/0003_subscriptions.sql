-- Which events a user is sent.

CREATE TABLE subscriptions (
    id       INTEGER PRIMARY KEY,
    uuid     TEXT    NOT NULL UNIQUE,
    user     INTEGER NOT NULL REFERENCES users (id),
    channel  TEXT    NOT NULL,
    type     TEXT    NOT NULL,
    active   INTEGER NOT NULL,
    expires  INTEGER,                         -- nothing if it does not expire
    created  INTEGER NOT NULL,
    modified INTEGER NOT NULL
) STRICT;

CREATE INDEX subscriptions_of_user ON subscriptions (user);
