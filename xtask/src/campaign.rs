//! `cargo xtask campaign`: the long trials one after the other, whatever becomes of each.

use std::env;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::error::Error;

/// A line for each trial, in this order: its name, the task of this program or of Cargo, and its short
/// form, where every change can afford one. That of `fuzz`, `chaos` and `durability` is a test of
/// `cargo test`.
const TRIALS: &str = "\
fuzz         | fuzz --seconds 120                 |
chaos        | chaos --seconds 300                |
durability   | cargo test -p opentact-sandbox --test it durability --config env.OPENTACT_KILLS='200' |
autobahn     | conformance autobahn               | conformance autobahn
schemathesis | conformance schemathesis websockets | conformance schemathesis websockets --seeds 1
generators   | generators                         | generators python-openapi-python-client strict-validators
embedding    | embedding                          |
consumers    | consumers                          |
rehearsal    | rehearsal                          | rehearsal --short";

/// Name, long form and short form of each trial.
fn trials() -> impl Iterator<Item = [&'static str; 3]> {
    TRIALS.lines().map(|line| {
        let mut parts = line.split('|').map(str::trim);
        std::array::from_fn(|_| parts.next().unwrap_or_default())
    })
}

/// The names of the trials, in their order.
pub(crate) fn names() -> Vec<&'static str> {
    trials().map(|[name, ..]| name).collect()
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
    let program = env::current_exe().map_err(Error::unstarted("cargo xtask"))?;
    let chosen = trials().filter(|[name, ..]| only.is_empty() || only.iter().any(|it| it == name));
    let tasks = chosen.map(|[name, long, brief]| (name, if short { brief } else { long }));
    let tasks = tasks.filter(|(_, task)| !task.is_empty());
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
        let (program, arguments) = match task.strip_prefix("cargo ") {
            Some(arguments) => (Path::new(env!("CARGO")), arguments),
            None => (program, task),
        };
        let ended = Command::new(program)
            .args(arguments.split(' '))
            .current_dir(root)
            .status();
        let ended = ended.map_err(Error::unstarted(task))?;
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
        for task in trials().flat_map(|[_, long, short]| [long, short]) {
            let arguments = ["xtask"].into_iter().chain(task.split(' '));
            let is_cargos = task.is_empty() || task.starts_with("cargo ");
            let is_task = is_cargos || Flags::try_parse_from(arguments).is_ok();
            assert!(is_task, "{task}");
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
