//! The plain port: whatever is asked there, the answer is to ask again by https.

use std::{
    convert::Infallible,
    future::Future,
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Instant,
};

use axum::{
    body::Body,
    http::{
        HeaderValue, Request, StatusCode, Uri,
        header::{CONTENT_TYPE, EXPECT, HOST, LOCATION},
        uri::{Authority, PathAndQuery},
    },
    response::Response,
};
use hyper::{body::Incoming, service::service_fn};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use tokio::net::{TcpListener, TcpStream};

use crate::{
    engine::Engine,
    http::{
        body::{self, LONGEST, RequestBody},
        connections::{self, Plain},
        presented::Presented,
        server,
        tls::Certified,
    },
};

/// What no path and no query may have in clear; a `%` has encoded something already.
const UNSAFE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The HTTP status of the redirect from plain http to https, on which the API's documentation
/// contradicts itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RedirectStatus {
    /// 302, the default: what the later page says.
    #[default]
    Found,
    /// 301: what the earlier page says.
    MovedPermanently,
}

impl RedirectStatus {
    const fn code(self) -> StatusCode {
        match self {
            Self::Found => StatusCode::FOUND,
            Self::MovedPermanently => StatusCode::MOVED_PERMANENTLY,
        }
    }
}

/// Where redirects lead, and how.
#[derive(Debug)]
pub(crate) struct Redirect {
    pub(crate) status: RedirectStatus,
    /// Where TLS is spoken.
    pub(crate) address: SocketAddr,
    pub(crate) certified: Arc<Certified>,
}

/// Serves the plain port until `stop` is done and the requests at work are answered.
///
/// The connections end with the future.
pub(crate) async fn serve(
    listener: TcpListener,
    redirect: Redirect,
    engine: Arc<Engine>,
    stop: impl Future<Output = ()>,
) {
    let redirect = Arc::new(redirect);
    let opened = |stream: &TcpStream, _| {
        let (redirect, engine) = (Arc::clone(&redirect), Arc::clone(&engine));
        let reached = stream.local_addr().ok().map(|it| it.ip());
        service_fn(move |request| {
            let (redirect, engine) = (Arc::clone(&redirect), Arc::clone(&engine));
            async move { Ok::<_, Infallible>(redirect.answer(&engine, reached, request).await) }
        })
    };
    connections::serve(listener, Plain, opened, stop).await;
}

impl Redirect {
    async fn answer(
        &self,
        engine: &Engine,
        reached: Option<IpAddr>,
        request: Request<Incoming>,
    ) -> Response {
        let since = Instant::now();
        let (parts, body) = request.into_parts();
        let presented = Presented::find(&parts.headers, parts.uri.query());
        // Who waits to be asked for the body had better not send it in clear.
        let body = match parts.headers.contains_key(EXPECT) {
            true => RequestBody::Complete(Vec::new()),
            false => body::read_up_to(LONGEST, Body::new(body)).await,
        };
        let found = engine.router.find(parts.method.as_str(), parts.uri.path());
        let mut record = server::received(engine, &parts, &presented, &body, &found);
        record.status = self.status.code().as_u16();
        server::remember(engine, record, since.elapsed());

        let host = parts.headers.get(HOST).and_then(|it| it.to_str().ok());
        self.response(&self.location(host, reached, &parts.uri))
    }

    /// The same path and query by https, on this sandbox and nowhere else.
    ///
    /// What the client calls the sandbox is kept if the certificate is for that name; `reached`
    /// is the address by which it came.
    fn location(&self, host: Option<&str>, reached: Option<IpAddr>, uri: &Uri) -> String {
        let asked: Option<Authority> = host.and_then(|it| it.parse().ok());
        let asked = uri.authority().or(asked.as_ref()).map(Authority::host);
        let asked = asked.filter(|name| self.certified.is_for(name));
        let own = match self.address.ip() {
            all if all.is_unspecified() => reached.unwrap_or(all).to_canonical(),
            one => one,
        };
        let port = self.address.port();
        let authority = match asked {
            Some(name) => format!("{name}:{port}"),
            None => SocketAddr::new(own, port).to_string(),
        };
        // `OPTIONS *` and `CONNECT` have no path, and a query may come without one.
        let target = uri.path_and_query().map_or("", PathAndQuery::as_str);
        let target = target.trim_start_matches('*');
        let slash = if target.starts_with('/') { "" } else { "/" };
        let target = utf8_percent_encode(target, UNSAFE);
        format!("https://{authority}{slash}{target}")
    }

    fn response(&self, location: &str) -> Response {
        let status = self.status.code();
        // Nothing of the request is repeated here: pages are shown, and the query has secrets.
        let page = format!(
            "<html><head><title>{status}</title></head>\
             <body><h1>{status}</h1><p>Permanent redirection to HTTPS</p></body></html>\n"
        );
        let mut response = Response::new(Body::from(page));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
        if let Ok(location) = HeaderValue::try_from(location) {
            headers.insert(LOCATION, location);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use proptest::prelude::*;

    use super::*;
    use crate::http::tls::TlsIdentity;

    fn redirect(address: &str) -> Redirect {
        let here = Ipv4Addr::LOCALHOST.into();
        Redirect {
            status: RedirectStatus::Found,
            address: address.parse().unwrap(),
            certified: TlsIdentity::generated().at(here).unwrap(),
        }
    }

    #[test]
    fn the_address_is_that_of_tls_or_the_one_that_was_reached() {
        let uri = Uri::from_static("/x?y");
        for (address, reached, host, expected) in [
            ("127.0.0.1:1", None, None, "https://127.0.0.1:1/x?y"),
            (
                "127.0.0.1:1",
                Some("10.0.0.7"),
                None,
                "https://127.0.0.1:1/x?y",
            ),
            ("[::1]:1", None, None, "https://[::1]:1/x?y"),
            (
                "[::1]:1",
                None,
                Some("localhost"),
                "https://localhost:1/x?y",
            ),
            (
                "0.0.0.0:1",
                Some("10.0.0.7"),
                Some("10.0.0.8"),
                "https://10.0.0.7:1/x?y",
            ),
            (
                "[::]:1",
                Some("::ffff:10.0.0.7"),
                None,
                "https://10.0.0.7:1/x?y",
            ),
        ] {
            let reached = reached.map(|it| it.parse().unwrap());
            assert_eq!(redirect(address).location(host, reached, &uri), expected);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn a_location_is_an_address_of_the_sandbox(
            host in "(localhost|example\\.com|[ -~]{0,12})[:@/\\\\]?[ -~]{0,8}",
            target in "(/|//|http://|\\*)?(localhost|example\\.com|[!-~é]{0,12})[!-~é]{0,12}",
        ) {
            let redirect = redirect("127.0.0.1:4711");
            if let Ok(uri) = target.parse::<Uri>() {
                let location = redirect.location(Some(&host), None, &uri);
                prop_assert!(HeaderValue::try_from(&location).is_ok() && location.is_ascii());
                let url: reqwest::Url = location.parse().unwrap();
                prop_assert_eq!((url.scheme(), url.port()), ("https", Some(4711)));
                prop_assert!(matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "localhost.")));
                prop_assert!(url.username().is_empty() && url.password().is_none());
            }
        }
    }
}
