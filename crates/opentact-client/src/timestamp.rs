//! A moment as the server writes it.

use std::fmt;
use std::ops::Deref;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A moment in UTC, written as the server writes it: ISO 8601 with at least three decimals of a second.
///
/// ```
/// use opentact_client::Timestamp;
///
/// let text = "\"2020-10-26T15:57:28.000Z\"";
/// let moment: Timestamp = serde_json::from_str(text)?;
/// assert_eq!(moment.timestamp(), 1_603_727_848);
/// assert_eq!(serde_json::to_string(&moment)?, text);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Timestamp(DateTime<Utc>);

impl Timestamp {
    /// The moment for the `chrono` crate.
    pub const fn to_utc(self) -> DateTime<Utc> {
        self.0
    }
}

impl Deref for Timestamp {
    type Target = DateTime<Utc>;

    fn deref(&self) -> &DateTime<Utc> {
        &self.0
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
        DateTime::deserialize(deserializer).map(Self)
    }
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

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_moment_survives(seconds in -62_135_596_800_i64..253_402_300_800, nanos in 0_u32..1_000_000_000) {
            let moment = Timestamp(DateTime::from_timestamp(seconds, nanos).unwrap());
            let json = serde_json::to_string(&moment).unwrap();
            prop_assert_eq!(serde_json::from_str::<Timestamp>(&json).unwrap(), moment);
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
