//! Answers: the envelope around every payload and every refusal.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{
        HeaderValue, StatusCode,
        header::{
            ALLOW, CONNECTION, CONTENT_TYPE, RETRY_AFTER, SEC_WEBSOCKET_ACCEPT,
            SEC_WEBSOCKET_VERSION, UPGRADE, WWW_AUTHENTICATE,
        },
    },
    response::Response,
};
use opentact_client::{
    Maybe, Revealed, Unrecognized,
    types::{ErrorResponse, FieldError},
};
use serde::Serialize;
use uuid::Uuid;

use crate::{error::Error, http::validation::Check};

/// The answer to one request.
#[derive(Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    body: Vec<u8>,
    content_type: &'static str,
    allow: Option<String>,
    retry_after_s: Option<u64>,
    /// The proof that the key of a handshake was read.
    accept: Option<Box<str>>,
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
        Self {
            content_type,
            ..Self::new(status, body)
        }
    }

    fn new(status: StatusCode, body: Vec<u8>) -> Self {
        Self {
            status,
            body,
            content_type: "application/json",
            allow: None,
            retry_after_s: None,
            accept: None,
            user: None,
        }
    }

    /// The same answer, to this user.
    pub(crate) fn to(self, user: Uuid) -> Self {
        Self {
            user: Some(user),
            ..self
        }
    }

    /// No credential, or one that does not hold.
    pub(crate) fn unauthorized() -> Self {
        Self::failure(StatusCode::UNAUTHORIZED, "Unauthorized")
    }

    /// Nothing is there.
    pub(crate) fn not_found(message: &str) -> Self {
        Self::failure(StatusCode::NOT_FOUND, message)
    }

    /// The path has other methods, these.
    pub(crate) fn wrong_method(allow: String) -> Self {
        let answer = Self::failure(StatusCode::METHOD_NOT_ALLOWED, "Method not allowed");
        Self {
            allow: Some(allow),
            ..answer
        }
    }

    /// Too many, in these words or the usual ones; there is room again in that many seconds.
    pub(crate) fn too_many_requests(retry_after_s: u64) -> Self {
        let answer = Self::failure(StatusCode::TOO_MANY_REQUESTS, "Too many requests");
        Self {
            retry_after_s: Some(retry_after_s),
            ..answer
        }
    }

    /// From here on the connection is a WebSocket.
    pub(crate) fn switching_protocols(accept: String) -> Self {
        Self {
            accept: Some(accept.into()),
            ..Self::raw(StatusCode::SWITCHING_PROTOCOLS, "", Vec::new())
        }
    }

    /// There is nothing here but a WebSocket.
    pub(crate) fn upgrade_required(message: &str) -> Self {
        Self::failure(StatusCode::UPGRADE_REQUIRED, message)
    }

    /// The contract has the operation, the sandbox does not.
    pub(crate) fn not_implemented() -> Self {
        Self::failure(StatusCode::NOT_IMPLEMENTED, "Not implemented")
    }

    /// The sandbox failed; why is in its log only.
    pub(crate) fn failed() -> Self {
        Self::failure(StatusCode::INTERNAL_SERVER_ERROR, "Internal server error")
    }

    /// The parameters are not as they must be.
    pub(crate) fn invalid(check: Check) -> Self {
        let field = |complaint: super::validation::Complaint| {
            let error = FieldError::new(complaint.message);
            match complaint.value {
                Some(value) => error.value(Unrecognized(value)),
                None => error,
            }
        };
        let complaints = check.into_complaints().into_iter();
        let fields = complaints
            .map(|(key, complaint)| (key, field(complaint)))
            .collect();
        Self::refusal(
            StatusCode::BAD_REQUEST,
            "Validation failed",
            Maybe::Value(fields),
        )
    }

    pub(crate) const fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether the connection becomes a WebSocket by it.
    pub(crate) const fn switches(&self) -> bool {
        self.accept.is_some()
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

    /// What was wrong with each field.
    pub(crate) fn wrong_fields(
        status: StatusCode,
        message: &str,
        fields: BTreeMap<String, String>,
    ) -> Self {
        let fields = fields.into_iter();
        let fields = fields
            .map(|(key, message)| (key, FieldError::new(message)))
            .collect();
        Self::refusal(status, message, Maybe::Value(fields))
    }

    /// The answer as it goes over the wire.
    pub(crate) fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        if !self.content_type.is_empty() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        }
        if let Some(accept) = &self.accept {
            headers.extend(HeaderValue::from_str(accept).map(|it| (SEC_WEBSOCKET_ACCEPT, it)));
        }
        if self.status == StatusCode::UPGRADE_REQUIRED {
            headers.insert(SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
        }
        if self.accept.is_some() || self.status == StatusCode::UPGRADE_REQUIRED {
            headers.insert(CONNECTION, HeaderValue::from_static("upgrade"));
            headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(
                WWW_AUTHENTICATE,
                HeaderValue::from_static(r#"Basic realm="opentact", Bearer realm="opentact""#),
            );
        }
        if let Some(allow) = self
            .allow
            .and_then(|allow| HeaderValue::try_from(allow).ok())
        {
            headers.insert(ALLOW, allow);
        }
        if let Some(seconds) = self.retry_after_s {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
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
