//! The rules for sending a request again, row by row.

mod properties;

use super::*;

const GET: Repeatable = Repeatable::Always;
const POST: Repeatable = Repeatable::UnlessArrived;

const REFUSED: AttemptOutcome = AttemptOutcome::NotSent { timeout: false };
const NO_CONNECTION_IN_TIME: AttemptOutcome = AttemptOutcome::NotSent { timeout: true };
const BROKEN: AttemptOutcome = AttemptOutcome::Lost { timeout: false };
const STALLED: AttemptOutcome = AttemptOutcome::Lost { timeout: true };

const fn status(status: u16) -> AttemptOutcome {
    AttemptOutcome::Answered {
        status,
        retry_after: None,
    }
}

const fn asks(status: u16, wait_ms: u64) -> AttemptOutcome {
    AttemptOutcome::Answered {
        status,
        retry_after: Some(Duration::from_millis(wait_ms)),
    }
}

const ASKS_FOREVER: AttemptOutcome = AttemptOutcome::Answered {
    status: 503,
    retry_after: Some(Duration::MAX),
};

const LIMITS: Limits = Limits::DEFAULT;

fn up_to(max_retries: u32) -> Limits {
    Limits {
        max_retries,
        ..LIMITS
    }
}

/// Request, attempts so far, outcome, age of the request in milliseconds, what follows in words.
type Row = (Repeatable, u32, AttemptOutcome, u64, &'static str);

/// The defaults, without chance.
#[rustfmt::skip] // One row is one line.
const TABLE: &[Row] = &[
    // What never arrived
    (GET,  1, REFUSED,               0,       "again after 500ms"),
    (GET,  2, REFUSED,               600,     "again after 1s"),
    (GET,  3, REFUSED,               1_700,   "all 2 retries are used up"),
    (POST, 1, REFUSED,               0,       "again after 500ms"),
    (POST, 2, REFUSED,               600,     "again after 1s"),
    (POST, 3, REFUSED,               1_700,   "all 2 retries are used up"),
    (GET,  1, NO_CONNECTION_IN_TIME, 10_000,  "again after 500ms"),
    (POST, 1, NO_CONNECTION_IN_TIME, 10_000,  "again after 500ms"),
    // What may have arrived
    (GET,  1, BROKEN,                100,     "again after 500ms"),
    (GET,  1, STALLED,               30_000,  "again after 500ms"),
    (GET,  2, STALLED,               60_500,  "again after 1s"),
    (POST, 1, BROKEN,                100,     "it may have arrived, and must not be carried out twice"),
    (POST, 1, STALLED,               30_000,  "it may have arrived, and must not be carried out twice"),
    // Answers
    (GET,  1, status(408),           0,       "again after 500ms"),
    (GET,  1, status(409),           0,       "again after 500ms"),
    (GET,  1, status(429),           0,       "again after 500ms"),
    (GET,  1, status(500),           0,       "again after 500ms"),
    (GET,  1, status(502),           0,       "again after 500ms"),
    (GET,  2, status(503),           0,       "again after 1s"),
    (GET,  1, status(504),           0,       "again after 500ms"),
    (GET,  1, status(520),           0,       "again after 500ms"),
    (GET,  3, status(503),           0,       "all 2 retries are used up"),
    (GET,  1, status(501),           0,       "another attempt is not expected to change status 501"),
    (GET,  1, status(505),           0,       "another attempt is not expected to change status 505"),
    (GET,  1, status(507),           0,       "another attempt is not expected to change status 507"),
    (GET,  1, status(511),           0,       "another attempt is not expected to change status 511"),
    (GET,  1, status(200),           0,       "another attempt is not expected to change status 200"),
    (GET,  1, status(302),           0,       "another attempt is not expected to change status 302"),
    (GET,  1, status(400),           0,       "another attempt is not expected to change status 400"),
    (GET,  1, status(401),           0,       "another attempt is not expected to change status 401"),
    (GET,  1, status(403),           0,       "another attempt is not expected to change status 403"),
    (GET,  1, status(404),           0,       "another attempt is not expected to change status 404"),
    (GET,  1, status(600),           0,       "another attempt is not expected to change status 600"),
    (POST, 1, status(408),           0,       "it may have arrived, and must not be carried out twice"),
    (POST, 1, status(429),           0,       "it may have arrived, and must not be carried out twice"),
    (POST, 1, status(503),           0,       "it may have arrived, and must not be carried out twice"),
    (POST, 1, status(400),           0,       "another attempt is not expected to change status 400"),
    // What the server asks for
    (GET,  1, asks(429, 3_000),      0,       "again after 3s"),
    (GET,  1, asks(408, 3_000),      0,       "again after 3s"),
    (GET,  1, asks(409, 3_000),      0,       "again after 3s"),
    (GET,  1, asks(503, 3_000),      0,       "again after 3s"),
    (GET,  1, asks(429, 0),          0,       "again after 500ms"),
    (GET,  2, asks(429, 900),        0,       "again after 1s"),
    (GET,  1, asks(503, 60_000),     0,       "again after 60s"),
    (GET,  1, asks(503, 60_001),     0,       "the server asks to wait 60.001s, and 60s is the longest allowed"),
    (GET,  3, asks(503, 60_001),     0,       "all 2 retries are used up"),
    (GET,  1, ASKS_FOREVER,          0,       "the server asks to wait 18446744073709551615.999999999s, and 60s is the longest allowed"),
    (GET,  1, asks(404, 3_000),      0,       "another attempt is not expected to change status 404"),
    (POST, 1, asks(429, 3_000),      0,       "it may have arrived, and must not be carried out twice"),
    (POST, 1, asks(503, 90_000),     0,       "it may have arrived, and must not be carried out twice"),
    // The deadline
    (GET,  1, status(503),           119_499, "again after 500ms"),
    (GET,  1, status(503),           119_500, "the next attempt would begin after the 120s that the request may take"),
    (POST, 1, REFUSED,               119_500, "the next attempt would begin after the 120s that the request may take"),
    (GET,  1, asks(503, 60_000),     59_999,  "again after 60s"),
    (GET,  1, asks(503, 60_000),     60_000,  "the next attempt would begin after the 120s that the request may take"),
    (GET,  1, REFUSED,               500_000, "the next attempt would begin after the 120s that the request may take"),
    (GET,  3, status(503),           500_000, "all 2 retries are used up"),
    // What no attempt changes
    (GET,  1, AttemptOutcome::Final,        0,       "another attempt would end the same way"),
    (POST, 1, AttemptOutcome::Final,        0,       "another attempt would end the same way"),
    (GET,  9, AttemptOutcome::Final,        500_000, "another attempt would end the same way"),
];

fn in_words(decision: &Decision) -> String {
    match decision {
        Decision::Repeat { wait } => format!("again after {wait:?}"),
        Decision::Stop(reason) => reason.to_string(),
    }
}

#[test]
fn each_row_of_the_table_holds() {
    let policy = RetryPolicy::new();
    for row @ (repeatable, attempt, outcome, elapsed, expected) in TABLE {
        let elapsed = Duration::from_millis(*elapsed);
        let decision = decide(
            &policy,
            LIMITS,
            *attempt,
            outcome,
            *repeatable,
            elapsed,
            0.0,
        );
        assert_eq!(in_words(&decision), *expected, "{row:?}");
    }
}

/// What follows a connection refused to a request that has just begun.
fn after_refusal(policy: &RetryPolicy, limits: Limits, attempt: u32, jitter: f64) -> String {
    let decision = decide(
        policy,
        limits,
        attempt,
        &REFUSED,
        GET,
        Duration::ZERO,
        jitter,
    );
    in_words(&decision)
}

#[test]
fn waits_double_until_the_longest() {
    let (policy, limits) = (RetryPolicy::new(), up_to(u32::MAX));
    let longest = ["8s"; 4];
    let waits = ["500ms", "1s", "2s", "4s"].into_iter().chain(longest);
    for (attempt, wait) in (1..).zip(waits) {
        let expected = format!("again after {wait}");
        assert_eq!(
            after_refusal(&policy, limits, attempt, 0.0),
            expected,
            "{attempt}"
        );
    }
    assert_eq!(
        after_refusal(&policy, limits, u32::MAX, 0.0),
        "again after 8s"
    );
}

#[test]
fn smallest_wait_doubles_to_the_largest_and_none_stays_none() {
    let endless = RetryPolicy::new().longest_wait(Duration::MAX);
    let smallest = endless.clone().first_wait(Duration::from_nanos(1));
    assert_eq!(backoff(&smallest, 34), Duration::from_nanos(1 << 33));
    assert_eq!(backoff(&smallest, DOUBLINGS), Duration::MAX);
    assert_eq!(backoff(&smallest, u32::MAX), Duration::MAX);
    let none = endless.first_wait(Duration::ZERO);
    assert_eq!(
        after_refusal(&none, up_to(u32::MAX), u32::MAX, 1.0),
        "again after 0ns"
    );
}

#[test]
fn chance_takes_a_quarter_from_our_wait_and_adds_a_quarter_to_the_servers() {
    let policy = RetryPolicy::new();
    let asked = asks(429, 60_000);
    for (jitter, own, servers) in [
        (0.0, "500ms", "60s"),
        (0.5, "437.5ms", "67.5s"),
        (1.0, "375ms", "75s"),
        (f64::NAN, "500ms", "60s"),
        (f64::INFINITY, "500ms", "60s"),
        (-0.1, "500ms", "60s"),
        (1.1, "500ms", "60s"),
    ] {
        assert_eq!(
            after_refusal(&policy, LIMITS, 1, jitter),
            format!("again after {own}")
        );
        let decision = decide(&policy, LIMITS, 1, &asked, GET, Duration::ZERO, jitter);
        assert_eq!(in_words(&decision), format!("again after {servers}"));
    }
}

#[test]
fn chance_is_never_more_than_a_quarter() {
    for wait in [Duration::from_nanos(3), Duration::MAX] {
        assert_eq!(part(wait, 1.0), wait / 4);
    }
}

#[test]
fn policy_has_its_way() {
    let usual = RetryPolicy::new();
    let long = usual.clone().first_wait(Duration::from_secs(9));
    let short = Limits {
        timeout: Duration::ZERO,
        ..LIMITS
    };
    let too_late = "the next attempt would begin after the 0ns that the request may take";
    for (policy, limits, attempt, expected) in [
        (&usual, up_to(0), 1, "no retry is allowed"),
        (&usual, up_to(1), 1, "again after 500ms"),
        (&usual, up_to(1), 2, "the one retry is used up"),
        (&long, LIMITS, 1, "again after 8s"),
        (&usual, short, 1, too_late),
    ] {
        assert_eq!(after_refusal(policy, limits, attempt, 0.0), expected);
    }
}

#[test]
fn what_was_only_given_up_may_pass() {
    for (outcome, repeatable, attempt, may_pass) in [
        (status(503), GET, 3, true),
        (asks(429, 90_000), GET, 1, true),
        (REFUSED, POST, 3, true),
        (status(503), POST, 1, false),
        (status(404), GET, 1, false),
        (status(200), GET, 1, false),
        (AttemptOutcome::Final, GET, 1, false),
    ] {
        let policy = RetryPolicy::new();
        let decision = decide(
            &policy,
            LIMITS,
            attempt,
            &outcome,
            repeatable,
            Duration::ZERO,
            0.0,
        );
        let Decision::Stop(reason) = decision else {
            panic!("{outcome:?}");
        };
        assert_eq!(reason.may_pass(), may_pass, "{outcome:?}");
    }
}
