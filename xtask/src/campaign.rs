//! `cargo xtask campaign`: the long trials one after the other, whatever becomes of each.

use std::env;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::error::Error;

/// A trial: a task of this program, with what it is told.
#[derive(Clone, Copy, Debug)]
struct Trial {
    name: &'static str,
    long: &'static str,
    /// What takes a minute or two once it is built, if there is such a form.
    short: Option<&'static str>,
}

/// In this order.
const TRIALS: [Trial; 10] = [
    trial("fuzz", "fuzz --seconds 600", Some("fuzz --seconds 5")),
    trial("chaos", "chaos --seconds 300", Some("chaos --seconds 10")),
    trial(
        "durability",
        "durability --kills 1000",
        Some("durability --kills 50"),
    ),
    trial("soak", "soak --seconds 300", None),
    trial(
        "autobahn",
        "conformance autobahn",
        Some("conformance autobahn"),
    ),
    trial(
        "schemathesis",
        "conformance contract websockets",
        Some("conformance websockets"),
    ),
    trial(
        "generators",
        "generators",
        Some("generators python-openapi-python-client"),
    ),
    trial("embedding", "embedding", None),
    trial("consumers", "consumers", None),
    trial("rehearsal", "rehearsal", None),
];

const fn trial(name: &'static str, long: &'static str, short: Option<&'static str>) -> Trial {
    Trial { name, long, short }
}

/// The names of the trials, in their order.
pub(crate) fn names() -> [&'static str; TRIALS.len()] {
    TRIALS.map(|trial| trial.name)
}

/// Runs the trials of these names, or all; the short form of each, if it is asked for.
///
/// # Errors
///
/// When a trial failed; all of them have been run by then.
pub(crate) fn campaign(
    root: &Path,
    only: &[String],
    short: bool,
    progress: &dyn Fn(&str),
) -> Result<String, Error> {
    let program = env::current_exe().map_err(|source| Error::Run {
        what: "cargo xtask".to_owned(),
        source,
    })?;
    let chosen = TRIALS
        .into_iter()
        .filter(|it| only.is_empty() || only.iter().any(|name| name == it.name));
    let tasks = chosen.filter_map(|it| {
        let task = if short { it.short } else { Some(it.long) };
        Some((it.name, task?))
    });
    run(&program, root, tasks, progress)
}

fn run(
    program: &Path,
    root: &Path,
    tasks: impl Iterator<Item = (&'static str, &'static str)>,
    progress: &dyn Fn(&str),
) -> Result<String, Error> {
    let mut table = format!("{:<14}{:<8}{:>7}", "trial", "verdict", "seconds");
    let mut failed = Vec::new();
    for (name, task) in tasks {
        progress(&format!("\n== {task}"));
        let since = Instant::now();
        let ended = Command::new(program)
            .args(task.split(' '))
            .current_dir(root)
            .status();
        let ended = ended.map_err(|source| Error::Run {
            what: task.to_owned(),
            source,
        })?;
        let verdict = if ended.success() { "passed" } else { "FAILED" };
        let seconds = since.elapsed().as_secs();
        table.push_str(&format!("\n{name:<14}{verdict:<8}{seconds:>7}"));
        if !ended.success() {
            failed.push(name);
        }
    }
    if failed.is_empty() {
        return Ok(format!("\n{table}"));
    }
    let again = format!("cargo xtask campaign {}", failed.join(" "));
    Err(Error::Findings(format!(
        "\n{table}\nwhat failed is told above; `{again}` runs it again"
    )))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::flags::Flags;

    #[test]
    fn every_trial_is_a_task() {
        for trial in TRIALS {
            for task in [Some(trial.long), trial.short].into_iter().flatten() {
                let arguments = ["xtask"].into_iter().chain(task.split(' '));
                assert!(Flags::try_parse_from(arguments).is_ok(), "{task}");
            }
        }
    }

    #[test]
    fn a_failure_stops_nothing_and_is_in_the_table() {
        let tasks = [
            ("first", "--version"),
            ("bad", "--no-such"),
            ("last", "--version"),
        ];
        let cargo = Path::new(env!("CARGO"));
        let failed = run(cargo, Path::new("."), tasks.into_iter(), &|_| {}).unwrap_err();
        let told = failed.to_string();
        for (name, verdict) in [("first", "passed"), ("bad", "FAILED"), ("last", "passed")] {
            let row = told.lines().find(|line| line.starts_with(name)).unwrap();
            assert!(row.contains(verdict), "{told}");
        }
        assert!(told.contains("`cargo xtask campaign bad`"));
        run(cargo, Path::new("."), tasks[..1].iter().copied(), &|_| {}).unwrap();
    }
}
