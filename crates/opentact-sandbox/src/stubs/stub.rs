//! One stub: which requests it is for, how often, and what it answers.

use axum::http::{HeaderValue, Method};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{StubRecord, Stubs};
use crate::error::Error;

/// What a request is answered with, as JSON the object of `POST /stubs`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[must_use]
pub struct Stub {
    method: String,
    path: String,
    pub(super) status: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    content_type: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    times: Option<u32>,
}

/// A stub that lacks its answer; see [`Owner::stub`](crate::Owner::stub).
#[derive(Debug)]
#[must_use = "a stub is set by `reply`"]
pub struct StubBuilder<'s> {
    stubs: &'s Stubs,
    method: String,
    path: String,
    content_type: Option<String>,
    times: Option<u32>,
}

impl<'s> StubBuilder<'s> {
    pub(crate) fn new(stubs: &'s Stubs, method: &str, path: &str) -> Self {
        Self {
            stubs,
            method: method.to_owned(),
            path: path.to_owned(),
            content_type: None,
            times: None,
        }
    }

    /// Answers the next request alone; without it, and without [`times`](Self::times), all that
    /// come until the stub is removed.
    pub fn once(self) -> Self {
        self.times(1)
    }

    /// Answers so many requests, at least 1.
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// The media type of the answer: with it, a body that is text is sent as it is.
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Sets the stub: it answers with this status, 200 to 599, and this JSON; with `null` there is
    /// no body.
    ///
    /// # Errors
    ///
    /// [`Error::Stub`] when a part of the stub cannot be.
    pub fn reply(self, status: u16, body: impl Into<Value>) -> Result<StubRecord, Error> {
        self.stubs.add(Stub {
            method: self.method,
            path: self.path,
            status,
            body: Some(body.into()).filter(|it| !it.is_null()),
            content_type: self.content_type,
            times: self.times,
        })
    }
}

impl Stub {
    /// Whether its parts can be.
    pub(super) fn check(&self) -> Result<(), Error> {
        let is_method = Method::from_bytes(self.method.as_bytes()).is_ok();
        let content_type = self.content_type.as_deref().map(HeaderValue::from_str);
        let (field, reason) = if !is_method {
            ("method", "has to be a method of HTTP, such as `POST`")
        } else if !self.path.starts_with('/') || self.path.contains('?') {
            ("path", "has to start with `/` and has no query")
        } else if !(200..=599).contains(&self.status) {
            ("status", "has to be from 200 to 599")
        } else if self.times == Some(0) {
            ("times", "has to be at least 1")
        } else if matches!(content_type, Some(Err(_))) {
            ("content_type", "has to be a media type, such as `text/csv`")
        } else {
            return Ok(());
        };
        Err(Error::Stub { field, reason })
    }

    pub(super) fn has_turn(&self, met: u64) -> bool {
        self.times.is_none_or(|times| met < times.into())
    }

    /// Whether it is for requests of this method and path; `{...}` stands for one segment.
    pub(super) fn is_for(&self, method: &str, path: &str) -> bool {
        let (mut own, mut given) = (self.path.split('/'), path.split('/'));
        self.method.eq_ignore_ascii_case(method)
            && loop {
                match (own.next(), given.next()) {
                    (None, None) => break true,
                    (Some(own), Some(given)) if own == given => {}
                    (Some(own), Some(given))
                        if own.starts_with('{') && own.ends_with('}') && !given.is_empty() => {}
                    _ => break false,
                }
            }
    }

    /// The media type of the answer, empty if there is no body, and the body.
    pub(super) fn content(&self) -> (&str, Vec<u8>) {
        match (&self.body, &self.content_type) {
            (None, content_type) => (content_type.as_deref().unwrap_or_default(), Vec::new()),
            (Some(Value::String(text)), Some(content_type)) => (content_type, text.clone().into()),
            (Some(body), content_type) => {
                let content_type = content_type.as_deref().unwrap_or("application/json");
                (content_type, body.to_string().into_bytes())
            }
        }
    }

    /// How a person would name it, such as `POST /rest/sms`.
    #[cfg(feature = "inspector")]
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn stub(json: Value) -> Stub {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn a_template_stands_for_one_segment() {
        let stub = stub(json!({"method": "get", "path": "/rest/sms/{uuid}", "status": 200}));
        for (method, path, fits) in [
            ("GET", "/rest/sms/1", true),
            ("GET", "/rest/sms/", false),
            ("GET", "/rest/sms/1/2", false),
            ("GET", "/rest/sms", false),
            ("POST", "/rest/sms/1", false),
        ] {
            assert_eq!(stub.is_for(method, path), fits, "{method} {path}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused_by_the_name_of_the_field() {
        for (field, method, path, status, more) in [
            ("method", "GE T", "/", 200, json!({})),
            ("path", "GET", "rest", 200, json!({})),
            ("path", "GET", "/rest?a=1", 200, json!({})),
            ("status", "GET", "/", 199, json!({})),
            ("times", "GET", "/", 200, json!({"times": 0})),
            (
                "content_type",
                "GET",
                "/",
                200,
                json!({"content_type": "a\nb"}),
            ),
        ] {
            let mut json = json!({"method": method, "path": path, "status": status});
            json.as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            let error = stub(json).check().unwrap_err();
            assert!(
                matches!(error, Error::Stub { field: it, .. } if it == field),
                "{error}"
            );
        }
    }

    #[test]
    fn a_body_is_json_unless_its_media_type_is_said() {
        let content = |more: Value| {
            let mut json = json!({"method": "GET", "path": "/", "status": 200});
            json.as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            let (stub, text) = (stub(json), |bytes| String::from_utf8(bytes).unwrap());
            let (content_type, body) = stub.content();
            (content_type.to_owned(), text(body))
        };
        for (more, content_type, body) in [
            (json!({}), "", ""),
            (json!({"body": "a"}), "application/json", "\"a\""),
            (json!({"body": {"a": 1}}), "application/json", "{\"a\":1}"),
            (
                json!({"body": "a", "content_type": "text/csv"}),
                "text/csv",
                "a",
            ),
        ] {
            assert_eq!(content(more), (content_type.to_owned(), body.to_owned()));
        }
    }
}
