//! Streams of events whose connections are dropped at random lose nothing without saying so.
//!
//! `cargo test -p opentact-tests --test chaos -- --seconds 300 --seed 7 --streams 8` works for so
//! long; 5 seconds by default, with 8 streams and a new seed each time. From the seed follows what
//! is decided (what happens to each connection and when, how events are sent), not how the machine
//! keeps up with it.
//!
//! Each account of a sandbox has two streams and two senders, which number their events. Between a
//! stream and the sandbox is a relay of its own. A connection is cut, reset, stalled or given what
//! is no frame after a random number of bytes, be it in the handshake or within a frame; or the
//! sandbox ends it, with or without a close code, alone, with all others or with its session. The
//! next attempt meets a fault now and then. At the end all streams are left alone until they have
//! heard the last event of each sender.
//!
//! # What each stream has to show of each sender's events
//!
//! 1. No event comes twice, and none after a later one.
//! 2. What comes over one connection has no hole.
//! 3. An event that was sent while the stream was connected, which is: begun after the stream has
//!    said so and before it says that the connection ended, comes over that connection. Delivery is
//!    at most once, so there is one exception: the last ones before the announced end of the
//!    connection may be missing, as they were on their way. Not if the sandbox has closed the
//!    connection with a code: what was accepted before that comes before that.
//! 4. So every event that does not come was either sent in an announced gap or was on its way at an
//!    announced end. Connections and ends are announced in turns, and numbered without a hole.
//!
//! Of each event the sandbox says to how many connections it went: to as many as there were streams
//! connected at the time at least, and to as many as have heard it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "the counts are what the test is for")]
#![expect(
    clippy::print_stderr,
    reason = "who waits for minutes wants to see that something happens"
)]

mod counts;
mod event;
mod fate;
mod flags;
mod frames;
mod listener;
mod log;
mod relay;
mod scene;
mod sender;
mod verdict;

use std::sync::Arc;
use std::time::{Duration, Instant};

use fastrand::Rng;
use tokio::task::JoinHandle;

use flags::Flags;
use listener::Listener;
use scene::{Phase, Scene};
use sender::Sender;

/// How often it is said how it goes.
const PROGRESS: Duration = Duration::from_secs(10);
/// How often a last event is sent, where a connection ended just then.
const LAST_ROUNDS: usize = 30;
/// How long a last event may take.
const PATIENCE: Duration = Duration::from_secs(5);

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let Some(flags) = Flags::parse() else {
        return;
    };
    println!("chaos: --seed {}", flags.seed);
    let since = Instant::now();
    let mut rng = Rng::with_seed(flags.seed);
    let scene = Arc::new(Scene::new(flags.streams).await);
    let mut listeners = Vec::new();
    for number in 0..flags.streams {
        let listener = Listener::new(&scene, number, rng.fork()).await;
        listeners.push(tokio::spawn(listener.listen()));
    }
    let senders: Vec<_> = Sender::all(&scene, &mut rng).collect();
    let senders: Vec<_> = senders
        .into_iter()
        .map(|it| tokio::spawn(it.send()))
        .collect();

    tokio::select! {
        () = tokio::time::sleep(flags.time) => {}
        () = progress(&scene, since) => {}
    }
    scene.enter(Phase::Calm);
    let mut senders = all(senders).await;
    settle(&scene, &mut senders).await;
    scene.enter(Phase::Over);
    let logs = all(listeners).await;

    let counts = verdict::judge(&scene, &senders, logs);
    println!("{counts}in {:.1} s", since.elapsed().as_secs_f64());
    assert!(counts.is_good(), "see the last lines above");
}

async fn all<T>(tasks: Vec<JoinHandle<T>>) -> Vec<T> {
    let mut all = Vec::new();
    for task in tasks {
        all.push(task.await.unwrap());
    }
    all
}

/// Says how it goes, for good.
async fn progress(scene: &Scene, since: Instant) {
    loop {
        tokio::time::sleep(PROGRESS).await;
        eprintln!("{:4.0} s: {}", since.elapsed().as_secs_f64(), scene.tally);
    }
}

/// Sends events until all streams of each account have heard the last one.
async fn settle(scene: &Scene, senders: &mut [Sender]) {
    for _ in 0..LAST_ROUNDS {
        for sender in &mut *senders {
            sender.send_one().await;
        }
        let heard = scene.until_all_have_heard(senders);
        if tokio::time::timeout(PATIENCE, heard).await.is_ok() {
            return;
        }
    }
    // Some stream hears nothing any more; the verdict says so.
}
