//! `cargo xtask embedding`: the sandbox in tests of other languages, by the fixtures on their page.

mod binary;
mod page;
mod suite;
mod trial;
mod witness;

use std::path::Path;
use std::time::Instant;

use crate::error::Error;
use page::Page;
use suite::SUITES;
use trial::TRIALS;

/// Everything that the task leaves: installations, the code of the page, and logs.
const FOLDER: &str = "target/embedding";

/// Installs the command as users do, and runs the code of the page with it: as it should be, and
/// with what can be wrong.
///
/// # Errors
///
/// When a suite ends otherwise than it should, or a sandbox outlives it.
pub(crate) fn embedding(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    let binary = binary::install(root, progress)?;
    let page = Page::read(root)?;
    let mut report = Vec::new();
    for suite in &SUITES {
        let begun = Instant::now();
        let folder = suite.prepare(root, &page, progress)?;
        for trial in &TRIALS {
            trial.run(suite, &folder, &binary)?;
        }
        let seconds = begun.elapsed().as_secs();
        report.push(format!(
            "{}: {} trials, {seconds} s",
            suite.name,
            TRIALS.len()
        ));
    }
    report.push("each as expected, and no sandbox is left".to_owned());
    Ok(report.join("\n"))
}
