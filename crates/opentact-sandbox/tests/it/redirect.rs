//! The plain port: nothing is answered there but where to ask instead, and that is the sandbox.

use opentact_sandbox::{Error, Fault, RedirectStatus, Sandbox, SecurityScheme, TlsIdentity};
use reqwest::{Client, Method, Url, redirect::Policy};
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::world::{ANN, ANN_PASSWORD, World};

async fn world() -> World {
    let builder = Sandbox::builder().tls(TlsIdentity::generated());
    World::with(builder.redirect()).await
}

/// Sends bytes to the plain port; what comes back until the connection ends.
async fn raw(world: &World, request: &[u8]) -> String {
    let url: Url = world.sandbox.redirect_url().unwrap().parse().unwrap();
    let address = (url.host_str().unwrap(), url.port().unwrap());
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

fn location(answer: &str) -> &str {
    let mut lines = answer.lines();
    lines
        .find_map(|line| line.strip_prefix("location: "))
        .unwrap_or_else(|| panic!("{answer}"))
}

#[tokio::test]
async fn the_status_is_302_or_301_as_set() {
    for (status, said) in [
        (None, "302 Found"),
        (Some(RedirectStatus::Found), "302 Found"),
        (
            Some(RedirectStatus::MovedPermanently),
            "301 Moved Permanently",
        ),
    ] {
        let mut builder = Sandbox::builder().tls(TlsIdentity::generated()).redirect();
        if let Some(status) = status {
            builder = builder.redirect_status(status);
        }
        let world = World::with(builder).await;
        let request = b"GET /rest/auth HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        let answer = raw(&world, request).await;
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {said}\r\n")),
            "{answer}"
        );
        assert!(answer.contains("content-type: text/html\r\n"), "{answer}");
        assert!(answer.contains("Permanent redirection"), "{answer}");
        let there = format!(
            "https://localhost:{}/rest/auth",
            world.sandbox.address().port()
        );
        assert_eq!(location(&answer), there);
    }
}

#[tokio::test]
async fn every_redirect_leads_to_the_sandbox() {
    let world = world().await;
    let port = world.sandbox.address().port();
    let (by_address, by_name) = (
        format!("https://127.0.0.1:{port}"),
        format!("https://localhost:{port}"),
    );
    for (line, host, own, target) in [
        (
            "GET /rest/auth",
            "Host: 127.0.0.1\r\n",
            &by_address,
            "/rest/auth",
        ),
        (
            "GET /rest/auth",
            "Host: localhost:1\r\n",
            &by_name,
            "/rest/auth",
        ),
        ("GET /", "Host: example.com\r\n", &by_address, "/"),
        ("GET /", "Host: localhost.example.com\r\n", &by_address, "/"),
        ("GET /", "Host: localhost@example.com\r\n", &by_address, "/"),
        ("GET /", "Host: example.com@localhost\r\n", &by_name, "/"),
        (
            "GET /",
            "Host: localhost/../@example.com\r\n",
            &by_address,
            "/",
        ),
        ("GET /", "Host: [::1]:80\r\n", &by_address, "/"),
        ("GET /", "Host: [::ffff:10.0.0.1]\r\n", &by_address, "/"),
        ("GET /", "Host: [::1\r\n", &by_address, "/"),
        ("GET /", "Host: 10.0.0.1\r\n", &by_address, "/"),
        ("GET /", "Host: 2130706433\r\n", &by_address, "/"),
        ("GET /", "Host:\r\n", &by_address, "/"),
        ("GET /", "", &by_address, "/"),
        ("GET /", "Host: \u{fc}\r\n", &by_address, "/"),
        (
            "GET //example.com/x",
            "Host: localhost\r\n",
            &by_name,
            "//example.com/x",
        ),
        (
            "GET /\\example.com",
            "Host: localhost\r\n",
            &by_name,
            "/%5Cexample.com",
        ),
        (
            "GET /@example.com",
            "Host: localhost\r\n",
            &by_name,
            "/@example.com",
        ),
        (
            "GET /%0d%0aSet-Cookie:x",
            "Host: localhost\r\n",
            &by_name,
            "/%0d%0aSet-Cookie:x",
        ),
        (
            "GET /\u{fc}\"?\u{fc}",
            "Host: localhost\r\n",
            &by_name,
            "/%C3%BC%22?%C3%BC",
        ),
        (
            "GET /a?next=//example.com",
            "Host: localhost\r\n",
            &by_name,
            "/a?next=//example.com",
        ),
        (
            "GET http://example.com/x?y",
            "Host: localhost\r\n",
            &by_address,
            "/x?y",
        ),
        (
            "GET http://localhost:1/x",
            "Host: example.com\r\n",
            &by_name,
            "/x",
        ),
        (
            "GET http://me:made-up@localhost/x",
            "Host: example.com\r\n",
            &by_name,
            "/x",
        ),
        (
            "GET http://example.com?x",
            "Host: localhost\r\n",
            &by_address,
            "/?x",
        ),
        (
            "GET https://example.com",
            "Host: localhost\r\n",
            &by_address,
            "/",
        ),
        ("OPTIONS *", "Host: localhost\r\n", &by_name, "/"),
        (
            "CONNECT example.com:443",
            "Host: localhost\r\n",
            &by_address,
            "/",
        ),
        ("MADEUP /x", "Host: localhost\r\n", &by_name, "/x"),
    ] {
        let request = format!("{line} HTTP/1.1\r\n{host}Connection: close\r\n\r\n");
        let answer = raw(&world, request.as_bytes()).await;
        assert!(
            answer.starts_with("HTTP/1.1 302 "),
            "{line} {host}: {answer}"
        );
        assert_eq!(location(&answer), format!("{own}{target}"), "{line} {host}");
    }
}

#[tokio::test]
async fn nothing_is_done_and_nothing_secret_is_shown() {
    let world = world().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let url = world.sandbox.redirect_url().unwrap();
    let fault: Fault = serde_json::from_value(json!({"action": "status", "status": 503})).unwrap();
    let fault = world.sandbox.faults().add(fault);
    fault.unwrap();
    let before = world.sandbox.requests().len();
    let request = world
        .http
        .post(format!("{url}/rest/token?jwt={jwt}&x=planted"));
    let request = request.json(&json!({"name": "ci", "password": "planted"}));
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 302);
    let location = response.headers()["location"].to_str().unwrap().to_owned();
    let there = format!(
        "{}/rest/token?jwt={jwt}&x=planted",
        world.sandbox.base_url()
    );
    assert_eq!(location, there);
    let body = response.text().await.unwrap();
    assert!(!body.contains(&jwt) && !body.contains("planted"), "{body}");

    let records = world.sandbox.requests().split_off(before);
    let [record] = records.as_slice() else {
        panic!("{records:?}")
    };
    assert_eq!(
        (record.status, record.fault, record.user),
        (302, None, None)
    );
    assert_eq!((&*record.method, &*record.path), ("POST", "/rest/token"));
    assert_eq!(record.credentials, [SecurityScheme::JwtQuery]);
    let shown = format!("{record:?}");
    assert!(
        !shown.contains(&jwt) && !shown.contains("planted"),
        "{shown}"
    );
    assert_eq!(world.sandbox.faults().list()[0].met, 0);
    world.sandbox.faults().clear();
    assert_eq!(world.names_of_ann().await, Vec::<String>::new());
}

#[tokio::test]
async fn who_follows_comes_to_the_api() {
    let world = world().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let roots =
        reqwest::Certificate::from_pem_bundle(world.sandbox.certificate().unwrap().as_bytes());
    let client = Client::builder()
        .tls_certs_only(roots.unwrap())
        .redirect(Policy::limited(1));
    let url = world.sandbox.redirect_url().unwrap();
    let request = client
        .build()
        .unwrap()
        .get(format!("{url}/rest/auth?jwt={jwt}"));
    assert_eq!(request.send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn a_body_is_not_asked_for_and_a_long_one_gets_the_answer() {
    let world = world().await;
    let request = b"POST /rest/token HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n\
                    Content-Length: 14\r\n\r\n";
    let answer = raw(&world, request).await;
    assert!(answer.starts_with("HTTP/1.1 302 "), "{answer}");
    let url = format!("{}/rest/token", world.sandbox.redirect_url().unwrap());
    let request = world
        .http
        .request(Method::POST, url)
        .body(vec![b'x'; 1024 * 1024]);
    assert_eq!(request.send().await.unwrap().status(), 302);
}

#[tokio::test]
async fn on_all_addresses_a_redirect_leads_to_the_one_that_was_reached() {
    let everywhere = "0.0.0.0:0".parse().unwrap();
    let builder = Sandbox::builder()
        .tls(TlsIdentity::generated())
        .listen(everywhere);
    let world = World::with(builder.redirect_on(everywhere)).await;
    let url = world
        .sandbox
        .redirect_url()
        .unwrap()
        .replace("0.0.0.0", "127.0.0.1");
    let response = world.http.get(format!("{url}/x")).send().await.unwrap();
    let there = format!("https://127.0.0.1:{}/x", world.sandbox.address().port());
    assert_eq!(response.headers()["location"], there);
    let response = world.http.get(there).send().await.unwrap();
    assert_eq!(response.status(), 404);
}

#[tokio::test]
async fn a_redirect_needs_tls_and_an_address_of_its_own() {
    let error = Sandbox::builder().redirect().start().await.unwrap_err();
    assert!(matches!(error, Error::RedirectWithoutTls), "{error}");
    let taken = world().await;
    let builder = Sandbox::builder().tls(TlsIdentity::generated());
    let error = builder
        .redirect_on(taken.sandbox.address())
        .start()
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Listen { .. }), "{error}");
}

#[tokio::test]
async fn who_asks_for_a_websocket_is_led_to_tls_as_well() {
    let world = world().await;
    for path in ["/", "/wss"] {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n\
             Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        let answer = answer_of(&world, request.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 302 Found\r\n"), "{answer}");
        let there = format!("https://localhost:{}{path}", world.sandbox.address().port());
        assert_eq!(location(&answer), there);
    }
}

/// What comes back first, whether or not the connection stays open.
async fn answer_of(world: &World, request: &[u8]) -> String {
    let url: Url = world.sandbox.redirect_url().unwrap().parse().unwrap();
    let address = (url.host_str().unwrap(), url.port().unwrap());
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut answer = vec![0; 4096];
    let length = stream.read(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer[..length]).into_owned()
}
