//! SDK for the Opentact telephony API: send texts, order numbers, listen to events, and never think about
//! logins.
//!
//! Not the vendor's. It is generated from an OpenAPI document that is maintained with it.
//!
//! ```no_run
//! use opentact::{Client, Error};
//!
//! #[tokio::main]
//! async fn main() -> Result<(), Error> {
//!     // OPENTACT_EMAIL and OPENTACT_PASSWORD, or another of six credentials.
//!     let client = Client::from_env()?;
//!     let text = "Your table is ready";
//!     let sms = client.sms().send("12015550100", "12125550199", text).await?;
//!     println!("{} is {}", sms.uuid, sms.state);
//!     Ok(())
//! }
//! ```
//!
//! # Map
//!
//! * [`Client`], made by [`ClientBuilder`]: [`whoami`](Client::whoami), an accessor for each part of the
//!   API, and [`request`](Client::request) for everything else. [`anonymous`](Client::anonymous) makes one
//!   without a credential, for what is public.
//!
//!   | for | accessors |
//!   | --- | --- |
//!   | messages | [`sms`](Client::sms), [`messaging_profiles`](Client::messaging_profiles) |
//!   | numbers | [`numbers`](Client::numbers), [`orders`](Client::orders), [`leases`](Client::leases), [`prices`](Client::prices), [`dictionary`](Client::dictionary) |
//!   | the account | [`account`](Client::account), [`tokens`](Client::tokens), [`subscriptions`](Client::subscriptions) |
//! * [`orders().wait`](operations::OrdersApi::wait): waits until an order of numbers has ended.
//! * [`operations`]: what each call is, generated from the contract. An answer in pages is a [`Page`], or
//!   the items of all pages as a stream or an iterator.
//! * [`Credential`]: six kinds, in a header or in the query.
//! * [`Error`]: what to do next, which operation, which status, the server's own words.
//! * [`events`]: what the WebSocket service sends, and the message, the order or the call that an event is
//!   about; with the feature `events`, `Client::events` is a stream of it.
//! * [`webhooks`]: what the service posts to an application.
//! * [`models`]: what the API sends. Objects keep fields that the contract does not list, and
//!   enumerations keep values that it does not list.
//! * [`PhoneNumber`]: one type for all numbers, sent as text or as an integer, whichever the request has.
//! * [`Upload`] and [`Download`]: files, from and to memory, disk or a stream.
//! * [`session`], [`session_store`], [`retry`], [`telemetry`]: how logins, repetitions and traces work.
//!
//! # What is guaranteed
//!
//! | about | guarantee | where |
//! | --- | --- | --- |
//! | places | a credential is in exactly one place of a request, and goes to the base URL alone | [`Credential`], [`ClientBuilder`] |
//! | secrets | no `Debug`, `Display`, error or trace has a secret in it | [`Secret`], [`telemetry`] |
//! | sessions | when a session expires, any number of tasks make one login and share its outcome; with a store, a whole fleet makes one | [`session`], [`session_store`] |
//! | time | every request ends within its [`timeout`](Request::timeout), a login included | [`retry`] |
//! | repetition | what may have created something is not sent twice, except where the server refused it with 401, or you say that it may be | [`retry`] |
//! | events | delivery is at most once, and a stream of events tells where one may be missing | [`events`] |
//! | clocks | a wrong time of day changes nothing about sessions and waits, except in a file of sessions, and where `Retry-After` is a date and the response has no `Date` | [`session`], [`retry`] |
//! | the server | it may send anything: what is read is bounded, what is new is kept, and an odd value costs its own field alone | [`models`], [`ClientBuilder`] |
//!
//! What the server sent is there if you ask for it: [`Response::body`], [`Error::response`],
//! [`Secret::expose`].
//!
//! # What a server may send
//!
//! * A field that the contract does not list is kept in `extra`, and written back with the model.
//! * An optional field whose value has another type stays empty; `extra` has the value under the
//!   field's name. A list that has an item without what the item requires is such a value.
//! * A required field that is missing, null or of another type fails the request. The error names it, as
//!   in `payload[3].expired_on`, and has nothing of its value. A login requires its token alone.
//! * Text that is nearly JSON is read. A byte order mark is dropped, U+FFFD stands for half of a
//!   character (`"Ann \ud83d"`) and for bytes that are no UTF-8, a number beyond every type (`1e400`)
//!   and what stands deeper than 127 levels become texts of their JSON, and of a key that comes twice
//!   the last one counts.
//!
//! Errors of the server, events and webhooks are read by the same rules. The models of an event's
//! payload have no `extra`; [`Event::get`](events::Event::get) has every field as it came.
//!
//! # What is not
//!
//! * An operation that got no response may have been carried out:
//!   [`Error::may_have_been_carried_out`] says so.
//! * A JWT is good until it expires, for anyone who has it. There is no logout.
//! * Credentials, JWTs and the header values that carry them are overwritten in memory when they are
//!   dropped; the buffers of the HTTP and TLS libraries are not. A core dump of a process that has just
//!   sent a credential may hold it, above all one sent in the query. Turn core dumps off, or use an
//!   allocator that wipes what is freed.
//! * What a server says is searched for the secrets of that request, in the usual encodings, and
//!   for anything that looks like a JWT. A server that hides them better can still show them.
//! * Over HTTP/2 the crate `h2` logs, at `DEBUG` and below, the words with which a server ends a
//!   connection. A server that repeats a credential there puts it into such a log.
//!
//! # Features
//!
//! | feature | what it adds |
//! | --- | --- |
//! | `rustls` (default), `rustls-no-provider`, `native-tls`, `native-tls-vendored` | the TLS library |
//! | `events` | `Client::events`: a stream of events that outlives its connections |
//! | `test-util` | a clock that a test moves, errors that it makes up: see `testing` |

mod blocking;
mod builder;
mod cause;
mod client;
mod clock;
mod credential;
mod custom_request;
mod download;
mod environment;
mod error;
pub mod events;
#[cfg(any(fuzzing, test))]
#[doc(hidden)]
#[expect(clippy::panic, reason = "a fuzz target says so what does not hold")]
pub mod fuzzing;
mod jwt;
#[cfg(test)]
mod odd_values;
#[rustfmt::skip] // It has to stay what the generator gives.
#[path = "generated/operations.rs"]
pub mod operations;
mod order_wait;
mod page;
mod redaction;
mod request;
mod response;
pub mod retry;
mod server_error;
pub mod session;
pub mod session_store;
pub mod telemetry;
#[cfg(feature = "test-util")]
pub mod testing;
mod transport;
pub mod webhooks;
mod with_response;

pub use builder::ClientBuilder;
pub use client::Client;
#[cfg(any(test, feature = "test-util"))]
pub use clock::ManualClock;
pub use credential::{Credential, Placement};
pub use custom_request::{CustomDownload, CustomRequest};
pub use download::Download;
pub use error::{Error, ErrorKind};
pub use http::{HeaderMap, Method, StatusCode};
pub use opentact_client;
pub use opentact_client::security::CredentialKind;
pub use opentact_client::types as models;
pub use opentact_client::{
    Form, LeaseKey, Maybe, PhoneNumber, Revealed, Secret, SortOrder, Timestamp, TimestampError,
    Unrecognized, Upload,
};
pub use page::{Items, ItemsBlocking, Page, Paged};
pub use request::{Action, AndResponse, Request};
pub use response::Response;
pub use with_response::WithResponse;
