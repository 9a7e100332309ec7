//! The way to the server: proxy, certificates, and what `localhost` means.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use hyper_util::client::proxy::matcher::Matcher;
use opentact_client::Secret;

use super::base_url::BaseUrl;
use crate::environment::EnvironmentProxy;
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
            // What is not used may be as wrong as it likes.
            Proxy::Environment if to_this_machine => None,
            _ => self.proxy()?,
        };
        let http = trust(http, &self.root_certificates)?;
        // What the environment says of proxies is read here alone.
        let http = http.no_proxy();
        if to_this_machine {
            // A proxy would carry the credential off this machine, without TLS in clear, and so would a
            // resolver that has an opinion of its own on this name.
            return Ok(http.resolve_to_addrs("localhost", &LOOPBACK));
        }
        let http = http.https_only(true);
        let Some(chosen) = proxy else {
            return Ok(http);
        };
        let proxy = reqwest::Proxy::all(chosen.address.expose()).map_err(|_| chosen.refusal())?;
        let exceptions = reqwest::NoProxy::from_string(&chosen.exceptions);
        Ok(http.proxy(proxy.no_proxy(exceptions)))
    }

    /// The proxy on the way to an address, by host and port, if there is one.
    pub(crate) fn proxy_to(&self, base_url: &BaseUrl) -> Result<Option<String>, Error> {
        if base_url.is_on_this_machine() {
            return Ok(None);
        }
        let Some(chosen) = self.proxy()? else {
            return Ok(None);
        };
        let matcher = Matcher::builder()
            .all(chosen.address.expose())
            .no(chosen.exceptions.as_str())
            .build();
        let target = base_url.as_str().parse().ok();
        let found = target.and_then(|target| matcher.intercept(&target));
        Ok(found.and_then(|it| it.uri().authority().map(ToString::to_string)))
    }

    /// The proxy that was chosen, if it can be used.
    fn proxy(&self) -> Result<Option<ChosenProxy>, Error> {
        let chosen = match &self.proxy {
            Proxy::None => return Ok(None),
            Proxy::At(address) => ChosenProxy {
                variable: None,
                address: address.clone(),
                exceptions: String::new(),
            },
            Proxy::Environment => match ChosenProxy::of_environment()? {
                Some(chosen) => chosen,
                None => return Ok(None),
            },
        };
        let is_usable = url::Url::parse(chosen.address.expose()).is_ok_and(|url| {
            let has_host = url.host_str().is_some_and(|it| !it.is_empty());
            matches!(url.scheme(), "http" | "https") && has_host
        });
        match is_usable {
            true => Ok(Some(chosen)),
            false => Err(chosen.refusal()),
        }
    }
}

/// A proxy, and where that was said.
struct ChosenProxy {
    /// The variable of the environment; `None` where the builder was told.
    variable: Option<&'static str>,
    address: Secret,
    exceptions: String,
}

impl ChosenProxy {
    fn of_environment() -> Result<Option<Self>, Error> {
        let said = EnvironmentProxy::read()?;
        let exceptions = said.exceptions;
        // The HTTP library takes it for any name, and for no number.
        let is_for_nobody = exceptions.split(',').any(|it| it.trim() == "*");
        let address = said.address.filter(|_| !is_for_nobody);
        Ok(address.map(|(variable, address)| Self {
            variable: Some(variable),
            address: match address.expose().contains("://") {
                true => address,
                false => Secret::new(["http://", address.expose()].concat()),
            },
            exceptions,
        }))
    }

    /// The error for one that cannot be used. The address is not shown, as it may hold a password.
    fn refusal(&self) -> Error {
        const REMEDY: &str = "write it like http://proxy.example.com:3128 (SOCKS is not supported)";
        Error::configuration(match self.variable {
            Some(variable) => format!(
                "{variable} names a proxy that cannot be used; {REMEDY}, or call `no_proxy`"
            ),
            None => format!("the proxy's address cannot be used; {REMEDY}"),
        })
    }
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
