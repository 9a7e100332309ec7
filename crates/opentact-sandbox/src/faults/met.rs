//! What a fault does to the request or the delivery that has met it.

use std::{convert::Infallible, io, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{StatusCode, header::CONTENT_LENGTH},
    response::Response,
};
use futures_util::{StreamExt, stream};
use serde_json::Value;
use tokio::{sync::watch, task::yield_now, time};

use super::{action::Action, fault::Fault, merge::merge};
use crate::http::answer::Answer;

/// Where HTTP forbids a body.
const NO_BODY: [StatusCode; 3] = [
    StatusCode::NO_CONTENT,
    StatusCode::RESET_CONTENT,
    StatusCode::NOT_MODIFIED,
];

/// A fault that a request or a delivery has met.
#[derive(Debug)]
pub(crate) struct Met {
    id: u64,
    fault: Fault,
    end: watch::Receiver<()>,
}

/// The connection is to be closed without an answer.
#[derive(Debug, thiserror::Error)]
#[error("a fault closes the connection")]
pub(crate) struct NoAnswer;

/// Goes with an answer that a fault has made or cut, by its number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MadeByFault(pub(crate) u64);

/// What a fault does before anything is done.
#[derive(Debug)]
pub(crate) enum Before {
    /// Nothing: the request is to be answered.
    GoOn,
    /// This is the answer.
    Answer(Answer),
    /// There is no answer, at once or once the fault has ended.
    NoAnswer,
}

/// What a fault does to a message on a connection to the event service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MessageFault {
    None,
    /// The connection is cut instead.
    Lost,
    /// The connection is cut after it.
    Last,
    /// The connection is cut in the middle of it.
    Half,
    /// Half of it is sent as if it were all.
    Truncated,
    /// What is no frame is sent instead.
    Garbage,
    /// The connection is closed with this code instead.
    Close(u16),
}

impl Met {
    pub(super) const fn new(id: u64, fault: Fault, end: watch::Receiver<()>) -> Self {
        Self { id, fault, end }
    }

    /// The fault's number.
    pub(crate) const fn id(&self) -> u64 {
        self.id
    }

    /// Whether nothing comes before the fault ends.
    pub(crate) fn stalls(&self) -> bool {
        self.fault.action == Action::Stall {}
    }

    /// Waits until the fault is removed.
    ///
    /// # Cancellation
    ///
    /// May be given up and begun again.
    pub(crate) async fn ended(&mut self) {
        // Nothing is ever sent: an error says that the sender is gone.
        while self.end.changed().await.is_ok() {}
    }

    /// What is to happen before the request is looked at; takes as long as a delay says.
    pub(crate) async fn before(&mut self) -> Before {
        match &self.fault.action {
            Action::Status {
                status,
                message,
                body,
            } => Before::Answer(answer(*status, message.as_deref(), body.as_deref())),
            Action::RateLimit { retry_after } => {
                Before::Answer(Answer::too_many_requests(u64::from(*retry_after)))
            }
            Action::Delay { delay_ms } => {
                let delay = Duration::from_millis(*delay_ms);
                tokio::select! {
                    // The fault itself: real lateness, whatever the sandbox's clock shows.
                    () = time::sleep(delay) => {}
                    () = self.ended() => {}
                }
                Before::GoOn
            }
            Action::Stall {} => {
                self.ended().await;
                Before::NoAnswer
            }
            Action::CloseBefore {} => Before::NoAnswer,
            Action::CloseAfter {}
            | Action::CloseMidway {}
            | Action::Truncate {}
            | Action::Merge { .. }
            | Action::Garbage {}
            | Action::Close { .. } => Before::GoOn,
        }
    }

    /// Whether, on a connection to the event service, it happens to the credential and its answer,
    /// not to the handshake.
    pub(crate) fn is_for_credential(&self) -> bool {
        !matches!(
            self.fault.action,
            Action::Status { .. } | Action::RateLimit { .. } | Action::CloseBefore {}
        )
    }

    /// What becomes of the answer to the credential on a connection to the event service.
    pub(crate) fn of_event_answer(&self) -> MessageFault {
        match self.fault.action {
            Action::CloseAfter {} => MessageFault::Lost,
            Action::CloseMidway {} => MessageFault::Half,
            Action::Truncate {} => MessageFault::Truncated,
            Action::Garbage {} => MessageFault::Garbage,
            Action::Close { code } => MessageFault::Close(code),
            Action::Status { .. }
            | Action::RateLimit { .. }
            | Action::Delay { .. }
            | Action::Stall {}
            | Action::CloseBefore {}
            | Action::Merge { .. } => MessageFault::None,
        }
    }

    /// What becomes of an event on its way to a connection, when nothing holds it up any more.
    pub(crate) fn of_delivery(&self) -> MessageFault {
        match self.fault.action {
            Action::CloseBefore {} | Action::Stall {} => MessageFault::Lost,
            Action::CloseAfter {} => MessageFault::Last,
            _ => self.of_event_answer(),
        }
    }

    /// What becomes of the answer.
    pub(crate) fn after(&self, mut answer: Answer) -> Result<Response, NoAnswer> {
        let half = answer.body().len() / 2;
        let mut response = match &self.fault.action {
            Action::CloseAfter {} => return Err(NoAnswer),
            // What it has held up is not its own.
            Action::Delay { .. } | Action::Garbage {} | Action::Close { .. } => {
                return Ok(answer.into_response());
            }
            Action::Truncate {} => {
                answer.set_body(answer.body()[..half].to_vec());
                answer.into_response()
            }
            Action::Merge { patch } => {
                let (Ok(mut body), Value::Object(patch)) =
                    (serde_json::from_slice(answer.body()), patch)
                else {
                    return Ok(answer.into_response());
                };
                merge(&mut body, patch);
                answer.set_body(Value::Object(body).to_string().into_bytes());
                answer.into_response()
            }
            Action::CloseMidway {} => {
                let length = answer.body().len();
                let first = Bytes::copy_from_slice(&answer.body()[..half]);
                let mut response = answer.into_response();
                *response.body_mut() = broken_off(first);
                response.headers_mut().insert(CONTENT_LENGTH, length.into());
                response
            }
            Action::Status { .. }
            | Action::RateLimit { .. }
            | Action::Stall {}
            | Action::CloseBefore {} => answer.into_response(),
        };
        response.extensions_mut().insert(MadeByFault(self.id));
        Ok(response)
    }
}

fn answer(status: u16, message: Option<&str>, body: Option<&str>) -> Answer {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if NO_BODY.contains(&status) {
        return Answer::raw(status, "", Vec::new());
    }
    let Some(body) = body else {
        let reason = status.canonical_reason().unwrap_or("Made-up failure");
        return Answer::failure(status, message.unwrap_or(reason));
    };
    let is_json = serde_json::from_str::<serde::de::IgnoredAny>(body).is_ok();
    let content_type = match is_json {
        true => "application/json",
        false => "text/html; charset=utf-8",
    };
    Answer::raw(status, content_type, body.as_bytes().to_vec())
}

/// A body that has this much and then fails, which closes the connection.
fn broken_off(first: Bytes) -> Body {
    let start =
        stream::once(async { Ok::<_, Infallible>(first) }).map(|it| it.map_err(|e| match e {}));
    let end = stream::once(async {
        // A turn in which the server writes out what it has.
        yield_now().await;
        Err(io::Error::other(NoAnswer))
    });
    Body::from_stream(start.chain(end))
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;
    use serde_json::json;

    use super::*;

    #[tokio::test]
    async fn a_patch_changes_objects_alone_and_only_what_it_changes_is_its_own() {
        for (body, merged) in [
            (r#"{"a":1}"#, r#"{"a":1,"b":2}"#),
            ("[1]", "[1]"),
            ("a,b", "a,b"),
            ("", ""),
        ] {
            let fault = Fault::merge(json!({ "b": 2 }));
            let met = Met::new(7, fault, watch::Sender::new(()).subscribe());
            let answer = Answer::raw(StatusCode::OK, "application/json", body.into());
            let response = met.after(answer).unwrap();
            let own = response.extensions().get::<MadeByFault>().is_some();
            assert_eq!(own, body != merged, "{body}");
            let found = to_bytes(response.into_body(), 64).await.unwrap();
            assert_eq!(found, merged);
        }
    }
}
