//! A request with what it takes to send it once more.

use http::{HeaderMap, Method};
use opentact_client::{BodyError, EncodedBody};

use crate::cause::Cause;
use crate::error::{Error, ErrorKind};
use crate::redaction::Redaction;

/// A request that is sent by as many attempts as are right.
#[derive(Debug)]
pub(crate) struct Outgoing {
    request: reqwest::Request,
    /// What is put into each attempt; `None` where the body is in the request, or there is none.
    body: Option<EncodedBody>,
    is_repeatable: bool,
}

impl Outgoing {
    /// A request with what is in it.
    pub(crate) fn of(request: reqwest::Request) -> Self {
        Self {
            is_repeatable: request.body().is_none_or(|it| it.as_bytes().is_some()),
            request,
            body: None,
        }
    }

    /// A request with that body.
    pub(crate) fn with_body(request: reqwest::Request, body: EncodedBody) -> Self {
        Self {
            request,
            is_repeatable: body.is_repeatable(),
            body: Some(body),
        }
    }

    pub(crate) fn method(&self) -> &Method {
        self.request.method()
    }

    pub(crate) fn headers_mut(&mut self) -> &mut HeaderMap {
        self.request.headers_mut()
    }

    /// Whether it can be sent more than once: a body that is read from a stream cannot.
    pub(crate) const fn is_repeatable(&self) -> bool {
        self.is_repeatable
    }

    /// The request for one attempt.
    pub(crate) fn attempt(&mut self, operation: &str) -> Result<reqwest::Request, Error> {
        let once = match self.is_repeatable {
            true => None,
            false => self.request.body_mut().take(),
        };
        let copy = self.request.try_clone();
        let mut copy = copy.ok_or_else(|| unsendable(operation, BodyError::Spent))?;
        if let Some(body) = &self.body {
            let put = body.put(&mut copy);
            put.map_err(|cause| unsendable(operation, cause))?;
        } else if let Some(once) = once {
            *copy.body_mut() = Some(once);
        }
        Ok(copy)
    }
}

/// The error for a body that cannot be sent.
pub(crate) fn unsendable(operation: &str, cause: BodyError) -> Error {
    let error = Error::new(ErrorKind::Input, operation, cause.to_string());
    match std::error::Error::source(&cause) {
        Some(_) => error.with_cause(Cause::of(cause, &Redaction::default())),
        None => error,
    }
}
