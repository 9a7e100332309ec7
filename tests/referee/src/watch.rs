//! A referee who looks on while a test runs, and fails it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::answer::{Answer, Violation};
use crate::judge::Referee;

/// Judges every answer that it is shown; dropped with violations, it panics with all of them.
///
/// Keep it beside the server whose answers it sees, so that both end with the test.
#[derive(Debug, Default)]
#[must_use = "a watch that is dropped at once sees nothing"]
pub struct Watch {
    seen: Arc<Mutex<Seen>>,
}

#[derive(Debug, Default)]
struct Seen {
    answers: usize,
    violations: Vec<Violation>,
}

impl Watch {
    /// A watch that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// What to show each answer to.
    pub fn judge(&self) -> impl Fn(&Answer<'_>) + Send + Sync + 'static {
        let seen = Arc::clone(&self.seen);
        move |answer| {
            let violations = Referee::published().judge(answer);
            let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.answers += 1;
            seen.violations.extend(violations);
        }
    }

    /// Takes the violations so far, for a test in which they are meant.
    #[must_use]
    pub fn take(&self) -> Vec<Violation> {
        std::mem::take(&mut self.seen().violations)
    }

    /// How many answers it was shown.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.seen().answers
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Watch {
    #[expect(clippy::panic, reason = "this is how a test fails")]
    fn drop(&mut self) {
        let violations = self.take();
        if violations.is_empty() || thread::panicking() {
            return;
        }
        let lines: Vec<_> = violations.iter().map(ToString::to_string).collect();
        panic!(
            "answers that the contract does not allow:\n{}",
            lines.join("\n")
        );
    }
}
