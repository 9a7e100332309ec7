//! A complete answer of the server, and what it means.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use opentact_client::types::ErrorResponse;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::envelope;
use crate::error::{Error, ErrorKind};
use crate::redaction::Redaction;

/// A successful answer to a [`request`](crate::Client::request): status, headers and body.
///
/// `Debug` shows the status and the size, as a body may hold secrets.
#[derive(Clone)]
pub struct Answer {
    operation: String,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    redaction: Redaction,
}

impl Answer {
    pub(crate) const fn new(
        operation: String,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
        redaction: Redaction,
    ) -> Self {
        Self {
            operation,
            status,
            headers,
            body,
            redaction,
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The value of a header, if it is there and text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as it came, in bytes.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The whole body, read as JSON.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedAnswer`] when it is not JSON of that shape.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        serde_json::from_slice(&self.body).map_err(|cause| self.misfit(&cause))
    }

    /// The `payload` of the envelope that the API puts around what it answers.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedAnswer`] when there is no payload of that shape.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, Error> {
        #[derive(Deserialize)]
        struct Envelope<T> {
            payload: T,
        }
        self.json::<Envelope<T>>().map(|envelope| envelope.payload)
    }

    /// The answer as the generated client takes it.
    pub(crate) fn to_http(&self) -> http::Response<Bytes> {
        let mut response = http::Response::new(self.body.clone());
        *response.status_mut() = self.status;
        response.headers_mut().clone_from(&self.headers);
        response
    }

    pub(crate) fn is_unauthorized(&self) -> bool {
        self.status == StatusCode::UNAUTHORIZED
    }

    /// The answer, if it is a success in status and in words.
    pub(crate) fn accept(self) -> Result<Self, Error> {
        if !self.status.is_success() {
            return Err(self.refusal());
        }
        if says_success(&self.body) == Some(false) {
            return Err(self.denial());
        }
        Ok(self)
    }

    /// The failure of an operation whose answer the generated client did not take.
    pub(crate) fn rejected(self) -> Error {
        let misfit = |answer: &Self| {
            // What stands in the body is not said: it may hold a token.
            let message = if serde_json::from_slice::<serde::de::IgnoredAny>(&answer.body).is_ok() {
                "the answer does not have the shape of the contract"
            } else {
                "the answer is not JSON"
            };
            let message = format!("{message} ({})", answer.appearance());
            answer.error(ErrorKind::UnexpectedAnswer, message)
        };
        match self.accept() {
            Ok(answer) => misfit(&answer),
            Err(error) => error,
        }
    }

    fn misfit(&self, cause: &serde_json::Error) -> Error {
        let message = format!(
            "the answer does not have the expected shape at line {} column {} ({})",
            cause.line(),
            cause.column(),
            self.appearance()
        );
        self.error(ErrorKind::UnexpectedAnswer, message)
    }

    /// The failure that a status outside 2xx means.
    fn refusal(&self) -> Error {
        let status = self.status;
        let kind = match status.as_u16() {
            300..=399 => ErrorKind::Redirected,
            401 => ErrorKind::Credentials,
            404 => ErrorKind::NotFound,
            408 => ErrorKind::Timeout,
            429 => ErrorKind::RateLimited,
            400..=499 => ErrorKind::Refused,
            500..=599 => ErrorKind::Server,
            _ => ErrorKind::UnexpectedAnswer,
        };
        let envelope = self.envelope();
        let mut message = format!("the server answered with status {}", status.as_u16());
        if kind == ErrorKind::Redirected {
            message = format!("{message} and points to {}", self.redirect_target());
        } else if envelope.is_none() {
            message = format!("{message} and {}", self.appearance());
        }
        self.error(kind, message)
            .with_retry_after(self.retry_after())
            .with_envelope(envelope)
    }

    /// The failure that `success: false` under 2xx means.
    fn denial(&self) -> Error {
        let status = self.status.as_u16();
        let message = format!("the server answered with status {status} and `success: false`");
        self.error(ErrorKind::Refused, message)
            .with_envelope(self.envelope())
    }

    fn error(&self, kind: ErrorKind, message: String) -> Error {
        Error::new(kind, &self.operation, message)
            .with_status(self.status.as_u16())
            .with_body(self.body.clone())
    }

    /// The server's error, with the request's own secrets blotted out.
    fn envelope(&self) -> Option<ErrorResponse> {
        let value: Value = serde_json::from_slice(&self.body).ok()?;
        match self.redaction.json(value) {
            Value::Object(fields) => envelope::read(fields),
            _ => None,
        }
    }

    /// `Retry-After`, where it is a number of seconds.
    fn retry_after(&self) -> Option<Duration> {
        let seconds = self
            .header(header::RETRY_AFTER.as_str())?
            .trim()
            .parse()
            .ok()?;
        Some(Duration::from_secs(seconds))
    }

    /// Where a redirect points: scheme and host alone, as the rest may hold a credential.
    fn redirect_target(&self) -> String {
        let location = self.header(header::LOCATION.as_str()).unwrap_or("");
        match url::Url::parse(location) {
            Ok(target) => {
                let origin = target.origin();
                if origin.is_tuple() {
                    self.redaction.text(&origin.ascii_serialization())
                } else {
                    "an address that is no web address".to_owned()
                }
            }
            Err(_) if location.is_empty() => "nowhere".to_owned(),
            Err(_) if location.starts_with("//") => "another server".to_owned(),
            Err(_) => "another path of the same server".to_owned(),
        }
    }

    /// What the body looks like from afar: type and size.
    fn appearance(&self) -> String {
        let size = self.body.len();
        let kind = self
            .header(header::CONTENT_TYPE.as_str())
            .unwrap_or("no type");
        let kind: String = kind
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || "/+-. ".contains(*letter))
            .take(40)
            .collect();
        format!("a body of {size} bytes, {}", self.redaction.text(&kind))
    }
}

/// What an answer says of itself, if it says so.
fn says_success(body: &[u8]) -> Option<bool> {
    #[derive(Deserialize)]
    struct Flag {
        success: Option<bool>,
    }
    serde_json::from_slice::<Flag>(body).ok()?.success
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answer")
            .field("operation", &self.operation)
            .field("status", &self.status.as_u16())
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Answer {
        let status = StatusCode::from_u16(status).unwrap();
        let body = Bytes::copy_from_slice(body.as_bytes());
        let mut redaction = Redaction::default();
        redaction.add(&opentact_client::Secret::new("planted-4711"));
        Answer::new(
            "listTokens".to_owned(),
            status,
            HeaderMap::new(),
            body,
            redaction,
        )
    }

    #[test]
    fn each_status_asks_for_its_own_reaction() {
        for (status, kind) in [
            (301, ErrorKind::Redirected),
            (400, ErrorKind::Refused),
            (401, ErrorKind::Credentials),
            (402, ErrorKind::Refused),
            (404, ErrorKind::NotFound),
            (408, ErrorKind::Timeout),
            (429, ErrorKind::RateLimited),
            (500, ErrorKind::Server),
            (503, ErrorKind::Server),
        ] {
            let error = answer(status, "<html>planted-4711</html>")
                .accept()
                .unwrap_err();
            assert_eq!((error.kind(), error.status()), (kind, Some(status)));
            assert!(error.envelope().is_none());
            assert!(!format!("{error} {error:?}").contains("planted"));
        }
    }

    #[test]
    fn success_false_under_200_is_a_failure() {
        let error = answer(200, r#"{"success":false,"message":"no, planted-4711"}"#)
            .accept()
            .unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Refused, Some(200))
        );
        assert_eq!(error.envelope().unwrap().message, "no, [redacted]");
        let error = answer(200, r#"{"success":false}"#).accept().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Refused);
    }

    #[test]
    fn success_false_is_a_failure_whatever_else_is_odd() {
        for rest in [
            r#""message":"no","status":"402""#,
            r#""message":"no","status":402.5"#,
            r#""message":"no","fields":[]"#,
            r#""message":"no","meta":{"a":1}"#,
            r#""message":null"#,
            r#""message":{"en":"no"}"#,
        ] {
            let body = format!(r#"{{"success":false,{rest}}}"#);
            let error = answer(200, &body).accept().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Refused, "{body}");
            let envelope = error.envelope().unwrap();
            assert!(!envelope.success);
            assert_eq!(
                envelope.message == "no",
                body.contains(r#""message":"no""#),
                "{body}"
            );
            assert_eq!(error.body(), Some(body.as_bytes()));
        }
    }

    #[test]
    fn redirect_shows_the_other_origin_alone() {
        let mut answer = answer(302, "");
        let target = "https://other.example.com/rest/auth?jwt=planted-4711"
            .parse()
            .unwrap();
        answer.headers.insert(header::LOCATION, target);
        let shown = answer.accept().unwrap_err().to_string();
        assert!(shown.contains("https://other.example.com;"), "{shown}");
    }

    #[test]
    fn payload_is_taken_out_of_its_envelope() {
        let answer = answer(200, r#"{"success":true,"payload":[1,2]}"#)
            .accept()
            .unwrap();
        assert_eq!(answer.payload::<Vec<u8>>().unwrap(), [1, 2]);
        let error = answer.payload::<Vec<String>>().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    }
}
