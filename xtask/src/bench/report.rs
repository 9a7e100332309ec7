//! The figures as a table, with what they were measured on.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;

use super::spread::Spread;
use crate::error::Error;
use crate::program::Program;

/// What is said where there is no figure.
const NONE: &str = "–";

/// The figures of one server.
#[derive(Debug, Default)]
pub(super) struct Column {
    pub(super) title: &'static str,
    pub(super) starts: u32,
    /// Until it says that it is ready.
    pub(super) ready_ms: Option<Spread>,
    /// Until it has answered the first request.
    pub(super) answered_ms: Option<Spread>,
    pub(super) start_cpu_ms: Option<Spread>,
    pub(super) start_mb: Option<Spread>,
    /// How many lists were asked for in the first round.
    pub(super) requests: u32,
    /// Lists a second in each round, by the number of connections.
    pub(super) lists: BTreeMap<u32, Vec<f64>>,
    /// Processor time of a list in each round.
    pub(super) list_cpu_ms: Vec<f64>,
    /// Resident after the lists of the first round.
    pub(super) listed_mb: Option<f64>,
    /// Logins a second in each round, by the number of connections.
    pub(super) logins: BTreeMap<u32, Vec<f64>>,
    pub(super) login_cpu_ms: Vec<f64>,
    /// Resident after all logins.
    pub(super) logged_in_mb: Option<f64>,
}

/// The report of what was measured.
///
/// # Errors
///
/// When nobody tells the date.
pub(super) fn of(root: &Path, columns: &[Column]) -> Result<String, Error> {
    let prism = columns.iter().find(|column| column.title == "Prism");
    let spread = |figures: &[f64]| Spread::of(figures.iter().copied());
    let mut text = format!(
        "{}. The machine was used by others meanwhile, so the least is nearer to the truth than the \
         greatest.\n\n",
        measured(root)?
    );
    let mut row = |name: &str, cell: &dyn Fn(&Column) -> Option<String>| {
        let cells = columns
            .iter()
            .map(|column| cell(column).unwrap_or_else(|| NONE.to_owned()));
        let cells: Vec<_> = cells.collect();
        text.push_str(&format!("| {name} | {} |\n", cells.join(" | ")));
    };
    let shown = |spread: Option<Spread>| spread.map(|it| it.to_string());
    row("", &|it| Some(it.title.to_owned()));
    row("---", &|_| Some("---".to_owned()));
    row("starts", &|it| Some(it.starts.to_string()));
    row("ms until ready", &|it| shown(it.ready_ms));
    row("ms until the first answer", &|it| shown(it.answered_ms));
    row("ms of processor time until then", &|it| {
        shown(it.start_cpu_ms)
    });
    row("MB resident after the start", &|it| shown(it.start_mb));
    row("MB after so many lists", &|it| {
        it.listed_mb.map(|mb| format!("{mb:.1}"))
    });
    row("how many lists", &|it| Some(it.requests.to_string()));
    row("MB after all logins", &|it| {
        it.logged_in_mb.map(|mb| format!("{mb:.1}"))
    });
    for connections in [1, 16] {
        let figures = |it: &Column| it.lists.get(&connections).and_then(|it| spread(it));
        row(&format!("lists a second, {connections} at once"), &|it| {
            shown(figures(it))
        });
        row("times Prism", &|it| {
            let times = figures(it)?.median / figures(prism?)?.median;
            Some(format!("{times:.1}"))
        });
    }
    row("ms of processor time a list", &|it| {
        spread(&it.list_cpu_ms).map(|it| format!("{:.3}", it.median))
    });
    for connections in [1, 16] {
        let name = format!("logins a second, {connections} at once");
        row(&name, &|it| {
            it.logins.get(&connections).and_then(|it| shown(spread(it)))
        });
    }
    row("ms of processor time a login", &|it| {
        spread(&it.login_cpu_ms).map(|it| format!("{:.3}", it.median))
    });
    Ok(text)
}

/// When and on what, without the full stop.
///
/// # Errors
///
/// When nobody tells the date.
pub(super) fn measured(root: &Path) -> Result<String, Error> {
    let date = Program::new("date", root).args(["-u", "+%F"]).run()?;
    let date = date.succeeding()?;
    Ok(format!("Measured on {}, {}", date.trim(), machine()))
}

/// The processor and how many of it there are.
fn machine() -> String {
    let count = thread::available_parallelism().map_or(1, usize::from);
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let mut lines = about.lines();
    let model = lines.find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unknown processor", |(_, model)| model);
    format!("{count} threads of {model}")
}
