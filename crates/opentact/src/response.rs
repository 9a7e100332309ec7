//! A complete answer of the server, and what it means.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use opentact_client::types::ErrorResponse;
use opentact_client::{Envelope, tolerant};
use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::clock::time_of_day;
use crate::envelope;
use crate::error::{Error, ErrorKind, is_refusal};
use crate::redaction::Redaction;
use crate::retry::retry_after;
use crate::with_response::WithResponse;

/// A complete answer: status, headers and body, as they came.
///
/// What [`request`](crate::Client::request) gives; beside a value, see
/// [`Request::with_response`](crate::Request::with_response), and beside an error,
/// [`Error::response`](crate::Error::response). `Debug` shows status, size and attempts, as headers and
/// body may hold secrets.
#[derive(Clone)]
pub struct Response {
    operation: String,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    redaction: Redaction,
    attempts: u32,
    /// Whether the request changes what the server keeps.
    changes_state: bool,
    /// Whether an earlier attempt may have been carried out.
    in_doubt: bool,
}

impl Response {
    /// An answer to a request of that name, which may change what the server keeps.
    pub(crate) fn new(
        operation: &str,
        changes_state: bool,
        response: http::Response<Bytes>,
        redaction: Redaction,
    ) -> Self {
        let (head, body) = response.into_parts();
        Self {
            operation: operation.to_owned(),
            status: head.status,
            headers: head.headers,
            body,
            redaction,
            attempts: 1,
            changes_state,
            in_doubt: false,
        }
    }

    /// The answer to the last of so many attempts, one of which may have been carried out before.
    pub(crate) const fn after(mut self, attempts: u32, in_doubt: bool) -> Self {
        self.attempts = attempts;
        self.in_doubt = in_doubt;
        self
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The value of a header, if it is there and text; the first, if it is there several times.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Every header that is text: its name in lower case, and its value.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers
            .iter()
            .filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
    }

    /// What the server, or a proxy before it, calls this request: `X-Request-Id` or `Request-Id`.
    /// Name it when you ask the vendor for help.
    pub fn request_id(&self) -> Option<&str> {
        let mut names = ["x-request-id", "request-id"].into_iter();
        names.find_map(|name| self.header(name))
    }

    /// How many requests were sent for this call, this one included and its login not.
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The body as it came, in bytes.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The whole body, read as JSON.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedResponse`] when it is not JSON of that shape.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        tolerant::from_slice(&self.body).map_err(|cause| self.misfit(&cause))
    }

    /// The `payload` of the envelope that the API puts around what it answers.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedResponse`] when there is no payload of that shape.
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

    /// The payload of an operation's answer, or the failure that the answer means.
    pub(crate) fn open<T: Envelope>(self) -> Result<WithResponse<T::Payload>, Error> {
        if !self.is_success() {
            return Err(self.refusal());
        }
        match tolerant::read::<T>(&self.body).map(Envelope::open) {
            Ok((true, payload)) => Ok(WithResponse::new(payload, self)),
            Ok((false, _)) => Err(self.denial()),
            Err(_) if says_success(&self.body) == Some(false) => Err(self.denial()),
            Err(misfit) => {
                let message = format!("{misfit} ({})", self.appearance());
                let error = self.error(ErrorKind::UnexpectedResponse, message);
                Err(error.with_doubt(self.changes_state))
            }
        }
    }

    pub(crate) fn is_success(&self) -> bool {
        self.status.is_success()
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

    fn misfit(&self, cause: &serde_json::Error) -> Error {
        let message = format!(
            "the answer does not have the expected shape at line {} column {} ({})",
            cause.line(),
            cause.column(),
            self.appearance()
        );
        self.error(ErrorKind::UnexpectedResponse, message)
    }

    /// The failure that a status outside 2xx means.
    fn refusal(&self) -> Error {
        let status = self.status;
        let kind = ErrorKind::of_status(status.as_u16());
        let is_unsure = self.changes_state && !is_refusal(status.as_u16());
        let envelope = self.envelope();
        let mut message = format!("the server answered with status {}", status.as_u16());
        if kind == ErrorKind::Redirected {
            message = format!("{message} and points to {}", self.redirect_target());
        } else if envelope.is_none() {
            message = format!("{message} and {}", self.appearance());
        }
        let error = self
            .error(kind, message)
            .with_retry_after(self.retry_after())
            .with_envelope(envelope)
            .with_doubt(is_unsure || self.in_doubt);
        if kind == ErrorKind::NotFound && self.in_doubt {
            error.with_hint("an earlier attempt of this call may have removed it")
        } else {
            error
        }
    }

    /// The failure that `success: false` under 2xx means.
    fn denial(&self) -> Error {
        let status = self.status.as_u16();
        let message = format!("the server answered with status {status} and `success: false`");
        self.error(ErrorKind::Refused, message)
            .with_envelope(self.envelope())
            .with_doubt(self.in_doubt)
    }

    fn error(&self, kind: ErrorKind, message: String) -> Error {
        Error::new(kind, &self.operation, message).with_response(self.clone())
    }

    /// The server's error, with the request's own secrets blotted out.
    fn envelope(&self) -> Option<ErrorResponse> {
        let value: Value = tolerant::from_slice(&self.body).ok()?;
        match self.redaction.json(value) {
            Value::Object(fields) => envelope::read(fields),
            _ => None,
        }
    }

    /// `Retry-After`, in seconds or as a date.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        let value = self.header(header::RETRY_AFTER.as_str())?;
        retry_after::parse(value, self.header(header::DATE.as_str()), time_of_day())
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
        let kind = self.header(header::CONTENT_TYPE.as_str()).unwrap_or("");
        let kind = self.redaction.text(kind);
        let kind = media_type(&kind).unwrap_or("no type");
        format!("a body of {size} bytes, {kind}")
    }
}

/// The media type in a `Content-Type`, if it is one: who writes something else there may write a
/// secret.
fn media_type(text: &str) -> Option<&str> {
    let kind = text.split(';').next()?.trim();
    let (family, member) = kind.split_once('/')?;
    let is_usual = ["application", "image", "message", "multipart", "text"]
        .iter()
        .any(|usual| usual.eq_ignore_ascii_case(family));
    let is_name = member.len() <= 40
        && member
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    (is_usual && is_name).then_some(kind)
}

/// What an answer says of itself, if it says so; the last time, if it says so twice.
fn says_success(body: &[u8]) -> Option<bool> {
    struct Flag(Option<bool>);

    impl<'de> Deserialize<'de> for Flag {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(Self(None))
        }
    }

    impl<'de> Visitor<'de> for Flag {
        type Value = Self;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
            while let Some(name) = map.next_key::<String>()? {
                if name == "success" {
                    self.0 = map.next_value::<Value>()?.as_bool();
                } else {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            Ok(self)
        }
    }

    tolerant::from_slice::<Flag>(body).ok()?.0
}

impl std::fmt::Debug for Response {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Response")
            .field("operation", &self.operation)
            .field("status", &self.status.as_u16())
            .field("bytes", &self.body.len())
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use opentact_client::types::ListTokensResponse;
    use proptest::prelude::*;

    use super::*;

    fn answer(status: u16, body: &str) -> Response {
        let mut response = http::Response::new(Bytes::copy_from_slice(body.as_bytes()));
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        let mut redaction = Redaction::default();
        redaction.add(&opentact_client::Secret::new("planted-4711"));
        Response::new("listTokens", false, response, redaction)
    }

    #[test]
    fn a_refusal_is_one_also_where_it_says_so_twice() {
        for body in [
            r#"{"success":false}"#,
            r#"{"success":false,"message":"no","success":false}"#,
            r#"{"success":true,"success":false}"#,
        ] {
            let refused = answer(200, body).accept().unwrap_err();
            assert_eq!(refused.kind(), ErrorKind::Refused, "{body}");
        }
        for body in [r#"{"success":true}"#, r#"{"success":1}"#, "{}", "[]", "no"] {
            assert!(answer(200, body).accept().is_ok(), "{body}");
        }
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
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_answer_is_taken_or_told(
            status in 100_u16..1000,
            body in "\\PC{0,60}|\\{\"success\":(true|false|null|0),\"(message|payload)\":[0-9a-z\"{}\\[\\]]{0,9}\\}|planted-4711",
            location in "https?://[a-zA-Z0-9.:@/?-]{0,20}planted-4711[a-z./?]{0,9}|\\PC{0,20}|/planted-4711",
            kind in "[a-z]{0,12}/[a-z]{0,9};? ?(planted-4711)?|planted-4711",
        ) {
            let mut answer = answer(status, &body);
            for (name, value) in [(header::LOCATION, &location), (header::CONTENT_TYPE, &kind)] {
                if let Ok(value) = http::HeaderValue::from_str(value) {
                    answer.headers.insert(name, value);
                }
            }
            let says_no = says_success(answer.body()) == Some(false);
            let errors = [answer.clone().accept().err(), answer.clone().open::<ListTokensResponse>().err(), answer.json::<Vec<u8>>().err(), answer.payload::<u8>().err()];
            prop_assert_eq!(errors[0].is_none(), (200..300).contains(&status) && !says_no);
            for error in errors.into_iter().flatten() {
                prop_assert_eq!(error.status(), Some(status));
                prop_assert_eq!(error.body(), Some(body.as_bytes()));
                let shown = format!("{error} {error:?}").to_lowercase();
                prop_assert!(!shown.contains("planted-4711"), "{shown}");
            }
            let shown = format!("{answer:?}");
            prop_assert!(!shown.contains("planted"));
        }
    }
}
