//! A page that says why something was not done.

use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use maud::html;

use super::shell;
use crate::{control::reply::Refusal, error::Error};

/// Why something was not done, and the status that says so.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    message: String,
}

impl Problem {
    pub(super) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { status, message }
    }

    /// Something in a form is not as it must be.
    pub(super) fn form(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    /// Nothing is there.
    pub(super) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, message)
    }

    pub(super) fn message(&self) -> &str {
        &self.message
    }
}

impl From<Error> for Problem {
    /// With the status that the JSON of the control port would have.
    fn from(error: Error) -> Self {
        let message = error.to_string();
        let status = Refusal::from(error).status();
        if status.is_server_error() {
            return Self::new(status, "The sandbox failed; its log says why.");
        }
        Self { status, message }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let main = html! {
            div.problem {
                p.problem-status { (self.status.as_u16()) }
                h1 { (self.status.canonical_reason().unwrap_or("Not done")) }
                p role="alert" { (self.message) }
                p { a.button href="/" { "To the requests" } }
            }
        };
        let page = shell::bare("Not done", &main);
        (self.status, Html(page.into_string())).into_response()
    }
}
