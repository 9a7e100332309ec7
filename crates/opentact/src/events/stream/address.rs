//! Where the event service is.

use url::Url;

use crate::error::{EVENTS, Error, ErrorKind};
use crate::transport::base_url::{BaseUrl, BaseUrlError};

/// Where the event service is under a base URL.
const PATH: &str = "/wss";

/// The address of the event service: TLS, or this machine.
#[derive(Clone, Debug)]
pub(super) struct Address {
    base: BaseUrl,
    url: Url,
}

impl Address {
    /// The service that belongs to the API at that address.
    pub(super) fn of_api(base: &BaseUrl) -> Result<Self, Error> {
        Self::new(&format!("{}{PATH}", base.as_str()))
    }

    /// An address in text: `wss://`, or `ws://` on this machine.
    pub(super) fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let malformed = || refuse(&BaseUrlError::Malformed);
        let url = Url::parse(text).map_err(|_| malformed())?;
        // The HTTP library asks for the upgrade, and knows its own schemes alone.
        let (scheme, http) = match url.scheme() {
            scheme @ "wss" => (scheme, "https"),
            scheme @ "ws" => (scheme, "http"),
            _ => return Err(refuse(&BaseUrlError::Scheme)),
        };
        let rest = url.as_str().strip_prefix(scheme).ok_or_else(malformed)?;
        Self::new(&format!("{http}{rest}"))
    }

    /// An address as the HTTP library takes it, held to what the address of the API is held to. Its
    /// path stays as it is.
    fn new(text: &str) -> Result<Self, Error> {
        let base = BaseUrl::parse(text).map_err(|cause| refuse(&cause))?;
        let url = Url::parse(text).map_err(|_| refuse(&BaseUrlError::Malformed))?;
        Ok(Self { base, url })
    }

    /// The address as the HTTP library takes it.
    pub(super) const fn url(&self) -> &Url {
        &self.url
    }

    /// The name or number of the host.
    pub(super) fn host(&self) -> &str {
        self.base.host()
    }

    /// The port, also where it is the one of the scheme.
    pub(super) fn port(&self) -> u16 {
        self.base.port()
    }

    /// The address as one of the API.
    pub(super) const fn base(&self) -> &BaseUrl {
        &self.base
    }
}

/// The address is not shown, as it may hold a credential.
fn refuse(cause: &BaseUrlError) -> Error {
    let message = match cause {
        BaseUrlError::Credential => {
            "the address of the events holds a user name or a password; the client's credential is sent"
        }
        BaseUrlError::Malformed => {
            "the address of the events is not a URL; write it like wss://api.opentact.org/wss"
        }
        BaseUrlError::Plain => {
            "the address of the events is plain ws, which would send the credential in clear; use wss, or an address of this machine"
        }
        BaseUrlError::Query => {
            "the address of the events has a query or a fragment; leave both out"
        }
        BaseUrlError::Scheme => "the address of the events has another scheme than wss",
    };
    Error::new(ErrorKind::Configuration, EVENTS, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_beside_the_api() {
        for (base, address) in [
            ("https://api.opentact.org", "https://api.opentact.org/wss"),
            (
                "https://api.stage.opentact.org/rest/",
                "https://api.stage.opentact.org/wss",
            ),
            (
                "https://proxy.example.com/stem",
                "https://proxy.example.com/stem/wss",
            ),
            ("http://localhost:8080", "http://localhost:8080/wss"),
        ] {
            let base = BaseUrl::parse(base).unwrap();
            assert_eq!(Address::of_api(&base).unwrap().url().as_str(), address);
        }
    }

    #[test]
    fn it_can_be_given() {
        for (text, address) in [
            (" wss://api.opentact.org ", "https://api.opentact.org/"),
            (
                "WSS://api.opentact.org:443/wss",
                "https://api.opentact.org/wss",
            ),
            ("ws://127.0.0.1:8080/wss", "http://127.0.0.1:8080/wss"),
            ("ws://[::1]", "http://[::1]/"),
            // As it is given, whatever it would mean for an API.
            ("wss://example.com/rest", "https://example.com/rest"),
            ("wss://example.com/events/", "https://example.com/events/"),
        ] {
            assert_eq!(Address::parse(text).unwrap().url().as_str(), address);
        }
    }

    #[test]
    fn what_is_not_safe_is_refused_without_being_shown() {
        for text in [
            "",
            "planted",
            "ws://planted.example.com/wss",
            "ws://localhost.planted.example.com",
            "ws://127.0.0.1.planted.example.com",
            "ws://planted.localhost",
            "ws://0.0.0.0/planted",
            "ws://[::]/planted",
            "ws://[::ffff:127.0.0.1]/planted",
            "ws://192.0.2.1/planted",
            "https://planted.example.com/wss",
            "http://127.0.0.1/planted",
            "wss://me:planted@api.opentact.org/wss",
            "wss://api.opentact.org/wss?jwt=planted",
            "wss://api.opentact.org/wss#planted",
            "wss://",
        ] {
            let error = Address::parse(text).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration, "{text}");
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains("planted"), "{shown}");
        }
    }
}
