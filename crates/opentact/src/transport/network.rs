//! The way to the server: proxy, certificates, and what `localhost` means.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use opentact_client::Secret;

use crate::error::Error;

/// What `localhost` means; the port is that of the address.
const LOOPBACK: [SocketAddr; 2] = [
    SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
    SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), 0),
];

/// The way to the server.
#[derive(Clone, Debug, Default)]
pub(crate) struct Network {
    pub(crate) proxy: Proxy,
    /// PEM text of certificates to trust as well.
    pub(crate) root_certificates: Vec<Vec<u8>>,
}

/// Whom to go through.
#[derive(Clone, Debug, Default)]
pub(crate) enum Proxy {
    /// Whom the environment names, if it does.
    #[default]
    Environment,
    /// Nobody.
    None,
    /// The proxy at that address, which may hold a password.
    At(Secret),
}

impl Network {
    /// Puts the way to the server into the HTTP client's settings.
    pub(crate) fn settle(
        self,
        http: reqwest::ClientBuilder,
        to_this_machine: bool,
    ) -> Result<reqwest::ClientBuilder, Error> {
        let proxy = match &self.proxy {
            Proxy::At(url) => Some(parse_proxy(url)?),
            Proxy::Environment | Proxy::None => None,
        };
        let http = trust(http, &self.root_certificates)?;
        if to_this_machine {
            // A proxy would carry the credential off this machine in clear, and so would a
            // resolver that has an opinion of its own on this name.
            return Ok(http.no_proxy().resolve_to_addrs("localhost", &LOOPBACK));
        }
        let http = http.https_only(true);
        Ok(match (proxy, self.proxy) {
            (Some(proxy), _) => http.proxy(proxy),
            (None, Proxy::None) => http.no_proxy(),
            (None, _) => http,
        })
    }
}

fn parse_proxy(url: &Secret) -> Result<reqwest::Proxy, Error> {
    let is_usable = url::Url::parse(url.expose()).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|it| !it.is_empty())
    });
    let parsed = is_usable.then(|| reqwest::Proxy::all(url.expose()).ok());
    // The cause would print the address, and with it a password.
    parsed.flatten().ok_or_else(|| {
        Error::configuration(
            "the proxy's address cannot be used; write it like http://proxy.example.com:3128",
        )
    })
}

#[cfg(any(
    feature = "rustls",
    feature = "rustls-no-provider",
    feature = "native-tls",
    feature = "native-tls-vendored"
))]
fn trust(
    http: reqwest::ClientBuilder,
    certificates: &[Vec<u8>],
) -> Result<reqwest::ClientBuilder, Error> {
    let mut trusted = Vec::new();
    for pem in certificates {
        let found = reqwest::Certificate::from_pem_bundle(pem).map_err(|cause| {
            let redaction = crate::redaction::Redaction::default();
            let cause = crate::cause::Cause::of(cause.without_url(), &redaction);
            Error::configuration("a root certificate is not PEM text").with_cause(cause)
        })?;
        if found.is_empty() {
            return Err(Error::configuration(
                "a root certificate has no `BEGIN CERTIFICATE`; give PEM text, not DER",
            ));
        }
        trusted.extend(found);
    }
    if trusted.is_empty() {
        return Ok(http);
    }
    Ok(http.tls_certs_merge(trusted))
}

#[cfg(not(any(
    feature = "rustls",
    feature = "rustls-no-provider",
    feature = "native-tls",
    feature = "native-tls-vendored"
)))]
fn trust(
    http: reqwest::ClientBuilder,
    certificates: &[Vec<u8>],
) -> Result<reqwest::ClientBuilder, Error> {
    if certificates.is_empty() {
        return Ok(http);
    }
    Err(Error::configuration(
        "a root certificate needs TLS, and no TLS feature of this crate is on",
    ))
}
