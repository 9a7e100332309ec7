//! Requests to endpoints that the contract does not know, with the same session and errors.

use opentact::{Credential, ErrorKind, Method, StatusCode};
use opentact_tests::{EMAIL, Peer, World};
use serde_json::{Value, json};

#[tokio::test]
async fn any_endpoint_is_reached_with_the_session() {
    let world = World::start().await;
    let client = world.ann();
    let answer = client
        .request(Method::POST, "/rest/token")
        .json(&json!({ "name": "by hand", "ttl": 60 }))
        .await
        .unwrap();
    assert_eq!(answer.status(), 201);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    let token: Value = answer.payload().unwrap();
    assert_eq!(token["name"], "by hand");
    assert_eq!(world.sandbox.stats().logins, 1);

    let error = client
        .request(Method::GET, "/rest/user/cart")
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::NotFound, Some(StatusCode::NOT_FOUND))
    );
    assert_eq!(error.operation(), "GET /rest/user/cart");
    assert_eq!(error.server_error().unwrap().message, "Not found");
}

#[tokio::test]
async fn query_headers_and_body_arrive_with_one_credential() {
    let peer = Peer::answering(
        "200 OK",
        "application/json",
        r#"{"success":true,"payload":{}}"#,
    )
    .await;
    let client = opentact::Client::builder(Credential::api_token("planted-4711").in_query())
        .base_url(peer.base_url())
        .build()
        .unwrap();
    client
        .request(Method::POST, "/rest/sms/search")
        .query("take", "10")
        .query("who", "a&b=c")
        .header("x-request-id", "7")
        .json(&json!({ "state": "sent" }))
        .await
        .unwrap();
    let request = peer.requests().remove(0);
    let line = request.lines().next().unwrap();
    assert_eq!(
        line,
        "POST /rest/sms/search?take=10&who=a%26b%3Dc&bearer=planted-4711 HTTP/1.1"
    );
    let lower = request.to_lowercase();
    assert!(lower.contains("x-request-id: 7"), "{request}");
    assert!(lower.contains("user-agent: opentact-rust/"), "{request}");
    assert!(!lower.contains("authorization"), "{request}");
}

#[tokio::test]
async fn any_method_is_sent_but_the_one_of_proxies() {
    let peer = Peer::answering("200 OK", "application/json", "").await;
    let client = opentact::Client::builder(Credential::api_token("planted-4711"))
        .base_url(peer.base_url())
        .build()
        .unwrap();
    let purge = Method::from_bytes(b"PURGE").unwrap();
    for method in [Method::HEAD, Method::OPTIONS, purge] {
        let sent = client.request(method.clone(), "/rest/thing").await.unwrap();
        assert_eq!(sent.status(), StatusCode::OK);
        let line = format!("{method} /rest/thing HTTP/1.1\r\n");
        assert!(peer.requests().last().unwrap().starts_with(&line), "{line}");
    }
    let refused = client.request(Method::CONNECT, "/rest/thing").await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Input);
    assert_eq!(peer.requests().len(), 3);
}

#[tokio::test]
async fn what_would_leave_the_api_or_carry_a_second_credential_is_not_sent() {
    let peer = Peer::answering(
        "200 OK",
        "application/json",
        r#"{"success":true,"payload":{}}"#,
    )
    .await;
    let client = opentact::Client::builder(Credential::api_token("planted-4711"))
        .base_url(peer.base_url())
        .build()
        .unwrap();
    let request = |path: &str| client.request(Method::GET, path);
    for refused in [
        request("rest/user"),
        request("//evil.example.com/rest"),
        request("/rest/../admin"),
        request("/rest/token?jwt=planted-4711"),
        request("@evil.example.com/"),
        request("https://evil.example.com/"),
        request("/rest/user").query("jwt", "planted-4711"),
        request("/rest/user").header("X-Auth-Token", "planted-4711"),
        request("/rest/user").header("authorization", "planted-4711"),
        request("/rest/user").header("host", "evil.example.com"),
        request("/rest/user").header("Content-Length", "5"),
        request("/rest/user").header("transfer-encoding", "chunked"),
        request("/rest/user").header("x-note", "planted-4711\r\nX-Evil: 1"),
    ] {
        let error = refused.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input, "{error}");
        assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
    }
    assert_eq!(peer.requests(), Vec::<String>::new());
}

#[tokio::test]
async fn a_token_in_a_path_is_not_named_in_an_error() {
    let world = World::start().await;
    let path = "/rest/token/planted4711planted4711planted4711planted4711abcd";
    let error = world.ann().request(Method::DELETE, path).await.unwrap_err();
    assert_eq!(error.operation(), "DELETE /rest/token/[redacted]");
    assert!(!format!("{error} {error:?}").contains("planted"));
    assert_eq!(world.ann().whoami().await.unwrap().email, EMAIL);
}

#[tokio::test]
async fn a_secret_of_the_request_that_the_server_repeats_is_blotted_out() {
    let token = "planted4711planted4711planted4711planted4711abcd";
    let body = format!(
        r#"{{"success":false,"message":"Cannot DELETE /rest/token/{token}: planted-word, planted-reset"}}"#
    );
    let peer = Peer::answering("400 Bad Request", "application/json", &body).await;
    let client = opentact::Client::builder(Credential::api_token("planted-bearer"))
        .base_url(peer.base_url())
        .build()
        .unwrap();
    let error = client
        .request(Method::DELETE, format!("/rest/token/{token}"))
        .query("reset_token", "planted-reset")
        .json(&json!({ "deep": [{ "new_password": "planted-word" }] }))
        .await
        .unwrap_err();
    assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
    assert!(
        error
            .to_string()
            .contains("Cannot DELETE /rest/token/[redacted]"),
        "{error}"
    );
}

#[tokio::test]
async fn a_path_cannot_forge_a_line_of_a_log() {
    let world = World::start().await;
    let error = world
        .ann()
        .request(Method::GET, "/rest/a\u{1b}[31m\nFAKE")
        .await
        .unwrap_err();
    assert!(!error.to_string().contains(char::is_control), "{error:?}");
}
