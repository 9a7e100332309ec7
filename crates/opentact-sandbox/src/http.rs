//! The API over HTTP: connections, what a request presents and asks for, and how it is answered.

pub(crate) mod answer;
pub(crate) mod body;
pub(crate) mod connections;
pub(crate) mod cors;
mod form;
pub(crate) mod input;
pub(crate) mod observer;
mod patience;
pub(crate) mod presented;
#[cfg(feature = "tls")]
pub(crate) mod redirect;
pub(crate) mod router;
pub(crate) mod server;
#[cfg(feature = "tls")]
pub(crate) mod tls;
mod underway;
pub(crate) mod validation;
