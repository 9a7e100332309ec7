//! An operation of the contract as a request, and its payload out of the answer.

use std::sync::Arc;

use http::header::{ACCEPT, HeaderValue};
use opentact_client::security::Operation;
use opentact_client::tolerant::{Fields, Misfit, Tolerant};
use opentact_client::{ApiOperation, BoxFuture, Envelope, PathSegment, RequestBody, Secret};
use serde::Deserialize;
use serde_json::Value;

use super::Transport;
use super::base_url::BaseUrl;
use super::context::RequestContext;
use super::delivery::deliver;
use super::options::{Limits, RequestOptions};
use super::outgoing::{Outgoing, unsendable};
use crate::error::{Error, ErrorKind};
use crate::with_response::WithResponse;

/// The payload of an operation's answer.
type Payload<Op> = <<Op as ApiOperation>::Response as Envelope>::Payload;

/// What an operation is asked with.
pub(crate) struct Arguments<'a, Op: ApiOperation> {
    /// The values of the path's parameters, in their order.
    pub(crate) path: &'a [PathSegment],
    pub(crate) body: Option<&'a Op::Body>,
    /// What of it is secret, for the server may repeat it.
    pub(crate) secrets: &'a [Secret],
    /// Whether it trades the credential for a JWT.
    pub(crate) login: bool,
}

impl<Op: ApiOperation> Default for Arguments<'_, Op> {
    fn default() -> Self {
        Self {
            path: &[],
            body: None,
            secrets: &[],
            login: false,
        }
    }
}

/// Sends the request of an operation; the payload of the answer and the answer, or the failure that
/// it means.
pub(crate) async fn send<Op: ApiOperation>(
    transport: &Arc<Transport>,
    options: &RequestOptions,
    arguments: Arguments<'_, Op>,
) -> Result<WithResponse<Payload<Op>>, Error>
where
    Op::Response: Envelope,
{
    let operation = Op::OPERATION;
    let request = request(&transport.base_url, &arguments)
        .ok_or_else(|| refuse(operation, "no request could be made of the arguments"))?;
    let request = match arguments.body {
        Some(body) => {
            let body = body.encode();
            let body = body.map_err(|cause| unsendable(operation.id(), cause))?;
            Outgoing::with_body(request, body)
        }
        None => request.into(),
    };
    let context = RequestContext {
        login: arguments.login,
        ..RequestContext::of(operation, arguments.secrets, options)
    };
    deliver(transport, context, request)
        .await?
        .open::<Op::Response>()
}

/// Trades the client's credential for a JWT, within the limits of the request that waits for it.
pub(crate) fn login(
    transport: &Arc<Transport>,
    limits: Limits,
) -> BoxFuture<'_, Result<Secret, Error>> {
    // A delivery may wait for a login, which is a delivery.
    Box::pin(async move {
        let arguments = Arguments::<Login> {
            login: true,
            ..Arguments::default()
        };
        let jwt = send(transport, &RequestOptions::of(limits), arguments).await?;
        Ok(jwt.value)
    })
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

/// A value for a place in a path, or the error that says why it is none.
pub(crate) fn path_segment(
    operation: Operation,
    what: &str,
    value: impl Into<Secret>,
) -> Result<PathSegment, Error> {
    PathSegment::new(value).map_err(|cause| {
        refuse(
            operation,
            &format!("{what} cannot stand in a path: {cause}"),
        )
    })
}

fn refuse(operation: Operation, message: &str) -> Error {
    Error::new(ErrorKind::Input, operation.id(), message)
}

fn request<Op: ApiOperation>(
    base_url: &BaseUrl,
    arguments: &Arguments<'_, Op>,
) -> Option<reqwest::Request> {
    let operation = Op::OPERATION;
    let url = format!(
        "{}{}",
        base_url.as_str(),
        filled(operation.path(), arguments.path)
    );
    let method = operation.method().parse().ok()?;
    let mut request = reqwest::Request::new(method, url.parse().ok()?);
    let accept = HeaderValue::from_static(operation.accept());
    request.headers_mut().insert(ACCEPT, accept);
    Some(request)
}

/// The path with the values of its parameters.
fn filled(template: &str, values: &[PathSegment]) -> String {
    let mut values = values.iter();
    let segments = template.split('/').map(|segment| match segment {
        _ if segment.starts_with('{') => values.next().map(PathSegment::encoded),
        _ => Some(segment.to_owned()),
    });
    segments.flatten().collect::<Vec<_>>().join("/")
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

    #[test]
    fn a_path_takes_its_values_encoded() {
        let value = PathSegment::new("a/b ü").unwrap();
        assert_eq!(
            filled("/rest/token/{token}", &[value]),
            "/rest/token/a%2Fb%20%C3%BC"
        );
        assert_eq!(filled("/rest/token/list", &[]), "/rest/token/list");
    }
}
