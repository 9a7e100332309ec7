//! The address of the API, checked before anything secret is sent to it.

use std::fmt;

use url::{Host, Url};

/// An address that is safe to send credentials to: `https`, or `http` on this machine.
#[derive(Clone, Eq, PartialEq)]
pub(crate) struct BaseUrl(Url);

impl BaseUrl {
    /// Checks an address.
    ///
    /// A slash at the end, and the `/rest` that the vendor's pages print, mean nothing: the paths
    /// of the contract carry `/rest` themselves.
    pub(crate) fn parse(text: &str) -> Result<Self, BaseUrlError> {
        let mut url = Url::parse(text.trim()).map_err(|_| BaseUrlError::Malformed)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BaseUrlError::Credential);
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(BaseUrlError::Query);
        }
        match url.scheme() {
            "https" => {}
            "http" if is_loopback(&url) => {}
            "http" => return Err(BaseUrlError::Plain),
            _ => return Err(BaseUrlError::Scheme),
        }
        if url.host().is_none() {
            return Err(BaseUrlError::Malformed);
        }
        let path = url.path().trim_end_matches('/');
        let path = path.strip_suffix("/rest").unwrap_or(path).to_owned();
        url.set_path(&path);
        Ok(Self(url))
    }

    /// The address without a slash at the end, for paths to be appended to.
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// The name or number of the host.
    pub(crate) fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The port, also where it is the one of the scheme.
    pub(crate) fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or_default()
    }

    /// Whether the address is this machine's.
    pub(crate) fn is_on_this_machine(&self) -> bool {
        is_loopback(&self.0)
    }

    /// The address of a path of the contract, whose values are encoded.
    pub(crate) fn with(&self, path: &str) -> Url {
        let mut url = self.0.clone();
        match self.0.path().trim_end_matches('/') {
            "" => url.set_path(path),
            stem => url.set_path(&format!("{stem}{path}")),
        }
        url
    }

    /// The address of a path of the API, given as it stands in a request line.
    ///
    /// `None` when the path would leave the address.
    pub(crate) fn join(&self, path: &str) -> Option<Url> {
        if !path.starts_with('/') || path.contains("//") {
            return None;
        }
        let url = Url::parse(&format!("{}{path}", self.as_str())).ok()?;
        let expected = format!("{}{path}", self.0.path().trim_end_matches('/'));
        (url.origin() == self.0.origin() && url.path() == expected).then_some(url)
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        // Pinned to this machine where the HTTP client is made; a resolver has no say in it.
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Why an address is refused. It is not shown, as it may hold a credential.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub(crate) enum BaseUrlError {
    #[error("the base URL holds a user name or a password; give the credential separately")]
    Credential,
    #[error("the base URL is not a URL; write it like https://api.opentact.org")]
    Malformed,
    #[error(
        "the base URL is plain http, which would send credentials in clear; use https, or an address of this machine"
    )]
    Plain,
    #[error("the base URL has a query or a fragment; leave both out")]
    Query,
    #[error("the base URL has another scheme than https")]
    Scheme,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slash_a_path_and_the_documented_rest_mean_the_same() {
        for text in [
            "https://api.opentact.org",
            "https://api.opentact.org/",
            "https://api.opentact.org/rest",
            "https://api.opentact.org/rest/",
            " https://API.opentact.org:443// ",
        ] {
            assert_eq!(
                BaseUrl::parse(text).unwrap().as_str(),
                "https://api.opentact.org",
                "{text}"
            );
        }
        let proxied = BaseUrl::parse("https://proxy.example.com/opentact/rest/").unwrap();
        assert_eq!(proxied.as_str(), "https://proxy.example.com/opentact");
    }

    #[test]
    fn what_is_not_safe_is_refused() {
        use BaseUrlError::{Credential, Malformed, Plain, Query, Scheme};
        for (text, why) in [
            ("", Malformed),
            ("api.opentact.org", Malformed),
            ("https://", Malformed),
            ("http://api.opentact.org", Plain),
            ("http://localhost.example.com", Plain),
            ("http://api.localhost", Plain),
            ("http://127.0.0.1.example.com", Plain),
            ("ftp://api.opentact.org", Scheme),
            ("https://me:planted@api.opentact.org", Credential),
            ("https://api.opentact.org?jwt=planted", Query),
            ("https://api.opentact.org#planted", Query),
        ] {
            let refused = BaseUrl::parse(text).unwrap_err();
            assert_eq!(refused, why, "{text}");
            assert!(!refused.to_string().contains("planted"));
        }
    }

    #[test]
    fn plain_http_is_for_this_machine() {
        for text in [
            "http://127.0.0.1:8080",
            "http://127.9.9.9",
            "http://[::1]:80",
            "http://localhost",
        ] {
            assert!(BaseUrl::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_path_of_the_contract_goes_behind_that_of_the_address() {
        for base in ["https://api.opentact.org", "https://proxy.example.com/stem"] {
            let url = BaseUrl::parse(base).unwrap().with("/rest/a%2Fb%3F/list");
            assert_eq!(url.as_str(), format!("{base}/rest/a%2Fb%3F/list"));
        }
    }

    #[test]
    fn a_path_cannot_leave_the_address() {
        let base = BaseUrl::parse("https://api.opentact.org/stem").unwrap();
        assert_eq!(
            base.join("/rest/user").unwrap().as_str(),
            "https://api.opentact.org/stem/rest/user"
        );
        for path in [
            "@evil.example.com/",
            "//evil.example.com/rest",
            "/../rest",
            "/rest/./user",
            "/rest/%2e%2e/user",
            "/rest?x=1",
            "/rest#x",
            ".evil.example.com",
            "/rest\\user",
        ] {
            assert_eq!(base.join(path), None, "{path}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_text_is_an_unsafe_address(text in "(https?|ftp)://[a-z0-9@:/?#.%\\[\\]]{0,20}|\\PC{0,30}|https?://(localhost|127\\.0\\.0\\.1)[:/.@a-z0-9]{0,9}") {
            if let Ok(base) = BaseUrl::parse(&text) {
                prop_assert!(base.0.username().is_empty() && base.0.password().is_none());
                prop_assert!(base.0.query().is_none() && base.0.fragment().is_none());
                prop_assert!(base.0.scheme() == "https" || is_loopback(&base.0));
                prop_assert_eq!(BaseUrl::parse(base.as_str()).map(|it| it.as_str().to_owned()), Ok(base.as_str().to_owned()));
            }
        }

        #[test]
        fn no_path_leaves_the_address(path in "/?[a-z@:/?#.%\\\\2eEfF5cC]{0,20}|\\PC{0,20}") {
            for stem in ["https://api.opentact.org", "https://proxy.example.com/stem"] {
                let base = BaseUrl::parse(stem).unwrap();
                if let Some(url) = base.join(&path) {
                    prop_assert_eq!(url.origin(), base.0.origin());
                    prop_assert_eq!(url.as_str(), format!("{stem}{path}"));
                }
            }
        }
    }
}
