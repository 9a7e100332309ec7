//! A complete response of the server.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use opentact_client::tolerant;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::clock::time_of_day;
use crate::error::{Error, ErrorKind};
use crate::retry::retry_after;

/// A complete response: status, headers and body, as they came.
///
/// From [`Client::request`](crate::Client::request); with a value, from
/// [`Request::with_response`](crate::Request::with_response); with an error, from
/// [`Error::response`](crate::Error::response). `Debug` shows status, size and attempts, as headers and
/// body may hold secrets.
#[derive(Clone)]
pub struct Response {
    operation: String,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    attempts: u32,
}

impl Response {
    /// A response to the first attempt of a request of that name.
    pub(crate) fn new(operation: &str, response: http::Response<Bytes>) -> Self {
        let (head, body) = response.into_parts();
        Self {
            operation: operation.to_owned(),
            status: head.status,
            headers: head.headers,
            body,
            attempts: 1,
        }
    }

    /// The response to the last of so many attempts.
    pub(crate) const fn after(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// How errors call the request.
    pub(crate) fn operation(&self) -> &str {
        &self.operation
    }

    /// The HTTP status.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The value of a header, if it is there and text; the first, if it is there several times.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The headers as they came.
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// What the server, or a proxy before it, calls this request: `X-Request-Id` or `Request-Id`.
    /// Name it when you ask the vendor for help.
    pub fn request_id(&self) -> Option<&str> {
        let mut names = ["x-request-id", "request-id"].into_iter();
        names.find_map(|name| self.header(name))
    }

    /// How many attempts there were, this one included and those of a login not.
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

    /// The `payload` of the envelope that the API puts around what it sends.
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

    /// The response as the generated client takes it.
    pub(crate) fn to_http(&self) -> http::Response<Bytes> {
        let mut response = http::Response::new(self.body.clone());
        *response.status_mut() = self.status;
        response.headers_mut().clone_from(&self.headers);
        response
    }

    pub(crate) fn is_success(&self) -> bool {
        self.status.is_success()
    }

    pub(crate) fn is_unauthorized(&self) -> bool {
        self.status == StatusCode::UNAUTHORIZED
    }

    fn misfit(&self, cause: &serde_json::Error) -> Error {
        let message = format!(
            "the response does not have the expected shape at line {} column {} ({})",
            cause.line(),
            cause.column(),
            self.appearance()
        );
        self.error(ErrorKind::UnexpectedResponse, message)
    }

    pub(crate) fn error(&self, kind: ErrorKind, message: String) -> Error {
        Error::new(kind, &self.operation, message).with_response(self.clone())
    }

    /// The time of day, as the server has it.
    pub(crate) fn date(&self) -> Option<SystemTime> {
        httpdate::parse_http_date(self.header(header::DATE.as_str())?).ok()
    }

    /// `Retry-After`, in seconds or as a date.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        let value = self.header(header::RETRY_AFTER.as_str())?;
        retry_after::parse(value, self.header(header::DATE.as_str()), time_of_day())
    }

    /// What the body looks like from afar: type and size.
    pub(crate) fn appearance(&self) -> String {
        let size = self.body.len();
        let kind = self.header(header::CONTENT_TYPE.as_str()).unwrap_or("");
        format!("a body of {size} bytes, {}", media_type(kind))
    }
}

/// The media type in a `Content-Type`, if it is a usual one: who writes something else there may write
/// a secret.
fn media_type(text: &str) -> &'static str {
    const USUAL: [&str; 6] = [
        "application/json",
        "application/octet-stream",
        "application/problem+json",
        "application/xml",
        "text/html",
        "text/plain",
    ];
    let kind = text.split(';').next().unwrap_or("").trim();
    match USUAL.iter().find(|usual| usual.eq_ignore_ascii_case(kind)) {
        Some(usual) => usual,
        None if kind.is_empty() => "no type",
        None => "of another type",
    }
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
