//! One event: the frame that the server sent, and where its parts stand in it.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use opentact_client::tolerant;
use serde::de::{DeserializeOwned, Error as _};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::entity::{Entity, RelatedEntity};
use super::layout::{Field, Layout};
use super::payload::Payload;
use super::raw_json::RawJson;
use crate::Timestamp;
use crate::models::{Account, EventType};

const LINE_BREAKS: [char; 2] = ['\n', '\r'];

/// Something that happened, as the WebSocket service told it.
///
/// It holds the text of the frame. Serializing it gives that text in one line: line breaks become
/// spaces. An accessor reads its part each time that it is called, and gives `None` where the field
/// is missing, null or of another form than its type. [`get`](Self::get) gives any field as it came.
///
/// `Debug` shows kind, ids, time and size; the message, the payload and the entities are not for logs.
#[derive(Clone, Eq, PartialEq)]
pub struct Event {
    text: Box<str>,
    layout: Layout,
}

impl Event {
    /// Reads a frame.
    ///
    /// # Errors
    ///
    /// When it is no JSON object. Whatever object it is, it is an event.
    pub fn from_json(text: impl Into<Box<str>>) -> Result<Self, EventError> {
        Self::from_text(text.into()).map_err(|(_, error)| error)
    }

    /// Reads a frame, or gives it back.
    pub(super) fn from_text(text: Box<str>) -> Result<Self, (Box<str>, EventError)> {
        let cause = match Layout::of(&text) {
            Ok(layout) => return Ok(Self { text, layout }),
            Err(cause) => cause,
        };
        let mended = tolerant::text(text.as_bytes());
        if let Ok(layout) = Layout::of(&mended) {
            let text = mended.into();
            return Ok(Self { text, layout });
        }
        drop(mended);
        let (line, column) = (cause.line(), cause.column());
        Err((text, EventError { line, column }))
    }

    /// The frame, as it came. Where it began with a byte order mark or half of a character stood in a
    /// key of the event itself, it is the frame [without such](opentact_client::tolerant::text).
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What it tells of: the field `type`, empty where it is missing, a list or an object.
    pub fn kind(&self) -> &EventType {
        &self.layout.kind
    }

    /// What happened. It is read again each time.
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
        self.raw(Field::Account)?.read_object()
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
        self.layout.entities.iter().map(|(entity, place)| {
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
        let place = self.layout.place(field)?;
        self.text.get(place).map(RawJson::new)
    }

    pub(super) fn read<T: DeserializeOwned>(&self, field: Field) -> Option<T> {
        self.raw(field)?.read().ok()
    }

    fn text_of(&self, field: Field) -> Option<Cow<'_, str>> {
        #[derive(Deserialize)]
        struct Text<'a>(#[serde(borrow)] Cow<'a, str>);
        let text = self.raw(field)?.as_str();
        if let Ok(Text(text)) = serde_json::from_str(text) {
            return Some(text);
        }
        RawJson::new(text).read().ok().map(Cow::Owned)
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
        let mut text = Cow::Borrowed(&*self.text);
        if text.contains(LINE_BREAKS) {
            // In JSON they stand between values alone.
            text = text.replace(LINE_BREAKS, " ").into();
        }
        let raw: &RawValue = serde_json::from_str(&text).map_err(S::Error::custom)?;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Map, Value};

    use super::*;

    /// Any JSON, often with the keys and values of an event.
    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            // Fractions that every reader of numbers reads as the same.
            any::<i32>().prop_map(|eighths| Value::from(f64::from(eighths) / 8.0)),
            "\\PC{0,12}".prop_map(Value::from),
            "auth|call_state|call_flow|sms|tn_order|call_record|smso|live|Answer"
                .prop_map(Value::from),
            Just(Value::from("2024-02-19T16:06:00.210Z")),
            Just(Value::from("81cb534d-8924-46d8-a8c3-ff62fd0c16e8")),
        ];
        leaf.prop_recursive(4, 40, 8, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                object(inner).prop_map(Value::from),
            ]
        })
    }

    fn object(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
        let known = Field::ALL.map(|(key, _)| key).to_vec();
        let entities: Vec<&str> = Entity::ALL.iter().map(|it| it.as_str()).collect();
        let inside = vec![
            "user", "state", "command", "children", "from", "to", "duration",
        ];
        let key = prop_oneof![
            proptest::sample::select(known).prop_map(str::to_owned),
            proptest::sample::select(entities).prop_map(str::to_owned),
            proptest::sample::select(inside).prop_map(str::to_owned),
            "\\PC{0,6}",
        ];
        proptest::collection::vec((key, inner), 0..8).prop_map(Map::from_iter)
    }

    /// Calls everything that an event has.
    fn ask(event: &Event) {
        let _ = format!("{event:?} {:?}", event.payload());
        let _ = (event.uuid(), event.ref_id(), event.account());
        let _ = (event.created_on(), event.modified_on(), event.timestamp());
        let _ = (event.message(), event.command(), event.success());
        let _ = (event.delivery_report(), super::super::AuthAnswer::of(event));
    }

    #[test]
    fn what_is_no_object_is_no_event_and_the_error_repeats_nothing_of_it() {
        for text in [
            "",
            "null",
            "[]",
            "\"planted\"",
            "{\"planted\"}",
            "{} planted",
            "{",
        ] {
            let error = Event::from_json(text).unwrap_err();
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains("planted"), "{shown}");
            assert!(error.line > 0 || text.is_empty(), "{text}: {shown}");
        }
        assert!(serde_json::from_str::<Event>("[]").is_err());
    }

    #[test]
    fn an_object_without_a_type_is_of_no_known_kind() {
        for (text, kind) in [
            ("{}", ""),
            (r#"{"type":5}"#, "5"),
            (r#"{"type":null}"#, "null"),
        ] {
            let event = Event::from_json(text).unwrap();
            assert_eq!(event.kind(), &EventType::Unknown(kind.to_owned()));
            assert_eq!(event.payload(), Payload::Other(RawJson::NULL));
        }
    }

    #[test]
    fn keys_and_texts_may_be_written_with_escapes() {
        let text = r#" {"\u0074ype" : "\u0061uth", "message":"a\nb", "c\u0061ll": {} } "#;
        let event = Event::from_json(text).unwrap();
        assert_eq!(event.kind(), &EventType::Auth);
        assert_eq!(event.message().as_deref(), Some("a\nb"));
        assert!(event.entity(Entity::Call).is_some());
        assert_eq!(event.get("call").map(RawJson::as_str), Some("{}"));
    }

    #[test]
    fn a_key_that_comes_twice_counts_where_it_comes_last() {
        let text = r#"{"type":"sms","call":{},"type":"auth","call":null,"tn":1,"tn":2}"#;
        let event = Event::from_json(text).unwrap();
        assert_eq!(event.kind(), &EventType::Auth);
        let related: Vec<_> = event
            .related()
            .map(|it| (it.entity, it.raw.as_str()))
            .collect();
        assert_eq!(related, [(Entity::Tn, "2")]);
    }

    #[test]
    fn numbers_that_no_type_holds_are_kept() {
        let text = r#"{"type":"call_state","payload":{"duration":1e999}}"#;
        let event = Event::from_json(text).unwrap();
        assert!(matches!(event.payload(), Payload::CallState(call) if call.duration.is_none()));
        assert_eq!(serde_json::to_string(&event).unwrap(), text);
    }

    #[test]
    fn an_event_is_one_line_of_json_however_its_frame_is_broken() {
        let text = "{\r\n \"type\" :\n\t\"sms\",\r\"message\":\"a\\nb\",\n\"new\":[1,\n2]\n}\n";
        let event = Event::from_json(text).unwrap();
        assert_eq!(event.as_str(), text);
        let line = serde_json::to_string(&event).unwrap();
        assert!(!line.contains(['\n', '\r']), "{line}");
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(read(&line), read(text));
    }

    #[test]
    fn depth_costs_no_stack() {
        let depth = 100_000;
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        for key in ["payload", "call", "brand_new", "type", "message", "account"] {
            let event = Event::from_json(format!(r#"{{"type":"sms","{key}":{deep}}}"#)).unwrap();
            ask(&event);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_object_is_an_event_and_comes_back(value in object(json())) {
            let text = serde_json::to_string(&value).unwrap();
            let event = Event::from_json(text.as_str()).unwrap();
            ask(&event);
            prop_assert_eq!(event.as_str(), &text);
            prop_assert_eq!(&serde_json::to_string(&event).unwrap(), &text);
            let value = Value::from(value);
            prop_assert_eq!(&serde_json::to_value(&event).unwrap(), &value);
            let again: Event = serde_json::from_value(value.clone()).unwrap();
            prop_assert_eq!(again.kind(), event.kind());
            for (key, field) in value.as_object().unwrap() {
                prop_assert_eq!(&event.get(key).unwrap().read::<Value>().unwrap(), field);
            }
            for (key, field) in Field::ALL {
                let read = event.raw(field).map(|it| it.read::<Value>().unwrap());
                prop_assert_eq!(read.as_ref(), value.get(key));
            }
        }

        #[test]
        fn any_text_is_an_event_where_it_is_an_object(text in "\\PC{0,40}|\\{[\\[\\]{}\",:a-z0-9 ]{0,40}\\}") {
            let object = serde_json::from_str::<Map<String, Value>>(&text);
            let event = Event::from_json(text.as_str());
            prop_assert_eq!(event.is_ok(), object.is_ok());
            event.iter().for_each(ask);
        }
    }
}
