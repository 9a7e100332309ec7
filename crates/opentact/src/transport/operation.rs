//! An operation of the contract as a request, and its payload out of the answer.

use std::sync::Arc;

use opentact_client::security::{CredentialKind, Operation};
use opentact_client::tolerant::{Fields, Misfit, Tolerant};
use opentact_client::{ApiOperation, ApplyError, BoxFuture, Envelope, Secret};
use serde::Deserialize;
use serde_json::Value;

use super::Transport;
use super::call::Call;
use super::context::RequestContext;
use super::delivery::deliver;
use super::options::{Limits, RequestOptions};
use super::received::Received;
use crate::download::Download;
use crate::error::{Error, ErrorKind};
use crate::with_response::WithResponse;

/// The payload of an operation's answer.
type Payload<Op> = <<Op as ApiOperation>::Response as Envelope>::Payload;

/// Sends the request of an operation; the payload of the answer and the answer, or the failure that
/// it means.
pub(crate) async fn send<Op: ApiOperation>(
    transport: &Arc<Transport>,
    options: &RequestOptions,
    call: Call<Op>,
) -> Result<WithResponse<Payload<Op>>, Error>
where
    Op::Response: Envelope,
{
    let secrets = call.secrets();
    let context = RequestContext::of(Op::OPERATION, &secrets, options);
    let received = receive(transport, context, &call).await;
    let opened = received.and_then(Received::open::<Op::Response>);
    opened.map_err(|error| call.told(error))
}

/// Sends the request of an operation that answers with bytes, which are read as they come.
#[allow(dead_code, reason = "the contract says whether there is one")]
pub(crate) async fn download<Op: ApiOperation>(
    transport: &Arc<Transport>,
    options: &RequestOptions,
    call: Call<Op>,
) -> Result<WithResponse<Download>, Error> {
    let secrets = call.secrets();
    let context = RequestContext::of(Op::OPERATION, &secrets, options);
    let received = receive(transport, context, &call).await;
    let begun = received.and_then(|it| it.download(transport));
    begun.map_err(|error| call.told(error))
}

async fn receive<Op: ApiOperation>(
    transport: &Arc<Transport>,
    context: RequestContext<'_>,
    call: &Call<Op>,
) -> Result<Received, Error> {
    let request = call.request(&transport.base_url)?;
    deliver(transport, context, request).await
}

/// Trades the client's credential for a JWT, within limits of its own: others than the request that
/// begins it may wait for it.
pub(crate) fn login(transport: &Arc<Transport>) -> BoxFuture<'static, Result<Secret, Error>> {
    // It keeps no client alive.
    let transport = Arc::clone(transport.for_logins.as_ref().unwrap_or(transport));
    // A delivery may wait for a login, which is a delivery.
    Box::pin(async move {
        let options = RequestOptions::of(Limits {
            timeout: Limits::DEFAULT.timeout,
            timeout_setting: Limits::DEFAULT.timeout,
            ..transport.defaults.limits(&RequestOptions::default())
        });
        let context = RequestContext::of(Login::OPERATION, &[], &options);
        let received = receive(&transport, context, &Call::<Login>::new(())).await?;
        let jwt = received.open::<LoginAnswer>()?;
        // In use it would fail every request, and no server would ever refuse it.
        if let Err(cause) = CredentialKind::Jwt.check(&jwt.value) {
            let message = format!("the JWT of the answer cannot be sent: {}", fault(cause));
            return Err(jwt.response.error(ErrorKind::UnexpectedResponse, message));
        }
        Ok(jwt.value)
    })
}

/// What is wrong with a JWT, for those who did not choose it.
const fn fault(cause: ApplyError) -> &'static str {
    match cause {
        ApplyError::Incomplete => "it is empty",
        _ => "it has a character that no JWT has",
    }
}

/// `GET /rest/auth` for the token alone: a login can do without the user around it.
enum Login {}

impl ApiOperation for Login {
    const OPERATION: Operation = Operation::Authenticate;
    type Body = ();
    type Response = LoginAnswer;
}

#[derive(Deserialize)]
struct LoginAnswer {
    success: bool,
    payload: LoginPayload,
}

#[derive(Deserialize)]
struct LoginPayload {
    token: Secret,
}

impl Tolerant for LoginAnswer {
    fn read(value: &Value) -> Result<Self, Misfit> {
        let mut fields = Fields::of(value)?;
        Ok(Self {
            success: fields.required("success")?,
            payload: fields.required("payload")?,
        })
    }
}

impl Tolerant for LoginPayload {
    fn read(value: &Value) -> Result<Self, Misfit> {
        let token = Fields::of(value)?.required("token")?;
        Ok(Self { token })
    }
}

impl Envelope for LoginAnswer {
    type Payload = Secret;

    fn open(self) -> (bool, Secret) {
        (self.success, self.payload.token)
    }
}

#[cfg(test)]
mod tests {
    use opentact_client::tolerant;

    use super::*;

    #[test]
    fn a_login_takes_its_token_out_of_any_user() {
        for user in [
            r#""token":"made up""#,
            r#""uuid":7,"email":null,"role":{},"token":"made up""#,
            r#""\ud83d":1e400,"token":7,"token":"made up""#,
        ] {
            let body = format!(r#"{{"success":true,"payload":{{{user}}}}}"#);
            let answer: LoginAnswer = tolerant::read(body.as_bytes()).unwrap();
            let (success, token) = answer.open();
            assert!(success && token.expose() == "made up", "{body}");
        }
        let body = br#"{"success":true,"payload":{"token":["planted"]}}"#;
        let misfit = tolerant::read::<LoginAnswer>(body).err().unwrap();
        let words = "the contract: `payload.token` has another type";
        assert!(misfit.to_string().ends_with(words), "{misfit}");
    }
}
