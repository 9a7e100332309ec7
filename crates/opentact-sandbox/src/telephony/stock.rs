//! The numbers that can be had: made up, in the ranges that are reserved for fiction.

use serde_json::{Map, Value, json};

use super::digits;
use crate::clock::shown_time;

/// An area whose numbers 555-0100 to 555-0199 are in stock.
#[derive(Debug)]
pub(crate) struct Area {
    pub(crate) npa: &'static str,
    pub(crate) state: &'static str,
    pub(crate) city: &'static str,
    /// As the exchange routing guide writes it.
    pub(crate) rate_center: &'static str,
}

/// The exchange of all local numbers.
pub(crate) const NXX: &str = "555";

/// The only toll-free number that is reserved for fiction.
const TOLL_FREE: &str = "18005550199";

const fn area(
    npa: &'static str,
    state: &'static str,
    city: &'static str,
    rate_center: &'static str,
) -> Area {
    Area {
        npa,
        state,
        city,
        rate_center,
    }
}

pub(crate) const AREAS: [Area; 12] = [
    area("201", "NJ", "Jersey City", "JERSEYCITY"),
    area("206", "WA", "Seattle", "SEATTLE"),
    area("212", "NY", "New York", "NWYRCYZN01"),
    area("213", "CA", "Los Angeles", "LOSANGELES"),
    area("303", "CO", "Denver", "DENVER"),
    area("305", "FL", "Miami", "MIAMI"),
    area("312", "IL", "Chicago", "CHICAGOZ01"),
    area("415", "CA", "San Francisco", "SNFC CNTRL"),
    area("510", "CA", "Oakland", "OAKLND BRD"),
    area("512", "TX", "Austin", "AUSTIN"),
    area("617", "MA", "Boston", "BOSTON"),
    area("702", "NV", "Las Vegas", "LAS VEGAS"),
];

/// The names of the states that the stock has, by their letters.
pub(crate) const STATES: [(&str, &str); 10] = [
    ("CA", "California"),
    ("CO", "Colorado"),
    ("FL", "Florida"),
    ("IL", "Illinois"),
    ("MA", "Massachusetts"),
    ("NJ", "New Jersey"),
    ("NV", "Nevada"),
    ("NY", "New York"),
    ("TX", "Texas"),
    ("WA", "Washington"),
];

/// All numbers that a search asks for, taken or not, in their order.
pub(crate) fn search(asked: &Map<String, Value>) -> Vec<String> {
    let text = |name: &str| asked.get(name).and_then(Value::as_str);
    let is = |name: &str, value: &str| text(name).is_none_or(|it| it.eq_ignore_ascii_case(value));
    if !is("country", "US") || !has_features(asked) {
        return Vec::new();
    }
    if text("type") == Some("toll_free") {
        let is_wanted = text("pattern").is_none_or(|it| matches(it, &TOLL_FREE[4..]))
            && is("npa", &TOLL_FREE[1..4])
            && is("nxx", &TOLL_FREE[4..7]);
        return Vec::from_iter(is_wanted.then(|| TOLL_FREE.to_owned()));
    }
    let areas = AREAS.iter().filter(|area| {
        is("state", area.state)
            && is("city", area.city)
            && is("rate_center", area.rate_center)
            && is("npa", area.npa)
            && is("nxx", NXX)
    });
    let numbers =
        areas.flat_map(|area| (100..200).map(move |line| format!("1{}{NXX}0{line}", area.npa)));
    let is_wanted = |tn: &String| {
        text("line").is_none_or(|it| matches(it, &tn[7..]))
            && text("pattern").is_none_or(|it| matches(it, &tn[4..]))
    };
    numbers.filter(is_wanted).collect()
}

/// Every number can call and text, and nothing else.
fn has_features(asked: &Map<String, Value>) -> bool {
    let features = asked.get("features").and_then(Value::as_array);
    let known = |it: &Value| it == "voice" || it == "sms";
    features.is_none_or(|it| it.iter().all(known))
}

/// Whether digits are as a pattern has them, in which `x` stands for any.
fn matches(pattern: &str, digits: &str) -> bool {
    let same =
        |(pattern, digit): (char, char)| pattern.eq_ignore_ascii_case(&'x') || pattern == digit;
    pattern.len() == digits.len() && pattern.chars().zip(digits.chars()).all(same)
}

/// Whether the stock has a number.
pub(crate) fn has(tn: &str) -> bool {
    if tn == TOLL_FREE {
        return true;
    }
    let (Some("1"), Some(npa), Some(rest)) = (tn.get(..1), tn.get(1..4), tn.get(4..)) else {
        return false;
    };
    AREAS.iter().any(|it| it.npa == npa) && rest.len() == 7 && rest.starts_with("55501")
}

/// A number as answers show it.
pub(crate) fn shown(tn: &str, now_ms: i64) -> Value {
    let kind = if tn == TOLL_FREE {
        "toll_free"
    } else {
        "long_code"
    };
    let since = shown_time(now_ms);
    json!({
        "tn": number(tn),
        "type": kind,
        "voice": true,
        "sms": true,
        "mms": false,
        "fax": false,
        "emergency": false,
        "created_on": since,
        "modified_on": since,
        "deleted_on": null,
    })
}

/// The number as the integer that answers have.
pub(crate) fn number(tn: &str) -> Value {
    tn.parse::<u64>().map_or_else(|_| json!(tn), Value::from)
}

/// A number of the stock, however it is written: with country code or without.
pub(crate) fn national(number: &Value) -> String {
    let digits = digits(number);
    match digits.len() {
        10 => format!("1{digits}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(asked: Value) -> Vec<String> {
        search(asked.as_object().unwrap())
    }

    #[test]
    fn numbers_are_found_by_what_they_are() {
        assert_eq!(found(json!({})).len(), 1200);
        assert_eq!(found(json!({"state": "ca", "npa": "510"})).len(), 100);
        assert_eq!(found(json!({"npa": "510", "line": "01x7"})).len(), 10);
        assert_eq!(
            found(json!({"type": "toll_free", "pattern": "555xxxx"})),
            [TOLL_FREE]
        );
        for nothing in [
            json!({"country": "CA"}),
            json!({"features": ["sms", "mms"]}),
            json!({"npa": "999"}),
            json!({"line": "9"}),
        ] {
            assert_eq!(found(nothing.clone()), [""; 0], "{nothing}");
        }
    }

    #[test]
    fn what_is_found_is_in_stock() {
        assert!(found(json!({})).iter().all(|tn| has(tn)));
        for tn in [
            "",
            "1",
            "15105550200",
            "19995550100",
            "150055501001",
            "ééééé",
        ] {
            assert!(!has(tn), "{tn}");
        }
    }
}
