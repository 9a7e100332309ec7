//! A request to an endpoint that the contract does not know.

use http::Method;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use opentact_client::{EncodedBody, Form, Location, REDACTED, Revealed, Secret, Upload, servers};
use serde::Serialize;

use crate::download::Download;
use crate::error::{Error, ErrorKind};
use crate::redaction::{collect_secrets, is_secret_name, may_be_secret};
use crate::request::{Action, Request, Sender};
use crate::response::Response;
use crate::transport::base_url::BaseUrl;
use crate::transport::context::RequestContext;
use crate::transport::delivery::deliver;
use crate::transport::options::carries_credential;
use crate::transport::outgoing::Outgoing;
use crate::transport::received::Received;
use crate::with_response::WithResponse;

/// Sends a request to any path: from [`Client::request`](crate::Client::request).
pub struct CustomRequest {
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    body: Option<Vec<u8>>,
    /// What is sent instead of JSON.
    form: Option<EncodedBody>,
    idempotent: Option<bool>,
    /// What in the query and the body looks like a secret, for the server may repeat it.
    secrets: Vec<Secret>,
}

impl CustomRequest {
    pub(crate) const fn new(method: Method, path: String) -> Self {
        Self {
            method,
            path,
            query: Vec::new(),
            body: None,
            form: None,
            idempotent: None,
            secrets: Vec::new(),
        }
    }

    /// How messages call the request: method and path, without what may be a token in it.
    fn label(&self) -> String {
        // A path that is not sent may be anything.
        if !is_path(&self.path) {
            return format!("{} {REDACTED}", self.method);
        }
        let segments = self.path.split('/').map(|segment| match segment {
            _ if may_be_secret(segment) => REDACTED,
            _ => segment,
        });
        format!("{} {}", self.method, segments.collect::<Vec<_>>().join("/"))
    }

    /// The secrets that the request seems to carry.
    fn secrets(&self) -> Vec<Secret> {
        let segments = self
            .path
            .split('/')
            .filter(|segment| may_be_secret(segment));
        segments
            .map(Secret::from)
            .chain(self.secrets.iter().cloned())
            .collect()
    }
}

impl Request<CustomRequest> {
    /// Adds a query parameter. Those that carry credentials are refused.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let (name, value) = (name.into(), value.into());
        if carries_credential(|place| matches!(place, Location::Query(taken) if taken == name)) {
            self.sender.options.blame(format!(
                "the query parameter `{name}` carries a credential; leave that to the client"
            ));
        }
        if is_secret_name(&name) {
            self.action.secrets.push(Secret::new(value.as_str()));
        }
        self.action.query.push((name, value));
        self
    }

    /// Sends that value as JSON, with the secrets in it.
    pub fn json<T: Serialize + ?Sized>(mut self, value: &T) -> Self {
        match serde_json::to_vec(&Revealed(value)) {
            Ok(body) => {
                if let (Ok(sent), Ok(shown)) =
                    (serde_json::from_slice(&body), serde_json::to_value(value))
                {
                    collect_secrets(&sent, &shown, false, &mut self.action.secrets);
                }
                self.action.body = Some(body);
            }
            Err(_) => self
                .sender
                .options
                .blame("the body cannot be written as JSON"),
        }
        self
    }

    /// Sends that form with a file, instead of JSON.
    ///
    /// A file in memory or on disk is sent again where the request is repeated. With a stream the request
    /// is sent once, whatever [`max_retries`](Self::max_retries) says.
    ///
    /// ```no_run
    /// use opentact::{Form, Method, Upload};
    ///
    /// # async fn run(client: opentact::Client) -> Result<(), opentact::Error> {
    /// let flow = Upload::from_path("flow.xml").media_type("application/xml");
    /// let request = client.request(Method::POST, "/rest/sip/app/call/flow/1");
    /// request.form(Form::new(), "file", flow).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn form(mut self, form: Form, name: &str, file: impl Into<Upload>) -> Self {
        match form.end(name, Some(&file.into())) {
            Ok(form) => self.action.form = Some(form),
            Err(fault) => self.sender.options.blame(fault.to_string()),
        }
        self
    }

    /// Gives the body as it comes instead of reading it into memory.
    pub fn download(self) -> Request<CustomDownload> {
        Request {
            sender: self.sender,
            action: CustomDownload(self.action),
            paging: self.paging,
        }
    }

    /// Says whether the request may be carried out twice, so that it is repeated also when it may
    /// have arrived. Without it, `GET`, `HEAD`,
    /// `OPTIONS`, `PUT`, `PATCH` and `DELETE` may.
    pub const fn idempotent(mut self, may_be_done_twice: bool) -> Self {
        self.action.idempotent = Some(may_be_done_twice);
        self
    }
}

impl CustomRequest {
    /// Sends the request; its last response, whatever the status.
    async fn receive(self, sender: &Sender, streams: bool) -> Result<Received, Error> {
        let label = self.label();
        let secrets = self.secrets();
        let refuse = |message: &str| Error::new(ErrorKind::Input, &label, message);
        if self.method == Method::CONNECT {
            return Err(refuse("`CONNECT` asks a proxy, not this API"));
        }
        let Some(mut url) = sender.transport.base_url.join(&self.path) else {
            return Err(refuse(
                "the path has to start with a slash and stay as it is: no query, no dots to fold, percent-encoded",
            ));
        };
        if !self.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query);
        }
        let mut request = reqwest::Request::new(self.method, url);
        let headers = request.headers_mut();
        let accept = if streams { "*/*" } else { "application/json" };
        headers.insert(ACCEPT, HeaderValue::from_static(accept));
        if self.body.is_some() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        *request.body_mut() = self.body.map(Into::into);
        let request = match self.form {
            Some(form) => Outgoing::with_body(request, form),
            None => Outgoing::of(request),
        };
        let context = RequestContext {
            label: &label,
            template: None,
            accepts: None,
            secrets: &secrets,
            options: &sender.options,
            idempotent: self.idempotent,
            streams,
        };
        deliver(&sender.transport, context, request).await
    }
}

impl Action for CustomRequest {
    type Value = Response;

    async fn perform(self, sender: Sender) -> Result<WithResponse<Response>, Error> {
        let response = self.receive(&sender, false).await?.accept()?;
        Ok(WithResponse::new(response.clone(), response))
    }
}

/// Sends a request to any path, and leaves the body to the caller: from
/// [`Request::download`](crate::Request::download).
#[derive(Debug)]
pub struct CustomDownload(CustomRequest);

impl Action for CustomDownload {
    type Value = Download;

    async fn perform(self, sender: Sender) -> Result<WithResponse<Download>, Error> {
        let received = self.0.receive(&sender, true).await?;
        received.download(&sender.transport)
    }
}

impl std::fmt::Debug for CustomRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("CustomRequest").field(&self.label()).finish()
    }
}

/// Whether it is a path that a base URL can be joined with.
fn is_path(path: &str) -> bool {
    BaseUrl::parse(servers::PRODUCTION).is_ok_and(|base| base.join(path).is_some())
}
