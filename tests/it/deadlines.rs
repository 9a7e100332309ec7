//! Time that a call has: for the beginning of an answer, between its pieces, and for a login nobody needs yet.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use opentact::session_store::{MemoryStore, SessionName, SessionStore, StoredSession};
use opentact::{Client, ClientBuilder, Credential, ErrorKind, ManualClock, StatusCode};
use opentact_tests::{Gate, Peer, Step, json};

const LIST: &str = r#"{"success":true,"payload":[]}"#;
const REFUSAL: &str = r#"{"success":false,"message":"Unauthorized","status":401}"#;

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

fn turn(answer: Vec<u8>) -> Vec<Step> {
    vec![Step::Hear, Step::say(answer)]
}

/// The answer to a login, with a JWT that lives for ten minutes.
fn login(jwt: &str) -> Vec<u8> {
    let body = format!(
        r#"{{"success":true,"payload":{{"uuid":"60e9fa76-20e7-45ee-bf24-8c4a95143dad","email":"e","role":"User","token":"{jwt}"}}}}"#
    );
    json("200 OK", &body)
}

fn jwt(name: &str) -> String {
    let claims = format!(r#"{{"name":"{name}","iat":1000,"exp":1600}}"#);
    format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(claims))
}

async fn until(is_so: impl Fn() -> bool) {
    while !is_so() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn an_answer_may_begin_late() {
    let gate = Gate::new();
    let late = vec![
        Step::Hear,
        Step::Wait(gate.clone()),
        Step::say(json("200 OK", LIST)),
    ];
    let peer = Peer::playing([late]).await;
    let clock = ManualClock::new();
    let client = Client::builder(Credential::api_token("planted-4711"))
        .base_url(peer.base_url())
        .read_timeout(seconds(1))
        .clock(clock.clone())
        .build()
        .unwrap();
    let call = tokio::spawn(client.tokens().list().max_retries(0).into_future());
    gate.reached().await;
    clock.advance(seconds(29));
    tokio::task::yield_now().await;
    gate.open();
    call.await.unwrap().unwrap();
}

#[tokio::test]
async fn an_answer_that_began_may_not_pause_for_long() {
    let torn = "HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{";
    let peer = Peer::repeating([Step::Hear, Step::say(torn), Step::Stall]).await;
    let clock = ManualClock::new();
    let client = Client::builder(Credential::api_token("planted-4711"))
        .base_url(peer.base_url())
        .max_retries(0)
        .timeout(seconds(200_000))
        .attempt_timeout(seconds(100_000))
        .clock(clock.clone())
        .build()
        .unwrap();
    let begun = clock.now();
    let call = tokio::spawn(client.tokens().create("x").into_future());
    while !call.is_finished() {
        clock.advance(seconds(1));
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
    }
    let error = call.await.unwrap().unwrap_err();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::Timeout, Some(StatusCode::OK))
    );
    assert!(error.may_have_been_carried_out());
    assert!(clock.now() - begun < seconds(100_000));
}

#[tokio::test]
async fn a_login_that_hangs_costs_no_call_while_the_old_jwt_is_good() {
    for (total, patience) in [(120, 5), (4, 2)] {
        let peer = Peer::playing([
            turn(login(&jwt("planted-first"))),
            turn(json("200 OK", LIST)),
            vec![Step::Hear, Step::Stall],
            turn(json("200 OK", LIST)),
        ])
        .await;
        let clock = ManualClock::new();
        let client = Client::builder(Credential::basic("me@example.com", "planted-4711"))
            .base_url(peer.base_url())
            .clock(clock.clone())
            .build()
            .unwrap();
        client.tokens().list().await.unwrap();
        clock.advance(seconds(545));
        let call = client.tokens().list().timeout(seconds(total));
        let call = tokio::spawn(call.into_future());
        until(|| peer.requests().len() == 3).await;
        clock.advance(seconds(patience));
        call.await.unwrap().unwrap();
        let requests = peer.requests();
        assert_eq!(requests.len(), 4);
        assert!(requests[3].contains(&jwt("planted-first")));
    }
}

#[tokio::test]
async fn a_jwt_of_somebody_else_that_counts_no_more_costs_one_more_renewal() {
    let refused = || turn(json("401 Unauthorized", REFUSAL));
    let peer = Peer::playing([
        turn(login(&jwt("planted-own"))),
        turn(json("200 OK", LIST)),
        refused(),
        refused(),
        turn(login(&jwt("planted-new"))),
        turn(json("200 OK", LIST)),
    ])
    .await;
    let credential = Credential::basic("me@example.com", "planted-4711");
    let store = Arc::new(MemoryStore::new());
    let client = Client::builder(credential.clone())
        .base_url(peer.base_url())
        .session_store(Arc::clone(&store))
        .build()
        .unwrap();
    client.tokens().list().await.unwrap();
    let name = SessionName::new(&peer.base_url(), &credential);
    let stale = StoredSession::new(jwt("planted-others")).lasting(seconds(600), seconds(500));
    store.save(&name, &stale).await.unwrap();

    let reply = client.tokens().list().with_response().await.unwrap();

    assert_eq!(reply.response.attempts(), 3);
    let requests = peer.requests();
    assert!(requests[3].contains(&jwt("planted-others")));
    assert!(requests[5].contains(&jwt("planted-new")));
}

/// A client whose login stalls, and a clock that counts what it waits.
async fn at_a_stalled_login() -> (Peer, ManualClock, ClientBuilder) {
    let peer = Peer::repeating([Step::Hear, Step::Stall]).await;
    let clock = ManualClock::new();
    let builder = Client::builder(Credential::basic("me@example.com", "planted-4711"))
        .base_url(peer.base_url())
        .clock(clock.clone());
    (peer, clock, builder)
}

#[tokio::test]
async fn the_timeout_of_a_request_bounds_the_login_in_it() {
    let (peer, clock, builder) = at_a_stalled_login().await;
    let client = builder.build().unwrap();
    let limit = Duration::from_millis(500);
    let begun = clock.now();
    let request = tokio::spawn(client.whoami().timeout(limit).into_future());
    until(|| peer.requests().len() == 1).await;
    clock.advance(limit);
    let error = request.await.unwrap().unwrap_err();
    assert_eq!(clock.now() - begun, limit);
    assert!(error.is_timeout() && error.is_retryable(), "{error}");
    assert_eq!(
        error.to_string(),
        "authenticate: the login failed: there was no session within 500ms (`timeout`)"
    );
    assert_eq!(peer.requests().len(), 1);
}

#[tokio::test]
async fn the_limits_of_the_client_are_those_of_its_login() {
    let (peer, clock, builder) = at_a_stalled_login().await;
    let limit = Duration::from_secs(2);
    let client = builder.attempt_timeout(limit).max_retries(0).build();
    let request = client.unwrap().tokens().list();
    let request = tokio::spawn(request.into_future());
    until(|| peer.requests().len() == 1).await;
    clock.advance(limit);
    let error = request.await.unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "listTokens: the login failed: no complete response came within 2s (`attempt_timeout`)"
    );
    assert_eq!(peer.requests().len(), 1);
}

#[tokio::test]
async fn a_session_says_how_it_stands() {
    let peer = Peer::playing([
        turn(json("503 Service Unavailable", "")),
        turn(login(&jwt("planted-first"))),
        turn(json("200 OK", LIST)),
    ])
    .await;
    let clock = ManualClock::new();
    let client = Client::builder(Credential::basic("me@example.com", "planted-4711"))
        .base_url(peer.base_url())
        .max_retries(0)
        .clock(clock.clone())
        .build()
        .unwrap();
    let status = client.session().unwrap();
    assert!(!status.is_active && status.last_error.is_none());
    client.tokens().list().await.unwrap_err();
    let status = client.session().unwrap();
    assert!(!status.is_active);
    assert_eq!(status.last_error.unwrap().kind(), ErrorKind::Server);
    client.tokens().list().await.unwrap();
    clock.advance(seconds(100));
    let status = client.session().unwrap();
    assert!(status.is_active && status.last_error.is_none());
    assert_eq!(status.expires_in, Some(seconds(500)));
    clock.advance(seconds(500));
    assert!(!client.session().unwrap().is_active);
    assert_eq!(peer.requests().len(), 3);
    let token = Client::new(Credential::api_token("planted-4711")).unwrap();
    assert!(token.session().is_none());
}

#[tokio::test]
async fn an_expired_jwt_is_called_expired_and_another_is_not() {
    let dated = "401 Unauthorized\r\ndate: Thu, 01 Jan 1970 00:36:40 GMT";
    let peer = Peer::repeating(turn(json(dated, REFUSAL))).await;
    for (credential, advice) in [
        (
            Credential::jwt(jwt("planted-old")),
            "the JWT expired 600 seconds ago; log in for another",
        ),
        (Credential::jwt("planted-opaque"), "check the credential"),
        (
            Credential::api_token(jwt("planted-old")),
            "check the credential",
        ),
    ] {
        let builder = Client::builder(credential).base_url(peer.base_url());
        let error = builder.build().unwrap().whoami().await.unwrap_err();
        let expected =
            format!("authenticate: the server answered with status 401: Unauthorized; {advice}");
        assert_eq!(error.to_string(), expected);
    }
}
