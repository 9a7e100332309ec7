//! What people read about a comparison.

use std::collections::BTreeSet;

use super::change::{Change, Changes, Severity};
use super::version::Verdict;

/// Every change, grouped, and the verdict.
pub(super) fn report(changes: &Changes, verdict: &Verdict, revision: &str) -> String {
    let mut lines = Vec::new();
    for (severity, title) in [
        (Severity::Major, "Breaking"),
        (Severity::Minor, "Additions"),
        (Severity::Patch, "Documentation"),
    ] {
        let mut group = changes
            .list
            .iter()
            .filter(|it| it.severity == severity)
            .peekable();
        if group.peek().is_some() {
            lines.push(title.to_owned());
            lines.extend(group.map(|change| line(change, changes.operation_count)));
        }
    }
    lines.push(verdict_line(verdict, revision));
    lines.join("\n")
}

/// Which operations and schemes are new, changed or gone, and the verdict.
pub(super) fn summary(changes: &Changes, verdict: &Verdict, revision: &str) -> String {
    let places = |kinds: &[&str]| {
        let found = changes.list.iter().filter(|it| kinds.contains(&it.kind));
        found.map(|it| it.place.as_str()).collect::<BTreeSet<_>>()
    };
    let named = |kind: &str| {
        let found = changes.list.iter().filter(|it| it.kind == kind);
        found
            .flat_map(|it| it.operations.iter().map(String::as_str))
            .collect::<BTreeSet<_>>()
    };
    let added = named("operation-added");
    let removed = named("operation-removed");
    let mut changed: BTreeSet<&str> = changes
        .list
        .iter()
        .filter(|it| it.severity > Severity::Patch)
        .flat_map(|it| it.operations.iter().map(String::as_str))
        .collect();
    changed.retain(|it| !added.contains(it) && !removed.contains(it));
    let altered = places(&["credential-changed", "scheme-changed", "scheme-renamed"]);
    let lines = [
        counts("operations", &added, &changed, &removed),
        counts(
            "schemes",
            &places(&["scheme-added"]),
            &altered,
            &places(&["scheme-removed"]),
        ),
        Some(verdict_line(verdict, revision)),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn counts(
    what: &str,
    added: &BTreeSet<&str>,
    changed: &BTreeSet<&str>,
    removed: &BTreeSet<&str>,
) -> Option<String> {
    let parts: Vec<String> = [("added", added), ("changed", changed), ("removed", removed)]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(word, names)| format!("{} {word} ({})", names.len(), listed(names)))
        .collect();
    (!parts.is_empty()).then(|| format!("{what}: {}", parts.join(", ")))
}

fn listed(names: &BTreeSet<&str>) -> String {
    names.iter().copied().collect::<Vec<_>>().join(", ")
}

fn line(change: &Change, operation_count: usize) -> String {
    let Change {
        kind,
        place,
        origin,
        position,
        message,
        operations,
        ..
    } = change;
    let reach = reach(place, operations, operation_count);
    format!(
        "  {origin}:{}: {place}: {message} [{kind}]{reach}",
        position.line
    )
}

/// The operations that a change reaches, where its place does not say so already.
fn reach(place: &str, operations: &BTreeSet<String>, count: usize) -> String {
    const SHOWN: usize = 4;
    let names: Vec<&str> = operations.iter().map(String::as_str).collect();
    let is_own = |name: &str| place == name || place.starts_with(&format!("{name} ("));
    match names.as_slice() {
        [] => String::new(),
        [only] if is_own(only) => String::new(),
        all if all.len() == count && count > 1 => "; in every operation".to_owned(),
        all if all.len() > SHOWN => {
            let (shown, rest) = all.split_at(SHOWN);
            format!("; in {} and {} more", shown.join(", "), rest.len())
        }
        all => format!("; in {}", all.join(", ")),
    }
}

fn verdict_line(verdict: &Verdict, name: &str) -> String {
    let Verdict {
        base,
        revision,
        severity,
        needed,
    } = verdict;
    if verdict.is_lowered() {
        return format!("lowered; {base} -> {revision}, needs {needed} ({name})");
    }
    let (what, asks) = match severity {
        None if revision == base => return format!("nothing changed since {base} ({name})"),
        None => return format!("nothing changed but the version; {base} -> {revision} ({name})"),
        Some(Severity::Patch) => ("documentation only", "asks for"),
        Some(Severity::Minor) => ("additions", "asks for"),
        Some(Severity::Major) => ("breaking", "needs"),
    };
    if !verdict.is_enough() {
        format!("{what}; {base} -> {asks} {needed} ({name})")
    } else if revision == base {
        format!("{what}; {base} stays ({name})")
    } else {
        format!("{what}; {base} -> {revision} will do ({name})")
    }
}
