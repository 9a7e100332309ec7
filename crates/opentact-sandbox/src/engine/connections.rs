//! Connections of the event service, ended by the owner of the sandbox.

use super::Engine;
use crate::{
    error::Error,
    events::{Ending, is_sendable},
};

impl Engine {
    /// Ends the connection with this id.
    pub(crate) fn end_connection(&self, id: &str, code: Option<u16>) -> Result<(), Error> {
        let ending = ending(code)?;
        match self.events.end(ending, |it| it.id.to_string() == id) {
            0 => Err(Error::UnknownConnection { id: id.to_owned() }),
            _ => Ok(()),
        }
    }

    /// Ends all connections; how many.
    pub(crate) fn end_connections(&self, code: Option<u16>) -> Result<usize, Error> {
        Ok(self.events.end(ending(code)?, |_| true))
    }
}

fn ending(code: Option<u16>) -> Result<Ending, Error> {
    match code {
        None => Ok(Ending::Cut),
        Some(code) if is_sendable(code) => Ok(Ending::Code(code)),
        Some(code) => Err(Error::CloseCode { code }),
    }
}
