//! The one door through which a credential enters a request.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use http::header::{HeaderName, HeaderValue, USER_AGENT};
use progenitor_client::{ClientHooks, ClientInfo, OperationInfo};

use crate::apply::ApplyError;
use crate::generated::Client;
use crate::secret::Secret;
use crate::security::{Operation, SecurityScheme};

/// A future that an [`Authorize`] returns.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Gives each request its credential, and sends it.
///
/// [`FixedCredential`] is the simple one. Whoever renews credentials, retries or records writes
/// another; the generated client knows of nothing but this door.
pub trait Authorize: Send + Sync {
    /// Puts a credential into a request, unless the operation [takes none](Operation::security).
    fn authorize<'a>(
        &'a self,
        operation: Operation,
        request: &'a mut reqwest::Request,
    ) -> BoxFuture<'a, Result<(), ApplyError>>;

    /// Sends a request: once, unless an implementation knows better.
    fn send<'a>(
        &'a self,
        operation: Operation,
        client: &'a reqwest::Client,
        request: reqwest::Request,
    ) -> BoxFuture<'a, reqwest::Result<reqwest::Response>> {
        let _ = operation;
        Box::pin(client.execute(request))
    }

    /// What requests call themselves in `User-Agent`, in visible ASCII.
    fn user_agent(&self) -> &'static str {
        concat!("opentact-client/", env!("CARGO_PKG_VERSION"))
    }
}

/// An [`Authorize`] as the generated client keeps it: shared, and without anything to show.
#[derive(Clone)]
pub struct Authorizer(Arc<dyn Authorize>);

impl Authorizer {
    /// Takes an implementation in.
    pub fn new(authorize: impl Authorize + 'static) -> Self {
        Self(Arc::new(authorize))
    }
}

impl<T: Authorize + 'static> From<T> for Authorizer {
    fn from(authorize: T) -> Self {
        Self::new(authorize)
    }
}

impl fmt::Debug for Authorizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authorizer")
    }
}

/// One credential, sent with every request as it is.
///
/// ```
/// use opentact_client::{Client, FixedCredential, Secret, security::SecurityScheme};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let credential = FixedCredential::new(SecurityScheme::Jwt, Secret::new("made.up.jwt"));
/// let client = Client::connect("https://api.opentact.org", credential)?;
/// # drop(client);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct FixedCredential {
    scheme: SecurityScheme,
    credential: Secret,
}

impl FixedCredential {
    /// A credential to be sent by one scheme; for `basic` it is `email:password`.
    pub const fn new(scheme: SecurityScheme, credential: Secret) -> Self {
        Self { scheme, credential }
    }
}

impl Authorize for FixedCredential {
    fn authorize<'a>(
        &'a self,
        operation: Operation,
        request: &'a mut reqwest::Request,
    ) -> BoxFuture<'a, Result<(), ApplyError>> {
        let accepted = operation.security();
        let outcome = if accepted.is_empty() {
            Ok(())
        } else if accepted.contains(&self.scheme) {
            self.scheme.apply(request, &self.credential)
        } else {
            Err(ApplyError::NotAccepted {
                operation: operation.id(),
                scheme: self.scheme.name(),
            })
        };
        Box::pin(std::future::ready(outcome))
    }
}

impl ClientHooks<Authorizer> for Client {
    async fn pre<E>(
        &self,
        request: &mut reqwest::Request,
        info: &OperationInfo,
    ) -> Result<(), progenitor_client::Error<E>> {
        let door = &*self.inner().0;
        // The generator adds a header with the document's version, which the server never asked for.
        request
            .headers_mut()
            .remove(HeaderName::from_static("api-version"));
        request
            .headers_mut()
            .entry(USER_AGENT)
            .or_insert(HeaderValue::from_static(door.user_agent()));
        let operation = operation(info).map_err(progenitor_client::Error::Custom)?;
        door.authorize(operation, request)
            .await
            .map_err(|cause| progenitor_client::Error::Custom(cause.to_string()))
    }

    async fn exec(
        &self,
        request: reqwest::Request,
        info: &OperationInfo,
    ) -> reqwest::Result<reqwest::Response> {
        match operation(info) {
            Ok(operation) => self.inner().0.send(operation, self.client(), request).await,
            Err(_) => self.client().execute(request).await,
        }
    }
}

/// The operation that the generator's name stands for; both come from one document.
fn operation(info: &OperationInfo) -> Result<Operation, String> {
    Operation::from_function(info.operation_id).ok_or_else(|| {
        format!(
            "`{}` is not an operation of the contract",
            info.operation_id
        )
    })
}
