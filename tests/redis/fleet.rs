//! Processes that share a session by a Redis, which is killed under them.

use std::time::{Duration, Instant};

use opentact_tests::{Fleet, RedisServer, World};

const PROGRAM: &str = env!("CARGO_BIN_EXE_fleet_member");
const MEMBERS: usize = 8;
const TASKS: u64 = 50;
const CALLS: u64 = 4;
/// A made-up key.
const KEY: &str = "4711471147114711471147114711471147114711471147114711471147114711";
/// How long a session of this server lives.
const DAY: Duration = Duration::from_secs(86_400);
/// How long a client leaves a store alone that has failed.
const LEFT_ALONE: Duration = Duration::from_secs(5);
/// How long the test waits for what has to happen.
const PATIENCE: Duration = Duration::from_secs(60);

fn fleet(world: &World, redis: &RedisServer, more: &[&str]) -> Fleet {
    let (base_url, tasks) = (world.sandbox.base_url(), TASKS.to_string());
    let url = redis.url();
    let arguments = [base_url.as_str(), &tasks, &url];
    Fleet::start(MEMBERS, PROGRAM, &[&arguments, more].concat())
}

/// Looks at a sandbox until it is so; the looking is paced, and what it waits for is no time.
async fn until(what: &str, is_so: impl Fn() -> bool) {
    let mut pace = tokio::time::interval(Duration::from_millis(5));
    let since = Instant::now();
    while !is_so() {
        assert!(since.elapsed() < PATIENCE, "{what}");
        pace.tick().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eight_processes_of_fifty_tasks_make_one_login_and_one_more_when_it_has_expired() {
    for more in [&[][..], &[KEY]] {
        let (world, redis) = (World::start().await, RedisServer::start());
        let mut fleet = fleet(&world, &redis, more);
        let all = MEMBERS as u64 * TASKS * CALLS;

        fleet.say(&CALLS.to_string());
        assert_eq!(fleet.calls(), all);
        assert_eq!(world.sandbox.stats().logins, 1);

        world.sandbox.clock().advance(DAY);
        fleet.say(&CALLS.to_string());
        assert_eq!(fleet.calls(), all);
        assert_eq!(world.sandbox.stats().logins, 2);
    }
}

/// The logins are counted, and each figure has its reason:
///
/// * 1 by the fleet, as long as Redis is there.
/// * 8 when the session expires while Redis is away: one by each process, for itself.
/// * 1 by the fleet when it expires once more after Redis came back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_redis_that_is_killed_and_comes_back_costs_logins_and_no_call() {
    let (world, mut redis) = (World::start().await, RedisServer::start());
    let stats = || world.sandbox.stats();
    let mut fleet = fleet(&world, &redis, &[KEY]);
    fleet.say("go");
    until("the fleet makes calls", || stats().requests > 2_000).await;
    assert_eq!(stats().logins, 1);

    redis.kill();
    world.sandbox.clock().advance(DAY);
    let alone = 1 + MEMBERS as u64;
    until("each process logs in for itself", || {
        stats().logins == alone
    })
    .await;

    redis.restart();
    let back = Instant::now();
    until("the fleet tries Redis again", || {
        back.elapsed() > LEFT_ALONE
    })
    .await;
    let before = stats().requests;
    until("the fleet makes calls", || {
        stats().requests > before + 2_000
    })
    .await;
    assert_eq!(stats().logins, alone);

    world.sandbox.clock().advance(DAY);
    let refused = stats().refused;
    until("each process is refused", || {
        stats().refused >= refused + MEMBERS as u64
    })
    .await;
    until("somebody logs in", || stats().logins > alone).await;
    let before = stats().requests;
    until("the fleet makes calls", || {
        stats().requests > before + 2_000
    })
    .await;

    fleet.say("stop");
    assert!(fleet.calls() > 6_000);
    assert_eq!(stats().logins, alone + 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tls_is_spoken_with_a_redis_that_is_known_and_with_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let certified = || rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let (ours, stranger) = (certified(), certified());
    let certificate = write("certificate", ours.cert.pem());
    let key = write("key", ours.signing_key.serialize_pem());
    let stranger = write("stranger", stranger.cert.pem());

    let (world, redis) = (
        World::start().await,
        RedisServer::start_with_tls(&certificate, &key),
    );
    let (base_url, url) = (world.sandbox.base_url(), redis.url());
    let arguments = [base_url.as_str(), "1", &url];
    let mut known = Fleet::start_trusting(2, PROGRAM, &arguments, &certificate);
    known.say("hold");
    let mut held: Vec<_> = known.hear().iter().map(|it| it["held"].as_u64()).collect();
    held.sort_unstable();
    assert_eq!(held, [Some(0), Some(1)]);

    let mut unknown = Fleet::start_trusting(1, PROGRAM, &arguments, &stranger);
    unknown.say("hold");
    let refused = unknown.hear().remove(0);
    let fault =
        "cannot be reached, is not trusted, broke the connection, or answered at too great length";
    let expected = format!("Redis at {url} {fault}");
    assert_eq!(refused["error"], expected);
}
