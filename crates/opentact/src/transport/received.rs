//! A complete response before it is judged: a success, or the failure that it means.

use std::sync::Arc;

use http::header;
use opentact_client::types::ErrorResponse;
use opentact_client::{Envelope, tolerant};
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::Transport;
use crate::download::Download;
use crate::error::{Error, ErrorKind, is_refusal};
use crate::redaction::Redaction;
use crate::response::Response;
use crate::server_error;
use crate::with_response::WithResponse;

/// A complete response, and what is known of its request. What is made of it keeps none of the
/// request's secrets.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) response: Response,
    /// What is not read yet: the body of a download.
    pub(crate) rest: Option<reqwest::Response>,
    redaction: Redaction,
    /// Whether the request changes what the server keeps.
    changes_state: bool,
    /// Whether an earlier attempt may have been carried out.
    in_doubt: bool,
    /// Whether a later request may get another response.
    may_pass: bool,
    /// What the caller should know of a refused credential.
    hint: Option<String>,
}

impl Received {
    /// A response to a request that carried these secrets, and may change what the server keeps.
    pub(crate) const fn new(response: Response, changes_state: bool, redaction: Redaction) -> Self {
        Self {
            response,
            rest: None,
            redaction,
            changes_state,
            in_doubt: false,
            may_pass: false,
            hint: None,
        }
    }

    /// The same with a body that is still to be read.
    pub(crate) fn with_rest(self, rest: Option<reqwest::Response>) -> Self {
        Self { rest, ..self }
    }

    /// The response to the last of so many attempts, one of which may have been carried out before,
    /// while a later one may get another.
    pub(crate) fn after(self, attempts: u32, in_doubt: bool, may_pass: bool) -> Self {
        Self {
            response: self.response.after(attempts),
            in_doubt,
            may_pass,
            ..self
        }
    }

    /// Says why a credential that was refused may have been.
    pub(crate) fn with_hint(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }

    /// The payload of an operation's response, or the failure that the response means.
    pub(crate) fn open<T: Envelope>(self) -> Result<WithResponse<T::Payload>, Error> {
        if !self.response.is_success() {
            return Err(self.refusal());
        }
        match T::of(self.response.body()).map(Envelope::open) {
            Ok((true, payload)) => Ok(WithResponse::new(payload, self.response)),
            Ok((false, _)) => Err(self.denial()),
            Err(_) if says_success(self.response.body()) == Some(false) => Err(self.denial()),
            Err(misfit) => {
                let message = format!("{misfit} ({})", self.response.appearance());
                let error = self.response.error(ErrorKind::UnexpectedResponse, message);
                Err(error.with_doubt(self.changes_state))
            }
        }
    }

    /// The response, if it is a success in status and in words.
    pub(crate) fn accept(self) -> Result<Response, Error> {
        if !self.response.is_success() {
            return Err(self.refusal());
        }
        if says_success(self.response.body()) == Some(false) {
            return Err(self.denial());
        }
        Ok(self.response)
    }

    /// The body as it comes, or the failure that the response means.
    pub(crate) fn download(
        mut self,
        transport: &Arc<Transport>,
    ) -> Result<WithResponse<Download>, Error> {
        let rest = self.rest.take();
        let (changes_state, redaction) = (self.changes_state, self.redaction.clone());
        let response = self.accept()?;
        let download = Download {
            operation: response.operation().to_owned(),
            response: rest.unwrap_or_else(|| response.to_http().into()),
            transport: Arc::clone(transport),
            redaction,
            changes_state,
        };
        Ok(WithResponse::new(download, response))
    }

    /// The failure that a status outside 2xx means.
    fn refusal(&self) -> Error {
        let status = self.response.status();
        let kind = ErrorKind::of_status(status);
        let is_unsure = self.changes_state && !is_refusal(status);
        let server_error = self.server_error();
        let mut message = format!("the server answered with status {}", status.as_u16());
        if kind == ErrorKind::Redirected {
            message = format!("{message} and points to {}", self.redirect_target());
        } else if server_error.is_none() {
            message = format!("{message} and {}", self.response.appearance());
        }
        let error = self
            .response
            .error(kind, message)
            .with_retry_after(self.response.retry_after())
            .with_server_error(server_error)
            .with_retryable(self.may_pass)
            .with_doubt(is_unsure || self.in_doubt);
        match &self.hint {
            _ if kind == ErrorKind::NotFound && self.in_doubt => {
                error.with_hint("an earlier attempt of this request may have removed it")
            }
            Some(hint) => error.with_hint(hint.clone()),
            None => error,
        }
    }

    /// The failure that `success: false` under 2xx means.
    fn denial(&self) -> Error {
        let status = self.response.status().as_u16();
        let message = format!("the server answered with status {status} and `success: false`");
        self.response
            .error(ErrorKind::Refused, message)
            .with_server_error(self.server_error())
            .with_doubt(self.in_doubt)
    }

    /// The server's error, with the request's own secrets blotted out.
    fn server_error(&self) -> Option<ErrorResponse> {
        let value: Value = tolerant::from_slice(self.response.body()).ok()?;
        match self.redaction.json(value) {
            Value::Object(fields) => server_error::read(fields),
            _ => None,
        }
    }

    /// Where a redirect points: scheme and host alone, as the rest may hold a credential.
    fn redirect_target(&self) -> String {
        let location = self
            .response
            .header(header::LOCATION.as_str())
            .unwrap_or("");
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
}

/// What a response says of itself, if it says so; the last time, if it says so twice.
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

#[cfg(test)]
mod tests {
    use opentact_client::types::ListTokensResponse;
    use proptest::prelude::*;

    use bytes::Bytes;
    use http::{HeaderName, HeaderValue, StatusCode};

    use super::*;

    fn received(status: u16, body: &str) -> Received {
        received_with(&[], status, body)
    }

    fn received_with(headers: &[(HeaderName, &str)], status: u16, body: &str) -> Received {
        let mut response = http::Response::new(Bytes::copy_from_slice(body.as_bytes()));
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        for (name, value) in headers {
            if let Ok(value) = HeaderValue::from_str(value) {
                response.headers_mut().insert(name.clone(), value);
            }
        }
        let mut redaction = Redaction::default();
        redaction.add(&opentact_client::Secret::new("planted-4711"));
        let response = Response::new("listTokens", response);
        Received::new(response, false, redaction)
    }

    #[test]
    fn a_refusal_is_one_also_where_it_says_so_twice() {
        for body in [
            r#"{"success":false}"#,
            r#"{"success":false,"message":"no","success":false}"#,
            r#"{"success":true,"success":false}"#,
        ] {
            let refused = received(200, body).accept().unwrap_err();
            assert_eq!(refused.kind(), ErrorKind::Refused, "{body}");
        }
        for body in [r#"{"success":true}"#, r#"{"success":1}"#, "{}", "[]", "no"] {
            assert!(received(200, body).accept().is_ok(), "{body}");
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
            let error = received(status, "<html>planted-4711</html>")
                .accept()
                .unwrap_err();
            assert_eq!(
                (error.kind(), error.status()),
                (kind, StatusCode::from_u16(status).ok())
            );
            assert!(error.server_error().is_none());
            assert!(!format!("{error} {error:?}").contains("planted"));
        }
    }

    #[test]
    fn success_false_under_200_is_a_failure() {
        let error = received(200, r#"{"success":false,"message":"no, planted-4711"}"#)
            .accept()
            .unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Refused, Some(StatusCode::OK))
        );
        assert_eq!(error.server_error().unwrap().message, "no, [redacted]");
        let error = received(200, r#"{"success":false}"#).accept().unwrap_err();
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
            let error = received(200, &body).accept().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Refused, "{body}");
            let server_error = error.server_error().unwrap();
            assert!(!server_error.success);
            assert_eq!(
                server_error.message == "no",
                body.contains(r#""message":"no""#),
                "{body}"
            );
            assert_eq!(error.body(), Some(body.as_bytes()));
        }
    }

    #[test]
    fn redirect_shows_the_other_origin_alone() {
        let target = "https://other.example.com/rest/auth?jwt=planted-4711";
        let received = received_with(&[(header::LOCATION, target)], 302, "");
        let shown = received.accept().unwrap_err().to_string();
        assert!(shown.contains("https://other.example.com;"), "{shown}");
    }

    #[test]
    fn payload_is_taken_out_of_its_envelope() {
        let response = received(200, r#"{"success":true,"payload":[1,2]}"#)
            .accept()
            .unwrap();
        assert_eq!(response.payload::<Vec<u8>>().unwrap(), [1, 2]);
        let error = response.payload::<Vec<String>>().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
    }

    #[test]
    fn an_answer_without_a_body_is_read_where_one_is_expected() {
        const LIST: &str = r#"{"success":true,"payload":[]}"#;
        const DENIAL: &str = r#"{"success":false}"#;
        type Perhaps = Option<ListTokensResponse>;
        for body in ["", " ", LIST] {
            assert!(received(204, body).open::<()>().is_ok(), "{body}");
        }
        let payload = |body| received(200, body).open::<Perhaps>().map(|it| it.value);
        assert!(payload("").unwrap().is_none());
        assert!(payload(LIST).unwrap().is_some_and(|it| it.is_empty()));
        let denied = received(200, DENIAL).open::<()>().err().unwrap();
        assert_eq!(denied.kind(), ErrorKind::Refused);
        assert_eq!(payload(DENIAL).unwrap_err().kind(), ErrorKind::Refused);
        let nothing = received(204, "").open::<ListTokensResponse>();
        assert_eq!(nothing.err().unwrap().kind(), ErrorKind::UnexpectedResponse);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_response_is_taken_or_told(
            status in 100_u16..1000,
            body in "\\PC{0,60}|\\{\"success\":(true|false|null|0),\"(message|payload)\":[0-9a-z\"{}\\[\\]]{0,9}\\}|planted-4711",
            location in "https?://[a-zA-Z0-9.:@/?-]{0,20}planted-4711[a-z./?]{0,9}|\\PC{0,20}|/planted-4711",
            kind in "[a-z]{0,12}/[a-z]{0,9};? ?(planted-4711)?|planted-4711",
        ) {
            let headers = [(header::LOCATION, location.as_str()), (header::CONTENT_TYPE, &kind)];
            let received = || received_with(&headers, status, &body);
            let response = &received().response;
            let says_no = says_success(response.body()) == Some(false);
            let errors = [received().accept().err(), received().open::<ListTokensResponse>().err(), response.json::<Vec<u8>>().err(), response.payload::<u8>().err()];
            prop_assert_eq!(errors[0].is_none(), (200..300).contains(&status) && !says_no);
            for error in errors.into_iter().flatten() {
                prop_assert_eq!(error.status().map(u16::from), Some(status));
                prop_assert_eq!(error.body(), Some(body.as_bytes()));
                let shown = format!("{error} {error:?}").to_lowercase();
                prop_assert!(!shown.contains("planted-4711"), "{shown}");
            }
            let shown = format!("{:?}", received());
            prop_assert!(!shown.contains("planted"));
        }
    }
}
