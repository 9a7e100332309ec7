//! Session stores for the Opentact SDK: one login for the processes of a machine or for a fleet.
//!
//! A store is given to a client of the crate `opentact`, whose module
//! [`session_store`](opentact::session_store) says what every store promises and what it does not.
//!
//! | store | shared by | feature | the login lock ends | age is told by |
//! | --- | --- | --- | --- | --- |
//! | `FileStore` | the processes of a machine | `file` (default) | with its holder | the time of day |
//! | `RedisStore` | the machines of a fleet | `redis`, with TLS `redis-tls` | with its lease | the Redis server |
//!
//! `file` is on by default, as it adds no crate that the SDK does not bring; who takes Redis alone may
//! turn it off.
//!
//! ```
//! # #[cfg(feature = "file")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use opentact::{Client, Credential};
//! use opentact_session_stores::{FileStore, SealKey};
//!
//! # let home = tempfile::tempdir()?;
//! # let folder = home.path().join("opentact");
//! # let key = "dGhpcyBrZXkgaXMgbWFkZSB1cCBmb3IgdGhlIGRvY3M=";
//! // From a secret manager: 32 random bytes in base64 or hexadecimal digits.
//! let store = FileStore::new(folder)?.sealed_by(SealKey::from_text(key)?);
//! let client = Client::builder(Credential::basic("me@example.com", "made up"))
//! #   .base_url("http://127.0.0.1:1")
//!     .session_store(store)
//!     .build()?;
//! # drop(client);
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "file"))]
//! # fn main() {}
//! ```
//!
//! # What is guaranteed
//!
//! * What cannot be read (cut short, foreign, of a newer version, sealed by another key) counts as
//!   no session, with a warning, and is replaced.
//! * Sessions that leave the process are sealed when a [`SealKey`] is given.
//! * No `Debug`, error or event shows a JWT, a key or the password of a Redis.
//!
//! # What is not
//!
//! * Without a key, whoever can read a store can act as its users until their JWTs end, and can test
//!   guesses of a weak password against the names; whoever can write it can have its users act as
//!   somebody else. With a key, who can write can still delete sessions and put older ones back.

#[cfg(feature = "file")]
mod file_store;
#[cfg(feature = "file")]
mod private_folder;
#[cfg(any(feature = "file", feature = "redis"))]
mod record;
#[cfg(feature = "redis")]
mod redis_store;
#[cfg(any(feature = "file", feature = "redis"))]
mod seal_key;

#[cfg(feature = "file")]
pub use file_store::FileStore;
#[cfg(feature = "redis")]
pub use redis_store::RedisStore;
#[cfg(any(feature = "file", feature = "redis"))]
pub use seal_key::SealKey;
