//! What `tracing` is told: a span for each call, an event for each attempt, in the field's own words.

use std::cell::RefCell;
use std::io::{self, Write};
use std::sync::Once;

use opentact::{Client, Credential, ManualClock, Method};
use opentact_tests::{EventPeer, Peer, Step, json};
use tracing::Level;
use tracing_subscriber::filter::dynamic_filter_fn;
use tracing_subscriber::fmt::{self, format::FmtSpan};
use tracing_subscriber::{Layer, layer::SubscriberExt};

const LIST: &str = r#"{"success":true,"payload":[]}"#;
const BUSY: &str = r#"{"success":false,"message":"Busy","status":503}"#;
const LOGIN: &str = r#"{"success":true,"payload":{"uuid":"60e9fa76-20e7-45ee-bf24-8c4a95143dad","email":"e","role":"User","token":"planted-jwt"}}"#;

thread_local! {
    static LOG: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// What is logged on this thread, from its start on.
///
/// One subscriber hears the whole process: a test that runs beside this one may be the first to
/// reach an event, and where it has no subscriber, the event could be taken for one that nobody
/// wants.
struct Log;

impl Log {
    fn start() -> Self {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            let wanted = dynamic_filter_fn(|metadata, _| {
                *metadata.level() <= Level::DEBUG && LOG.with_borrow(Option::is_some)
            });
            let layer = fmt::layer()
                .with_span_events(FmtSpan::CLOSE)
                .with_writer(|| Self)
                .with_ansi(false)
                .without_time();
            let subscriber = tracing_subscriber::registry().with(layer.with_filter(wanted));
            tracing::subscriber::set_global_default(subscriber).unwrap();
        });
        LOG.set(Some(Vec::new()));
        Self
    }

    /// The lines of this crate's own.
    fn lines(&self) -> Vec<String> {
        let text = String::from_utf8(LOG.with_borrow(Clone::clone).unwrap_or_default()).unwrap();
        let own = text.lines().filter(|line| line.contains(" opentact::"));
        own.map(|line| line.trim().to_owned()).collect()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.get_or_insert_default().extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn says(line: &str, fields: &[&str]) {
    for field in fields {
        assert!(line.contains(field), "{field} is not in: {line}");
    }
}

#[tokio::test]
async fn a_call_has_one_span_and_an_event_for_each_attempt() {
    let turn = |answer| vec![Step::Hear, Step::Say(answer)];
    let busy = json("503 Service Unavailable", BUSY).into();
    let peer = Peer::playing([turn(busy), turn(json("200 OK", LIST).into())]).await;
    let clock = ManualClock::new();
    let client = Client::builder(Credential::api_token("planted-4711"))
        .base_url(peer.base_url())
        .clock(clock.clone())
        .build()
        .unwrap();

    let log = Log::start();
    let (outcome, _) = tokio::join!(client.tokens().list().into_future(), clock.wait_over());
    outcome.unwrap();

    let lines = log.lines();
    let [first, second, end] = &lines[..] else {
        panic!("{lines:#?}")
    };
    says(
        first,
        &[
            "DEBUG opentact.request{",
            "attempt http.request.resend_count=0 http.response.status_code=503",
            "decision=\"repeat\" wait_ms=",
        ],
    );
    says(
        second,
        &["attempt http.request.resend_count=1 http.response.status_code=200 decision=\"done\""],
    );
    let port = format!("server.port={}", peer.port());
    says(
        end,
        &[
            "INFO opentact.request{",
            "otel.name=\"listTokens\"",
            "otel.kind=\"client\"",
            "http.request.method=\"GET\"",
            "url.template=\"/rest/token/list\"",
            "server.address=\"127.0.0.1\"",
            &port,
            "http.response.status_code=200",
            "http.request.resend_count=1",
            "close",
        ],
    );
    assert!(!end.contains("error.type"), "{end}");
}

#[tokio::test]
async fn a_failure_says_its_type_and_why_it_is_not_repeated() {
    let peer = Peer::repeating([Step::Hear, Step::Reset]).await;
    let client = Client::builder(Credential::api_token("planted-4711").in_query())
        .base_url(peer.base_url())
        .build()
        .unwrap();

    let log = Log::start();
    let token = "planted-token-with-many-letters-4711";
    let search = client.request(Method::POST, format!("/rest/{token}"));
    search.query("password", "planted-4711").await.unwrap_err();

    let lines = log.lines();
    let [attempt, end] = &lines[..] else {
        panic!("{lines:#?}")
    };
    says(
        attempt,
        &[
            "error.type=\"transport\"",
            "decision=\"give up\"",
            "reason=it may have arrived",
        ],
    );
    says(
        end,
        &[
            "otel.name=\"POST /rest/[redacted]\"",
            "error.type=\"transport\"",
        ],
    );
    assert!(!lines.concat().contains("planted"), "{lines:#?}");
}

#[tokio::test]
async fn a_login_is_a_span_inside_that_of_the_call_that_waits_for_it() {
    let turn = |answer: Vec<u8>| vec![Step::Hear, Step::say(answer)];
    let refusal = r#"{"success":false,"message":"Unauthorized","status":401}"#;
    let peer = Peer::playing([
        turn(json("200 OK", LOGIN)),
        turn(json("401 Unauthorized", refusal)),
        turn(json(
            "200 OK",
            &LOGIN.replace("planted-jwt", "planted-other"),
        )),
        turn(json("200 OK", LIST)),
    ])
    .await;
    let client = Client::builder(Credential::basic("me@example.com", "planted-4711"))
        .base_url(peer.base_url())
        .build()
        .unwrap();

    let log = Log::start();
    client.tokens().list().await.unwrap();

    let lines = log.lines();
    let nested = "opentact.request{otel.name=\"listTokens\"";
    says(
        &lines[0],
        &[nested, "opentact.request{otel.name=\"authenticate\""],
    );
    let renewals = lines
        .iter()
        .filter(|line| line.contains("decision=\"renew the session\""));
    assert_eq!(renewals.count(), 1, "{lines:#?}");
    assert!(!lines.concat().contains("planted"), "{lines:#?}");
}

#[tokio::test]
async fn an_event_stream_tells_of_each_turn_in_its_life() {
    let peer = EventPeer::start(|mut socket, number| async move {
        if number == 0 {
            socket.accept().await;
            return socket.close(1001, "planted words").await;
        }
        socket.hear_token().await;
        socket.say(r#"{"type":"auth","success":false}"#).await;
        socket.hear_out().await;
    })
    .await;
    let clock = ManualClock::new();
    let client = Client::builder(Credential::api_token("planted-4711"))
        .base_url("http://127.0.0.1:9")
        .clock(clock.clone())
        .build()
        .unwrap();
    let mut stream = client.events().url(peer.url()).stream().unwrap();
    let log = Log::start();
    for _ in 0..2 {
        stream.next().await.unwrap().unwrap();
    }
    let (last, _) = tokio::join!(stream.next(), clock.wait_over());
    last.unwrap().unwrap_err();
    let lines = log.lines();
    assert_eq!(lines.len(), 3, "{lines:#?}");
    let address = format!("server.address=\"127.0.0.1\" server.port={}", peer.port());
    says(&lines[0], &[&address, "reconnects=0", "decision=\"live\""]);
    let told = ["error.type=\"closed\"", "close_code=1001", "wait_ms="];
    says(&lines[1], &[&address, "decision=\"reconnect\""]);
    says(&lines[1], &told);
    says(
        &lines[2],
        &[
            &address,
            "error.type=\"credentials\"",
            "decision=\"give up\"",
        ],
    );
    assert!(!lines.concat().contains("planted"), "{lines:#?}");
}
