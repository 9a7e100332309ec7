//! A request to an endpoint that the contract does not know.

use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue, USER_AGENT};
use opentact_client::{Location, REDACTED, Revealed, Secret, servers};
use serde::Serialize;
use serde_json::Value;

use crate::answer::Answer;
use crate::base_url::BaseUrl;
use crate::call::sealed::Perform;
use crate::call::{Call, Caller};
use crate::call_options::carries_credential;
use crate::error::{Error, ErrorKind};
use crate::method::Method;
use crate::reply::Reply;
use crate::transport::Purpose;

/// Sends a request to any path: from [`Client::request`](crate::Client::request).
pub struct Request {
    method: Method,
    path: String,
    query: Vec<(String, String)>,
    body: Option<Vec<u8>>,
    repeatable: Option<bool>,
    /// What in the query and the body looks like a secret, for the server may repeat it.
    secrets: Vec<Secret>,
}

impl Request {
    pub(crate) const fn new(method: Method, path: String) -> Self {
        Self {
            method,
            path,
            query: Vec::new(),
            body: None,
            repeatable: None,
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

impl Call<Request> {
    /// Adds a query parameter. Those that carry credentials are refused.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let (name, value) = (name.into(), value.into());
        if carries_credential(|place| matches!(place, Location::Query(taken) if taken == name)) {
            self.caller.options.blame(format!(
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
                .caller
                .options
                .blame("the body cannot be written as JSON"),
        }
        self
    }

    /// Says whether the request may be carried out twice, so that it is repeated also when it may
    /// have arrived. Without it, every method but `POST` may.
    pub const fn repeatable(mut self, may_be_done_twice: bool) -> Self {
        self.action.repeatable = Some(may_be_done_twice);
        self
    }
}

impl Perform for Request {
    type Outcome = Answer;

    async fn perform(self, caller: Caller) -> Result<Reply<Answer>, Error> {
        let label = self.label();
        let secrets = self.secrets();
        let refuse = |message: &str| Error::new(ErrorKind::Input, &label, message);
        let Some(mut url) = caller.transport.base_url.join(&self.path) else {
            return Err(refuse(
                "the path has to start with a slash and stay as it is: no query, no dots to fold, percent-encoded",
            ));
        };
        if !self.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query);
        }
        let mut request = reqwest::Request::new(self.method.to_http(), url);
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(
            USER_AGENT,
            HeaderValue::from_static(concat!("opentact-rust/", env!("CARGO_PKG_VERSION"))),
        );
        if self.body.is_some() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        *request.body_mut() = self.body.map(Into::into);
        let purpose = Purpose {
            label: &label,
            template: None,
            accepts: None,
            secrets: &secrets,
            options: &caller.options,
            repeatable: self.repeatable,
            login: false,
        };
        let answer = caller.transport.send(purpose, request).await?.accept()?;
        Ok(Reply::new(answer.clone(), answer))
    }
}

impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Request").field(&self.label()).finish()
    }
}

/// Whether it is a path that a base URL can be joined with.
fn is_path(path: &str) -> bool {
    BaseUrl::parse(servers::PRODUCTION).is_ok_and(|base| base.join(path).is_some())
}

/// Whether something of that name is a secret.
pub(crate) fn is_secret_name(name: &str) -> bool {
    let mut name = name.to_ascii_lowercase();
    name.retain(|letter| letter.is_ascii_alphanumeric());
    [
        "apikey",
        "authorization",
        "credential",
        "ha1b",
        "jwt",
        "password",
        "secret",
        "token",
    ]
    .iter()
    .any(|part| name.contains(part))
}

/// Collects the texts of a body that are secrets: by their names, or because they are not shown as
/// they are sent.
fn collect_secrets(sent: &Value, shown: &Value, by_name: bool, found: &mut Vec<Secret>) {
    match sent {
        Value::String(text) if by_name || sent != shown => found.push(Secret::from(text.as_str())),
        Value::Object(fields) => {
            for (name, field) in fields {
                collect_secrets(field, &shown[name.as_str()], is_secret_name(name), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_secrets(item, &shown[index], by_name, found);
            }
        }
        _ => {}
    }
}

/// Whether a part of a path may be a token: it is neither short, nor a uuid, or has what no word
/// has.
fn may_be_secret(segment: &str) -> bool {
    let is_word = segment.len() < 20
        && segment
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    let is_uuid = segment.len() == 36 && uuid::Uuid::parse_str(segment).is_ok();
    !is_word && !is_uuid
}
