//! `cargo xtask fuzz`: bytes that nobody thought of, against what reads a server's answers.

use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::files::names_in;
use crate::program::Program;

/// A folder for each target.
const SEEDS: &str = "tests/fuzz/seeds";
/// What libFuzzer is steered by, and AddressSanitizer.
const FLAGS: &str = "--cfg fuzzing -Zsanitizer=address -Ccodegen-units=1 -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Runs each target for so many seconds, from its seeds and from what earlier runs found.
///
/// # Errors
///
/// When a target crashes or hangs; the message names the file that makes it do so again.
pub(crate) fn fuzz(
    root: &Path,
    only: Option<&str>,
    seconds: u32,
    progress: &dyn Fn(&str),
) -> Result<String, Error> {
    let targets = match only {
        Some(target) => vec![target.to_owned()],
        None => names_in(root, SEEDS)?,
    };
    let mut report = Vec::new();
    for target in targets {
        progress(&format!(
            "building `{target}` and running it for {seconds} seconds"
        ));
        report.push(run(root, &target, seconds)?);
    }
    Ok(report.join("\n"))
}

fn run(root: &Path, target: &str, seconds: u32) -> Result<String, Error> {
    let place = root.join("target/fuzz");
    let (found, crashes) = (place.join("corpus").join(target), place.join("crashes"));
    for folder in [&found, &crashes] {
        fs::create_dir_all(folder).map_err(Error::unwritten(folder))?;
    }
    let seeds = root.join(SEEDS).join(target);
    let time = format!("-max_total_time={seconds}");
    let prefix = format!("-artifact_prefix={}/{target}-", crashes.display());
    let said = Program::new(env!("CARGO"), root)
        .args(["run", "--quiet", "--release", "--locked"])
        .args(["--manifest-path", "tests/fuzz/Cargo.toml", "--target-dir"])
        .paths([&place])
        // With a target named, build scripts and macros are built without the flags.
        .args(["--target", "host-tuple", "--bin", target, "--"])
        .paths([&found, &seeds])
        .args([time.as_str(), &prefix, "-timeout=10"])
        .args(["-print_final_stats=1", "-verbosity=0"])
        .variable("RUSTFLAGS", FLAGS)
        // The sanitizer's flag is unstable; with this the pinned compiler takes it.
        .variable("RUSTC_BOOTSTRAP", "1")
        .run()?
        .succeeding_at(target)?;
    let runs = said
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .unwrap_or("an unknown number of")
        .trim();
    Ok(format!(
        "{target}: {runs} inputs in {seconds} seconds, no crash"
    ))
}
