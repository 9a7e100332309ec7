//! How long to wait before the next connection.

use std::time::Duration;

/// How the waits between two attempts to connect grow.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Backoff {
    /// The longest first wait.
    pub(super) first: Duration,
    /// Where the doubling ends.
    pub(super) longest: Duration,
}

impl Backoff {
    /// The wait after so many failures in a row, with a chance from 0 to 1.
    ///
    /// Chance takes up to half off, so that all who lost the same server do not come back together.
    pub(super) fn wait(self, failures: u32, chance: f64) -> Duration {
        let doublings = failures.saturating_sub(1).min(31);
        let full = self.first.saturating_mul(1 << doublings).min(self.longest);
        full - (full / 2).mul_f64(chance.clamp(0.0, 1.0)).min(full / 2)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DEFAULT: Backoff = Backoff {
        first: Duration::from_millis(800),
        longest: Duration::from_secs(30),
    };

    #[test]
    fn waits_double_up_to_the_longest() {
        let longest = |failures| DEFAULT.wait(failures, 0.0).as_millis();
        let figures = [1, 2, 3, 4, 5, 6, 7, 8, u32::MAX].map(longest);
        assert_eq!(
            figures,
            [
                800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000, 30_000
            ]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn chance_takes_up_to_half_off(failures in 1_u32.., chance in 0.0..1.0) {
            let wait = DEFAULT.wait(failures, chance);
            let full = DEFAULT.wait(failures, 0.0);
            prop_assert!(wait <= full && wait >= full / 2, "{wait:?} of {full:?}");
            prop_assert_eq!(DEFAULT.wait(failures, 1.0), full / 2);
            prop_assert!(full <= Duration::from_secs(30));
            prop_assert!(DEFAULT.wait(1, chance) < Duration::from_secs(1));
            prop_assert!(DEFAULT.wait(failures.saturating_add(1), chance) >= wait);
        }

        #[test]
        fn no_figures_panic(failures: u32, chance in 0.0..=1.0, first: Duration, longest: Duration) {
            let backoff = Backoff { first, longest };
            prop_assert!(backoff.wait(failures, chance) <= longest);
            let endless = Backoff { first: Duration::MAX, longest: Duration::MAX };
            prop_assert!(endless.wait(failures, chance) >= Duration::MAX / 2);
        }
    }
}
