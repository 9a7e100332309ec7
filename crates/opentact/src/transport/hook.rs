//! The hook by which the bare generated client reaches this crate's way for requests.

use std::future::ready;
use std::sync::Arc;

use bytes::Bytes;
use opentact_client::security::Operation;
use opentact_client::{ApplyError, Authorize, BoxFuture};

use super::Transport;
use super::context::RequestContext;
use super::delivery::deliver;
use super::options::RequestOptions;
use super::outgoing::Outgoing;

/// Sends what the generated client asks for, with the session and the retries of a client.
pub(crate) struct Hook(pub(crate) Arc<Transport>);

impl Authorize for Hook {
    fn authorize<'a>(
        &'a self,
        _: Operation,
        _: &'a mut reqwest::Request,
    ) -> BoxFuture<'a, Result<(), ApplyError>> {
        // The credential is chosen when the request is sent, and perhaps again when it is repeated.
        Box::pin(ready(Ok(())))
    }

    fn send<'a>(
        &'a self,
        operation: Operation,
        _: &'a reqwest::Client,
        request: reqwest::Request,
    ) -> BoxFuture<'a, reqwest::Result<reqwest::Response>> {
        Box::pin(async move {
            let options = RequestOptions::default();
            let context = RequestContext::of(operation, &[], &options);
            let response = match deliver(&self.0, context, Outgoing::of(request)).await {
                Ok(received) => match received.rest {
                    Some(rest) => return Ok(rest),
                    None => received.response.to_http(),
                },
                // The generated client takes no error of ours, so it gets a response that no
                // operation has, with the error among its extensions.
                Err(error) => {
                    let mut response = http::Response::new(Bytes::new());
                    *response.status_mut() = http::StatusCode::NETWORK_AUTHENTICATION_REQUIRED;
                    response.extensions_mut().insert(error);
                    response
                }
            };
            Ok(response.into())
        })
    }
}
