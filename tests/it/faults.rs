//! Every fault of a network at every kind of call: the right typed error, the right number of requests, and no harm to the next call.

mod table;

use std::time::Duration;

use opentact::retry::RetryPolicy;
use opentact::{Client, ClientBuilder, Credential, Error, ErrorKind};
use opentact_tests::{EMAIL, Peer, Step, json};

use self::table::{End, Fault};

/// A guard against a test that hangs, and no measurement.
const GUARD: Duration = Duration::from_secs(10);
/// How long a client waits for an answer that does not come.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often a client that repeats does so.
const RETRIES: usize = 2;

const SECRET: &str = "planted-4711";
const TOKEN: &str = "planted-token-4711";

/// A call of each kind.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Operation {
    List,
    Delete,
    Create,
    /// A list for which there is no session yet.
    Login,
}

impl Operation {
    const ALL: [Self; 4] = [Self::List, Self::Delete, Self::Create, Self::Login];

    const fn name(self) -> &'static str {
        match self {
            Self::List | Self::Login => "listTokens",
            Self::Delete => "deleteToken",
            Self::Create => "createToken",
        }
    }

    /// The body of a good answer to the first request of the call.
    const fn body(self) -> &'static str {
        match self {
            Self::List => r#"{"success":true,"payload":[]}"#,
            Self::Delete => {
                r#"{"success":true,"payload":{"token":"planted-value","expired_on":"2020-10-26T16:42:12.951Z"}}"#
            }
            Self::Create => {
                r#"{"success":true,"payload":{"uuid":"60e9fa76-20e7-45ee-bf24-8c4a95143dad","token":"planted-value","expired_on":"2020-10-26T16:42:12.951Z"}}"#
            }
            Self::Login => {
                r#"{"success":true,"payload":{"uuid":"60e9fa76-20e7-45ee-bf24-8c4a95143dad","email":"ann@example.com","role":"User","token":"planted-jwt"}}"#
            }
        }
    }

    const fn changes_something(self) -> bool {
        matches!(self, Self::Delete | Self::Create)
    }

    /// Whether it may be made twice.
    const fn is_repeatable(self) -> bool {
        !matches!(self, Self::Create)
    }

    /// Makes the call, with that much time for an attempt.
    async fn call(self, client: &Client, limit: Duration) -> Result<(), Error> {
        let tokens = client.tokens();
        let call = async {
            match self {
                Self::List | Self::Login => tokens.list().attempt_timeout(limit).await.map(drop),
                Self::Delete => tokens.delete(TOKEN).attempt_timeout(limit).await.map(drop),
                Self::Create => tokens.create("x").attempt_timeout(limit).await.map(drop),
            }
        };
        tokio::time::timeout(GUARD, call)
            .await
            .unwrap_or_else(|_| panic!("{self:?} hangs"))
    }
}

/// A client of one operation, and the peer that plays it one fault after the other.
struct Stage {
    operation: Operation,
    patience: Duration,
    peer: Peer,
    builder: ClientBuilder,
    client: Client,
}

impl Stage {
    async fn new(operation: Operation, retries: usize, patience: Duration) -> Self {
        let peer = Peer::playing([]).await;
        let credential = match operation {
            Operation::Login => Credential::basic(EMAIL, SECRET),
            _ => Credential::api_token(SECRET).in_query(),
        };
        let policy = RetryPolicy::new()
            .first_wait(Duration::ZERO)
            .budget(u32::MAX);
        let builder = Client::builder(credential)
            .base_url(peer.base_url())
            .max_retries(u32::try_from(retries).unwrap())
            .retry_policy(policy)
            .attempt_timeout(patience);
        let client = builder.clone().build().unwrap();
        Self {
            operation,
            patience,
            peer,
            builder,
            client,
        }
    }

    /// The fault once, no retry: the error; and then the same client succeeds, or remembers that
    /// its login was refused.
    async fn without_retries(&self, fault: &Fault) {
        let client = self.begin(fault, 1);
        let outcome = self.operation.call(&client, self.patience).await;
        let kind = outcome.as_ref().err().map(Error::kind);
        self.assert_end(fault, outcome, 1);
        let asked = self.peer.requests().len();
        let after = self.operation.call(&client, GUARD).await;
        let row = self.row(fault);
        let is_remembered = match kind {
            Some(ErrorKind::Credentials) => true,
            Some(ErrorKind::RateLimited) => !fault.name.contains("retry-after: 0"),
            _ => false,
        };
        if self.operation == Operation::Login && is_remembered {
            assert_eq!(after.err().map(|error| error.kind()), kind, "{row}");
            assert_eq!(self.peer.requests().len(), asked, "{row}");
        } else {
            assert!(after.is_ok(), "{row}, the next call: {after:?}");
        }
    }

    /// The fault once, retries on: a success where the call may be made twice.
    async fn repaired_by_a_retry(&self, fault: &Fault) {
        let client = self.begin(fault, 1);
        let outcome = self.operation.call(&client, self.patience).await;
        if self.is_repeated(fault) {
            assert!(outcome.is_ok(), "{}: {outcome:?}", self.row(fault));
            self.assert_heard(fault, fault.heard + 1 + self.calls_after_login());
        } else {
            self.assert_end(fault, outcome, 1);
        }
    }

    /// The fault again and again, retries on: the error, after as many requests as allowed.
    async fn lasting(&self, fault: &Fault) {
        let client = self.begin(fault, 1 + RETRIES);
        let outcome = self.operation.call(&client, self.patience).await;
        let attempts = if self.is_repeated(fault) {
            1 + RETRIES
        } else {
            1
        };
        self.assert_end(fault, outcome, attempts);
    }

    /// Plays the fault that often, and good answers from then on.
    fn begin(&self, fault: &Fault, times: usize) -> Client {
        let mut turns = vec![(fault.turn)(self.operation.body()); times];
        if !matches!(fault.end, End::Success) {
            turns.push(good(self.operation));
        }
        match self.operation {
            Operation::Login => {
                turns.push(good(Operation::List));
                self.peer.play(turns);
                // One that has no session yet.
                self.builder.clone().build().unwrap()
            }
            other => {
                turns.push(good(other));
                self.peer.play(turns);
                self.client.clone()
            }
        }
    }

    /// Whether the call is made again after this fault.
    fn is_repeated(&self, fault: &Fault) -> bool {
        let passing = match fault.end {
            End::Success => false,
            End::Lost(_) => true,
            End::Answered { passing, .. } => passing,
        };
        passing && self.operation.is_repeatable()
    }

    fn calls_after_login(&self) -> usize {
        usize::from(self.operation == Operation::Login)
    }

    fn assert_end(&self, fault: &Fault, outcome: Result<(), Error>, attempts: usize) {
        let row = self.row(fault);
        let (kind, in_doubt) = match fault.end {
            End::Success => {
                assert!(outcome.is_ok(), "{row}: {outcome:?}");
                return self.assert_heard(fault, fault.heard + self.calls_after_login());
            }
            End::Lost(kind) => (kind, true),
            End::Answered { kind, in_doubt, .. } => (kind, in_doubt),
        };
        let Err(error) = outcome else {
            panic!("{row}: a success");
        };
        assert_eq!(error.kind(), kind, "{row}: {error:?}");
        self.assert_heard(fault, attempts * fault.heard);
        assert_told(&error, self.operation, in_doubt, &row);
        if self.operation != Operation::Login {
            assert_eq!(error.attempts() as usize, attempts, "{row}: {error}");
        }
    }

    fn assert_heard(&self, fault: &Fault, expected: usize) {
        let heard = self.peer.requests().len();
        // A client that gave up may have done so before the peer came to listen.
        let enough = match fault.end {
            End::Lost(ErrorKind::Timeout) => heard <= expected,
            _ => heard == expected,
        };
        assert!(
            enough,
            "{}: {heard} requests, not {expected}",
            self.row(fault)
        );
    }

    /// What messages call a row of the table.
    fn row(&self, fault: &Fault) -> String {
        format!("{} at {:?}", fault.name, self.operation)
    }
}

/// A good answer, and no further request on its connection: a fault begins on a new one.
fn good(operation: Operation) -> Vec<Step> {
    let answer = json("200 OK\r\nconnection: close", operation.body());
    vec![Step::Hear, Step::say(answer), Step::Close]
}

/// Everything that an error shows.
fn shown(error: &Error) -> String {
    format!("{error} {error:?} {error:#?} {:?}", error.io_error())
}

/// Asserts what a failed call owes its caller: operation, remedy, whether it may have been carried
/// out, and no secret.
fn assert_told(error: &Error, operation: Operation, in_doubt: bool, row: &str) {
    let text = error.to_string();
    assert!(text.starts_with(operation.name()), "{row}: {text}");
    let everything = shown(error);
    assert!(!everything.contains("planted"), "{row}: {everything}");
    let login = operation == Operation::Login;
    assert_eq!(error.is_login(), login, "{row}: {text}");

    let in_doubt = in_doubt && operation.changes_something();
    assert_eq!(error.may_have_been_carried_out(), in_doubt, "{row}: {text}");
    let says = text.contains("may have been carried out");
    assert_eq!(says, in_doubt, "{row}: {text}");
    let shows_how_to_find_it = text.contains("a token of that name may exist: `tokens().list()`");
    let may_exist = in_doubt && operation == Operation::Create;
    assert_eq!(shows_how_to_find_it, may_exist, "{row}: {text}");
}

/// The faults that end by themselves.
fn quick() -> Vec<Fault> {
    let mut faults = table::broken();
    faults.extend(table::garbage());
    faults.extend(table::too_large());
    faults.extend(table::unwelcome());
    faults
}

#[tokio::test]
async fn without_retries_a_fault_is_one_request_and_its_typed_error() {
    for operation in Operation::ALL {
        let stage = Stage::new(operation, 0, GUARD).await;
        for fault in quick() {
            stage.without_retries(&fault).await;
        }
    }
}

#[tokio::test]
async fn an_odd_answer_is_an_answer() {
    for operation in Operation::ALL {
        let stage = Stage::new(operation, 0, GUARD).await;
        for fault in table::odd() {
            stage.without_retries(&fault).await;
        }
    }
}

#[tokio::test]
async fn a_fault_that_passes_is_repaired_by_a_retry_unless_it_would_be_done_twice() {
    for operation in Operation::ALL {
        let stage = Stage::new(operation, RETRIES, GUARD).await;
        for fault in quick() {
            stage.repaired_by_a_retry(&fault).await;
        }
    }
}

#[tokio::test]
async fn a_fault_that_stays_ends_after_as_many_requests_as_allowed() {
    for operation in Operation::ALL {
        let stage = Stage::new(operation, RETRIES, GUARD).await;
        for fault in quick() {
            stage.lasting(&fault).await;
        }
    }
}

/// All rows at once, as each spends its time waiting.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn waiting_has_an_end_at_every_stage_and_is_repaired_by_a_retry_or_tells() {
    let mut rows = Vec::new();
    for operation in Operation::ALL {
        for (one, other) in table::endless().into_iter().zip(table::endless()) {
            let without = Stage::new(operation, 0, PATIENCE).await;
            let with = Stage::new(operation, RETRIES, PATIENCE).await;
            rows.push(tokio::spawn(async move {
                without.without_retries(&one).await;
            }));
            rows.push(tokio::spawn(async move {
                with.repaired_by_a_retry(&other).await;
                with.lasting(&other).await;
            }));
        }
    }
    for row in rows {
        row.await.unwrap();
    }
}

/// Answers that announce that the answer comes are not counted, and end with the time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hints_without_end_end_in_time() {
    let hints = "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100);
    for operation in Operation::ALL {
        let stage = Stage::new(operation, 0, PATIENCE).await;
        let turn = vec![Step::Hear, Step::flood(hints.as_str())];
        stage.peer.play([turn]);
        let outcome = operation.call(&stage.client, PATIENCE).await;
        assert_told(&outcome.unwrap_err(), operation, true, "hints without end");
    }
}
