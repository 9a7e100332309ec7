//! The control port as its clients see it: every answer is held against the document.

mod document;
mod faults;
mod guard;
mod input;
pub(crate) mod port;
mod requests;
mod seed;
mod users;
