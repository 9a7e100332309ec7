//! One event: the frame that the server sent, and where its parts stand in it.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::de::{DeserializeOwned, Error as _};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::entity::{Entity, RelatedEntity};
use super::envelope::{Envelope, Field};
use super::kind::EventKind;
use super::payload::Payload;
use super::raw_json::RawJson;
use crate::Timestamp;
use crate::models::Account;

/// Something that happened, as the WebSocket service told it.
///
/// It holds the text of the frame. Serializing it gives that text again; an accessor reads its part
/// each time that it is called, and gives `None` where the field is missing, null or of another
/// form than its type. [`get`](Self::get) gives any field as it came.
///
/// `Debug` shows kind, ids, time and size; the message, the payload and the entities are not for logs.
#[derive(Clone, Eq, PartialEq)]
pub struct Event {
    text: Box<str>,
    envelope: Envelope,
}

impl Event {
    /// Reads a frame.
    ///
    /// # Errors
    ///
    /// When it is no JSON object. Whatever object it is, it is an event.
    pub fn from_json(text: impl Into<Box<str>>) -> Result<Self, EventError> {
        let text = text.into();
        let envelope = Envelope::of(&text).map_err(|cause| EventError {
            line: cause.line(),
            column: cause.column(),
        })?;
        Ok(Self { text, envelope })
    }

    /// The frame, as it came.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What it tells of: the field `type`, empty where it is missing.
    pub fn kind(&self) -> &EventKind {
        &self.envelope.kind
    }

    /// What happened. It is read anew in each call.
    pub fn payload(&self) -> Payload<'_> {
        let raw = self.raw(Field::Payload).unwrap_or(RawJson::NULL);
        Payload::of(self.kind(), raw)
    }

    /// What happened, in words for people. They may hold addresses, e-mails and phone numbers.
    pub fn message(&self) -> Option<Cow<'_, str>> {
        self.text_of(Field::Message)
    }

    /// The event's own id; missing before 2024.
    pub fn uuid(&self) -> Option<Uuid> {
        self.read(Field::Uuid)
    }

    /// The id of what the event is about, for instance of a call.
    pub fn ref_id(&self) -> Option<Uuid> {
        self.read(Field::RefId)
    }

    /// When the event was stored; missing before 2024.
    pub fn created_on(&self) -> Option<Timestamp> {
        self.read(Field::CreatedOn)
    }

    /// When the stored event was last changed; missing before 2024.
    pub fn modified_on(&self) -> Option<Timestamp> {
        self.read(Field::ModifiedOn)
    }

    /// When it happened, in the form of 2021; missing since 2024.
    pub fn timestamp(&self) -> Option<Timestamp> {
        self.read(Field::Timestamp)
    }

    /// Whose it is.
    pub fn account(&self) -> Option<Account> {
        self.read(Field::Account)
    }

    /// Whether a command of a call's flow, or in 2021 an authentication, succeeded.
    pub fn success(&self) -> Option<bool> {
        self.read(Field::Success)
    }

    /// The command of a call's flow that was carried out, for instance `Answer`.
    pub fn command(&self) -> Option<Cow<'_, str>> {
        self.text_of(Field::Command)
    }

    /// What the service says of its deliveries; an empty list in every event that was seen.
    pub fn delivery_report(&self) -> Option<RawJson<'_>> {
        self.raw(Field::DeliveryReport)
    }

    /// What it is about: every entity that is not null, in the order of the frame.
    ///
    /// Most events have one. An event of a call's flow has the flow and the call.
    pub fn related(&self) -> impl Iterator<Item = RelatedEntity<'_>> {
        self.envelope.entities.iter().map(|(entity, place)| {
            let raw = RawJson::new(&self.text[place.clone()]);
            RelatedEntity {
                entity: *entity,
                raw,
            }
        })
    }

    /// The entity of one kind that the event is about.
    pub fn entity(&self, entity: Entity) -> Option<RawJson<'_>> {
        let mut all = self.related();
        all.find_map(|it| (it.entity == entity).then_some(it.raw))
    }

    /// Any field of the frame, also one that has no accessor here; a null is there, and is `null`.
    pub fn get(&self, key: &str) -> Option<RawJson<'_>> {
        use std::collections::HashMap;
        let fields: HashMap<Cow<'_, str>, &RawValue> = serde_json::from_str(&self.text).ok()?;
        fields.get(key).map(|it| RawJson::new(it.get()))
    }

    pub(super) fn raw(&self, field: Field) -> Option<RawJson<'_>> {
        let place = self.envelope.place(field)?;
        self.text.get(place).map(RawJson::new)
    }

    pub(super) fn read<T: DeserializeOwned>(&self, field: Field) -> Option<T> {
        self.raw(field)?.read().ok()
    }

    fn text_of(&self, field: Field) -> Option<Cow<'_, str>> {
        #[derive(Deserialize)]
        struct Text<'a>(#[serde(borrow)] Cow<'a, str>);
        let Text(text) = serde_json::from_str(self.raw(field)?.as_str()).ok()?;
        Some(text)
    }
}

impl FromStr for Event {
    type Err = EventError;

    fn from_str(text: &str) -> Result<Self, EventError> {
        Self::from_json(text)
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw: &RawValue = serde_json::from_str(&self.text).map_err(S::Error::custom)?;
        raw.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Self::from_json(Box::<str>::from(raw)).map_err(D::Error::custom)
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entities: Vec<_> = self.related().map(|it| it.entity).collect();
        f.debug_struct("Event")
            .field("kind", self.kind())
            .field("uuid", &self.uuid())
            .field("ref_id", &self.ref_id())
            .field(
                "created_on",
                &self.created_on().or_else(|| self.timestamp()),
            )
            .field("related", &entities)
            .field("bytes", &self.text.len())
            .finish_non_exhaustive()
    }
}

/// A frame that is no event: it is no JSON object.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error(
    "the frame is no JSON object (line {line}, column {column}); the service sends nothing else, so \
     look at what stands between it and this client"
)]
#[non_exhaustive]
pub struct EventError {
    /// The line in which reading stopped, from 1.
    pub line: usize,
    /// The column in which reading stopped, in bytes, from 1.
    pub column: usize,
}
