//! The path of a request: from an operation and its arguments, by as many attempts as are right, to a
//! response or an error.
//!
//! [`operation`] makes the request of an operation and reads its response; [`delivery`] chooses the
//! credential and repeats what failed; [`attempt`] sends it once; [`failure`] says what it means that
//! no response came.

use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use opentact_client::security::SecurityScheme;

use self::base_url::BaseUrl;
use self::options::RequestOptions;
use crate::clock::Clock;
use crate::credential::Credential;
use crate::retry::RetryPolicy;
use crate::retry::budget::RetryBudget;
use crate::session::Session;

mod attempt;
pub(crate) mod base_url;
pub(crate) mod call;
pub(crate) mod context;
pub(crate) mod delivery;
pub(crate) mod failure;
pub(crate) mod hook;
pub(crate) mod network;
pub(crate) mod operation;
pub(crate) mod options;
pub(crate) mod outgoing;
pub(crate) mod received;

/// What all clones of a client share.
#[derive(Debug)]
pub(crate) struct Transport {
    pub(crate) base_url: BaseUrl,
    pub(crate) http: reqwest::Client,
    /// Makes the connections of event streams.
    #[cfg(feature = "events")]
    pub(crate) dialer: crate::events::Dialer,
    /// The credential and its scheme, checked when the client was built; none is anonymous.
    pub(crate) identity: Option<(Credential, SecurityScheme)>,
    /// The session that a login credential is traded for, and the scheme that carries its JWT;
    /// unless the caller wants none.
    pub(crate) session: Option<(SecurityScheme, Session)>,
    /// The same without a session, where there is one: what logs in for it.
    pub(crate) for_logins: Option<Arc<Self>>,
    /// The proxy on the way, by host and port.
    pub(crate) proxy: Option<String>,
    pub(crate) max_response_bytes: usize,
    pub(crate) connect_timeout: Duration,
    /// How long a body may pause.
    pub(crate) read_timeout: Duration,
    /// What counts for each request that says nothing else.
    pub(crate) defaults: RequestOptions,
    pub(crate) retry_policy: RetryPolicy,
    pub(crate) budget: Arc<RetryBudget>,
    pub(crate) user_agent: HeaderValue,
    pub(crate) clock: Clock,
}

impl Transport {
    /// The credential of the client, unless it is anonymous.
    pub(crate) fn credential(&self) -> Option<&Credential> {
        self.identity.as_ref().map(|(credential, _)| credential)
    }
}
