//! A moment as the server writes it.

use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;

use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta, Utc};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A moment in UTC, written as the server writes it: RFC 3339 with at least three decimals of a second.
///
/// It comes from a [`SystemTime`] and becomes one; [`to_chrono`](Self::to_chrono) has all that the
/// `chrono` crate can do with it.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// # use opentact_client as opentact;
/// use opentact::Timestamp;
///
/// let moment: Timestamp = "2020-10-26T16:57:28+01:00".parse()?;
/// assert_eq!(moment.to_string(), "2020-10-26T15:57:28.000Z");
/// let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_603_727_848);
/// assert_eq!(SystemTime::from(moment), time);
/// assert_eq!(Timestamp::from(time), moment);
/// # Ok::<(), opentact_client::TimestampError>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Timestamp(DateTime<Utc>);

impl Timestamp {
    /// The moment for the `chrono` crate.
    pub const fn to_chrono(self) -> DateTime<Utc> {
        self.0
    }
}

/// A time beyond the 262,000 years that a date can tell becomes the nearest moment within.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        let epoch = DateTime::UNIX_EPOCH;
        let moment = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => TimeDelta::from_std(after)
                .ok()
                .and_then(|it| epoch.checked_add_signed(it))
                .unwrap_or(DateTime::<Utc>::MAX_UTC),
            Err(before) => TimeDelta::from_std(before.duration())
                .ok()
                .and_then(|it| epoch.checked_sub_signed(it))
                .unwrap_or(DateTime::<Utc>::MIN_UTC),
        };
        Self(moment)
    }
}

/// On Windows, whose time begins in 1601, an earlier moment panics.
impl From<Timestamp> for SystemTime {
    fn from(moment: Timestamp) -> Self {
        moment.0.into()
    }
}

impl From<DateTime<Utc>> for Timestamp {
    fn from(moment: DateTime<Utc>) -> Self {
        Self(moment)
    }
}

impl From<Timestamp> for DateTime<Utc> {
    fn from(moment: Timestamp) -> Self {
        moment.0
    }
}

impl FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        let moment = usual(text).map_or_else(|| text.parse(), Ok);
        moment.map(Self).map_err(TimestampError)
    }
}

/// A text that is no date and time of RFC 3339.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("no date and time of RFC 3339: {0}")]
pub struct TimestampError(chrono::ParseError);

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole_milliseconds = self.0.timestamp_subsec_nanos().is_multiple_of(1_000_000);
        let format = if whole_milliseconds {
            SecondsFormat::Millis
        } else {
            SecondsFormat::AutoSi
        };
        f.write_str(&self.0.to_rfc3339_opts(format, true))
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Moment)
    }
}

struct Moment;

impl Visitor<'_> for Moment {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date and time of RFC 3339")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Timestamp, E> {
        text.parse().map_err(E::custom)
    }
}

/// Reads the one form that the server writes, `2020-10-26T15:57:28.000Z`, in a fraction of the time
/// that all of RFC 3339 takes: times are half of what an event costs to read.
fn usual(text: &str) -> Option<DateTime<Utc>> {
    let text: &[u8; 24] = text.as_bytes().try_into().ok()?;
    let marks = [
        (4, b'-'),
        (7, b'-'),
        (10, b'T'),
        (13, b':'),
        (16, b':'),
        (19, b'.'),
        (23, b'Z'),
    ];
    if marks.iter().any(|(at, mark)| text[*at] != *mark) {
        return None;
    }
    let number = |from: usize, to: usize| {
        text[from..to].iter().try_fold(0_u32, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(0, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)?
        .and_hms_milli_opt(
            number(11, 13)?,
            number(14, 16)?,
            number(17, 19)?,
            number(20, 23)?,
        )
        .map(|moment| moment.and_utc())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_of_the_server_comes_back_as_it_was() {
        for text in [
            "2020-10-26T15:57:28.706Z",
            "2020-10-26T15:57:28.000Z",
            "2020-10-26T15:57:28.700Z",
            "2020-10-26T15:57:28.123456Z",
        ] {
            let json = format!("\"{text}\"");
            let moment: Timestamp = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&moment).unwrap(), json);
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_time_that_no_date_has_is_the_nearest_one() {
        let ages = std::time::Duration::from_secs(1 << 60);
        let (last, first) = (DateTime::<Utc>::MAX_UTC, DateTime::<Utc>::MIN_UTC);
        assert_eq!(Timestamp::from(SystemTime::UNIX_EPOCH + ages).0, last);
        assert_eq!(Timestamp::from(SystemTime::UNIX_EPOCH - ages).0, first);
    }

    #[test]
    fn what_is_no_time_says_why() {
        let error = "tomorrow".parse::<Timestamp>().unwrap_err();
        let message = "no date and time of RFC 3339: input contains invalid characters";
        assert_eq!(error.to_string(), message);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_moment_survives(seconds in -62_135_596_800_i64..253_402_300_800, nanos in 0_u32..1_000_000_000) {
            let moment = Timestamp(DateTime::from_timestamp(seconds, nanos).unwrap());
            let json = serde_json::to_string(&moment).unwrap();
            prop_assert_eq!(serde_json::from_str::<Timestamp>(&json).unwrap(), moment);
        }

        #[test]
        fn the_usual_form_is_read_as_rfc_3339_reads_it(
            text in "[0-2][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]\\.[0-9]{3}Z",
        ) {
            let expected = text.parse::<DateTime<Utc>>().ok();
            prop_assert!(usual(&text).is_none_or(|moment| Some(moment) == expected));
            let read: Option<Timestamp> = serde_json::from_value(text.into()).ok();
            prop_assert_eq!(read.map(Timestamp::to_chrono), expected);
        }

        #[test]
        fn the_time_of_the_system_survives(seconds in any::<i32>(), nanos in 0_u32..1_000_000_000) {
            let moment = Timestamp(DateTime::from_timestamp(seconds.into(), nanos).unwrap());
            prop_assert_eq!(Timestamp::from(SystemTime::from(moment)), moment);
            prop_assert_eq!(moment.to_string().parse(), Ok(moment));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,30}|[0-9TZ:.+-]{0,30}") {
            let json = serde_json::to_string(&text).unwrap();
            if let Ok(moment) = serde_json::from_str::<Timestamp>(&json) {
                let again = serde_json::to_string(&moment).unwrap();
                prop_assert_eq!(serde_json::from_str::<Timestamp>(&again).unwrap(), moment);
            }
        }
    }
}
