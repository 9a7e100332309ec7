//! An address elsewhere that tells whether credentials hold, and the one way to ask it.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::OnceLock,
    time::Duration,
};

use opentact_client::Secret;
use reqwest::{
    Client, Response, Url,
    header::{CACHE_CONTROL, HeaderMap},
    redirect::Policy,
};

use crate::error::Error;

/// How long one question may take, in the time of the network.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest answer that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// What `localhost` means; the port is that of the address.
const LOOPBACK: [SocketAddr; 2] = [
    SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
    SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), 0),
];

/// An address to ask, with `https`, or on this machine.
pub(crate) struct Endpoint {
    url: Url,
    /// Made when the first question is asked, since certificates take a while to load.
    client: OnceLock<Client>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Fetched {
    pub(crate) body: Vec<u8>,
    /// For how many seconds it may be kept, if it says so.
    pub(crate) max_age_s: Option<u64>,
}

impl Endpoint {
    /// Takes an address; nothing is asked yet.
    ///
    /// # Errors
    ///
    /// [`Error::Endpoint`] when it is no address, would be asked in clear over a network, or
    /// has a user or password in it.
    pub(crate) fn new(address: &str) -> Result<Self, Error> {
        let refuse = |reason| Error::Endpoint { reason };
        let url = Url::parse(address).map_err(|_| refuse("it is not a URL"))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(refuse("it must not have a user or password in it"));
        }
        match url.scheme() {
            "https" if cfg!(feature = "https") => {}
            "https" => return Err(refuse("this sandbox is built without the feature `https`")),
            "http" if is_loopback(&url) => {}
            _ => return Err(refuse("it must be https, or http on this machine")),
        }
        Ok(Self {
            url,
            client: OnceLock::new(),
        })
    }

    /// Asks, with these parameters added to the query.
    ///
    /// # Errors
    ///
    /// [`Error::Unreachable`], [`Error::UnusableAnswer`] when it is not 200 or too long.
    pub(crate) async fn get(&self, query: &[(&str, &Secret)]) -> Result<Fetched, Error> {
        let mut url = self.url.clone();
        if !query.is_empty() {
            let pairs = query.iter().map(|(name, value)| (name, value.expose()));
            url.query_pairs_mut().extend_pairs(pairs);
        }
        // The address may have a credential in it.
        let unreachable = |error: reqwest::Error| Error::Unreachable {
            host: self.host(),
            source: error.without_url(),
        };
        let request = self.client().map_err(unreachable)?.get(url);
        let mut response = request.send().await.map_err(unreachable)?;
        if response.status() != 200 {
            return Err(self.unusable("its status is not 200"));
        }
        let max_age_s = max_age_s(response.headers());
        let body = self.body(&mut response, unreachable).await?;
        Ok(Fetched { body, max_age_s })
    }

    /// The complaint about an answer.
    pub(crate) fn unusable(&self, reason: &'static str) -> Error {
        Error::UnusableAnswer {
            host: self.host(),
            reason,
        }
    }

    async fn body(
        &self,
        response: &mut Response,
        unreachable: impl Fn(reqwest::Error) -> Error,
    ) -> Result<Vec<u8>, Error> {
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(&unreachable)? {
            if body.len() + chunk.len() > LONGEST {
                return Err(self.unusable("it is longer than 64 KiB"));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }

    fn client(&self) -> Result<Client, reqwest::Error> {
        if let Some(client) = self.client.get() {
            return Ok(client.clone());
        }
        let mut builder = Client::builder().redirect(Policy::none()).timeout(PATIENCE);
        if self.url.scheme() == "http" {
            // A proxy, or a resolver with an opinion of its own on this name, would carry the
            // credential off this machine in clear.
            builder = builder.no_proxy().resolve_to_addrs("localhost", &LOOPBACK);
        }
        let client = builder.build()?;
        Ok(self.client.get_or_init(|| client).clone())
    }

    fn host(&self) -> String {
        self.url.host_str().unwrap_or_default().to_owned()
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Endpoint").field(&self.host()).finish()
    }
}

fn is_loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else {
        return false;
    };
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

/// The `max-age` of `Cache-Control`; 0 for an answer that is not to be kept.
fn max_age_s(headers: &HeaderMap) -> Option<u64> {
    let texts = headers.get_all(CACHE_CONTROL).iter();
    let texts = texts.filter_map(|value| value.to_str().ok());
    let mut found = None;
    for directive in texts.flat_map(|text| text.split(',')) {
        let (name, value) = directive.split_once('=').unwrap_or((directive, ""));
        match name.trim().to_ascii_lowercase().as_str() {
            "no-store" | "no-cache" => return Some(0),
            "max-age" => found = value.trim().trim_matches('"').parse().ok(),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;

    use super::*;

    #[test]
    fn an_address_is_https_or_on_this_machine() {
        for (address, usable) in [
            ("http://127.0.0.1:1/keys", true),
            ("http://localhost/keys", true),
            ("http://[::1]:1/keys", true),
            (
                "https://www.googleapis.com/oauth2/v3/certs",
                cfg!(feature = "https"),
            ),
            ("http://example.com/keys", false),
            ("http://localhost.example.com/", false),
            ("http://127.0.0.1.example.com/", false),
            ("http://me:made-up@127.0.0.1/", false),
            ("ftp://127.0.0.1/", false),
            ("file:///etc/passwd", false),
            ("/keys", false),
            ("", false),
        ] {
            assert_eq!(Endpoint::new(address).is_ok(), usable, "{address}");
        }
    }

    #[test]
    fn an_address_shows_its_host_alone() {
        let endpoint = Endpoint::new("http://127.0.0.1/x?access_token=hunter2").unwrap();
        assert_eq!(format!("{endpoint:?}"), r#"Endpoint("127.0.0.1")"#);
    }

    #[test]
    fn cache_control_says_how_long_an_answer_may_be_kept() {
        for (text, expected) in [
            ("public, max-age=21600, must-revalidate", Some(21_600)),
            ("Max-Age = \"60\"", Some(60)),
            ("max-age=60, no-cache", Some(0)),
            ("no-store", Some(0)),
            ("max-age=-1", None),
            ("public", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(CACHE_CONTROL, HeaderValue::from_static(text));
            assert_eq!(max_age_s(&headers), expected, "{text}");
        }
        assert_eq!(max_age_s(&HeaderMap::new()), None);
    }
}
