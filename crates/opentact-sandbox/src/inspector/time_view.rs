//! Times as people say them, by the sandbox's clock; the script keeps them up to date.

use chrono::{DateTime, SecondsFormat, Utc};
use maud::{Markup, html};

/// How long ago something was.
pub(super) fn ago(now: DateTime<Utc>, time: DateTime<Utc>) -> Markup {
    let seconds = (now - time).num_seconds();
    let text = match seconds {
        ..=-1 => format!("in {}", length(-seconds)),
        0..=1 => "now".to_owned(),
        _ => format!("{} ago", length(seconds)),
    };
    html! {
        time datetime=(exact(time)) title=(exact(time)) data-ago=(time.timestamp_millis()) { (text) }
    }
}

/// How much of a life is left.
pub(super) fn left(now: DateTime<Utc>, until: DateTime<Utc>) -> Markup {
    let seconds = (until - now).num_seconds();
    let text = match seconds {
        ..=0 => "expired".to_owned(),
        _ => format!("{} left", length(seconds)),
    };
    html! {
        time datetime=(exact(until)) title=(exact(until)) data-left=(until.timestamp_millis()) {
            (text)
        }
    }
}

/// The time in full.
pub(super) fn exact(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A length of time in its largest unit.
pub(super) fn length(seconds: i64) -> String {
    let units = [(86_400, "d"), (3600, "h"), (60, "min")];
    let found = units.into_iter().find(|(unit, _)| seconds >= 2 * unit);
    let (unit, name) = found.unwrap_or((1, "s"));
    format!("{} {name}", seconds / unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_told_in_its_largest_unit() {
        for (seconds, said) in [
            (0, "0 s"),
            (119, "119 s"),
            (120, "2 min"),
            (7199, "119 min"),
            (7200, "2 h"),
            (172_799, "47 h"),
            (172_800, "2 d"),
        ] {
            assert_eq!(length(seconds), said);
        }
    }
}
