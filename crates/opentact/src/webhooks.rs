//! Webhooks: what the service posts to an application, read by the models of the contract.
//!
//! A messaging profile has a `callback_url`. When a number of the profile receives a message, and when one
//! that it sent changes its state, the service posts the message there, as JSON. [`SmsWebhook`] reads
//! the body.
//!
//! # Who sent it?
//!
//! **The service documents no signature and no shared header**, so a body proves nothing about its sender.
//! An application should do both of these:
//!
//! * Put a secret into the URL, such as `https://shop.example/opentact/3nEJ4uR5r2/sms`, and compare it in
//!   constant time. Whoever sees the URL, such as a proxy's log, has the secret.
//! * Ask the service before anything that matters depends on a body: [`sms().get_inbound(uuid)`]
//!   shows the message if it is real.
//!
//! The documentation names one source address, `72.21.26.35`; a firewall can let in nothing else, as long as
//! the service keeps to it.
//!
//! How often a webhook is repeated, and in which order they come, is not documented: the same body may
//! come twice, and `uuid` tells. An answer of `{"success": true}` is what known applications give.
//!
//! [`sms().get_inbound(uuid)`]: crate::operations::SmsApi::get_inbound
//!
//! # With axum
//!
//! ```
//! use axum::{Router, body::Bytes, extract::{Path, State}, http::StatusCode, routing::post};
//! use opentact::{Client, webhooks::SmsWebhook};
//!
//! async fn told(
//!     Path(secret): Path<String>,
//!     State(client): State<Client>,
//!     body: Bytes,
//! ) -> Result<&'static str, StatusCode> {
//!     if secret != "3nEJ4uR5r2" { // compare it in constant time
//!         return Err(StatusCode::NOT_FOUND);
//!     }
//!     let told = SmsWebhook::from_json(&body).map_err(|_| StatusCode::BAD_REQUEST)?;
//!     if let SmsWebhook::Received(sms) = told {
//!         println!("message {}", sms.uuid);
//!     }
//!     Ok(r#"{"success": true}"#)
//! }
//!
//! fn router(client: Client) -> Router {
//!     Router::new().route("/opentact/{secret}/sms", post(told)).with_state(client)
//! }
//! ```

use std::borrow::Cow;

use opentact_client::tolerant;

use crate::models::{InboundSms, Sms, SmsKind};

/// A message that the service posts, unwrapped: it has no envelope.
///
/// [Life cycle of SMS delivery](https://doc.opentact.org/opentact-api-documentation/send-and-receive-sms/life-cycle-of-sms-delivery)
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SmsWebhook {
    /// A message was received.
    Received(Box<InboundSms>),
    /// A message that was sent has changed its state.
    Sent(Box<Sms>),
}

impl SmsWebhook {
    /// Reads the body of a request, by the rules for [what a server may
    /// send](crate#what-a-server-may-send).
    ///
    /// ```
    /// use opentact::webhooks::SmsWebhook;
    ///
    /// let body = br#"{"uuid": "81cb534d-8924-46d8-a8c3-ff62fd0c16e8", "type": "smsi", "message": "Hello"}"#;
    /// let SmsWebhook::Received(sms) = SmsWebhook::from_json(body)? else { unreachable!() };
    /// assert_eq!(sms.message, "Hello");
    /// # Ok::<(), opentact::webhooks::WebhookError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the body is no JSON object, or has no `uuid`. The error has nothing of the body's values.
    pub fn from_json(body: &[u8]) -> Result<Self, WebhookError> {
        let misfit = |misfit: tolerant::Misfit| WebhookError(misfit.to_string().into());
        let sms: Sms = tolerant::read(body).map_err(misfit)?;
        Ok(match sms.kind == SmsKind::Smsi {
            true => Self::Received(Box::new(tolerant::read(body).map_err(misfit)?)),
            false => Self::Sent(Box::new(sms)),
        })
    }
}

/// The body of a request is no message.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("the webhook's body is no message: {0}")]
pub struct WebhookError(Cow<'static, str>);

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "81cb534d-8924-46d8-a8c3-ff62fd0c16e8";

    #[test]
    fn both_directions_are_told_apart_and_odd_values_cost_their_field_alone() {
        let received = format!(
            r#"{{"uuid":"{ID}","type":"smsi","message":"a \ud83d","new":1,"delivered":"yes"}}"#
        );
        let SmsWebhook::Received(sms) = SmsWebhook::from_json(received.as_bytes()).unwrap() else {
            panic!("{received}");
        };
        assert_eq!(sms.message, "a \u{FFFD}");
        for sent in ["smso", "smsr", "another"] {
            let body = format!(r#"{{"uuid":"{ID}","type":"{sent}","state":"success"}}"#);
            let told = SmsWebhook::from_json(body.as_bytes()).unwrap();
            assert!(matches!(told, SmsWebhook::Sent(_)), "{sent}");
        }
    }

    #[test]
    fn what_is_no_message_is_refused_without_its_values() {
        for body in [
            "",
            "[]",
            "{\"uuid\":\"hunter2\"}",
            "{\"message\":\"hunter2\"}",
            "hunter2",
        ] {
            let error = SmsWebhook::from_json(body.as_bytes())
                .unwrap_err()
                .to_string();
            assert!(!error.contains("hunter2"), "{error}");
        }
    }
}
