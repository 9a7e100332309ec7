//! The figures as a table, with what they were measured on.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::thread;

use crate::error::Error;
use crate::program::Program;

/// What is said where there is no figure.
const NONE: &str = "–";

/// The figures of one server, by row; the rows are in the order in which they were first measured.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) title: &'static str,
    pub(super) rows: Vec<(String, Vec<f64>)>,
}

impl Column {
    /// Takes what was measured, if it was.
    pub(super) fn add(&mut self, row: &str, figure: Option<f64>) {
        let Some(figure) = figure else { return };
        match self.rows.iter_mut().find(|(name, _)| name == row) {
            Some((_, figures)) => figures.push(figure),
            None => self.rows.push((row.to_owned(), vec![figure])),
        }
    }

    /// The least, the middle and the greatest figure of a row; the middle is what counts.
    fn spread(&self, row: &str) -> Option<[f64; 3]> {
        let (_, figures) = self.rows.iter().find(|(name, _)| name == row)?;
        let mut sorted = figures.clone();
        sorted.sort_by(f64::total_cmp);
        Some([*sorted.first()?, sorted[sorted.len() / 2], *sorted.last()?])
    }

    /// The row as it is shown, with as many digits as such a figure is worth.
    fn cell(&self, row: &str) -> Option<String> {
        let [least, median, greatest] = self.spread(row)?;
        let digits = match median {
            100.0.. => 0,
            1.0.. => 1,
            _ => 3,
        };
        Some(format!(
            "**{median:.digits$}** ({least:.digits$} to {greatest:.digits$})"
        ))
    }
}

/// The table of all columns; the first one has every row.
pub(super) fn table(columns: &[Column]) -> String {
    let prism = columns.iter().find(|column| column.title == "Prism");
    let mut text = String::new();
    let mut row = |name: &str, cell: &dyn Fn(&Column) -> Option<String>| {
        let cells = columns
            .iter()
            .map(|it| cell(it).unwrap_or_else(|| NONE.to_owned()));
        let cells: Vec<_> = cells.collect();
        // Writing to a text cannot fail.
        let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
    };
    row("", &|it| Some(it.title.to_owned()));
    row("---", &|_| Some("---".to_owned()));
    for (name, _) in columns.first().into_iter().flat_map(|it| &it.rows) {
        row(name, &|it| it.cell(name));
        if name.starts_with("lists a second") {
            row("times Prism", &|it| {
                let times = it.spread(name)?[1] / prism?.spread(name)?[1];
                Some(format!("{times:.1}"))
            });
        }
    }
    text
}

/// Writes a report and what it was measured on; the report, and where it is.
pub(super) fn write(root: &Path, file: &str, table: &str) -> Result<String, Error> {
    let date = Program::new("date", root).args(["-u", "+%F"]).run()?;
    let (date, machine) = (date.succeeding()?, machine());
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').nth(1).unwrap_or("?");
    let report = format!(
        "Measured on {}, {machine}, at a load average of {load} over 5 minutes.\n\n{table}",
        date.trim()
    );
    let path = root.join(file);
    let folder = path.parent().unwrap_or(root);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, &report));
    written.map_err(Error::unwritten(&path))?;
    Ok(format!("{report}\n{file}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_counts_and_peers_are_beside_it() {
        let mut columns = ["ours", "Prism"].map(|title| Column {
            title,
            rows: Vec::new(),
        });
        for (ours, prism) in [(900.0, 50.0), (400.0, 20.0), (300.0, 40.0)] {
            columns[0].add("lists a second", Some(ours));
            columns[1].add("lists a second", Some(prism));
        }
        columns[0].add("MB", Some(0.5));
        let text = table(&columns);
        assert!(text.contains("| **400** (300 to 900) | **40.0** (20.0 to 50.0) |"));
        assert!(text.contains("| times Prism | 10.0 | 1.0 |"));
        assert!(text.contains("| MB | **0.500** (0.500 to 0.500) | – |"));
    }
}
