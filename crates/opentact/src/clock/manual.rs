//! A clock that stands still until a test moves it.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::Elapsed;

/// How far the clock can be moved: a hundred years.
const FURTHEST: Duration = Duration::from_secs(100 * 365 * 86_400);

/// A clock that stands still until a test moves it. Clones share the time.
///
/// A client that has it waits by it: between two attempts until the test says that the wait is over,
/// and for a time limit until the clock has moved past it.
///
/// ```
/// use std::time::Duration;
///
/// let clock = opentact::ManualClock::new();
/// let before = clock.now();
/// clock.advance(Duration::from_secs(86_400));
/// assert_eq!(clock.now() - before, Duration::from_secs(86_400));
/// ```
#[derive(Clone)]
pub struct ManualClock {
    shared: Arc<Shared>,
}

struct Shared {
    start: Instant,
    state: Mutex<State>,
    /// Told whenever the clock has moved.
    moved: Notify,
    /// Told whenever a sleep has begun.
    begun: Notify,
}

#[derive(Default)]
struct State {
    /// Since the start.
    passed: Duration,
    /// The sleeps under way, by their end and their number, with the length that was asked for.
    sleeps: BTreeMap<(Duration, u64), Duration>,
    numbers: u64,
}

impl ManualClock {
    /// A clock that shows the present.
    pub fn new() -> Self {
        Self {
            shared: Arc::new(Shared {
                start: Instant::now(),
                state: Mutex::default(),
                moved: Notify::new(),
                begun: Notify::new(),
            }),
        }
    }

    /// What the clock shows.
    pub fn now(&self) -> Instant {
        self.shared.start + self.state().passed
    }

    /// Moves the clock forward, by a hundred years in all at most.
    ///
    /// Every wait and every time limit whose end has come is over. Who waited goes on as soon as the
    /// runtime lets them, not before this returns.
    pub fn advance(&self, by: Duration) {
        let mut state = self.state();
        let to = state.passed.saturating_add(by);
        self.move_to(&mut state, to);
    }

    /// Waits that long by this clock; no time at all is no wait.
    ///
    /// For the test's own parts that are to keep the same time as the client.
    ///
    /// # Cancellation
    ///
    /// Dropping the future ends the wait: [`wait_over`](Self::wait_over) no longer finds it.
    pub async fn sleep(&self, time: Duration) {
        let sleep = {
            let mut state = self.state();
            let end = state.passed.saturating_add(time).min(FURTHEST);
            let key = (end, state.numbers);
            if end > state.passed {
                state.numbers += 1;
                state.sleeps.insert(key, time);
                self.shared.begun.notify_waiters();
            }
            Sleep { clock: self, key }
        };
        self.reaches(sleep.key.0).await;
    }

    /// Waits until somebody waits, and ends that: moves the clock to the end of the wait that ends
    /// first, and returns how long it was asked to be.
    ///
    /// Waits are the pauses between two attempts, and [`sleep`](Self::sleep). The time limit of a
    /// request is none: this does not look for it, but moving the clock past it ends it. Where
    /// several waits end at the same moment, this ends them all and tells of the one that began
    /// first.
    ///
    /// # Cancellation
    ///
    /// Dropping the future is safe: it has moved nothing.
    ///
    /// ```
    /// use std::time::Duration;
    /// use opentact::ManualClock;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let clock = ManualClock::new();
    /// let before = clock.now();
    /// let sleeper = clock.clone();
    /// let task = tokio::spawn(async move { sleeper.sleep(Duration::from_secs(3600)).await });
    /// assert_eq!(clock.wait_over().await, Duration::from_secs(3600));
    /// task.await.unwrap();
    /// assert_eq!(clock.now() - before, Duration::from_secs(3600));
    /// # }
    /// ```
    pub async fn wait_over(&self) -> Duration {
        loop {
            // Made before the look, so that what begins in between is heard.
            let begun = self.shared.begun.notified();
            if let Some(asked) = self.end_first() {
                return asked;
            }
            begun.await;
        }
    }

    pub(crate) async fn timeout<F: Future>(
        &self,
        limit: Duration,
        future: F,
    ) -> Result<F::Output, Elapsed> {
        let end = self.state().passed.saturating_add(limit);
        let (mut future, mut end) = (pin!(future), pin!(self.reaches(end)));
        std::future::poll_fn(|context| match future.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Ok(output)),
            Poll::Pending => end.as_mut().poll(context).map(|()| Err(Elapsed)),
        })
        .await
    }

    /// Waits until the clock shows that moment.
    async fn reaches(&self, moment: Duration) {
        loop {
            // Made before the look, so that a move in between is heard.
            let moved = self.shared.moved.notified();
            if self.state().passed >= moment {
                return;
            }
            moved.await;
        }
    }

    fn end_first(&self) -> Option<Duration> {
        let mut state = self.state();
        let (&(end, _), &asked) = state.sleeps.first_key_value()?;
        self.move_to(&mut state, end);
        Some(asked)
    }

    fn move_to(&self, state: &mut State, to: Duration) {
        state.passed = to.min(FURTHEST);
        // What is over is nobody's wait any more, even if the sleeper has not yet noticed.
        state.sleeps = state.sleeps.split_off(&(state.passed, u64::MAX));
        self.shared.moved.notify_waiters();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for ManualClock {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for ManualClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("ManualClock")
            .field("passed", &state.passed)
            .field("sleeps", &state.sleeps.len())
            .finish_non_exhaustive()
    }
}

/// A sleep under way, which ends with its future.
struct Sleep<'a> {
    clock: &'a ManualClock,
    key: (Duration, u64),
}

impl Drop for Sleep<'_> {
    fn drop(&mut self) {
        self.clock.state().sleeps.remove(&self.key);
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use tokio::task::JoinSet;

    use super::*;
    use crate::clock::Clock;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn moves_by_what_it_is_told_and_never_past_its_end() {
        let clock = ManualClock::new();
        let start = clock.now();
        clock.advance(Duration::from_nanos(1));
        assert_eq!(clock.clone().now() - start, Duration::from_nanos(1));
        clock.advance(Duration::MAX);
        clock.advance(Duration::MAX);
        assert_eq!(clock.now() - start, FURTHEST);
    }

    #[tokio::test]
    async fn sleep_ends_when_the_clock_has_come_to_its_end() {
        let clock = ManualClock::new();
        let sleeper = spawn_sleep(&clock, 2 * SECOND);
        tokio::task::yield_now().await;
        clock.advance(2 * SECOND - Duration::from_nanos(1));
        tokio::task::yield_now().await;
        assert!(!sleeper.is_finished());
        clock.advance(Duration::from_nanos(1));
        sleeper.await.unwrap();
    }

    #[tokio::test]
    async fn no_time_is_no_wait_and_all_time_ends() {
        let clock = ManualClock::new();
        clock.sleep(Duration::ZERO).await;
        let sleeper = spawn_sleep(&clock, Duration::MAX);
        assert_eq!(clock.wait_over().await, Duration::MAX);
        sleeper.await.unwrap();
    }

    #[tokio::test]
    async fn waits_are_over_in_the_order_of_their_ends() {
        let clock = ManualClock::new();
        let start = clock.now();
        let long = spawn_sleep(&clock, 3 * SECOND);
        let short = spawn_sleep(&clock, SECOND);
        tokio::task::yield_now().await;
        assert_eq!(clock.wait_over().await, SECOND);
        short.await.unwrap();
        assert!(!long.is_finished());
        assert_eq!(clock.wait_over().await, 3 * SECOND);
        long.await.unwrap();
        assert_eq!(clock.now() - start, 3 * SECOND);
    }

    #[tokio::test]
    async fn wait_that_the_clock_was_moved_past_is_nobodys() {
        let clock = ManualClock::new();
        let first = spawn_sleep(&clock, SECOND);
        tokio::task::yield_now().await;
        // The sleeper has not been polled again when the next wait is looked for.
        clock.advance(SECOND);
        let second = spawn_sleep(&clock, 5 * SECOND);
        assert_eq!(clock.wait_over().await, 5 * SECOND);
        first.await.unwrap();
        second.await.unwrap();
    }

    #[tokio::test]
    async fn sleeper_that_gave_up_is_not_waited_for() {
        let clock = ManualClock::new();
        let gone = spawn_sleep(&clock, SECOND);
        tokio::task::yield_now().await;
        gone.abort();
        assert!(gone.await.unwrap_err().is_cancelled());
        let kept = spawn_sleep(&clock, 2 * SECOND);
        assert_eq!(clock.wait_over().await, 2 * SECOND);
        kept.await.unwrap();
    }

    #[tokio::test]
    async fn timeout_ends_with_the_clock_and_is_no_wait() {
        let clock = Clock::Manual(ManualClock::new());
        let Clock::Manual(hand) = &clock else { return };
        assert_eq!(clock.timeout(Duration::ZERO, ready(1)).await, Ok(1));
        let (limited, sleeper, waker) = tokio::join!(
            clock.timeout(SECOND, pending::<()>()),
            hand.sleep(4 * SECOND),
            hand.wait_over(),
        );
        assert_eq!((limited, sleeper, waker), (Err(Elapsed), (), 4 * SECOND));
    }

    #[tokio::test]
    async fn the_machines_clock_waits_and_limits_as_well() {
        let clock = Clock::Monotonic;
        clock.sleep(Duration::ZERO).await;
        assert_eq!(clock.timeout(SECOND, ready(1)).await, Ok(1));
        let late = clock.timeout(Duration::ZERO, pending::<()>()).await;
        assert_eq!(late, Err(Elapsed));
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn no_wake_up_is_lost_among_many() {
        let clock = ManualClock::new();
        let mut sleepers = JoinSet::new();
        for number in 1..=1_000_u32 {
            let clock = clock.clone();
            sleepers.spawn(async move {
                clock.sleep(SECOND * number).await;
                clock.timeout(SECOND, clock.sleep(Duration::MAX)).await
            });
        }
        let hand = clock.clone();
        let hurry = tokio::spawn(async move {
            loop {
                hand.advance(SECOND);
                tokio::task::yield_now().await;
            }
        });
        while let Some(ended) = sleepers.join_next().await {
            assert_eq!(ended.unwrap(), Err(Elapsed));
        }
        hurry.abort();
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn each_wait_is_told_once() {
        let clock = ManualClock::new();
        let mut sleepers = JoinSet::new();
        for number in 1..=100_u32 {
            let clock = clock.clone();
            sleepers.spawn(async move { clock.sleep(SECOND * number).await });
        }
        while clock.state().sleeps.len() < 100 {
            tokio::task::yield_now().await;
        }
        let mut told = JoinSet::new();
        for _ in 0..100 {
            let clock = clock.clone();
            told.spawn(async move { clock.wait_over().await });
        }
        let mut told = told.join_all().await;
        told.sort();
        let expected: Vec<_> = (1..=100).map(|number| SECOND * number).collect();
        assert_eq!(told, expected);
        sleepers.join_all().await;
    }

    fn spawn_sleep(clock: &ManualClock, time: Duration) -> tokio::task::JoinHandle<()> {
        let clock = clock.clone();
        tokio::spawn(async move { clock.sleep(time).await })
    }
}
