//! Makes HTTP clients that are safe for credentials.

use std::time::Duration;

use crate::authorize::Authorizer;
use crate::generated::Client;

/// How long a connection is kept that has nothing to do: 4 seconds.
///
/// Servers close theirs after 5 (Node) or later. A request that is sent while the server closes the
/// connection is lost, so the client has to be the first to give up.
pub const POOL_IDLE_TIMEOUT: Duration = Duration::from_secs(4);

impl Client {
    /// A client with an HTTP client that is safe for credentials: it follows no redirect, sends no
    /// `Referer`, gives up connecting after 10 seconds and on an answer after 30, and keeps a
    /// connection for [`POOL_IDLE_TIMEOUT`].
    ///
    /// `base_url` is joined with the paths of the contract as it is: scheme and host, without a
    /// slash at the end.
    ///
    /// # Errors
    ///
    /// [`ConnectError`]: the TLS library finds no provider or certificate store.
    pub fn connect(base_url: &str, authorize: impl Into<Authorizer>) -> Result<Self, ConnectError> {
        let settings = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(Duration::from_secs(10))
            .pool_idle_timeout(POOL_IDLE_TIMEOUT)
            .timeout(Duration::from_secs(30));
        let http = http_client(settings)?;
        Ok(Self::new_with_client(base_url, http, authorize.into()))
    }
}

/// Builds an HTTP client, without the panic that `reqwest` has for a missing TLS provider, and without
/// decompression, whichever features of `reqwest` are on.
///
/// # Errors
///
/// [`ConnectError`]: the TLS library finds no provider or certificate store.
pub fn http_client(settings: reqwest::ClientBuilder) -> Result<reqwest::Client, ConnectError> {
    #[cfg(all(feature = "rustls-no-provider", not(feature = "rustls")))]
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        return Err(ConnectError::NoProvider);
    }
    // Another crate of the program may have turned decompression on for everybody. It would undo the
    // limits on an answer's size.
    let settings = settings.no_gzip().no_brotli().no_zstd().no_deflate();
    settings.build().map_err(ConnectError::Build)
}

/// Why no HTTP client could be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConnectError {
    /// The HTTP library refuses, mostly for want of certificates.
    #[error("the HTTP client cannot be made; check that the system has certificates")]
    Build(#[source] reqwest::Error),
    /// `rustls` has no provider, and the feature in use brings none.
    #[error(
        "rustls has no provider; install one (`CryptoProvider::install_default`), or use the feature `rustls`"
    )]
    NoProvider,
}

#[cfg(all(test, feature = "rustls-no-provider", not(feature = "rustls")))]
mod tests {
    use super::*;

    #[test]
    fn a_missing_provider_is_an_error_and_no_panic() {
        let outcome = http_client(reqwest::Client::builder());
        assert!(matches!(outcome, Err(ConnectError::NoProvider)));
    }
}
