//! Time that a call has: for the beginning of an answer, between its pieces, and for a login nobody needs yet.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use opentact::retry::RetryPolicy;
use opentact::session_store::{MemoryStore, SessionName, SessionStore, StoredSession};
use opentact::{Client, Credential, ErrorKind, ManualClock};
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
    let client = Client::builder()
        .base_url(peer.base_url())
        .credential(Credential::api_token("planted-4711"))
        .read_timeout(seconds(1))
        .clock(clock.clone())
        .build()
        .unwrap();
    let call = tokio::spawn(client.tokens().list().retries(0).into_future());
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
    let client = Client::builder()
        .base_url(peer.base_url())
        .credential(Credential::api_token("planted-4711"))
        .retries(RetryPolicy::none().total_timeout(seconds(200_000)))
        .timeout(seconds(100_000))
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
        (ErrorKind::Timeout, Some(200))
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
        let client = Client::builder()
            .base_url(peer.base_url())
            .credential(Credential::basic("me@example.com", "planted-4711"))
            .clock(clock.clone())
            .build()
            .unwrap();
        client.tokens().list().await.unwrap();
        clock.advance(seconds(545));
        let call = client.tokens().list().total_timeout(seconds(total));
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
    let client = Client::builder()
        .base_url(peer.base_url())
        .credential(credential.clone())
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
