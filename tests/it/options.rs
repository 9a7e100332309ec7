//! What one call may do differently from its client, and the raw answer beside its value.

use std::time::Duration;

use opentact::{Client, Credential, ErrorKind, ManualClock, StatusCode};
use opentact_tests::{Peer, Step, World, json};

const LIST: &str = r#"{"success":true,"payload":[]}"#;
const BUSY: &str = r#"{"success":false,"message":"Busy","status":503}"#;

fn client(peer: &Peer) -> Client {
    Client::builder(Credential::api_token("planted-4711"))
        .base_url(peer.base_url())
        .clock(ManualClock::new())
        .build()
        .unwrap()
}

#[tokio::test]
async fn a_call_may_do_without_retries() {
    let peer =
        Peer::repeating([Step::Hear, Step::say(json("503 Service Unavailable", BUSY))]).await;
    let error = client(&peer)
        .tokens()
        .list()
        .max_retries(0)
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Server, 1));
    assert_eq!(peer.requests().len(), 1);
}

#[tokio::test]
async fn a_call_may_have_less_time_for_an_attempt_or_for_all() {
    let peer = Peer::repeating([Step::Hear, Step::Stall]).await;
    let clock = ManualClock::new();
    let client = Client::builder(Credential::api_token("planted-4711"))
        .base_url(peer.base_url())
        .clock(clock.clone())
        .build()
        .unwrap();
    let limit = Duration::from_secs(3);
    for call in [
        client.tokens().list().max_retries(0).attempt_timeout(limit),
        client.tokens().list().timeout(limit),
    ] {
        let asked = peer.requests().len();
        let call = tokio::spawn(call.into_future());
        while peer.requests().len() == asked {
            tokio::task::yield_now().await;
        }
        clock.advance(limit - Duration::from_millis(1));
        tokio::task::yield_now().await;
        assert!(!call.is_finished());
        clock.advance(Duration::from_millis(1));
        let error = call.await.unwrap().unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 1));
    }
}

#[tokio::test]
async fn a_call_may_add_headers_but_none_that_are_not_its_own() {
    let peer = Peer::repeating([Step::Hear, Step::say(json("200 OK", LIST))]).await;
    let client = client(&peer);
    let call = client.tokens().list().header("X-Trace", "4711");
    call.header("Accept-Language", "de").await.unwrap();
    let sent = peer.requests().remove(0).to_lowercase();
    assert!(
        sent.contains("\r\nx-trace: 4711\r\n") && sent.contains("\r\naccept-language: de\r\n"),
        "{sent}"
    );
    for name in [
        "Authorization",
        "X-Auth-Token",
        "x-auth-ha1b-token",
        "Host",
        "Transfer-Encoding",
        "a b",
    ] {
        let call = client.tokens().list().header(name, "planted-4711");
        let error = call.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input, "{name}");
        assert!(!error.to_string().contains("planted"), "{error}");
    }
    assert_eq!(peer.requests().len(), 1);
}

#[tokio::test]
async fn a_client_has_a_name_and_headers_that_a_request_may_replace() {
    let peer = Peer::repeating([Step::Hear, Step::say(json("200 OK", LIST))]).await;
    let builder = || Client::builder(Credential::api_token("planted-4711"));
    let client = builder()
        .base_url(peer.base_url())
        .user_agent("billing/1.4")
        .header("Accept-Language", "en")
        .header("X-Trace", "client")
        .build()
        .unwrap();
    let request = client.tokens().list().header("X-Trace", "request");
    request.await.unwrap();
    let sent = peer.requests().remove(0).to_lowercase();
    let name = concat!(
        "user-agent: billing/1.4 opentact-rust/",
        env!("CARGO_PKG_VERSION")
    );
    for line in [name, "accept-language: en", "x-trace: request"] {
        assert!(sent.contains(&format!("\r\n{line}\r\n")), "{line}: {sent}");
    }
    assert!(!sent.contains("x-trace: client"), "{sent}");
    for builder in [
        builder().header("Authorization", "planted-4711"),
        builder().header("Host", "example.com"),
        builder().user_agent("a\r\nb"),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{error}");
        assert!(!error.to_string().contains("planted"), "{error}");
    }
}

#[tokio::test]
async fn a_refusal_says_how_long_to_wait_and_whether_to_try_again() {
    let head = "429 Too Many Requests\r\nretry-after: 90";
    let peer = Peer::repeating([Step::Hear, Step::say(json(head, BUSY))]).await;
    let error = client(&peer).tokens().list().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "listTokens: the server answered with status 429: Busy; the server asks to wait 90s"
    );
    assert!(error.is_retryable());
    // It may have been made, for all that a client knows of this API.
    let error = client(&peer).tokens().create("x").await.unwrap_err();
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn the_raw_answer_is_beside_the_value_and_beside_the_error() {
    let answer = |status: &str, body: &str| {
        let length = body.len();
        let head = format!("HTTP/1.1 {status}\r\nX-Request-Id: r-4711\r\nX-Odd: a\r\nX-Odd: b");
        Step::say(format!("{head}\r\ncontent-length: {length}\r\n\r\n{body}"))
    };
    let peer = Peer::playing([
        vec![Step::Hear, answer("200 OK", LIST)],
        vec![Step::Hear, answer("402 Payment Required", BUSY)],
    ])
    .await;
    let client = client(&peer);

    let reply = client.tokens().list().with_response().await.unwrap();
    assert_eq!(reply.value, []);
    let answer = &reply.response;
    assert_eq!((answer.status(), answer.attempts()), (StatusCode::OK, 1));
    assert_eq!(answer.request_id(), Some("r-4711"));
    assert_eq!(answer.body(), LIST.as_bytes());
    let odd: Vec<_> = answer.headers().get_all("x-odd").iter().collect();
    assert_eq!(odd, ["a", "b"]);

    let error = client.tokens().list().await.unwrap_err();
    let answer = error.response().unwrap();
    assert_eq!(
        (answer.status(), answer.request_id()),
        (StatusCode::PAYMENT_REQUIRED, Some("r-4711"))
    );
    assert_eq!(error.body(), Some(BUSY.as_bytes()));
}

#[tokio::test]
async fn calls_are_values_that_outlive_their_client() {
    let world = World::start().await;
    let call = world.ann().whoami();
    assert_eq!(call.await.unwrap().email, opentact_tests::EMAIL);
}

#[tokio::test]
async fn a_secret_in_a_header_that_the_server_repeats_is_not_shown() {
    let body = r#"{"success":false,"message":"no such key: planted-key-4711","status":402}"#;
    let peer = Peer::repeating([Step::Hear, Step::say(json("402 Payment Required", body))]).await;
    let call = client(&peer).tokens().list();
    let error = call
        .header("X-Api-Key", "planted-key-4711")
        .await
        .unwrap_err();
    assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
}
