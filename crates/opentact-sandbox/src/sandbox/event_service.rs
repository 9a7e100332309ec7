//! The event service as its owner sees it: who is connected, and what they are sent.

use serde::Serialize;

use super::Sandbox;
use crate::{error::Error, events::EventConnection};

impl Sandbox {
    /// The connections of the event service whose credentials were accepted, oldest first.
    #[must_use]
    pub fn connections(&self) -> Vec<EventConnection> {
        self.engine.events.connections()
    }

    /// Sends an event of a user's account, as it is; to how many connections.
    ///
    /// It goes to the connections of the account whose users have a subscription in force for its
    /// type, each once. Nothing is kept for who is not connected.
    ///
    /// ```
    /// use opentact_sandbox::{Sandbox, UserSeed};
    ///
    /// # async fn run() -> Result<(), opentact_sandbox::Error> {
    /// let ann = UserSeed::new("ann@example.com", "made up");
    /// let sandbox = Sandbox::builder().user(ann).start().await?;
    /// let event = serde_json::json!({ "type": "call_state", "payload": { "state": "live" } });
    /// assert_eq!(sandbox.send_event("ann@example.com", &event).await?, 0); // nobody listens
    /// # Ok(())
    /// # }
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(run()).unwrap();
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownUser`] when there is no such user, [`Error::Event`] when it is no object
    /// with a `type`.
    pub async fn send_event(&self, user: &str, event: &impl Serialize) -> Result<usize, Error> {
        self.engine.send_event(user, event).await
    }

    /// Ends a connection: with a close code, or cut off without a word.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownConnection`] when there is no connection with this id, [`Error::CloseCode`]
    /// when no connection may be closed with this code.
    pub fn end_connection(&self, id: &str, code: Option<u16>) -> Result<(), Error> {
        self.engine.end_connection(id, code)
    }

    /// Ends all connections in the same way; how many.
    ///
    /// # Errors
    ///
    /// [`Error::CloseCode`] when no connection may be closed with this code.
    pub fn end_connections(&self, code: Option<u16>) -> Result<usize, Error> {
        self.engine.end_connections(code)
    }
}
