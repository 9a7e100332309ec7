//! What is sent again and what is not, counted by the server.

use std::time::Duration;

use opentact::retry::RetryPolicy;
use opentact::{Client, ClientBuilder, Credential, Error, ErrorKind, ManualClock};
use opentact_tests::{ClosedPort, EMAIL, Fate, Gate, PASSWORD, Peer, Relay, Step, World, json};
use tokio::net::{TcpSocket, TcpStream};

/// A guard against a test that hangs, and no measurement.
const GUARD: Duration = Duration::from_secs(10);

const LIST: &str = r#"{"success":true,"payload":[]}"#;
const CREATED: &str = r#"{"success":true,"payload":{"uuid":"60e9fa76-20e7-45ee-bf24-8c4a95143dad","token":"planted-value","expired_on":"2020-10-26T16:42:12.951Z"}}"#;

fn says(status: &str, body: &str) -> Vec<Step> {
    vec![Step::Hear, Step::say(json(status, body))]
}

fn builder(base_url: String) -> ClientBuilder {
    Client::builder(Credential::api_token("planted-4711")).base_url(base_url)
}

/// Two retries that do not wait.
fn at_once() -> RetryPolicy {
    RetryPolicy::new().first_wait(Duration::ZERO)
}

/// A client whose requests go through a relay, and are repeated without waiting.
fn through(relay: &Relay) -> Client {
    Client::builder(Credential::basic(EMAIL, PASSWORD))
        .base_url(relay.base_url())
        .retry_policy(at_once())
        .build()
        .unwrap()
}

async fn guarded<T>(call: impl IntoFuture<Output = T>) -> T {
    tokio::time::timeout(GUARD, call).await.unwrap()
}

#[tokio::test]
async fn a_burst_of_failures_is_waited_out_longer_each_time() {
    let busy = || says("503 Service Unavailable", "");
    let peer = Peer::playing([busy(), busy(), says("200 OK", LIST)]).await;
    let clock = ManualClock::new();
    let client = builder(peer.base_url())
        .clock(clock.clone())
        .build()
        .unwrap();
    let call = tokio::spawn(async move { client.tokens().list().await });
    for (least, most) in [(375, 500), (750, 1000)] {
        let waited = guarded(clock.wait_over()).await.as_millis();
        assert!((least..=most).contains(&waited), "{waited} ms");
    }
    guarded(call).await.unwrap().unwrap();
    assert_eq!(peer.requests().len(), 3);
}

#[tokio::test]
async fn a_server_that_says_how_long_is_waited_for() {
    let busy = says("429 Too Many Requests\r\nretry-after: 40", "");
    let peer = Peer::playing([busy, says("200 OK", LIST)]).await;
    let clock = ManualClock::new();
    let client = builder(peer.base_url())
        .clock(clock.clone())
        .build()
        .unwrap();
    let call = tokio::spawn(async move { client.tokens().list().await });
    let waited = guarded(clock.wait_over()).await.as_secs();
    assert!((40..=50).contains(&waited), "{waited} s");
    guarded(call).await.unwrap().unwrap();
    assert_eq!(peer.requests().len(), 2);
}

#[tokio::test]
async fn a_call_does_not_begin_to_wait_beyond_its_total() {
    let peer = Peer::repeating(says("503 Service Unavailable\r\nretry-after: 40", "")).await;
    let limit = Duration::from_secs(39);
    let client = builder(peer.base_url()).timeout(limit).build().unwrap();
    let error = guarded(client.tokens().list()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Server);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(40)));
    assert_eq!(peer.requests().len(), 1);
}

/// 200 callers at a server that refuses them all cost it 300 requests, not 600: the budget of 500
/// pays for 100 retries, at 5 each.
#[tokio::test]
async fn a_storm_of_refusals_is_not_multiplied() {
    const CALLERS: usize = 200;
    for (status, kind) in [
        ("429 Too Many Requests", ErrorKind::RateLimited),
        ("503 Service Unavailable", ErrorKind::Server),
    ] {
        let peer = Peer::repeating(says(status, "")).await;
        let client = builder(peer.base_url())
            .retry_policy(at_once())
            .build()
            .unwrap();
        let callers: Vec<_> = (0..CALLERS)
            .map(|_| {
                let client = client.clone();
                tokio::spawn(async move { client.tokens().list().await })
            })
            .collect();
        for caller in callers {
            let error = guarded(caller).await.unwrap().unwrap_err();
            assert_eq!(error.kind(), kind, "{error}");
        }
        assert_eq!(peer.requests().len(), CALLERS + 100);
    }
}

#[tokio::test]
async fn what_never_arrived_is_sent_again_even_if_it_creates() {
    let port = ClosedPort::take().unwrap();
    let client = builder(port.base_url())
        .retry_policy(at_once())
        .build()
        .unwrap();
    let tokens = client.tokens();
    for (operation, outcome) in [
        ("listTokens", guarded(tokens.list()).await.map(drop)),
        (
            "deleteToken",
            guarded(tokens.delete("planted-token")).await.map(drop),
        ),
        ("createToken", guarded(tokens.create("x")).await.map(drop)),
    ] {
        let error = outcome.unwrap_err();
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::Transport, 3),
            "{error}"
        );
        assert_never_arrived(&error, operation);
    }
}

fn assert_never_arrived(error: &Error, operation: &str) {
    let text = error.to_string();
    assert!(text.starts_with(operation), "{text}");
    let reasons = ["could not be reached", "no connection within 200ms"];
    assert!(reasons.iter().any(|it| text.contains(it)), "{text}");
    assert!(!error.may_have_been_carried_out(), "{text}");
    assert!(
        !text.contains("may have") && !text.contains("may exist"),
        "{text}"
    );
    assert!(!format!("{text} {error:?}").contains("planted"), "{text}");
}

#[tokio::test]
async fn a_server_that_comes_back_gets_the_token_order_once() {
    let port = ClosedPort::take().unwrap();
    let clock = ManualClock::new();
    let client = builder(port.base_url())
        .clock(clock.clone())
        .build()
        .unwrap();
    let call = tokio::spawn(async move { client.tokens().create("x").await });
    guarded(clock.wait_over()).await;
    let peer = port.open([says("201 Created", CREATED)]).unwrap();
    // The attempt after the first wait may have found the port still closed.
    let outcome = tokio::select! {
        outcome = call => outcome,
        outcome = async { loop { clock.wait_over().await; } } => outcome,
    };
    outcome.unwrap().unwrap();
    assert_eq!(peer.requests().len(), 1);
}

/// A port whose queue of connections is full lets nobody in and refuses nobody.
#[tokio::test]
async fn a_connection_that_is_not_made_in_time_never_arrived() {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(0).unwrap();
    let address = listener.local_addr().unwrap();
    let _first = guarded(TcpStream::connect(address)).await.unwrap();
    let client = builder(format!("http://{address}"))
        .connect_timeout(Duration::from_millis(200))
        .max_retries(0)
        .build()
        .unwrap();
    let error = guarded(client.tokens().create("x")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error:?}");
    assert_never_arrived(&error, "createToken");
}

#[tokio::test]
async fn a_token_whose_answer_is_lost_is_made_once_and_can_be_found() {
    let world = World::start().await;
    // The login passes.
    let fates = [Fate::Pass, Fate::LoseAnswer];
    let relay = Relay::to(world.sandbox.address(), fates).await.unwrap();
    let client = through(&relay);
    let error = guarded(client.tokens().create("nightly"))
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert!(error.may_have_been_carried_out());
    let text = error.to_string();
    assert!(
        text.contains("a token of that name may exist: `tokens().list()`"),
        "{text}"
    );

    let listed = guarded(client.tokens().list()).await.unwrap();
    let names: Vec<_> = listed.iter().map(|token| token.name.as_deref()).collect();
    assert_eq!(names, [Some("nightly")]);
}

#[tokio::test]
async fn a_subscription_whose_answer_is_lost_is_made_once_and_can_be_found() {
    let world = World::start().await;
    let fates = [Fate::Pass, Fate::LoseAnswer];
    let relay = Relay::to(world.sandbox.address(), fates).await.unwrap();
    let client = through(&relay);
    let create = guarded(client.subscriptions().create("sms"));
    let error = create.await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert!(error.may_have_been_carried_out());
    let text = error.to_string();
    let hint = "the subscription may exist: `subscriptions().list()`";
    assert!(text.contains(hint), "{text}");
    let listed = guarded(client.subscriptions().list()).await.unwrap();
    assert_eq!(listed.len(), 1);
}

#[tokio::test]
async fn a_deletion_whose_answer_is_lost_says_that_it_may_have_been_its_own() {
    let world = World::start().await;
    let token = world.ann().tokens().create("old").await.unwrap().token;
    let fates = [Fate::Pass, Fate::LoseAnswer];
    let relay = Relay::to(world.sandbox.address(), fates).await.unwrap();
    let client = through(&relay);
    let error = guarded(client.tokens().delete(token)).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::NotFound, 2));
    assert!(error.may_have_been_carried_out(), "{error}");
}

#[tokio::test]
async fn a_login_whose_answer_is_lost_is_made_again() {
    let world = World::start().await;
    let relay = Relay::to(world.sandbox.address(), [Fate::LoseAnswer])
        .await
        .unwrap();
    let client = through(&relay);
    guarded(client.tokens().list()).await.unwrap();
    assert_eq!(world.sandbox.stats().logins, 2);
}

#[tokio::test]
async fn a_session_that_ends_while_a_request_is_on_its_way_costs_one_login_and_one_repetition() {
    let world = World::start().await;
    let gate = Gate::new();
    // Login, list, and the request that is held.
    let fates = [Fate::Pass, Fate::Pass, Fate::Hold(gate.clone())];
    let relay = Relay::to(world.sandbox.address(), fates).await.unwrap();
    let client = Client::builder(Credential::basic(EMAIL, PASSWORD))
        .base_url(relay.base_url())
        .max_retries(0)
        .build()
        .unwrap();
    client.tokens().list().await.unwrap();

    let caller = client.clone();
    let call = tokio::spawn(async move { caller.tokens().create("late").await });
    guarded(gate.reached()).await;
    world.sandbox.clock().advance(Duration::from_secs(86_400));
    gate.open();
    guarded(call).await.unwrap().unwrap();

    let stats = world.sandbox.stats();
    assert_eq!((stats.logins, stats.refused), (2, 1));
    assert_eq!(relay.requests(), 5);
    assert_eq!(client.tokens().list().await.unwrap().len(), 1);
}
