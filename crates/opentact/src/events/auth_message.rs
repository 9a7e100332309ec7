//! The first message on a connection: the client's credential.

use std::fmt;

use serde::Serialize;

use crate::models::WssAuthRequest;
use crate::{Revealed, Secret};

/// The first message on a connection: `{"type":"auth","payload":"<token>"}`.
///
/// As everywhere in this crate, `Serialize` shows the token to [`Revealed`] alone.
///
/// ```
/// use opentact::Secret;
/// use opentact::events::AuthMessage;
///
/// let message = AuthMessage::new(Secret::new("made up"));
/// assert_eq!(message.frame().expose(), r#"{"payload":"made up","type":"auth"}"#);
/// assert!(!format!("{message:?}").contains("made up"));
/// ```
#[derive(Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct AuthMessage(WssAuthRequest);

impl AuthMessage {
    /// Carries a JWT or an API token.
    pub fn new(token: Secret) -> Self {
        Self(WssAuthRequest::new("auth", token))
    }

    /// The text of the frame, which is as secret as the token in it.
    pub fn frame(&self) -> Secret {
        // A map of texts is always written; if it were not, the server would refuse the empty frame.
        Secret::new(serde_json::to_string(&Revealed(&self.0)).unwrap_or_default())
    }
}

impl fmt::Debug for AuthMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AuthMessage").field(&self.0.payload).finish()
    }
}
