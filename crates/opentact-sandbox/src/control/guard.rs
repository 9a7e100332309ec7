//! Keeps web pages away from the control port.
//!
//! A page in a browser on this machine can send requests to loopback. What it cannot do is hide
//! where it comes from: a name of its own that leads to loopback stands in `Host`, and its
//! address stands in `Origin` on everything that changes something. So a request has to name a
//! loopback host, and may have no origin but the control port itself.

use std::net::IpAddr;

use axum::{
    extract::Request,
    http::{HeaderMap, Uri, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::reply::Refusal;

/// Refuses what could come from a web page, with 403.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    match judge(request.uri(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(why) => Refusal::forbidden(why).into_response(),
    }
}

fn judge(uri: &Uri, headers: &HeaderMap) -> Result<(), &'static str> {
    let Some(Some(host)) = only(headers, header::HOST) else {
        return Err("A request needs one Host header");
    };
    let named: Option<Authority> = host.parse().ok();
    // A request in the form that proxies take names a host twice.
    if !named.is_some_and(|it| is_loopback(&it)) || !uri.authority().is_none_or(is_loopback) {
        return Err("The Host header has to name this machine: 127.0.0.1, [::1] or localhost");
    }
    let own = format!("http://{host}");
    match only(headers, header::ORIGIN) {
        Some(None) => {}
        Some(Some(origin)) if origin.eq_ignore_ascii_case(&own) => {}
        _ => return Err("Pages of another origin may not use the control port"),
    }
    match only(headers, "sec-fetch-site") {
        Some(None | Some("same-origin" | "none")) => Ok(()),
        _ => Err("Pages of another site may not use the control port"),
    }
}

/// The value of a header; `None` inside if it is not there, outside if it is there twice or is
/// no text.
fn only(headers: &HeaderMap, name: impl header::AsHeaderName) -> Option<Option<&str>> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Some(None),
        (Some(value), None) => value.to_str().ok().map(Some),
        (Some(_), Some(_)) => None,
    }
}

fn is_loopback(authority: &Authority) -> bool {
    let host = authority.host();
    let address = host.trim_start_matches('[').trim_end_matches(']');
    let address = address.parse::<IpAddr>();
    !authority.as_str().contains('@')
        && (host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|it| it.is_loopback()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(uri: &str, headers: &[(&'static str, &str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        judge(&uri.parse().unwrap(), &map).is_ok()
    }

    #[test]
    fn only_loopback_hosts_pass() {
        for host in [
            "127.0.0.1",
            "127.0.0.1:8687",
            "127.1.2.3:1",
            "[::1]:8687",
            "localhost",
            "LOCALHOST:8687",
        ] {
            assert!(passes("/users", &[("host", host)]), "{host}");
        }
        for host in [
            "",
            "example.com",
            "127.0.0.1.example.com",
            "localhost.example.com",
            "example.com:127",
            "0.0.0.0:8687",
            "192.168.0.1",
            "[::2]",
            "[::ffff:10.0.0.1]",
            "127.0.0.1@example.com",
            "example.com@127.0.0.1",
            "2130706433",
            "a b",
        ] {
            assert!(!passes("/users", &[("host", host)]), "{host}");
        }
        assert!(!passes("/users", &[]));
        assert!(!passes(
            "/",
            &[("host", "localhost"), ("host", "localhost")]
        ));
        assert!(!passes(
            "http://example.com/users",
            &[("host", "localhost")]
        ));
        assert!(passes("http://localhost/users", &[("host", "localhost")]));
    }

    #[test]
    fn only_its_own_origin_passes() {
        let host = ("host", "localhost:8687");
        assert!(passes("/", &[host, ("origin", "http://localhost:8687")]));
        for origin in [
            "null",
            "http://example.com",
            "http://localhost",
            "http://localhost:3000",
            "http://127.0.0.1:8687",
            "https://localhost:8687",
            "http://localhost:8687.example.com",
        ] {
            assert!(!passes("/", &[host, ("origin", origin)]), "{origin}");
        }
        let own = ("origin", "http://localhost:8687");
        assert!(!passes("/", &[host, own, own]));
        for (site, pass) in [
            ("same-origin", true),
            ("none", true),
            ("same-site", false),
            ("cross-site", false),
        ] {
            assert_eq!(
                passes("/", &[host, ("sec-fetch-site", site)]),
                pass,
                "{site}"
            );
        }
    }
}
