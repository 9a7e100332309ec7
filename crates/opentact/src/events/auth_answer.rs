//! What the service says to a connection's credential.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::IgnoredAny;

use super::event::Event;
use super::layout::Field;
use crate::models::EventType;

/// What the service says to the [`AuthMessage`](super::AuthMessage) of a connection.
///
/// The service has two forms for yes, one of 2021 with `success` and one of 2024 without it, and none
/// for no that is documented. So yes is an event of the kind `auth` whose payload names a user and
/// which does not say otherwise, and every other event of that kind is a no. Whether the user is
/// one that this version can read does not matter.
///
/// ```
/// use opentact::events::{AuthAnswer, Event};
///
/// let event = Event::from_json(r#"{"type":"auth","success":false,"message":"Unauthorized"}"#)?;
/// let Some(AuthAnswer::Refused(refusal)) = AuthAnswer::of(&event) else { panic!() };
/// assert_eq!(refusal.message(), Some("Unauthorized"));
/// # Ok::<(), opentact::events::EventError>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "there is no third answer")]
pub enum AuthAnswer {
    /// The credential is good. The event's payload says whose it is.
    Accepted,
    /// The credential is not good; the same one will not do at the next attempt.
    Refused(AuthRefusal),
}

impl AuthAnswer {
    /// Reads the answer from an event; `None` for an event of another kind.
    pub fn of(event: &Event) -> Option<Self> {
        if *event.kind() != EventType::Auth {
            return None;
        }
        // Null says as little as a missing field; anything but true is a no.
        let says_no = event
            .raw(Field::Success)
            .is_some_and(|it| !["true", "null"].contains(&it.as_str()));
        if !says_no && names_a_user(event) {
            return Some(Self::Accepted);
        }
        let message = event.message().map(|it| it.into_owned());
        Some(Self::Refused(AuthRefusal { message }))
    }
}

fn names_a_user(event: &Event) -> bool {
    let payload: Option<BTreeMap<String, Option<IgnoredAny>>> = event.read(Field::Payload);
    payload.is_some_and(|it| matches!(it.get("user"), Some(Some(_))))
}

/// A credential that the service refused.
///
/// `Debug` and `Display` leave the server's words out: they name the address and the e-mail.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error("the event service refused the credential")]
pub struct AuthRefusal {
    message: Option<String>,
}

impl AuthRefusal {
    /// The server's words, which are not for a log.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

impl fmt::Debug for AuthRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthRefusal").finish_non_exhaustive()
    }
}
