//! What a session promises, on a scripted login and a stopped clock.

mod login;
mod refusal;
mod renewal;
