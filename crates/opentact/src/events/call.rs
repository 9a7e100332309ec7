//! A call, as events tell of it.

use std::fmt;

use serde::Deserialize;
use serde_json::Number;
use uuid::Uuid;

use super::text_or_number::text;
use crate::Timestamp;

open_enum! {
    /// Where a call stands.
    CallState {
        /// `init`: it is being set up.
        Init = "init",
        /// `ringing`: the other side rings.
        Ringing = "ringing",
        /// `live`: people talk.
        Live = "live",
        /// `hangup`: one side has hung up.
        Hangup = "hangup",
        /// `destroyed`: it is over, and its figures are final.
        Destroyed = "destroyed",
        /// `online`: it goes on, in the words of 2021.
        Online = "online",
        /// `offline`: it is over, in the words of 2021.
        Offline = "offline",
    }
}

open_enum! {
    /// Which way a call goes, seen from the service.
    CallDirection {
        /// `in`: it came to the service.
        In = "in",
        /// `out`: the service made it.
        Out = "out",
    }
}

/// A call: what changed in it, or the whole of it.
///
/// A field is `None` where it is missing or null; which of the two is to be seen in the event. So are
/// the fields that have no place here, among them number, SIP application, account and logs.
#[derive(Clone, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Call {
    /// The call's id; a payload of 2024 leaves it out, [`Event::ref_id`](super::Event::ref_id) and the entity have it.
    pub uuid: Option<Uuid>,
    /// Which way it goes.
    pub direction: Option<CallDirection>,
    /// Where it stands.
    pub state: Option<CallState>,
    /// Who calls: a number, or the name of a SIP user.
    #[serde(default, deserialize_with = "text")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::models::PhoneNumber>")
    )]
    pub from: Option<String>,
    /// Who is called: a number, or the name of a SIP user.
    #[serde(default, deserialize_with = "text")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::models::PhoneNumber>")
    )]
    pub to: Option<String>,
    /// How long it has lasted, in seconds; in the events of 2022 in milliseconds.
    pub duration: Option<Number>,
    /// What kind of call it is, for instance `CallSCA`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// When it was made.
    pub created_on: Option<Timestamp>,
    /// When it was last changed.
    pub modified_on: Option<Timestamp>,
    /// When its setting up began.
    pub init_on: Option<Timestamp>,
    /// When the other side began to ring.
    pub ring_on: Option<Timestamp>,
    /// When it was answered.
    pub answer_on: Option<Timestamp>,
    /// When somebody hung up.
    pub hangup_on: Option<Timestamp>,
    /// When it was taken down.
    pub destroy_on: Option<Timestamp>,
    /// When it was over, in the forms before 2024.
    pub finished_on: Option<Timestamp>,
    /// Why it ended, as a number of ITU-T Q.850; 16 is a normal end.
    pub q850_cause: Option<i64>,
    /// The same as a word, for instance `NORMAL_CLEARING`.
    pub q850_cause_string: Option<String>,
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("uuid", &self.uuid)
            .field("direction", &self.direction)
            .field("state", &self.state)
            .field("duration", &self.duration)
            .field("q850_cause", &self.q850_cause)
            .finish_non_exhaustive()
    }
}
