//! What the control port answers: payloads and refusals in the envelope of the API.

use std::{collections::BTreeMap, error::Error as StdError};

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use opentact_client::types::FieldError;
use serde::Serialize;

use crate::{error::Error, http::answer::Answer};

/// A payload with its status.
#[derive(Debug)]
pub(super) struct Payload<T>(pub(super) StatusCode, pub(super) T);

/// That it is done, and nothing more.
#[derive(Debug)]
pub(super) struct Done;

/// Why it is not done.
#[derive(Debug)]
pub(crate) struct Refusal(Answer);

/// What a handler comes to.
pub(super) type Reply<T> = Result<Payload<T>, Refusal>;

#[derive(Serialize)]
struct Envelope<T> {
    success: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    payload: Option<T>,
}

/// A payload with status 200.
pub(super) const fn ok<T>(payload: T) -> Reply<T> {
    Ok(Payload(StatusCode::OK, payload))
}

/// A payload with status 201.
pub(super) const fn created<T>(payload: T) -> Reply<T> {
    Ok(Payload(StatusCode::CREATED, payload))
}

impl<T: Serialize> IntoResponse for Payload<T> {
    fn into_response(self) -> Response {
        respond(self.0, Some(self.1))
    }
}

impl IntoResponse for Done {
    fn into_response(self) -> Response {
        respond(StatusCode::OK, None::<()>)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}

impl Refusal {
    /// Something in the request is not as it must be; `field` is its path.
    pub(super) fn field(field: impl Into<String>, message: impl Into<String>) -> Self {
        let wrong = (field.into(), FieldError::new(message));
        Self(Answer::invalid(BTreeMap::from([wrong])))
    }

    /// Nothing is there.
    pub(super) fn not_found(message: &str) -> Self {
        Self(Answer::not_found(message))
    }

    /// The path has other methods, which the router tells.
    pub(super) fn wrong_method() -> Self {
        let status = StatusCode::METHOD_NOT_ALLOWED;
        Self(Answer::failure(status, "Method not allowed"))
    }

    /// The status that it is told with.
    #[cfg(feature = "inspector")]
    pub(crate) fn status(&self) -> StatusCode {
        self.0.status()
    }

    /// It could come from a web page.
    pub(super) fn forbidden(message: &str) -> Self {
        Self(Answer::failure(StatusCode::FORBIDDEN, message))
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::UnknownUser { .. }
            | Error::UnknownSipUser { .. }
            | Error::UnknownToken { .. }
            | Error::UnknownNumber { .. }
            | Error::UnknownWebhook { .. }
            | Error::UnknownConnection { .. } => Self::not_found(&message),
            Error::DuplicateUser { .. }
            | Error::DuplicateSipUser { .. }
            | Error::DuplicateToken { .. } => Self(Answer::failure(StatusCode::CONFLICT, &message)),
            Error::UnusableEmail { .. } => Self::field("email", message),
            Error::UnusableToken { .. } => Self::field("tokens", message),
            Error::UnusableNumber { .. } => Self::field("numbers", message),
            Error::UnusableKept { .. } => Self::field("kept", message),
            Error::Event { reason } => Self::field("event", reason),
            Error::CloseCode { .. } => Self::field("code", message),
            Error::Fault { field, reason } => Self::field(field, reason),
            Error::Stub { field, reason } => Self::field(field, reason),
            Error::Seed { reason } => Self::field("seed", reason),
            _ => {
                let source: Option<&dyn StdError> = error.source();
                tracing::error!(%error, source, "the control port could not do what it was told");
                Self(Answer::failed())
            }
        }
    }
}

fn respond(status: StatusCode, payload: Option<impl Serialize>) -> Response {
    let envelope = Envelope {
        success: true,
        payload,
    };
    let answer = Answer::success(status, &envelope);
    answer
        .unwrap_or_else(|error| Refusal::from(error).0)
        .into_response()
}
