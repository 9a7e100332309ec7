//! What keeps a client from multiplying an outage.

use std::sync::atomic::{AtomicU32, Ordering};

use super::outcome::AttemptOutcome;

/// What a retry takes.
const PRICE: u32 = 5;
/// What a retry takes after a timeout: that attempt kept the server, or the way to it, busy longest.
const PRICE_AFTER_TIMEOUT: u32 = 10;

/// The bucket that all requests of a client take their retries from.
///
/// With 10,000 callers and a dead server, a bucket of 500 allows 100 retries in all, or 50 after
/// timeouts. First attempts take nothing. It fills by successes alone, never by time.
#[derive(Debug)]
pub(crate) struct RetryBudget {
    size: u32,
    left: AtomicU32,
}

impl RetryBudget {
    /// A full bucket of that size.
    pub(crate) const fn new(size: u32) -> Self {
        Self {
            size,
            left: AtomicU32::new(size),
        }
    }

    /// Takes what a retry after that outcome costs; `false`, and nothing taken, where that much is not
    /// left.
    pub(crate) fn take(&self, outcome: &AttemptOutcome) -> bool {
        let price = if outcome.is_timeout() {
            PRICE_AFTER_TIMEOUT
        } else {
            PRICE
        };
        self.change(|left| left.checked_sub(price))
    }

    /// Gives 1 back for an attempt that succeeded. A full bucket stays as it is.
    pub(crate) fn give_back(&self) {
        self.change(|left| (left < self.size).then(|| left + 1));
    }

    /// Changes what is left, unless there is nothing to change.
    fn change(&self, change: impl Fn(u32) -> Option<u32>) -> bool {
        // The count guards no other memory, so no order is needed.
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, change)
            .is_ok()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::thread;

    use proptest::prelude::*;

    use super::*;

    const REFUSED: AttemptOutcome = AttemptOutcome::NotSent { timeout: false };
    const STALLED: AttemptOutcome = AttemptOutcome::Lost { timeout: true };

    impl RetryBudget {
        fn left(&self) -> u32 {
            self.left.load(Ordering::Relaxed)
        }
    }

    /// The sum of what the threads return, which all begin at the same moment.
    fn sum_of(threads: usize, work: impl Fn(usize) -> u32 + Sync) -> u32 {
        let start = Barrier::new(threads);
        let run = &|thread| {
            start.wait();
            work(thread)
        };
        thread::scope(|scope| {
            let running: Vec<_> = (0..threads)
                .map(|thread| scope.spawn(move || run(thread)))
                .collect();
            running.into_iter().map(|it| it.join().unwrap()).sum()
        })
    }

    /// How many of so many retries a budget allows.
    fn allowed(budget: &RetryBudget, tries: usize, outcome: AttemptOutcome) -> u32 {
        (0..tries).map(|_| u32::from(budget.take(&outcome))).sum()
    }

    #[test]
    fn dead_server_gets_100_retries_from_10_000_callers() {
        let budget = RetryBudget::new(500);
        let retries = sum_of(16, |_| allowed(&budget, 625, REFUSED));
        assert_eq!(retries, 100);
        assert_eq!(budget.left(), 0);
    }

    #[test]
    fn hanging_server_gets_50_retries_from_10_000_callers() {
        let budget = RetryBudget::new(500);
        let retries = sum_of(16, |_| allowed(&budget, 625, STALLED));
        assert_eq!(retries, 50);
        assert_eq!(budget.left(), 0);
    }

    #[test]
    fn budget_of_nothing_allows_nothing() {
        let budget = RetryBudget::new(0);
        budget.give_back();
        assert!(!budget.take(&REFUSED));
        assert_eq!(budget.left(), 0);
    }

    #[test]
    fn retry_that_finds_too_little_takes_nothing() {
        let budget = RetryBudget::new(9);
        assert!(!budget.take(&STALLED));
        assert!(budget.take(&REFUSED));
        assert!(!budget.take(&REFUSED));
        assert_eq!(budget.left(), 4);
    }

    #[test]
    fn five_successes_allow_one_retry() {
        let budget = RetryBudget::new(500);
        assert_eq!(allowed(&budget, 100, REFUSED), 100);
        for _ in 0..4 {
            budget.give_back();
            assert!(!budget.take(&REFUSED));
        }
        budget.give_back();
        assert!(budget.take(&REFUSED));
        assert!(!budget.take(&REFUSED));
    }

    #[test]
    fn largest_budget_does_not_overflow() {
        let budget = RetryBudget::new(u32::MAX);
        budget.give_back();
        assert_eq!(budget.left(), u32::MAX);
    }

    #[test]
    fn nothing_is_lost_or_gained_between_threads() {
        const EACH: usize = 200_000;
        let budget = RetryBudget::new(1_000_000);
        assert_eq!(allowed(&budget, 100_000, STALLED), 100_000);
        let taken = sum_of(4, |thread| {
            if thread % 2 == 0 {
                (0..EACH).for_each(|_| budget.give_back());
                0
            } else {
                allowed(&budget, EACH, REFUSED)
            }
        });
        assert_eq!(budget.left(), 2 * EACH as u32 - 5 * taken);
    }

    #[test]
    fn bucket_is_never_above_full() {
        let budget = RetryBudget::new(500);
        sum_of(4, |_| {
            for _ in 0..10_000 {
                budget.take(&REFUSED);
                (0..7).for_each(|_| budget.give_back());
                assert!(budget.left() <= 500);
            }
            0
        });
        assert_eq!(budget.left(), 500);
    }

    proptest! {
        #[test]
        fn budget_counts_like_a_plain_number(
            size in 0u32..40,
            steps in proptest::collection::vec(0u8..3, 0..200),
        ) {
            let budget = RetryBudget::new(size);
            let mut left = size;
            for step in steps {
                let price = match step {
                    0 => {
                        budget.give_back();
                        left = (left + 1).min(size);
                        continue;
                    }
                    1 => (REFUSED, 5),
                    _ => (STALLED, 10),
                };
                let allowed = left >= price.1;
                prop_assert_eq!(budget.take(&price.0), allowed);
                left -= if allowed { price.1 } else { 0 };
                prop_assert_eq!(budget.left(), left);
            }
        }
    }
}
