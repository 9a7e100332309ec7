//! What a line of the ledger that is gone, changed or new means for callers.

use std::fmt;

use crate::ledger::Ledger;

/// How much a change asks of callers.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Severity {
    /// Nothing: there is something new, or less is asked.
    Addition,
    /// What worked may no longer work, or no longer compile.
    Breaking,
}

/// A line that is not the same in two ledgers.
#[derive(Debug)]
pub(super) struct Change {
    /// How much it asks of callers.
    pub(super) severity: Severity,
    /// The kind of the line and what it is about.
    pub(super) key: String,
    before: Option<String>,
    after: Option<String>,
    /// What it means.
    meaning: &'static str,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = &self.key;
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => write!(f, "  ~ {key}: {before} -> {after}")?,
            (None, Some(line)) if line.is_empty() => write!(f, "  + {key}")?,
            (None, Some(line)) => write!(f, "  + {key}: {line}")?,
            (Some(line), _) if line.is_empty() => write!(f, "  - {key}")?,
            (line, _) => write!(f, "  - {key}: {}", line.as_deref().unwrap_or_default())?,
        }
        write!(f, "\n      {}", self.meaning)
    }
}

/// Every line that is not the same, in the order of the ledger.
pub(super) fn changes(before: &Ledger, after: &Ledger) -> Vec<Change> {
    let mut keys: Vec<&String> = before.lines.keys().chain(after.lines.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter()
        .filter_map(|key| {
            let (old, new) = (before.lines.get(key), after.lines.get(key));
            if old == new {
                return None;
            }
            let (kind, subject) = key.split_once(' ').unwrap_or((key, ""));
            let (severity, meaning) = match (old, new) {
                (Some(_), None) => gone(kind),
                (Some(old), Some(new)) => changed(kind, subject, old, new),
                (_, new) => added(kind, subject, new.map_or("", String::as_str), before),
            };
            Some(Change {
                severity,
                key: key.clone(),
                before: old.cloned(),
                after: new.cloned(),
                meaning,
            })
        })
        .collect()
}

use Severity::{Addition, Breaking};

fn gone(kind: &str) -> (Severity, &'static str) {
    match kind {
        "limit" => (Addition, "values that were refused are taken"),
        "operation" | "request" => (Breaking, "requests that were served are refused"),
        "status" | "header" => (
            Breaking,
            "callers may wait for an answer that no longer comes",
        ),
        "scheme" => (
            Breaking,
            "requests that carry a credential there are refused",
        ),
        "parameter" => (Breaking, "what callers send there is refused or ignored"),
        "property" => (Breaking, "what callers send or read there is gone"),
        "value" => (
            Breaking,
            "the value is no longer known: requests may be refused, matches never fit",
        ),
        "key" => (Breaking, "it shaped the code of this place"),
        "const" | "enum" | "field" | "fn" | "struct" | "type" | "variant" => {
            (Breaking, "code that names it no longer compiles")
        }
        _ => (Breaking, "callers rely on it"),
    }
}

fn changed(kind: &str, subject: &str, old: &str, new: &str) -> (Severity, &'static str) {
    match kind {
        "limit" => limit(subject, old, new),
        "security" => {
            let stays = old
                .split(' ')
                .all(|it| new.split(' ').any(|other| it == other));
            if stays || new == "none" {
                (Addition, "one more credential opens the operation")
            } else {
                (Breaking, "a credential no longer opens the operation")
            }
        }
        "enum" | "struct" if new == "non_exhaustive" => (
            Breaking,
            "literals and matches of callers no longer compile",
        ),
        "enum" | "struct" => (Addition, "callers may write literals and matches of it"),
        "operation" => (
            Breaking,
            "requests go to an address that is no longer served",
        ),
        "request" => (Breaking, "a body that was good may be refused"),
        "status" | "header" => (
            Breaking,
            "an answer brings something else than was promised",
        ),
        "scheme" => (Breaking, "the credential is looked for in another place"),
        "parameter" => (Breaking, "a request that was good may be refused"),
        "property" => (Breaking, "what is sent or read there has another form"),
        // What that does to its fields stands in lines of their own.
        "schema" if form(old) == form(new) => (Addition, "the data goes another way"),
        "schema" => (Breaking, "the data has another form"),
        "key" => (Breaking, "it shapes the code of this place otherwise"),
        "const" if subject.starts_with("servers::") => (Breaking, "requests go to another host"),
        "const" => (Breaking, "code that uses the constant gets another type"),
        "field" => (
            Breaking,
            "code that reads or writes the field no longer compiles",
        ),
        "fn" => (
            Breaking,
            "calls no longer compile: other arguments, or another result",
        ),
        "variant" => (Breaking, "matches of it no longer compile"),
        _ => (Breaking, "callers rely on it"),
    }
}

/// What a schema is, without who uses it.
fn form(schema: &str) -> &str {
    schema.rsplit_once(", ").map_or(schema, |(form, _)| form)
}

/// A bound goes one way: a request fears a tighter one.
fn limit(subject: &str, old: &str, new: &str) -> (Severity, &'static str) {
    let keyword = subject.rsplit(' ').next().unwrap_or_default();
    let order = match (old.parse::<f64>(), new.parse::<f64>()) {
        (Ok(old), Ok(new)) => new.partial_cmp(&old),
        _ => None,
    };
    let is_looser = match keyword {
        _ if keyword.starts_with("max") => order == Some(std::cmp::Ordering::Greater),
        _ if keyword.starts_with("min") => order == Some(std::cmp::Ordering::Less),
        _ => false,
    };
    if is_looser {
        (Addition, "more values are taken")
    } else {
        (Breaking, "values that were taken are refused")
    }
}

fn added(kind: &str, subject: &str, new: &str, before: &Ledger) -> (Severity, &'static str) {
    let was = |kind: &str, subject: &str| before.lines.get(&format!("{kind} {subject}"));
    let (owner, _) = subject.rsplit_once('.').unwrap_or((subject, ""));
    let is_required = new.ends_with(", required");
    match kind {
        "limit" => {
            let (place, _) = subject.rsplit_once(' ').unwrap_or((subject, ""));
            let is_old = ["property", "parameter", "schema"]
                .iter()
                .any(|kind| was(kind, place).is_some());
            if is_old {
                (Breaking, "values that were taken are refused")
            } else {
                (Addition, "a limit of something new")
            }
        }
        "property" if is_required && was("schema", owner).is_some_and(|it| it.contains("sent")) => {
            (Breaking, "requests without it are refused")
        }
        "parameter" if is_required && was("operation", owner).is_some() => {
            (Breaking, "requests without it are refused")
        }
        "request" if is_required && was("operation", subject).is_some() => {
            (Breaking, "requests without a body are refused")
        }
        "variant" => {
            let (owner, _) = subject.rsplit_once("::").unwrap_or((subject, ""));
            if was("enum", owner).is_some_and(|it| it == "exhaustive") {
                (Breaking, "matches without it no longer compile")
            } else {
                (Addition, "a variant more")
            }
        }
        "operation" => (Addition, "an operation more"),
        "status" | "header" => (Addition, "an answer more"),
        "property" | "field" => (Addition, "a field more"),
        "parameter" | "request" => (Addition, "requests may say more"),
        "value" => (Addition, "a value more"),
        "scheme" => (Addition, "a place more for a credential"),
        "key" => (Addition, "it shapes the code of this place"),
        _ => (Addition, "a name more"),
    }
}
