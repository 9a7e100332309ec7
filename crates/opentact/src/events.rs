//! Events of the WebSocket service: what the server pushes, kept as it came and read on demand.
//!
//! An [`Event`] holds the frame that the server sent, as text, and knows where its parts stand. What
//! has a type here is read when it is asked for: [`Event::payload`] for what happened,
//! [`Event::account`] for whose it is, [`Event::call`], [`Event::sms`] and [`Event::order`] for what it
//! is about, and [`Event::entity`] for anything else that it may be about. So an event costs
//! little to receive, and writing it back gives the same text, with every field that nobody knew,
//! every null, and every field that was missing.
//!
//! **Nothing is refused for being new.** Any JSON object is an event. A kind that is not listed is
//! `EventType::Unknown`, and its payload [`Payload::Other`]; a field of a payload that has another
//! form than its type is `None` and costs no other. [`Event::get`] has everything as it came.
//!
//! ```
//! use opentact::events::{Event, Payload};
//! use opentact::models::CallState;
//!
//! let frame = r#"{"type":"call_state","payload":{"state":"destroyed","duration":10}}"#;
//! let event = Event::from_json(frame)?;
//! match event.payload() {
//!     Payload::CallState(call) => assert_eq!(call.state, Some(CallState::Destroyed)),
//!     other => println!("something else happened: {other:?}"),
//! }
//! # Ok::<(), opentact::events::EventError>(())
//! ```
//!
//! The service sends two forms. Until 2022 the payload is the whole entity and the time is called
//! `timestamp`; since then an event is a record with an id and times of its own, the payload says
//! what changed, and the entity has a key of its own, one of [`Entity::ALL`]. Both are read.
//!
//! # Where they come from
//!
//! With the feature `events`, `Client::events` is a stream of them: it connects, sends the credential,
//! and connects again. The service sends what the user has
//! [subscribed](crate::Client::subscriptions) to. It keeps nothing for clients that are not
//! connected, so a program has to query the API for what it may have missed; `EventItem` says when.
//!
//! An event that came in another way, such as a webhook, is read by [`Event::from_json`].
//!
//! # What is not for logs
//!
//! Events carry e-mail addresses, IP addresses, phone numbers and what people write to each other.
//! `Debug` of the types here shows ids, types, states and times, and nothing of that; `Debug` of the
//! models that a payload holds shows them whole.

mod auth_answer;
mod auth_message;
mod entity;
mod event;
mod layout;
mod payload;
mod raw_json;
#[cfg(feature = "events")]
mod stream;
mod subject;

pub use auth_answer::{AuthAnswer, AuthRefusal};
pub use auth_message::AuthMessage;
pub use entity::{Entity, RelatedEntity};
pub use event::{Event, EventError};
pub use payload::Payload;
pub use raw_json::RawJson;
#[cfg(feature = "events")]
pub(crate) use stream::Dialer;
#[cfg(feature = "events")]
pub use stream::{
    Connected, DisconnectReason, Disconnected, EventItem, EventStream, EventStreamState, Events,
    Unreadable,
};
