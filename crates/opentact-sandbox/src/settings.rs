//! What can be set about a sandbox, with its defaults.

use std::time::Duration;

use axum::http::StatusCode;

use crate::auth::limiter::LoginLimit;
use crate::http::{cors::Cors, observer::Observer};

/// The HTTP status with which a creation is answered, where the contract has both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CreateStatus {
    /// 201, the default.
    #[default]
    Created,
    /// 200, as some answers of the API are.
    Ok,
}

impl CreateStatus {
    pub(crate) const fn code(self) -> StatusCode {
        match self {
            Self::Created => StatusCode::CREATED,
            Self::Ok => StatusCode::OK,
        }
    }
}

/// The form in which the event service answers a good credential; the documentation shows both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuthAnswer {
    /// `{"success": true, "message": "success"}` with the connection, and nothing more.
    Form2021,
    /// An event whose payload is the connection, without `success`; the default.
    #[default]
    Form2024,
}

/// The settings of one sandbox.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) jwt_ttl: Duration,
    pub(crate) default_token_ttl: Duration,
    pub(crate) create_status: CreateStatus,
    pub(crate) auth_answer: AuthAnswer,
    pub(crate) show_tokens: bool,
    pub(crate) google_audience: String,
    pub(crate) facebook_app_id: String,
    pub(crate) login_limit: Option<LoginLimit>,
    pub(crate) observer: Option<Observer>,
    /// How long each step of a message takes, and each of an order.
    pub(crate) sms_delay: Duration,
    pub(crate) order_delay: Duration,
    pub(crate) webhooks_anywhere: bool,
    pub(crate) cors: Option<Cors>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            jwt_ttl: Duration::from_secs(86_400),
            default_token_ttl: Duration::from_secs(86_400),
            create_status: CreateStatus::default(),
            auth_answer: AuthAnswer::default(),
            show_tokens: false,
            google_audience: "opentact-sandbox.apps.googleusercontent.com".to_owned(),
            facebook_app_id: "100000000000001".to_owned(),
            login_limit: None,
            observer: None,
            sms_delay: Duration::ZERO,
            order_delay: Duration::ZERO,
            webhooks_anywhere: false,
            cors: None,
        }
    }
}
