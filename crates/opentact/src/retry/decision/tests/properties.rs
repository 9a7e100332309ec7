//! What holds for every decision to send a request again, whatever the limits.

use proptest::prelude::*;

use super::*;

fn durations() -> impl Strategy<Value = Duration> {
    prop_oneof![
        (0u64..200_000).prop_map(Duration::from_millis),
        (any::<u64>(), 0u32..1_000_000_000)
            .prop_map(|(seconds, nanos)| Duration::new(seconds, nanos)),
        Just(Duration::ZERO),
        Just(Duration::MAX),
    ]
}

fn statuses() -> impl Strategy<Value = u16> {
    prop_oneof![
        prop_oneof![Just(408u16), Just(409), Just(429)],
        500u16..600,
        any::<u16>(),
    ]
}

fn outcomes() -> impl Strategy<Value = AttemptOutcome> {
    prop_oneof![
        any::<bool>().prop_map(|timeout| AttemptOutcome::NotSent { timeout }),
        any::<bool>().prop_map(|timeout| AttemptOutcome::Lost { timeout }),
        (statuses(), proptest::option::of(durations())).prop_map(|(status, retry_after)| {
            AttemptOutcome::Answered {
                status,
                retry_after,
            }
        }),
        Just(AttemptOutcome::Final),
    ]
}

prop_compose! {
    fn policies()(
        first_wait in durations(),
        longest_wait in durations(),
        longest_server_wait in durations(),
    ) -> RetryPolicy {
        RetryPolicy::new()
            .first_wait(first_wait)
            .longest_wait(longest_wait)
            .longest_server_wait(longest_server_wait)
    }
}

prop_compose! {
    fn limits()(
        max_retries in prop_oneof![0u32..6, any::<u32>()],
        timeout in durations(),
    ) -> Limits {
        Limits { max_retries, timeout, ..LIMITS }
    }
}

fn attempts() -> impl Strategy<Value = u32> {
    prop_oneof![1u32..8, any::<u32>()]
}

fn jitters() -> impl Strategy<Value = f64> {
    prop_oneof![0.0..=1.0f64, proptest::num::f64::ANY]
}

fn repeatables() -> impl Strategy<Value = Repeatable> {
    prop_oneof![Just(GET), Just(POST)]
}

fn asked(outcome: &AttemptOutcome) -> Duration {
    match outcome {
        AttemptOutcome::Answered { retry_after, .. } => retry_after.unwrap_or_default(),
        _ => Duration::ZERO,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn repetition_keeps_every_limit(
        policy in policies(),
        limits in limits(),
        attempt in attempts(),
        outcome in outcomes(),
        repeatable in repeatables(),
        elapsed in durations(),
        jitter in jitters(),
    ) {
        let decision = decide(&policy, limits, attempt, &outcome, repeatable, elapsed, jitter);
        if let Decision::Repeat { wait } = decision {
            let asked = asked(&outcome);
            let own = backoff(&policy, attempt);
            prop_assert!(attempt <= limits.max_retries);
            prop_assert!(asked <= policy.longest_server_wait);
            prop_assert!(wait >= asked);
            prop_assert!(wait >= own - own / 4);
            prop_assert!(wait <= own.max(asked.saturating_add(asked / 4)));
            prop_assert!(own <= policy.longest_wait);
            prop_assert!(elapsed.checked_add(wait).unwrap() < limits.timeout);
        }
    }

    #[test]
    fn post_that_may_have_arrived_is_never_sent_again(
        policy in policies(),
        limits in limits(),
        attempt in attempts(),
        outcome in outcomes().prop_filter("not what never arrived", AttemptOutcome::may_have_arrived),
        elapsed in durations(),
        jitter in jitters(),
    ) {
        let decision = decide(&policy, limits, attempt, &outcome, POST, elapsed, jitter);
        prop_assert!(matches!(decision, Decision::Stop(_)), "{:?}", decision);
    }

    #[test]
    fn later_attempt_waits_no_less(
        policy in policies(),
        attempt in attempts(),
    ) {
        let earlier = backoff(&policy, attempt);
        prop_assert!(earlier <= backoff(&policy, attempt.saturating_add(1)));
    }

    #[test]
    fn older_call_and_later_attempt_bring_no_new_chance(
        policy in policies(),
        limits in limits(),
        attempt in attempts(),
        outcome in outcomes(),
        repeatable in repeatables(),
        elapsed in durations(),
        older_by in durations(),
        jitter in jitters(),
    ) {
        let stops = |attempt, elapsed| {
            let decision = decide(&policy, limits, attempt, &outcome, repeatable, elapsed, jitter);
            matches!(decision, Decision::Stop(_))
        };
        if stops(attempt, elapsed) {
            prop_assert!(stops(attempt, elapsed.saturating_add(older_by)));
            prop_assert!(stops(attempt.saturating_add(1), elapsed));
        }
    }

    #[test]
    fn default_waits_are_those_of_the_documentation(
        attempt in attempts(),
        asked_ms in 0u64..=60_000,
        jitter in 0.0..=1.0f64,
    ) {
        let (policy, limits) = (RetryPolicy::new(), up_to(u32::MAX));
        let wait = |outcome| match decide(&policy, limits, attempt, &outcome, GET, Duration::ZERO, jitter) {
            Decision::Repeat { wait } => wait,
            Decision::Stop(reason) => panic!("{reason}"),
        };
        let longest = [500, 1_000, 2_000, 4_000, 8_000][attempt.clamp(1, 5) as usize - 1];
        let own = wait(BROKEN);
        prop_assert!(own >= Duration::from_millis(longest * 3 / 4), "{:?}", own);
        prop_assert!(own <= Duration::from_millis(longest), "{:?}", own);
        prop_assert!(wait(asks(503, asked_ms)) >= Duration::from_millis(asked_ms));
        prop_assert!(wait(asks(503, asked_ms)) <= Duration::from_secs(75));
    }
}
