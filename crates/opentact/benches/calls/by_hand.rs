//! The two calls as a program without the SDK writes them: `reqwest`, and a struct for each answer.

use std::time::Duration;

use chrono::{DateTime, Utc};
use http::header::{ACCEPT, USER_AGENT};
use reqwest::redirect::Policy;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A client with the limits that the SDK has unless told otherwise.
#[derive(Clone)]
pub(crate) struct ByHand {
    http: reqwest::Client,
    base_url: String,
    token: &'static str,
}

impl ByHand {
    pub(crate) fn new(base_url: String, token: &'static str) -> Self {
        let http = reqwest::Client::builder()
            .redirect(Policy::none())
            .referer(false)
            .no_proxy()
            .connect_timeout(Duration::from_secs(10))
            .timeout(Duration::from_secs(30));
        Self {
            http: http.build().unwrap(),
            base_url,
            token,
        }
    }

    pub(crate) async fn whoami(&self) -> User {
        self.get("/rest/auth").await.unwrap()
    }

    pub(crate) async fn list(&self) -> Vec<Token> {
        self.get("/rest/token/list").await.unwrap()
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        let request = self
            .http
            .get(format!("{}{path}", self.base_url))
            .header(ACCEPT, "application/json")
            .header(
                USER_AGENT,
                concat!("opentact-rust/", env!("CARGO_PKG_VERSION")),
            )
            .bearer_auth(self.token);
        let response = request.send().await.map_err(Failure::Http)?;
        let response = response.error_for_status().map_err(Failure::Http)?;
        let envelope: Envelope<T> = response.json().await.map_err(Failure::Http)?;
        match envelope.success {
            true => Ok(envelope.payload),
            false => Err(Failure::Denied),
        }
    }
}

#[derive(Debug)]
#[allow(dead_code, reason = "shown by `unwrap`")]
enum Failure {
    Denied,
    Http(reqwest::Error),
}

#[derive(Deserialize)]
struct Envelope<T> {
    success: bool,
    payload: T,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read from the answer, as a program would")]
pub(crate) struct User {
    uuid: Uuid,
    email: String,
    role: Role,
    created_on: Option<DateTime<Utc>>,
    modified_on: Option<DateTime<Utc>>,
    deleted_on: Option<DateTime<Utc>>,
    dob: Option<DateTime<Utc>>,
    phone_number: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    avatar: Option<String>,
    gender: Option<String>,
    wss_online: Option<bool>,
    token: Option<String>,
    account: Option<Account>,
}

#[derive(Deserialize)]
enum Role {
    Admin,
    Provider,
    User,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read from the answer, as a program would")]
struct Account {
    uuid: Uuid,
    email: Option<String>,
    name: Option<String>,
    phone: Option<u64>,
    level: Option<String>,
    balance: Option<f64>,
    created_on: Option<DateTime<Utc>>,
    modified_on: Option<DateTime<Utc>>,
    deleted_on: Option<DateTime<Utc>>,
    disabled_on: Option<DateTime<Utc>>,
    address1: Option<String>,
    address2: Option<String>,
    zip_code: Option<String>,
    city: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read from the answer, as a program would")]
pub(crate) struct Token {
    uuid: Option<Uuid>,
    name: Option<String>,
    token: Option<String>,
    ttl: Option<i64>,
    expired_on: DateTime<Utc>,
    created_on: Option<DateTime<Utc>>,
    modified_on: Option<DateTime<Utc>>,
    user: Option<User>,
}
