//! A message, as events tell of it.

use std::fmt;

use serde::Deserialize;
use uuid::Uuid;

use super::lossy_text::lossy_text;
use super::text_or_number::text;
use crate::Timestamp;

open_enum! {
    /// Which way a message goes.
    SmsKind {
        /// `smso`: it goes out.
        Outbound = "smso",
        /// `smsr`: it was received.
        Received = "smsr",
    }
}

open_enum! {
    /// Where a message stands.
    SmsState {
        /// `created`: it waits to be sent.
        Created = "created",
        /// `sending`: it is on its way.
        Sending = "sending",
        /// `sent`: it was sent.
        Sent = "sent",
        /// `success`: it was sent, in the word of 2022 and later.
        Success = "success",
        /// `failed`: it was not sent.
        Failed = "failed",
    }
}

/// A message that was sent, delivered or received.
///
/// A field is `None` where it is missing or null; which of the two is to be seen in the event. So are
/// the fields that have no place here, among them number, account and messaging profile.
#[derive(Clone, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Sms {
    /// The message's id.
    pub uuid: Option<Uuid>,
    /// Which way it goes.
    #[serde(rename = "type")]
    pub kind: Option<SmsKind>,
    /// Who sent it.
    #[serde(default, deserialize_with = "text")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::models::PhoneNumber>")
    )]
    pub from: Option<String>,
    /// Who gets it.
    #[serde(default, deserialize_with = "text")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::models::PhoneNumber>")
    )]
    pub to: Option<String>,
    /// The conversation that it belongs to, 32 hexadecimal digits.
    pub thread: Option<String>,
    /// What it says.
    #[serde(default, deserialize_with = "lossy_text")]
    pub message: Option<String>,
    /// Where it stands.
    pub state: Option<SmsState>,
    /// Whether it arrived.
    pub delivered: Option<bool>,
    /// Whether a program wrote it.
    pub automated: Option<bool>,
    /// Why it stands where it stands, for people.
    #[serde(default, deserialize_with = "lossy_text")]
    pub reason: Option<String>,
    /// When it was made.
    pub created_on: Option<Timestamp>,
    /// When it was last changed.
    pub modified_on: Option<Timestamp>,
}

impl fmt::Debug for Sms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sms")
            .field("uuid", &self.uuid)
            .field("kind", &self.kind)
            .field("state", &self.state)
            .field("delivered", &self.delivered)
            .finish_non_exhaustive()
    }
}
