//! A stream of events whose connection the sandbox drops a hundred times.

use std::time::Duration;

use opentact::events::{DisconnectReason, Disconnected, EventItem, EventStream, EventStreamState};
use opentact::{Credential, ManualClock, StatusCode};
use opentact_sandbox::{Fault, Sandbox};
use opentact_tests::{EMAIL, PASSWORD, World};

const DROPS: u32 = 100;
const SECOND: Duration = Duration::from_secs(1);
/// After so long a connection is stable, by the documentation of the stream.
const STABLE: Duration = Duration::from_secs(120);
/// More than anything takes that goes well, by the real clock.
const PATIENCE: Duration = Duration::from_secs(30);
const CODES: [u16; 12] = [
    1000, 1001, 1008, 1011, 1012, 1013, 3000, 3003, 4400, 4401, 4408, 4999,
];

/// How a connection is dropped.
#[derive(Clone, Copy, Debug)]
enum Blow {
    /// All connections end, with a close code or cut off without a word.
    All(Option<u16>),
    /// This connection ends.
    One(Option<u16>),
    /// All connections end, by the control port: `DELETE /connections`.
    AllByControl(Option<u16>),
    /// This connection ends, by the control port: `DELETE /connections/{connection}`.
    OneByControl(Option<u16>),
    /// The session ends by which it was made.
    Expiry,
}

impl Blow {
    fn of(number: u32) -> Self {
        let code = CODES[number as usize % CODES.len()];
        match number % 9 {
            0 => Self::All(None),
            1 => Self::All(Some(code)),
            2 => Self::One(None),
            3 => Self::One(Some(code)),
            4 => Self::AllByControl(None),
            5 => Self::AllByControl(Some(code)),
            6 => Self::OneByControl(None),
            7 => Self::OneByControl(Some(code)),
            _ => Self::Expiry,
        }
    }

    async fn strike(self, sandbox: &Sandbox) {
        let id = sandbox.connections()[0].id.to_string();
        let control = sandbox.control_url().unwrap();
        match self {
            Self::All(code) => assert_eq!(sandbox.end_connections(code).unwrap(), 1),
            Self::One(code) => sandbox.end_connection(&id, code).unwrap(),
            Self::AllByControl(code) => delete(format!("{control}/connections"), code).await,
            Self::OneByControl(code) => delete(format!("{control}/connections/{id}"), code).await,
            Self::Expiry => sandbox.expire_sessions(EMAIL).await.unwrap(),
        }
    }

    /// The close code that the client is told.
    const fn code(self) -> Option<u16> {
        match self {
            Self::All(code)
            | Self::One(code)
            | Self::AllByControl(code)
            | Self::OneByControl(code) => code,
            Self::Expiry => Some(4401),
        }
    }
}

async fn delete(url: String, code: Option<u16>) {
    let request = reqwest::Client::new().delete(url);
    let answer = request.query(&code.map(|code| [("code", code)])).send();
    assert!(answer.await.unwrap().status().is_success());
}

/// Whether a reason is what should be told.
type IsTold = fn(&DisconnectReason) -> bool;

/// What happens to the attempt after a drop, and whether it is told as that.
fn trouble(number: u32, blow: Blow) -> Option<(Fault, IsTold)> {
    Some(match number % 12 {
        // It would happen to the refusal of the old token, which is not told.
        _ if matches!(blow, Blow::Expiry) => return None,
        1 => (Fault::garbage(), |it| {
            matches!(it, DisconnectReason::Violation)
        }),
        3 => (Fault::close(1013), |it| {
            matches!(
                it,
                DisconnectReason::Closed {
                    code: Some(1013),
                    ..
                }
            )
        }),
        5 => (Fault::close_after(), |it| {
            matches!(it, DisconnectReason::Lost(_))
        }),
        7 => (Fault::close_midway(), |it| {
            matches!(it, DisconnectReason::Lost(_))
        }),
        9 => (Fault::close_before(), |it| {
            matches!(it, DisconnectReason::NotConnected(_))
        }),
        11 => (
            Fault::status(503),
            |it| matches!(it, DisconnectReason::NotConnected(error) if error.status() == Some(StatusCode::SERVICE_UNAVAILABLE)),
        ),
        _ => return None,
    })
}

/// A user's stream, and what it should have told so far.
struct Scene {
    world: World,
    clock: ManualClock,
    stream: EventStream,
    /// How many events were made.
    events: u64,
    /// How many connections have failed since the last stable one.
    failures: u32,
}

impl Scene {
    async fn new() -> Self {
        let world = World::with(Sandbox::builder().control()).await;
        let clock = ManualClock::new();
        let builder = world.builder(Credential::basic(EMAIL, PASSWORD));
        let ann = builder.clock(clock.clone()).build().unwrap();
        ann.subscriptions().create("call_state").await.unwrap();
        Self {
            stream: ann.events().stream().unwrap(),
            world,
            clock,
            events: 0,
            failures: 0,
        }
    }

    async fn item(&mut self) -> EventItem {
        let next = tokio::time::timeout(PATIENCE, self.stream.next());
        next.await.unwrap().unwrap().unwrap()
    }

    /// The next item is the connection with that number.
    async fn connects(&mut self, reconnects: u32) {
        match self.item().await {
            EventItem::Connected(it) => assert_eq!(it.reconnects(), u64::from(reconnects)),
            other => panic!("{other:?}"),
        }
        assert_eq!(self.stream.state(), EventStreamState::Live);
        assert_eq!(self.world.sandbox.connections().len(), 1);
    }

    /// Sends an event, which has to go to so many connections; its text.
    async fn send(&mut self, connections: usize) -> String {
        self.events += 1;
        let payload = serde_json::json!({ "number": self.events });
        let event = serde_json::json!({ "type": "call_state", "payload": payload });
        let sent = self.world.sandbox.send_event(EMAIL, &event).await.unwrap();
        assert_eq!(sent, connections);
        event.to_string()
    }

    /// The next items are these events.
    async fn hears(&mut self, events: &[String]) {
        for event in events {
            match self.item().await {
                EventItem::Event(it) => assert_eq!(it.as_str(), event),
                other => panic!("{other:?} instead of {event}"),
            }
        }
    }

    /// The next item is the end of a connection.
    async fn disconnects(&mut self, was_live: bool) -> Disconnected {
        let it = match self.item().await {
            EventItem::Disconnected(it) => it,
            other => panic!("{other:?}"),
        };
        self.failures += 1;
        assert_eq!((it.was_live(), it.failures()), (was_live, self.failures));
        let longest = Duration::from_millis(800) * 2_u32.pow(self.failures.min(10) - 1);
        let longest = longest.min(30 * SECOND);
        assert!(it.wait() <= longest && it.wait() >= longest / 2, "{it}");
        it
    }

    /// The next attempt begins after that time and no sooner.
    async fn waits(&mut self, wait: Duration) {
        let until = self.clock.now() + wait;
        assert_eq!(self.stream.state(), EventStreamState::Waiting { until });
        let blink = Duration::from_nanos(1);
        self.clock.advance(wait - blink);
        tokio::select! {
            biased;
            item = self.stream.next() => panic!("{item:?}"),
            () = std::future::ready(()) => {}
        }
        assert_eq!(self.stream.state(), EventStreamState::Waiting { until });
        self.clock.advance(blink);
    }
}

#[tokio::test]
async fn a_stream_survives_a_hundred_drops_and_tells_each() {
    let mut scene = Scene::new().await;
    scene.connects(0).await;
    for number in 0..DROPS {
        let blow = Blow::of(number);
        let was_stable = number % 4 == 3;
        if was_stable {
            scene.clock.advance(STABLE);
            scene.failures = 0;
        }
        let mut events = Vec::new();
        for _ in 0..number % 4 {
            events.push(scene.send(1).await);
        }
        // What was sent before the end comes before the end, unless the credential ended. A ping
        // under way, as there is after a while, may take it along.
        let are_read_late = !was_stable && !matches!(blow, Blow::Expiry);
        if !are_read_late {
            scene.hears(&events).await;
        }
        blow.strike(&scene.world.sandbox).await;
        if are_read_late {
            scene.hears(&events).await;
        }
        let end = scene.disconnects(true).await;
        match (end.reason(), blow.code()) {
            (DisconnectReason::Closed { code, .. }, expected @ Some(_)) => {
                assert_eq!(*code, expected)
            }
            (DisconnectReason::Lost(_), None) => {}
            other => panic!("drop {number}, {blow:?}: {other:?}"),
        }
        // What is sent in the gap is for nobody.
        scene.send(0).await;
        let mut wait = end.wait();
        if let Some((fault, is_told)) = trouble(number, blow) {
            let faults = scene.world.sandbox.faults();
            faults.add(fault.on_events().next(1)).unwrap();
            scene.waits(wait).await;
            let end = scene.disconnects(false).await;
            assert!(is_told(end.reason()), "drop {number}: {end:?}");
            wait = end.wait();
        }
        scene.waits(wait).await;
        scene.connects(number + 1).await;
    }
    let last = [scene.send(1).await];
    scene.hears(&last).await;
    scene.stream.close().await;
}
