//! How long a `Retry-After` asks to wait.

use std::time::{Duration, SystemTime};

/// How long the value of a `Retry-After` asks to wait; `None` where it is neither seconds nor a date.
///
/// A date is counted from the response's own `Date`, so that a wrong clock on this machine changes
/// nothing; `now` is for a response that has none. A date that has passed asks for no wait.
pub(crate) fn parse(value: &str, date_header: Option<&str>, now: SystemTime) -> Option<Duration> {
    let value = value.trim_matches([' ', '\t']);
    seconds(value).or_else(|| {
        let moment = httpdate::parse_http_date(value).ok()?;
        let sent = date_header.and_then(|date| httpdate::parse_http_date(date).ok());
        // The error means that the moment has passed.
        Some(
            moment
                .duration_since(sent.unwrap_or(now))
                .unwrap_or_default(),
        )
    })
}

/// Seconds in digits, with a fraction or without. More than fit are the most that fit.
fn seconds(value: &str) -> Option<Duration> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let (whole, fraction) = value.split_once('.').unwrap_or((value, "0"));
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let whole = whole.parse().unwrap_or(u64::MAX);
    let nanos = fraction
        .bytes()
        .chain(std::iter::repeat(b'0'))
        .take(9)
        .fold(0, |nanos, digit| nanos * 10 + u32::from(digit - b'0'));
    Some(Duration::new(whole, nanos))
}

#[cfg(test)]
mod tests {
    use std::time::UNIX_EPOCH;

    use proptest::prelude::*;

    use super::*;

    /// The moment of the RFC's examples.
    const MOMENT: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

    fn at(seconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[test]
    fn seconds_are_read() {
        let most = Duration::from_secs(u64::MAX);
        let vectors = [
            ("0", Some(Duration::ZERO)),
            ("1", Some(Duration::from_secs(1))),
            ("120", Some(Duration::from_secs(120))),
            ("007", Some(Duration::from_secs(7))),
            (" 5\t", Some(Duration::from_secs(5))),
            ("0.5", Some(Duration::from_millis(500))),
            ("1.25", Some(Duration::from_millis(1_250))),
            ("2.000000001", Some(Duration::new(2, 1))),
            ("2.0000000019", Some(Duration::new(2, 1))),
            ("18446744073709551615", Some(most)),
            ("18446744073709551616", Some(most)),
            ("99999999999999999999999999999999", Some(most)),
            ("-1", None),
            ("-0", None),
            ("+1", None),
            (".5", None),
            ("5.", None),
            ("1.2.3", None),
            ("1,5", None),
            ("1e3", None),
            ("0x10", None),
            ("5 s", None),
            ("inf", None),
            ("NaN", None),
            ("٣", None),
            ("", None),
            ("soon", None),
            ("120, 120", None),
        ];
        for (value, expected) in vectors {
            assert_eq!(parse(value, None, at(0)), expected, "{value:?}");
            let date = Some(MOMENT);
            assert_eq!(parse(value, date, at(0)), expected, "{value:?} with a date");
        }
    }

    #[test]
    fn dates_are_read() {
        let a_minute_before = Some("Sun, 06 Nov 1994 08:48:37 GMT");
        let vectors = [
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(60)),
            ("Sunday, 06-Nov-94 08:49:37 GMT", Some(60)),
            ("Sun Nov  6 08:49:37 1994", Some(60)),
            ("  Sun, 06 Nov 1994 08:49:37 GMT ", Some(60)),
            ("Sun, 06 Nov 1994 08:48:38 GMT", Some(1)),
            ("Sun, 06 Nov 1994 08:48:37 GMT", Some(0)),
            ("Sun, 06 Nov 1994 08:48:36 GMT", Some(0)),
            ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
            ("Fri, 31 Dec 9999 23:59:59 GMT", Some(252_618_189_082)),
            ("Mon, 06 Nov 1994 08:49:37 GMT", None), // It was a Sunday.
            ("Wed, 30 Feb 1994 08:49:37 GMT", None),
            ("Sun, 06 Nov 1994 24:00:00 GMT", None),
            ("Sat, 31 Dec 2016 23:59:60 GMT", None), // A leap second counts as absent.
            ("Sun, 06 Nov 1994 08:49:37 CET", None),
            ("Sun, 06 Nov 1994 08:49:37", None),
            ("Wed, 31 Dec 1969 23:59:59 GMT", None),
            ("1994-11-06T08:49:37Z", None),
        ];
        for (value, expected) in vectors {
            let expected = expected.map(Duration::from_secs);
            assert_eq!(parse(value, a_minute_before, at(0)), expected, "{value:?}");
        }
    }

    #[test]
    fn date_is_counted_from_the_answers_own() {
        let now = at(784_111_777 - 7);
        let vectors = [
            (Some("Sun, 06 Nov 1994 08:49:07 GMT"), 30),
            (Some("Sunday, 06-Nov-94 08:49:07 GMT"), 30),
            (Some("Sun Nov  6 08:49:07 1994"), 30),
            (Some("Sun, 06 Nov 1994 09:49:37 GMT"), 0),
            (Some("yesterday"), 7),
            (Some(""), 7),
            (None, 7),
        ];
        for (date, expected) in vectors {
            let expected = Some(Duration::from_secs(expected));
            assert_eq!(parse(MOMENT, date, now), expected, "{date:?}");
        }
    }

    #[test]
    fn wrong_local_clock_changes_nothing() {
        let date = Some("Sun, 06 Nov 1994 08:49:07 GMT");
        for now in [0, 784_111_777 - 86_400, 784_111_777 + 86_400, 1 << 40] {
            let expected = Some(Duration::from_secs(30));
            assert_eq!(parse(MOMENT, date, at(now)), expected, "{now}");
        }
    }

    proptest! {
        #[test]
        fn anything_is_read_without_a_panic(value in ".*", date in ".*", now in any::<u32>()) {
            parse(&value, Some(&date), at(now.into()));
        }

        #[test]
        fn anything_like_a_date_is_read_without_a_panic(
            value in "(Sun|Mon|Wednes|Thurs)(day)?,? [ 0-9]{2}[ -](Jan|Feb|Nov|Dec)[ -][0-9]{2,4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT",
            asctime in "(Sun|Wed) (Feb|Dec) [ 0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2} [0-9]{4}",
        ) {
            parse(&value, Some(&asctime), at(0));
            parse(&asctime, Some(&value), at(0));
        }

        #[test]
        fn whole_seconds_are_what_they_say(seconds in any::<u64>()) {
            let read = parse(&seconds.to_string(), None, at(0));
            prop_assert_eq!(read, Some(Duration::from_secs(seconds)));
        }
    }
}
