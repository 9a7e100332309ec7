//! What is wrong before it is sent, and what is wrong in the answer: each a typed error, without a secret.

use std::time::Duration;

use opentact::models::{NumberFeature, OrderItem};
use opentact::{Client, Credential, Error, ErrorKind, StatusCode};
use opentact_client::security::Operation;
use opentact_tests::{EMAIL, Peer, World};

const SECRET: &str = "planted-4711";

/// Asserts kind and operation of an error, and that it shows no secret.
fn assert_error(error: &Error, kind: ErrorKind, operation: &str) {
    assert_eq!(error.kind(), kind, "{error}");
    assert_eq!(error.operation(), operation);
    let shown = error.to_string();
    assert!(shown.starts_with(operation), "{shown}");
    let everything = format!("{shown} {error:?} {:?}", error.io_error());
    assert!(!everything.contains("planted"), "{everything}");
}

fn client_of(peer: &Peer) -> Client {
    Client::builder(Credential::api_token(SECRET).in_query())
        .base_url(peer.base_url())
        .attempt_timeout(Duration::from_secs(5))
        .max_retries(0)
        .build()
        .unwrap()
}

#[test]
fn an_address_that_is_not_safe_is_refused() {
    for url in [
        "",
        "not a url",
        "http://api.opentact.org",
        "http://192.0.2.1:8080",
        "https://me:planted-4711@api.opentact.org",
        "https://api.opentact.org/?jwt=planted-4711",
        "file:///etc/passwd",
    ] {
        let builder = Client::builder(Credential::api_token(SECRET)).base_url(url);
        let error = builder.build().unwrap_err();
        assert_error(&error, ErrorKind::Configuration, "Client::builder");
    }
}

#[test]
fn a_credential_that_cannot_be_sent_is_refused() {
    for credential in [
        Credential::api_token(""),
        Credential::api_token("planted-4711\n"),
        Credential::jwt("planted-4711\r\nX-Evil: 1"),
        Credential::google("planted 4711"),
        Credential::basic("", SECRET),
        Credential::basic(EMAIL, ""),
        Credential::basic("me\n@example.com", SECRET),
        Credential::ha1b_from("", "example.com", SECRET),
    ] {
        let error = Client::builder(credential).build().unwrap_err();
        assert_error(&error, ErrorKind::Configuration, "Client::builder");
    }
}

#[tokio::test]
async fn a_token_that_would_lead_elsewhere_is_not_sent() {
    let world = World::start().await;
    let client = world.ann();
    client.tokens().create("stays").await.unwrap();
    let before = world.sandbox.stats().requests;
    for token in ["", ".", "..", "all", "list", "planted\n4711"] {
        let error = client.tokens().delete(token).await.unwrap_err();
        assert_error(&error, ErrorKind::Input, "deleteToken");
    }
    assert_eq!(world.sandbox.stats().requests, before);
    assert_eq!(client.tokens().list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_token_with_odd_characters_stays_in_its_segment() {
    let world = World::start().await;
    let client = world.ann();
    client.tokens().create("stays").await.unwrap();
    for token in [
        "a/../all",
        "all/",
        "%61%6c%6c",
        "a?b",
        "a#b",
        "é",
        ".\\all",
        "x\\..\\all",
        "\\",
        "x\\..\\..\\auth",
    ] {
        let error = client.tokens().delete(token).await.unwrap_err();
        assert_error(&error, ErrorKind::NotFound, "deleteToken");
        let last = world.sandbox.requests().pop().unwrap();
        assert_eq!(last.operation, Some(Operation::DeleteToken), "{token}");
    }
    assert_eq!(client.tokens().list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_name_or_a_ttl_outside_the_limits_is_not_sent() {
    let world = World::start().await;
    let tokens = world.ann();
    let tokens = tokens.tokens();
    let long = "x".repeat(256);
    for create in [
        tokens.create(""),
        tokens.create(long.as_str()),
        tokens.create("ok").ttl(Duration::from_secs(59)),
        tokens.create("ok").ttl(Duration::MAX),
    ] {
        assert_error(&create.await.unwrap_err(), ErrorKind::Input, "createToken");
    }
    let uuid = uuid::Uuid::nil();
    for update in [
        tokens.update(uuid),
        tokens.update(uuid).name(""),
        tokens.update(uuid).name(long),
        tokens.update(uuid).ttl(Duration::ZERO),
    ] {
        assert_error(&update.await.unwrap_err(), ErrorKind::Input, "updateToken");
    }
    assert_eq!(world.sandbox.stats().requests, 0);
}

#[tokio::test]
async fn what_is_no_number_and_a_page_that_is_too_large_are_not_sent() {
    let world = World::start().await;
    let client = world.ann();
    let item = OrderItem::new("front-desk", [NumberFeature::Sms]);
    let error = client.orders().create([item]).await.unwrap_err();
    assert_error(&error, ErrorKind::Input, "createOrder");
    let told = "`items[0].tn` is no telephone number; give its digits";
    assert!(error.to_string().contains(told), "{error}");
    let search = client.leases().search().page_size(101);
    assert_error(&search.await.unwrap_err(), ErrorKind::Input, "searchLeases");
    let release = client.leases().release("search").await.unwrap_err();
    assert_error(&release, ErrorKind::Input, "releaseLease");
    assert_eq!(world.sandbox.stats().requests, 0);
}

#[tokio::test]
async fn the_limits_themselves_are_allowed() {
    let world = World::start().await;
    let client = world.ann();
    let name = "é".repeat(255);
    let token = client
        .tokens()
        .create(name.as_str())
        .ttl(Duration::from_secs(60))
        .await
        .unwrap();
    assert_eq!(
        (token.name.as_deref(), token.ttl),
        (Some(name.as_str()), Some(60))
    );
    // A fraction of a second counts as a whole one.
    let token = client
        .tokens()
        .create("x")
        .ttl(Duration::from_millis(59_001))
        .await
        .unwrap();
    assert_eq!(token.ttl, Some(60));
}

#[tokio::test]
async fn success_false_under_200_is_a_refusal() {
    let body = r#"{"success":false,"message":"not today, planted-4711","status":402,"meta":"m"}"#;
    let peer = Peer::answering("200 OK", "application/json", body).await;
    let error = client_of(&peer).tokens().list().await.unwrap_err();
    assert_error(&error, ErrorKind::Refused, "listTokens");
    assert_eq!(error.status(), Some(StatusCode::OK));
    let envelope = error.server_error().unwrap();
    assert_eq!(
        (envelope.message.as_str(), envelope.status),
        ("not today, [redacted]", Some(402))
    );

    let body = r#"{"success":false,"message":"no","payload":[]}"#;
    let peer = Peer::answering("200 OK", "application/json", body).await;
    let error = client_of(&peer).tokens().list().await.unwrap_err();
    assert_error(&error, ErrorKind::Refused, "listTokens");
}

#[tokio::test]
async fn an_answer_in_html_keeps_its_status() {
    let html = "<html><title>planted-4711</title></html>";
    for (status, kind) in [
        ("200 OK", ErrorKind::UnexpectedResponse),
        ("403 Forbidden", ErrorKind::Refused),
        ("500 Internal Server Error", ErrorKind::Server),
        ("502 Bad Gateway", ErrorKind::Server),
        ("503 Service Unavailable", ErrorKind::Server),
    ] {
        let peer = Peer::answering(status, "text/html", html).await;
        let error = client_of(&peer).whoami().await.unwrap_err();
        assert_error(&error, kind, "authenticate");
        assert_eq!(error.status(), status[..3].parse().ok());
        assert!(error.server_error().is_none());
        assert_eq!(error.body(), Some(html.as_bytes()));
        assert!(error.to_string().contains("text/html"), "{error}");
    }
}

#[tokio::test]
async fn an_answer_in_another_shape_is_unexpected() {
    for body in [
        "",
        "null",
        "[]",
        "{\"success\":true,",
        r#"{"success":true}"#,
        r#"{"success":true,"payload":{"planted-4711":1}}"#,
        r#"{"success":true,"payload":{"uuid":"planted-4711","email":"e","role":"User"}}"#,
        r#"{"success":"planted-4711","payload":{}}"#,
    ] {
        let peer = Peer::answering("200 OK", "application/json", body).await;
        let error = client_of(&peer).whoami().await.unwrap_err();
        assert_error(&error, ErrorKind::UnexpectedResponse, "authenticate");
        assert_eq!(error.status(), Some(StatusCode::OK));
        assert_eq!(error.body(), Some(body.as_bytes()));
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let other = Peer::answering(
        "200 OK",
        "application/json",
        r#"{"success":true,"payload":[]}"#,
    )
    .await;
    for status in [
        "301 Moved Permanently",
        "302 Found",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let target = format!("{}/rest/token/list?bearer=planted-4711", other.base_url());
        let peer = Peer::saying(format!(
            "HTTP/1.1 {status}\r\nlocation: {target}\r\ncontent-length: 0\r\n\r\n"
        ))
        .await;
        let error = client_of(&peer).tokens().list().await.unwrap_err();
        assert_error(&error, ErrorKind::Redirected, "listTokens");
        assert!(error.to_string().contains(&other.base_url()), "{error}");
        assert_eq!(peer.requests().len(), 1);
    }
    assert_eq!(other.requests(), Vec::<String>::new());
}

#[tokio::test]
async fn an_answer_of_ten_megabytes_is_too_large() {
    let megabytes = "x".repeat(10 * 1024 * 1024);
    let announced = Peer::answering("200 OK", "application/json", &megabytes).await;
    let error = client_of(&announced).tokens().list().await.unwrap_err();
    assert_error(&error, ErrorKind::TooLarge, "listTokens");

    let unannounced = Peer::saying(format!(
        "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{megabytes}"
    ))
    .await;
    let error = client_of(&unannounced).tokens().list().await.unwrap_err();
    assert_error(&error, ErrorKind::TooLarge, "listTokens");
    assert_eq!(error.status(), Some(StatusCode::OK));
}

#[tokio::test]
async fn a_truncated_answer_is_a_broken_connection() {
    for answer in [
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"success\":true,",
        "garbage\r\n\r\n",
    ] {
        let peer = Peer::saying(answer).await;
        let error = client_of(&peer).tokens().list().await.unwrap_err();
        assert_error(&error, ErrorKind::Transport, "listTokens");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_named_as_such() {
    let gone = Peer::saying("").await.base_url();
    let client = Client::builder(Credential::api_token(SECRET))
        .base_url(gone)
        .max_retries(0)
        .build()
        .unwrap();
    let error = client.tokens().list().await.unwrap_err();
    assert_error(&error, ErrorKind::Transport, "listTokens");
    let expected = "listTokens: the server could not be reached: Connection refused";
    assert!(error.to_string().starts_with(expected), "{error}");
    let cause = error.io_error().unwrap();
    assert_eq!(cause.kind(), std::io::ErrorKind::ConnectionRefused);
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn waiting_has_an_end_before_the_answer_and_within_it() {
    for beginning in [
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{",
    ] {
        let peer = Peer::stalling_after(beginning).await;
        let builder = Client::builder(Credential::api_token(SECRET)).base_url(peer.base_url());
        let builder = builder.max_retries(0);
        let client = builder
            .attempt_timeout(Duration::from_millis(50))
            .build()
            .unwrap();
        let error = client.tokens().list().await.unwrap_err();
        assert_error(&error, ErrorKind::Timeout, "listTokens");
        let error = client.tokens().create("twice?").await.unwrap_err();
        assert_error(&error, ErrorKind::Timeout, "createToken");
        assert!(
            error.to_string().contains("may have been carried out"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_login_that_shows_no_token_is_unexpected() {
    let body = r#"{"success":true,"payload":{"uuid":"60e9fa76-20e7-45ee-bf24-8c4a95143dad","email":"e","role":"User"}}"#;
    let peer = Peer::answering("200 OK", "application/json", body).await;
    let builder = Client::builder(Credential::basic(EMAIL, SECRET));
    let client = builder.base_url(peer.base_url()).build().unwrap();
    let error = client.tokens().list().await.unwrap_err();
    assert_error(&error, ErrorKind::UnexpectedResponse, "listTokens");
    assert!(error.is_login());
}

#[tokio::test]
async fn what_the_server_refuses_comes_with_its_fields() {
    let world = World::start().await;
    let error = world
        .ann()
        .request(opentact::Method::POST, "/rest/token")
        .json(&serde_json::json!({ "ttl": 59 }))
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::Refused, Some(StatusCode::BAD_REQUEST))
    );
    let fields = error.server_error().unwrap().fields.value().unwrap();
    assert_eq!(fields["params.name"].message, "'name' is required");
    assert_eq!(fields["params.ttl"].message, "min 60");
    assert!(error.to_string().contains("params.ttl: min 60"), "{error}");
}

#[tokio::test]
async fn too_many_requests_says_how_long_to_wait() {
    let body = r#"{"success":false,"message":"Too many requests","status":429}"#;
    let length = body.len();
    let peer = Peer::saying(format!(
        "HTTP/1.1 429 Too Many Requests\r\nretry-after: 30\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    ))
    .await;
    let error = client_of(&peer).tokens().list().await.unwrap_err();
    assert_error(&error, ErrorKind::RateLimited, "listTokens");
    assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
}
