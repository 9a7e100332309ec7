//! The event service as the owner of a sandbox sees it: who is connected, and what they are sent.

use serde::Serialize;
use serde_json::Value;

use super::Owner;
use crate::{
    error::Error,
    events::{Ending, EventConnection, delivery::deliver},
    faults::close_code,
    store::users,
};

impl Owner {
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
        let refused = |reason| Error::Event { reason };
        let event = serde_json::to_value(event).map_err(Error::Encode)?;
        let Value::Object(fields) = &event else {
            return Err(refused("it has to be an object"));
        };
        let Some(Value::String(event_type)) = fields.get("type") else {
            return Err(refused("it has to have a `type` that is a string"));
        };
        let (engine, name) = (&self.engine, user.to_owned());
        let _at_work = engine.at_work.read().await;
        let named = move |connection: &_| users::named(connection, &name);
        let user = engine.store.read(move |it| named(it)).await?;
        deliver(
            engine,
            user.account.uuid,
            None,
            event_type,
            event.to_string(),
        )
        .await
    }

    /// Ends a connection: with a close code, or cut off without a word.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownConnection`] when there is no connection with this id, [`Error::CloseCode`]
    /// when no connection may be closed with this code.
    pub fn end_connection(&self, id: &str, code: Option<u16>) -> Result<(), Error> {
        let ending = ending(code)?;
        match self.engine.events.end(ending, |it| it.id.to_string() == id) {
            0 => Err(Error::UnknownConnection { id: id.to_owned() }),
            _ => Ok(()),
        }
    }

    /// Ends all connections in the same way; how many.
    ///
    /// # Errors
    ///
    /// [`Error::CloseCode`] when no connection may be closed with this code.
    pub fn end_connections(&self, code: Option<u16>) -> Result<usize, Error> {
        Ok(self.engine.events.end(ending(code)?, |_| true))
    }
}

fn ending(code: Option<u16>) -> Result<Ending, Error> {
    match code {
        None => Ok(Ending::Cut),
        Some(code) if close_code(code).is_some() => Ok(Ending::Code(code)),
        Some(code) => Err(Error::CloseCode { code }),
    }
}
