//! The sandbox's time: the system's, moved by an offset that a test sets.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, SecondsFormat, Utc};
use tokio::sync::watch;

/// The end of year 9999: later times have no four-digit year.
const LATEST_MS: i64 = 253_402_300_799_999;

/// The beginning of year 0: earlier times have a sign.
const EARLIEST_MS: i64 = -62_167_219_200_000;

/// The end of year 9999 in whole seconds.
pub(crate) const LATEST_S: i64 = LATEST_MS / 1000;

/// The clock of one sandbox; clones share the offset.
///
/// Everything that lives or expires in the sandbox is judged by this clock, so a test reaches
/// the end of a token's life without waiting for it:
///
/// ```
/// use std::time::Duration;
/// use opentact_sandbox::Clock;
///
/// let clock = Clock::new();
/// let before = clock.now();
/// clock.advance(Duration::from_secs(86_400));
/// assert!((clock.now() - before).num_seconds() >= 86_400);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Clock {
    offset_ms: Arc<watch::Sender<i64>>,
}

impl Clock {
    /// A clock that shows the system's time.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Moves the clock forward from what it shows. It never goes past the end of the year 9999.
    pub fn advance(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).unwrap_or(LATEST_MS);
        let system_ms = system_ms();
        self.offset_ms.send_modify(|offset_ms| {
            let shown_ms = showable_ms(system_ms.saturating_add(*offset_ms));
            *offset_ms = showable_ms(shown_ms.saturating_add(by)) - system_ms;
        });
    }

    /// Moves the clock to a time, forward or back, from which it goes on. It shows the years from
    /// 1970 to 9999: any other time is taken for the nearest of those.
    pub fn set(&self, time: DateTime<Utc>) {
        self.set_offset_ms(showable_ms(time.timestamp_millis()) - system_ms());
    }

    /// How far the clock is ahead of the system's time, in milliseconds.
    pub(crate) fn offset_ms(&self) -> i64 {
        *self.offset_ms.borrow()
    }

    pub(crate) fn set_offset_ms(&self, offset_ms: i64) {
        self.offset_ms.send_replace(offset_ms);
    }

    /// Tells of each move.
    pub(crate) fn moves(&self) -> watch::Receiver<i64> {
        self.offset_ms.subscribe()
    }

    /// Waits until the clock has gone on by this much, or, if it was set back, the system's has.
    ///
    /// # Cancellation
    ///
    /// The time begins with the call.
    pub(crate) async fn passes(&self, by: Duration) {
        let by_ms = i64::try_from(by.as_millis()).unwrap_or(LATEST_MS);
        let until_ms = self.now_ms().saturating_add(by_ms);
        let mut moves = self.moves();
        let moved = async {
            // The sender lives as long as the clock.
            while moves.changed().await.is_ok() && self.now_ms() < until_ms {}
        };
        tokio::select! {
            () = tokio::time::sleep(by) => {}
            () = moved => {}
        }
    }

    /// What the clock shows, to the millisecond.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        time_from_ms(self.now_ms())
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) fn now_ms(&self) -> i64 {
        shown_ms(self.offset_ms())
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, as JWT claims count them.
    pub(crate) fn now_s(&self) -> i64 {
        self.now_ms() / 1000
    }
}

/// What a clock shows that is that far ahead of the system's time, in milliseconds.
pub(crate) fn shown_ms(offset_ms: i64) -> i64 {
    showable_ms(system_ms().saturating_add(offset_ms))
}

/// Whether a clock can show this time: it is from 1970 to 9999.
pub(crate) fn can_show(time: DateTime<Utc>) -> bool {
    let ms = time.timestamp_millis();
    ms == showable_ms(ms)
}

/// The time that a clock can show which is nearest to this one, in milliseconds.
fn showable_ms(ms: i64) -> i64 {
    ms.clamp(0, LATEST_MS)
}

/// The time a number of seconds after `from_ms`, in milliseconds, at most the end of year 9999.
pub(crate) fn later_ms(from_ms: i64, seconds: u64) -> i64 {
    let ms = i64::try_from(seconds)
        .unwrap_or(i64::MAX)
        .saturating_mul(1000);
    from_ms.saturating_add(ms).min(LATEST_MS)
}

/// The time of a number of milliseconds since 1970-01-01T00:00:00Z.
pub(crate) fn time_from_ms(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or_default()
}

/// The time of a number of milliseconds as the API writes it.
pub(crate) fn shown_time(ms: i64) -> String {
    time_from_ms(ms).to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The milliseconds of a time, the nearest whose year has four digits.
pub(crate) fn ms_from_time(time: DateTime<Utc>) -> i64 {
    time.timestamp_millis().clamp(EARLIEST_MS, LATEST_MS)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the system's time"
)]
fn system_ms() -> i64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(LATEST_MS)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_share_the_offset() {
        let clock = Clock::new();
        let other = clock.clone();
        let before = other.now_ms();
        clock.advance(Duration::from_secs(3600));
        assert!(other.now_ms() >= before + 3_600_000);
    }

    #[test]
    fn the_clock_can_be_set_and_set_back() {
        let clock = Clock::new();
        let noon: DateTime<Utc> = "2031-02-03T12:00:00Z".parse().unwrap();
        clock.set(noon);
        assert!((clock.now() - noon).num_seconds().abs() < 60);
        clock.set(DateTime::UNIX_EPOCH);
        assert!(clock.now_ms() < 60_000);
        clock.set_offset_ms(0);
        assert!(clock.now() > DateTime::UNIX_EPOCH + Duration::from_secs(60));
    }

    #[test]
    fn the_clock_stops_at_the_end_of_year_9999() {
        let clock = Clock::new();
        clock.advance(Duration::MAX);
        clock.advance(Duration::MAX);
        assert_eq!(clock.now().to_rfc3339(), "9999-12-31T23:59:59.999+00:00");
        assert_eq!(later_ms(clock.now_ms(), u64::MAX), LATEST_MS);
    }
}
