//! Pages of another origin, which ask only where they are let.

use opentact_client::Location;
use opentact_sandbox::{Error, Sandbox, SecurityScheme};
use reqwest::{Client, Method, RequestBuilder};

use crate::{
    command::output,
    launched::Launched,
    world::{ANN, ANN_PASSWORD, World},
};

const PAGE: &str = "http://localhost:5173";

/// What a browser asks before a page's request.
fn preflight(url: &str, path: &str, headers: &str) -> RequestBuilder {
    Client::new()
        .request(Method::OPTIONS, format!("{url}{path}"))
        .header("Origin", PAGE)
        .header("Access-Control-Request-Method", "PATCH")
        .header("Access-Control-Request-Headers", headers)
}

#[tokio::test]
async fn a_page_is_let_in_where_its_origin_is_given() {
    let world = World::with(Sandbox::builder().cors(PAGE)).await;
    world.sandbox.clear_requests();
    let url = world.sandbox.base_url();
    for path in ["/rest/token/all", "/nowhere"] {
        let answer = preflight(&url, path, "authorization").send().await.unwrap();
        assert_eq!(answer.status(), 204, "{path}");
        let header = |name| answer.headers()[name].to_str().unwrap();
        assert_eq!(header("access-control-allow-origin"), PAGE);
        assert_eq!(header("access-control-allow-methods"), "PATCH");
        let allowed: Vec<_> = header("access-control-allow-headers").split(", ").collect();
        for scheme in SecurityScheme::ALL {
            let name = match scheme.location() {
                Location::Basic | Location::Bearer => "Authorization",
                Location::Header(name) => name,
                _ => "Content-Type",
            };
            let name = name.to_ascii_lowercase();
            assert!(allowed.contains(&&*name), "{name}: {allowed:?}");
        }
    }
    assert_eq!(world.sandbox.requests(), []);
    for (password, status) in [(ANN_PASSWORD, 200), ("another", 401)] {
        let request = world.request(Method::GET, "/rest/auth");
        let request = request.basic_auth(ANN, Some(password));
        let answer = request.header("Origin", PAGE).send().await.unwrap();
        assert_eq!(answer.status(), status);
        assert_eq!(answer.headers()["access-control-allow-origin"], PAGE);
        assert_eq!(answer.headers()["access-control-expose-headers"], "*");
    }
    // What is no preflight is a request like any other.
    let request = world.request(Method::OPTIONS, "/rest/auth").send();
    assert_eq!(request.await.unwrap().status(), 405);
}

#[tokio::test]
async fn no_page_is_let_in_unasked() {
    let world = World::new().await;
    let url = world.sandbox.base_url();
    let answer = preflight(&url, "/rest/auth", "x-auth-token").send().await;
    let answer = answer.unwrap();
    assert_eq!(answer.status(), 405);
    let names = answer.headers().keys();
    let of_cors = names.filter(|name| name.as_str().starts_with("access-control"));
    assert_eq!(of_cors.count(), 0);
}

#[tokio::test]
async fn an_origin_is_what_browsers_send() {
    for origin in [
        "",
        "localhost",
        "http://a/",
        "http://a:80",
        "HTTP://A",
        "null",
    ] {
        let error = Sandbox::builder().cors(origin).start().await.unwrap_err();
        assert!(matches!(error, Error::Origin { .. }), "{origin}: {error}");
    }
    let (output, stderr) = output(&["--cors", "localhost:5173"]).await;
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("such as http://localhost:5173"), "{stderr}");
    for origin in [PAGE, "https://example.com", "http://[::1]:1", "*"] {
        let launched = Launched::with(&["--cors", origin]).await;
        let request = preflight(launched.base_url(), "/rest/auth", "content-type");
        let answer = request.send().await.unwrap();
        assert_eq!(answer.headers()["access-control-allow-origin"], origin);
    }
}
