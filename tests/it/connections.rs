//! Which connections are made, to whom, and how often.

use std::collections::BTreeSet;
use std::time::Duration;

use http::Version;
use opentact::retry::RetryPolicy;
use opentact::{Client, ClientBuilder, Credential, Error, ErrorKind};
use opentact_tests::{CLASSIC, Gate, MODERN, Peer, Step, TlsPeer, json};
use tokio::runtime::Builder;

/// A guard against a test that hangs, and no measurement.
const GUARD: Duration = Duration::from_secs(10);
/// How many calls are made where connections are counted.
const CALLS: usize = 100;

const LIST: &str = r#"{"success":true,"payload":[]}"#;
const CREATED: &str = r#"{"success":true,"payload":{"uuid":"60e9fa76-20e7-45ee-bf24-8c4a95143dad","token":"planted-value","expired_on":"2020-10-26T16:42:12.951Z"}}"#;

fn builder(base_url: String) -> ClientBuilder {
    Client::builder(Credential::api_token("planted-4711"))
        .base_url(base_url)
        .max_retries(0)
}

fn trusting(peer: &TlsPeer) -> Client {
    let builder = builder(peer.base_url()).root_certificate(peer.authority());
    builder.build().unwrap()
}

fn says(status: &str, body: &str) -> Vec<Step> {
    vec![Step::Hear, Step::say(json(status, body))]
}

async fn guarded<T>(call: impl IntoFuture<Output = T>) -> T {
    tokio::time::timeout(GUARD, call).await.unwrap()
}

/// Makes that many calls at the same time.
async fn herd(client: &Client) {
    let calls: Vec<_> = (0..CALLS)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.tokens().list().await })
        })
        .collect();
    for call in calls {
        guarded(call).await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn http2_is_spoken_where_it_is_offered() {
    for (offered, version) in [
        (MODERN, Version::HTTP_2),
        (CLASSIC, Version::HTTP_11),
        (&[], Version::HTTP_11),
    ] {
        let peer = TlsPeer::answering(offered, LIST).await;
        guarded(trusting(&peer).tokens().list()).await.unwrap();
        let request = peer.requests().remove(0);
        assert_eq!(request.version, version, "{offered:?}");
        assert_eq!(request.headers["authorization"], "Bearer planted-4711");
    }
}

/// 100 calls, one after the other: 1 connection, whether plain, TLS or HTTP/2.
#[tokio::test]
async fn one_connection_serves_calls_that_follow_each_other() {
    for offered in [MODERN, CLASSIC] {
        let peer = TlsPeer::answering(offered, LIST).await;
        let client = trusting(&peer);
        for _ in 0..CALLS {
            guarded(client.tokens().list()).await.unwrap();
        }
        assert_eq!((peer.requests().len(), peer.connections()), (CALLS, 1));
    }
    let peer = Peer::repeating(says("200 OK", LIST)).await;
    let client = builder(peer.base_url()).build().unwrap();
    for _ in 0..CALLS {
        guarded(client.tokens().list()).await.unwrap();
    }
    assert_eq!((peer.requests().len(), peer.connections()), (CALLS, 1));
}

/// 100 calls at once, after a first one: over HTTP/2 no further connection, over HTTP/1.1 at most
/// one for each.
#[tokio::test]
async fn http2_carries_any_number_of_calls_on_one_connection() {
    let peer = TlsPeer::answering(MODERN, LIST).await;
    let client = trusting(&peer);
    guarded(client.tokens().list()).await.unwrap();
    herd(&client).await;
    assert_eq!((peer.requests().len(), peer.connections()), (CALLS + 1, 1));

    let peer = TlsPeer::answering(CLASSIC, LIST).await;
    let client = trusting(&peer);
    guarded(client.tokens().list()).await.unwrap();
    herd(&client).await;
    assert!(peer.connections() <= CALLS, "{}", peer.connections());
}

/// A herd that finds no connection opens up to 100 before one of them turns out to speak HTTP/2,
/// which then carries everything; the login before a session's first call avoids that.
#[tokio::test]
async fn a_herd_without_a_connection_ends_on_one() {
    let peer = TlsPeer::answering(MODERN, LIST).await;
    let client = trusting(&peer);
    herd(&client).await;
    let requests = peer.requests();
    let used: BTreeSet<usize> = requests.iter().map(|it| it.connection).collect();
    assert_eq!((requests.len(), used.len()), (CALLS, 1));
    assert!(peer.connections() <= CALLS, "{}", peer.connections());
    let before = peer.connections();
    herd(&client).await;
    assert_eq!(peer.connections(), before);
}

/// Asserts that nothing was sent, and gives what is shown.
fn assert_never_sent(error: &Error, kind: ErrorKind) -> String {
    let text = error.to_string();
    assert_eq!(error.kind(), kind, "{error:?}");
    assert!(!error.may_have_been_carried_out(), "{text}");
    assert!(
        !text.contains("may have") && !text.contains("may exist"),
        "{text}"
    );
    let shown = format!("{text} {error:?} {:?}", error.io_error());
    assert!(!shown.contains("planted"), "{shown}");
    text
}

#[tokio::test]
async fn a_server_whose_certificate_nobody_vouches_for_gets_nothing() {
    let peer = TlsPeer::answering(MODERN, LIST).await;
    let other = TlsPeer::answering(MODERN, LIST).await;
    let builder = || builder(peer.base_url());
    for client in [builder(), builder().root_certificate(other.authority())] {
        let client = client.build().unwrap();
        let error = guarded(client.tokens().create("x")).await.unwrap_err();
        let text = assert_never_sent(&error, ErrorKind::Transport);
        let expected = "createToken: the server's certificate was refused (`root_certificate` adds \
                        an issuer to trust): invalid peer certificate: ";
        assert!(text.starts_with(expected), "{text}");
        assert!(!error.is_retryable());
    }
    assert_eq!((peer.requests().len(), peer.handshakes()), (0, 0));
}

#[tokio::test]
async fn a_certificate_that_is_none_is_refused() {
    for pem in [
        "",
        "planted-4711",
        "-----BEGIN CERTIFICATE-----\nplanted-4711\n-----END CERTIFICATE-----\n",
    ] {
        let builder = builder("https://127.0.0.1:9".to_owned()).root_certificate(pem);
        let error = builder.build().unwrap_err();
        assert_never_sent(&error, ErrorKind::Configuration);
    }
}

#[tokio::test]
async fn a_handshake_that_is_not_answered_ends_in_time() {
    let stalling = Peer::repeating([Step::Notice, Step::Stall]).await;
    let plain = Peer::repeating([Step::Notice, Step::say("planted-4711"), Step::Close]).await;
    for (peer, kind, expected) in [
        (
            &stalling,
            ErrorKind::Timeout,
            "createToken: there was no connection within 200ms (`connect_timeout`)",
        ),
        (
            &plain,
            ErrorKind::Transport,
            "createToken: the TLS handshake failed; the port may not speak TLS: \
             received corrupt message of type InvalidContentType",
        ),
    ] {
        let builder = builder(format!("https://127.0.0.1:{}", peer.port()));
        let client = builder
            .connect_timeout(Duration::from_millis(200))
            .build()
            .unwrap();
        let error = guarded(client.tokens().create("x")).await.unwrap_err();
        assert_eq!(assert_never_sent(&error, kind), expected);
        assert_eq!(error.is_timeout(), kind == ErrorKind::Timeout);
        assert!(error.is_retryable());
    }
}

/// A server ends a connection that waits for work, in order or not, while the program runs.
#[tokio::test]
async fn a_connection_that_the_server_ended_is_not_used_again() {
    for end in [Step::Close, Step::Reset] {
        let gate = Gate::new();
        let mut first = says("200 OK", LIST);
        first.extend([Step::Wait(gate.clone()), end]);
        let peer = Peer::playing([first, says("201 Created", CREATED)]).await;
        let client = builder(peer.base_url()).build().unwrap();
        guarded(client.tokens().list()).await.unwrap();
        guarded(gate.reached()).await;
        gate.open();
        // Each turn lets the peer, and the connection of the client, do what they can.
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        guarded(client.tokens().create("x")).await.unwrap();
        assert_eq!(peer.connections_of_requests(), [0, 1]);
    }
}

/// The same while the program has something else to do, so that nothing of it could notice.
#[test]
fn a_connection_that_the_server_ended_while_the_program_was_busy_is_not_used_again() {
    let elsewhere = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let busy = Builder::new_current_thread().enable_all().build().unwrap();
    let gate = Gate::new();
    let mut first = says("200 OK", LIST);
    first.extend([
        Step::Wait(gate.clone()),
        Step::HalfClose,
        Step::Wait(gate.clone()),
        Step::Hear,
    ]);
    let peer = elsewhere.block_on(Peer::playing([first, says("201 Created", CREATED)]));
    let client = builder(peer.base_url()).build().unwrap();
    busy.block_on(guarded(client.tokens().list())).unwrap();

    // From here to the next call the client's runtime stands still.
    elsewhere.block_on(guarded(gate.reached()));
    gate.open();
    elsewhere.block_on(guarded(gate.reached()));
    gate.open();

    busy.block_on(guarded(client.tokens().create("x"))).unwrap();
    assert_eq!(peer.connections_of_requests(), [0, 1]);
}

/// The same over TLS, by both versions of HTTP.
#[test]
fn a_tls_connection_that_the_server_ended_while_the_program_was_busy_is_not_used_again() {
    for offered in [MODERN, CLASSIC] {
        let elsewhere = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let busy = Builder::new_current_thread().enable_all().build().unwrap();
        let peer = elsewhere.block_on(TlsPeer::answering(offered, CREATED));
        let client = trusting(&peer);
        busy.block_on(guarded(client.tokens().create("x"))).unwrap();
        elsewhere.block_on(guarded(peer.hang_up()));
        peer.come_back();
        busy.block_on(guarded(client.tokens().create("x"))).unwrap();
        let requests = peer.requests();
        let connections: Vec<usize> = requests.iter().map(|it| it.connection).collect();
        assert_eq!(connections, [0, 1], "{offered:?}");
    }
}

/// A server that keeps connections for five seconds, as Node does, and the time that passes between
/// two calls; nothing of the server's end is heard before the second.
#[tokio::test]
async fn a_connection_that_the_server_is_about_to_end_is_not_used_again() {
    for (setting, idle, connections) in [
        (None, 3_900, [0, 0]),
        (None, 4_100, [0, 1]),
        (Some(90_000), 89_000, [0, 0]),
        (Some(90_000), 91_000, [0, 1]),
    ] {
        let peer = Peer::repeating(says("201 Created", CREATED)).await;
        let mut builder = builder(peer.base_url());
        if let Some(limit) = setting {
            builder = builder.pool_idle_timeout(Duration::from_millis(limit));
        }
        let client = builder.build().unwrap();
        guarded(client.tokens().create("x")).await.unwrap();
        tokio::time::pause();
        tokio::time::advance(Duration::from_millis(idle)).await;
        tokio::time::resume();
        guarded(client.tokens().create("x")).await.unwrap();
        let used = peer.connections_of_requests();
        assert_eq!(used, connections, "{setting:?} {idle}");
    }
}

/// A server that ends a connection just when the next request comes: nobody can know whether it
/// took the request, so only what may be done twice is sent again.
#[tokio::test]
async fn a_connection_that_ends_under_a_request_is_told_as_such() {
    for end in [Step::Close, Step::Reset] {
        let turns = || {
            [
                says("200 OK", LIST),
                vec![Step::Notice, end.clone()],
                says("200 OK", LIST),
            ]
        };
        let peer = Peer::playing(turns()).await;
        let client = builder(peer.base_url()).build().unwrap();
        guarded(client.tokens().list()).await.unwrap();
        let error = guarded(client.tokens().create("x")).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
        assert!(error.may_have_been_carried_out(), "{error}");
        assert_eq!(peer.requests().len(), 1);

        let peer = Peer::playing(turns()).await;
        let builder = builder(peer.base_url());
        let client = builder
            .max_retries(1)
            .retry_policy(RetryPolicy::new().first_wait(Duration::ZERO))
            .build()
            .unwrap();
        guarded(client.tokens().list()).await.unwrap();
        guarded(client.tokens().list()).await.unwrap();
        assert_eq!(peer.connections_of_requests(), [0, 1]);
    }
}
