//! Trying an operation: a real request over loopback, which appears in the log like any other.
//!
//! The page is of another origin than the API, which lets no page of another origin in; so the
//! control port sends what the form says.

use std::{error::Error as StdError, time::Duration};

use opentact_client::{
    Secret,
    security::{Operation, SecurityScheme},
};
use reqwest::{Client, Method, Request, Url, header, redirect::Policy};

use super::{escaped_path::segment, form::Form};

/// How long an answer may take, by the real clock: a fault can hold it back for ever.
const PATIENCE: Duration = Duration::from_secs(10);

/// What came of it.
pub(super) struct Tried {
    /// What was sent, without the credential.
    pub(super) scheme: Option<SecurityScheme>,
    pub(super) parameter: String,
    pub(super) body: String,
    pub(super) outcome: Result<Answered, String>,
}

/// The answer, as it came.
pub(super) struct Answered {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

/// Sends what a form says.
pub(super) async fn send(api: &str, operation: Operation, form: Form) -> Tried {
    let mut schemes = operation.security().iter();
    let scheme = schemes
        .find(|scheme| scheme.name() == form.get("scheme"))
        .copied();
    let (parameter, body) = (form.get("token").to_owned(), form.get("body").to_owned());
    let outcome = match request(api, operation, scheme, &form) {
        Ok(request) => exchange(request).await.map_err(|error| explained(&error)),
        Err(said) => Err(said),
    };
    Tried {
        scheme,
        parameter,
        body,
        outcome,
    }
}

/// The path of an operation; `parameter` stands for what it names.
pub(super) fn path(operation: Operation, parameter: &str) -> String {
    let parts = operation.path().split('/').map(|part| {
        let named = part.starts_with('{');
        if named {
            segment(parameter)
        } else {
            part.to_owned()
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

fn request(
    api: &str,
    operation: Operation,
    scheme: Option<SecurityScheme>,
    form: &Form,
) -> Result<Request, String> {
    let parameter = form.get("token").trim();
    if operation.path().contains('{') && matches!(parameter, "" | "." | "..") {
        return Err("The path needs a value for its parameter.".to_owned());
    }
    let url: Result<Url, _> = format!("{api}{}", path(operation, parameter)).parse();
    let url = url.map_err(|error| error.to_string())?;
    let method = Method::from_bytes(operation.method().as_bytes());
    let mut request = Request::new(method.map_err(|error| error.to_string())?, url);
    let agent = header::HeaderValue::from_static("opentact-sandbox-inspector");
    request.headers_mut().insert(header::USER_AGENT, agent);
    if let Some(body) = form.filled("body") {
        let json = header::HeaderValue::from_static("application/json");
        request.headers_mut().insert(header::CONTENT_TYPE, json);
        *request.body_mut() = Some(body.to_owned().into());
    }
    if let Some(scheme) = scheme {
        let credential = Secret::new(form.get("credential").trim());
        let applied = scheme.apply(&mut request, &credential);
        applied.map_err(|error| format!("The credential cannot be sent: {error}."))?;
    }
    Ok(request)
}

async fn exchange(request: Request) -> Result<Answered, reqwest::Error> {
    let client = Client::builder().no_proxy().redirect(Policy::none());
    // The server is this process, whatever a certificate that was given to it says.
    #[cfg(feature = "tls")]
    let client = client.tls_danger_accept_invalid_certs(true);
    let response = client.timeout(PATIENCE).build()?.execute(request).await?;
    let header = |(name, value): (&header::HeaderName, &header::HeaderValue)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.to_string(), value.into_owned())
    };
    Ok(Answered {
        status: response.status().as_u16(),
        headers: response.headers().iter().map(header).collect(),
        body: response.text().await?,
    })
}

/// Why there is no answer; without the address, as its query may hold the credential.
fn explained(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return "There was no answer within 10 seconds.".to_owned();
    }
    let mut cause: &dyn StdError = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    match cause.downcast_ref::<reqwest::Error>() {
        Some(_) => "There was no answer.".to_owned(),
        None => format!("There was no answer: {cause}."),
    }
}
