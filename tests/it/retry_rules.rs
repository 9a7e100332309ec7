//! The rules of repetition: which method, which answer, which wait.

use std::time::Duration;

use opentact::{Client, Credential, Error, ErrorKind, ManualClock, Method};
use opentact_tests::{ClosedPort, Peer, Step, json};

const LIST: &str = r#"{"success":true,"payload":[]}"#;
const BUSY: &str = r#"{"success":false,"message":"Busy","status":503}"#;

fn turn(answer: impl Into<Vec<u8>>) -> Vec<Step> {
    vec![Step::Hear, Step::say(answer)]
}

fn answer(status: &str, header: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\n{header}content-length: {length}\r\n\r\n{body}").into_bytes()
}

fn lost() -> Vec<Step> {
    vec![Step::Hear, Step::Reset]
}

fn client(base_url: String, clock: &ManualClock) -> Client {
    Client::builder(Credential::api_token("planted-4711"))
        .base_url(base_url)
        .clock(clock.clone())
        .build()
        .unwrap()
}

/// Runs a call and lets every wait of its pass; gives what came of it, and the waits.
async fn run<T>(
    clock: &ManualClock,
    call: impl IntoFuture<Output = Result<T, Error>>,
) -> (Result<T, Error>, Vec<Duration>) {
    let mut waits = Vec::new();
    let call = call.into_future();
    tokio::pin!(call);
    loop {
        tokio::select! {
            biased;
            outcome = &mut call => return (outcome, waits),
            wait = clock.wait_over() => waits.push(wait),
        }
    }
}

#[tokio::test]
async fn every_method_but_post_is_repeated_when_its_answer_is_lost() {
    for method in [Method::GET, Method::PUT, Method::PATCH, Method::DELETE] {
        let peer = Peer::playing([lost(), turn(json("200 OK", LIST))]).await;
        let clock = ManualClock::new();
        let client = client(peer.base_url(), &clock);
        let (outcome, _) = run(&clock, client.request(method.clone(), "/rest/thing")).await;
        assert_eq!(outcome.unwrap().attempts(), 2, "{method}");
        assert_eq!(peer.requests().len(), 2, "{method}");
    }
}

#[tokio::test]
async fn a_token_is_never_asked_for_twice_unless_the_request_surely_never_arrived() {
    let unavailable = || answer("503 Service Unavailable", "retry-after: 1\r\n", BUSY);
    let many = answer("429 Too Many Requests", "retry-after: 1\r\n", BUSY);
    for (turn, kind, in_doubt) in [
        (lost(), ErrorKind::Transport, true),
        (turn(unavailable()), ErrorKind::Server, true),
        (turn(many), ErrorKind::RateLimited, false),
        (
            turn(json("408 Request Timeout", BUSY)),
            ErrorKind::Timeout,
            true,
        ),
        (turn(json("409 Conflict", BUSY)), ErrorKind::Refused, false),
        (
            turn(json("200 OK", "{")),
            ErrorKind::UnexpectedResponse,
            true,
        ),
    ] {
        let peer = Peer::repeating(turn).await;
        let clock = ManualClock::new();
        let client = client(peer.base_url(), &clock);
        let (outcome, waits) = run(&clock, client.tokens().create("ci")).await;
        let error = outcome.unwrap_err();
        assert_eq!((error.kind(), waits.len()), (kind, 0), "{error}");
        assert_eq!(peer.requests().len(), 1, "{error}");
        assert_eq!(error.may_have_been_carried_out(), in_doubt, "{error}");
        let says_so = error.to_string().contains("a token of that name may exist");
        assert_eq!(says_so, in_doubt, "{error}");
    }

    let nobody = ClosedPort::take().unwrap();
    let clock = ManualClock::new();
    let client = client(nobody.base_url(), &clock);
    let (outcome, waits) = run(&clock, client.tokens().create("ci")).await;
    let error = outcome.unwrap_err();
    assert_eq!((error.attempts(), waits.len()), (3, 2), "{error}");
    assert!(!error.may_have_been_carried_out(), "{error}");
}

#[tokio::test]
async fn a_post_that_may_be_done_twice_is_repeated_when_the_caller_says_so() {
    let peer = Peer::playing([lost(), turn(json("200 OK", LIST))]).await;
    let clock = ManualClock::new();
    let client = client(peer.base_url(), &clock);
    let search = client.request(Method::POST, "/rest/sms/search");
    let (outcome, _) = run(&clock, search.idempotent(true)).await;
    assert_eq!(outcome.unwrap().attempts(), 2);
}

#[tokio::test]
async fn the_server_says_how_long_to_wait_in_seconds_or_as_a_date() {
    for header in [
        "retry-after: 7\r\n",
        "date: Sun, 06 Nov 1994 08:49:30 GMT\r\nretry-after: Sun, 06 Nov 1994 08:49:37 GMT\r\n",
        "date: Sun, 06 Nov 1994 08:49:30 GMT\r\nretry-after: Sunday, 06-Nov-94 08:49:37 GMT\r\n",
    ] {
        let busy = answer("429 Too Many Requests", header, BUSY);
        let peer = Peer::playing([turn(busy), turn(json("200 OK", LIST))]).await;
        let clock = ManualClock::new();
        let client = client(peer.base_url(), &clock);
        let (outcome, waits) = run(&clock, client.tokens().list()).await;
        outcome.unwrap();
        let bounds = Duration::from_secs(7)..=Duration::from_millis(8750);
        assert!(waits.len() == 1 && bounds.contains(&waits[0]), "{waits:?}");
    }
}

#[tokio::test]
async fn a_wait_above_the_ceiling_ends_the_call_at_once() {
    let busy = answer("503 Service Unavailable", "retry-after: 61\r\n", BUSY);
    let peer = Peer::repeating(turn(busy)).await;
    let clock = ManualClock::new();
    let client = client(peer.base_url(), &clock);
    let (outcome, waits) = run(&clock, client.tokens().list()).await;
    let error = outcome.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(61)));
    assert_eq!((waits.len(), peer.requests().len()), (0, 1));
}

#[tokio::test]
async fn a_stalled_attempt_ends_by_its_timeout_and_is_repeated() {
    let stall = || vec![Step::Hear, Step::Stall];
    let peer = Peer::playing([stall(), turn(json("200 OK", LIST))]).await;
    let clock = ManualClock::new();
    let client = client(peer.base_url(), &clock);
    let call = tokio::spawn(client.tokens().list().with_response().into_future());
    while peer.requests().is_empty() {
        tokio::task::yield_now().await;
    }
    clock.advance(Duration::from_secs(30));
    clock.wait_over().await;
    assert_eq!(call.await.unwrap().unwrap().response.attempts(), 2);
}

#[tokio::test]
async fn a_login_is_repeated_as_well_and_its_retries_are_counted_apart() {
    let login = r#"{"success":true,"payload":{"uuid":"60e9fa76-20e7-45ee-bf24-8c4a95143dad","email":"e","role":"User","token":"planted-jwt"}}"#;
    let peer = Peer::playing([
        turn(json("502 Bad Gateway", "")),
        turn(json("200 OK", login)),
        turn(json("200 OK", LIST)),
    ])
    .await;
    let clock = ManualClock::new();
    let client = Client::builder(Credential::basic("me@example.com", "planted-4711"))
        .base_url(peer.base_url())
        .clock(clock.clone())
        .build()
        .unwrap();
    let (outcome, waits) = run(&clock, client.tokens().list().with_response()).await;
    assert_eq!((outcome.unwrap().response.attempts(), waits.len()), (1, 1));
    assert_eq!(peer.requests().len(), 3);
}
