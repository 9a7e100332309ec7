//! One use of a generated operation, through a door that keeps what came of it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use opentact_client as api;
use opentact_client::security::Operation;
use opentact_client::types::{
    AuthenticateResponse, CreateTokenResponse, CreatedToken, DeleteAllTokensResponse,
    DeleteSubscriptionResponse, ErrorResponse, ListSubscriptionsResponse, ListTokensResponse,
    Subscription, SubscriptionResponse, Token, TokenResponse, User,
};
use opentact_client::{ApplyError, Authorize, BoxFuture, Maybe, Secret, Unrecognized};

use crate::answer::Answer;
use crate::call::Caller;
use crate::call_options::CallOptions;
use crate::error::{Error, ErrorKind};
use crate::reply::Reply;
use crate::transport::{Purpose, Transport};

/// One use of a generated operation.
///
/// The generated client loses the status of an answer that it cannot read and prints what it could
/// not; so the answer is kept here, and its failures are told from that.
pub(crate) struct Exchange {
    operation: Operation,
    api: api::Client,
    outcome: Arc<Outcome>,
}

type Outcome = Mutex<Option<Result<Answer, Error>>>;

impl Exchange {
    /// A use with whatever the client's session or credential provides.
    pub(crate) fn new(caller: Caller, operation: Operation) -> Self {
        Self::start(caller, operation, Stage::Work, Vec::new())
    }

    /// A use whose path has a secret in it.
    pub(crate) fn with_secret(caller: Caller, operation: Operation, secret: Secret) -> Self {
        Self::start(caller, operation, Stage::Work, vec![secret])
    }

    /// The use that trades the credential for a JWT.
    pub(crate) fn login(transport: &Arc<Transport>) -> Self {
        let caller = Caller {
            transport: Arc::clone(transport),
            options: CallOptions::default(),
        };
        Self::start(caller, Operation::Authenticate, Stage::Login, Vec::new())
    }

    fn start(caller: Caller, operation: Operation, stage: Stage, secrets: Vec<Secret>) -> Self {
        let outcome = Arc::default();
        let base_url = caller.transport.base_url.as_str().to_owned();
        let http = caller.transport.http.clone();
        let door = Door {
            caller,
            stage,
            secrets,
            outcome: Some(Arc::clone(&outcome)),
        };
        Self {
            operation,
            api: api::Client::new_with_client(&base_url, http, door.into()),
            outcome,
        }
    }

    /// The generated client, good for this one use.
    pub(crate) const fn api(&self) -> &api::Client {
        &self.api
    }

    /// The payload of the answer and the answer, or the failure that it means.
    pub(crate) fn finish<T: Envelope>(
        self,
        result: Result<api::ResponseValue<T>, api::Error<ErrorResponse>>,
    ) -> Result<Reply<T::Payload>, Error> {
        let outcome = self
            .outcome
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let answer = outcome.unwrap_or_else(|| {
            let message = "no request could be made of the arguments";
            Err(Error::new(ErrorKind::Input, self.operation.id(), message))
        })?;
        match result.map(|value| value.into_inner().open()) {
            Ok((true, payload)) => Ok(Reply::new(payload, answer)),
            Ok((false, _)) | Err(_) => Err(answer.rejected()),
        }
    }
}

#[derive(Clone, Copy)]
enum Stage {
    Work,
    Login,
}

/// The door through which a generated operation reaches the client's path for requests.
pub(crate) struct Door {
    caller: Caller,
    stage: Stage,
    secrets: Vec<Secret>,
    /// Where the outcome goes, if somebody asks for it.
    outcome: Option<Arc<Outcome>>,
}

impl Door {
    /// A door for callers of the generated client, who see its errors instead of ours.
    pub(crate) fn open(transport: &Arc<Transport>) -> Self {
        Self {
            caller: Caller {
                transport: Arc::clone(transport),
                options: CallOptions::default(),
            },
            stage: Stage::Work,
            secrets: Vec::new(),
            outcome: None,
        }
    }
}

impl Authorize for Door {
    fn authorize<'a>(
        &'a self,
        _: Operation,
        _: &'a mut reqwest::Request,
    ) -> BoxFuture<'a, Result<(), ApplyError>> {
        // The credential is chosen when the request is sent, and perhaps again when it is repeated.
        Box::pin(std::future::ready(Ok(())))
    }

    fn send<'a>(
        &'a self,
        operation: Operation,
        _: &'a reqwest::Client,
        request: reqwest::Request,
    ) -> BoxFuture<'a, reqwest::Result<reqwest::Response>> {
        Box::pin(async move {
            let purpose = Purpose {
                label: operation.id(),
                template: Some(operation.path()),
                accepts: Some(operation.security()),
                secrets: &self.secrets,
                options: &self.caller.options,
                repeatable: None,
                login: matches!(self.stage, Stage::Login),
            };
            let outcome = self.caller.transport.send(purpose, request).await;
            let response = match &outcome {
                Ok(answer) => answer.to_http(),
                // The generated client takes no error of ours, so it gets an answer that no
                // operation has, with the error beside it.
                Err(error) => {
                    let mut response = http::Response::new(Bytes::new());
                    *response.status_mut() = http::StatusCode::NETWORK_AUTHENTICATION_REQUIRED;
                    response.extensions_mut().insert(error.clone());
                    response
                }
            };
            if let Some(kept) = &self.outcome {
                *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
            }
            Ok(response.into())
        })
    }

    fn user_agent(&self) -> &'static str {
        concat!("opentact-rust/", env!("CARGO_PKG_VERSION"))
    }
}

/// The envelope that the API puts around an answer.
pub(crate) trait Envelope {
    /// What is in it.
    type Payload;

    /// Whether it says success, and what is in it.
    fn open(self) -> (bool, Self::Payload);
}

macro_rules! envelopes {
    ($($response:ident => $payload:ty),* $(,)?) => {$(
        impl Envelope for $response {
            type Payload = $payload;

            fn open(self) -> (bool, $payload) {
                (self.success, self.payload)
            }
        }
    )*};
}

envelopes! {
    AuthenticateResponse => User,
    CreateTokenResponse => CreatedToken,
    DeleteAllTokensResponse => BTreeMap<String, Unrecognized>,
    DeleteSubscriptionResponse => Maybe<BTreeMap<String, Unrecognized>>,
    ListSubscriptionsResponse => Vec<Subscription>,
    ListTokensResponse => Vec<Token>,
    SubscriptionResponse => Subscription,
    TokenResponse => Token,
}
