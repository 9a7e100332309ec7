//! Answers: the envelope around every payload and every refusal.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{
        HeaderName, HeaderValue, StatusCode,
        header::{
            ALLOW, CONNECTION, CONTENT_TYPE, RETRY_AFTER, SEC_WEBSOCKET_ACCEPT,
            SEC_WEBSOCKET_VERSION, UPGRADE, WWW_AUTHENTICATE,
        },
    },
    response::Response,
};
use opentact_client::{
    Maybe, Revealed,
    types::{ErrorResponse, FieldError},
};
use serde::Serialize;
use uuid::Uuid;

use crate::{contract::Success, error::Error, operations::Grade};

/// Says how an operation is answered.
pub(crate) const GRADE: HeaderName = HeaderName::from_static("x-sandbox-grade");

/// What it says where a stub has answered.
pub(crate) const STUB: &str = "stub";

/// The answer to one request.
#[derive(Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    body: Vec<u8>,
    headers: Vec<(HeaderName, HeaderValue)>,
    user: Option<Uuid>,
}

impl Answer {
    /// A payload, its secrets in clear.
    pub(crate) fn success(status: StatusCode, body: &impl Serialize) -> Result<Self, Error> {
        let body = serde_json::to_vec(&Revealed(body)).map_err(Error::Encode)?;
        Ok(Self::new(status, body))
    }

    /// A body that is no JSON of ours; without a content type there is none.
    pub(crate) fn raw(status: StatusCode, content_type: &'static str, body: Vec<u8>) -> Self {
        let mut answer = Self {
            status,
            body,
            headers: Vec::new(),
            user: None,
        };
        if !content_type.is_empty() {
            let content_type = HeaderValue::from_static(content_type);
            answer.headers.push((CONTENT_TYPE, content_type));
        }
        answer
    }

    /// What a stub says.
    pub(crate) fn stubbed(status: StatusCode, content_type: &str, body: Vec<u8>) -> Self {
        let answer = Self::raw(status, "", body).with(GRADE, HeaderValue::from_static(STUB));
        match content_type {
            "" => answer,
            content_type => answer.with(CONTENT_TYPE, content_type.to_owned()),
        }
    }

    fn new(status: StatusCode, body: Vec<u8>) -> Self {
        Self::raw(status, "application/json", body)
    }

    fn with(mut self, name: HeaderName, value: impl TryInto<HeaderValue>) -> Self {
        self.headers
            .extend(value.try_into().map(|value| (name, value)));
        self
    }

    /// The same answer, to this user.
    pub(crate) fn to(self, user: Option<Uuid>) -> Self {
        Self { user, ..self }
    }

    /// The same answer, which says how the operation is answered.
    pub(crate) fn graded(self, grade: Grade) -> Self {
        self.with(GRADE, HeaderValue::from_static(grade.name()))
    }

    /// What the contract shows.
    pub(crate) fn example(success: &Success) -> Self {
        let status = StatusCode::from_u16(success.status).unwrap_or_default();
        Self::raw(status, success.media, success.example.as_bytes().to_vec())
    }

    /// No credential, or one that does not hold.
    pub(crate) fn unauthorized() -> Self {
        let realms = r#"Basic realm="opentact", charset="UTF-8", Bearer realm="opentact""#;
        Self::failure(StatusCode::UNAUTHORIZED, "Unauthorized").with(WWW_AUTHENTICATE, realms)
    }

    /// Nothing is there.
    pub(crate) fn not_found(message: &str) -> Self {
        Self::failure(StatusCode::NOT_FOUND, message)
    }

    /// The path has other methods, these.
    pub(crate) fn wrong_method(allow: String) -> Self {
        Self::failure(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed").with(ALLOW, allow)
    }

    /// Too many; there is room again in that many seconds.
    pub(crate) fn too_many_requests(retry_after_s: u64) -> Self {
        Self::failure(StatusCode::TOO_MANY_REQUESTS, "Too many requests")
            .with(RETRY_AFTER, retry_after_s)
    }

    /// From here on the connection is a WebSocket.
    pub(crate) fn switching_protocols(accept: String) -> Self {
        Self::raw(StatusCode::SWITCHING_PROTOCOLS, "", Vec::new())
            .with(SEC_WEBSOCKET_ACCEPT, accept)
            .with(CONNECTION, "upgrade")
            .with(UPGRADE, "websocket")
    }

    /// There is nothing here but a WebSocket.
    pub(crate) fn upgrade_required(message: &str) -> Self {
        Self::failure(StatusCode::UPGRADE_REQUIRED, message)
            .with(SEC_WEBSOCKET_VERSION, "13")
            .with(CONNECTION, "upgrade")
            .with(UPGRADE, "websocket")
    }

    /// The contract has the operation, the sandbox does not.
    pub(crate) fn not_implemented() -> Self {
        Self::failure(StatusCode::NOT_IMPLEMENTED, "Not implemented")
    }

    /// The sandbox failed; why is in its log only.
    pub(crate) fn failed() -> Self {
        Self::failure(StatusCode::INTERNAL_SERVER_ERROR, "Internal server error")
    }

    /// What was asked is not as it must be; what is wrong with each field.
    pub(crate) fn invalid(fields: BTreeMap<String, FieldError>) -> Self {
        let status = StatusCode::BAD_REQUEST;
        Self::refusal(status, "Validation failed", Maybe::Value(fields))
    }

    pub(crate) const fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether the connection becomes a WebSocket by it.
    pub(crate) fn switches(&self) -> bool {
        self.status == StatusCode::SWITCHING_PROTOCOLS
    }

    /// Whose credentials the request carried, if they held.
    pub(crate) const fn user(&self) -> Option<Uuid> {
        self.user
    }

    pub(crate) fn body(&self) -> &[u8] {
        &self.body
    }

    pub(crate) fn set_body(&mut self, body: Vec<u8>) {
        self.body = body;
    }

    /// The answer as it goes over the wire.
    pub(crate) fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        response.headers_mut().extend(self.headers);
        response
    }

    /// A refusal that says this.
    pub(crate) fn failure(status: StatusCode, message: &str) -> Self {
        Self::refusal(status, message, Maybe::Absent)
    }

    fn refusal(
        status: StatusCode,
        message: &str,
        fields: Maybe<BTreeMap<String, FieldError>>,
    ) -> Self {
        let body = ErrorResponse::new(false, message)
            .status(status.as_u16())
            .fields(fields);
        // Nothing in an `ErrorResponse` can fail to be written as JSON.
        Self::new(status, serde_json::to_vec(&body).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_has_exactly_the_fields_of_the_envelope() {
        for (answer, text) in [
            (
                Answer::unauthorized(),
                r#"{"message":"Unauthorized","status":401,"success":false}"#,
            ),
            (
                Answer::not_implemented(),
                r#"{"message":"Not implemented","status":501,"success":false}"#,
            ),
            (
                Answer::failed(),
                r#"{"message":"Internal server error","status":500,"success":false}"#,
            ),
        ] {
            assert_eq!(String::from_utf8(answer.body).unwrap(), text);
        }
    }
}
