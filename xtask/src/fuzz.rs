//! `cargo xtask fuzz`: bytes that nobody thought of, against what reads a server's answers.

use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::program::Program;

/// The programs under `tests/fuzz/fuzz_targets`.
pub(crate) const TARGETS: [&str; 4] = ["answers", "events", "jwts", "redirect_urls"];
/// What builds and runs them; installed under `target`.
const TOOL: &str = "cargo-fuzz";
const VERSION: &str = "0.13.2";

/// Runs each target for so many seconds, from its seeds and from what earlier runs found.
pub(crate) fn fuzz(
    root: &Path,
    only: Option<&str>,
    seconds: u32,
    progress: &dyn Fn(&str),
) -> Result<String, Error> {
    let tool = install(root, progress)?;
    let mut report = Vec::new();
    for target in TARGETS
        .iter()
        .filter(|name| only.is_none_or(|it| it == **name))
    {
        progress(&format!(
            "building `{target}` and running it for {seconds} seconds"
        ));
        report.push(run(root, &tool, target, seconds)?);
    }
    Ok(report.join("\n"))
}

fn install(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    let tool = root.join("target/tools/bin").join(TOOL);
    let path = tool.display().to_string();
    let installed = tool.exists()
        && Program::new(&path, root)
            .args(["fuzz", "--version"])
            .run()?
            .succeeding()?
            .contains(VERSION);
    if !installed {
        progress(&format!("installing {TOOL} {VERSION} under target/tools"));
        let wanted = format!("{TOOL}@{VERSION}");
        Program::new(env!("CARGO"), root)
            .args([
                "install",
                "--locked",
                "--force",
                "--root",
                "target/tools",
                &wanted,
            ])
            .variable("CARGO_TARGET_DIR", root.join("target/tools/build"))
            .run()?
            .succeeding()?;
    }
    Ok(path)
}

fn run(root: &Path, tool: &str, target: &str, seconds: u32) -> Result<String, Error> {
    let place = root.join("target/fuzz");
    let (found, crashes) = (place.join("corpus").join(target), place.join("crashes"));
    for folder in [&found, &crashes] {
        fs::create_dir_all(folder).map_err(|source| Error::Write {
            file: folder.display().to_string(),
            source,
        })?;
    }
    let seeds = root.join("tests/fuzz/seeds").join(target);
    let time = format!("-max_total_time={seconds}");
    // Where libFuzzer puts what made a target crash; its message names the file.
    let prefix = format!("-artifact_prefix={}/{target}-", crashes.display());
    let outcome = Program::new(tool, root)
        .args(["fuzz", "run", "--fuzz-dir", "tests/fuzz", "--target-dir"])
        .paths([&place])
        .args([target])
        .paths([&found, &seeds])
        .args([
            "--",
            &time,
            &prefix,
            "-timeout=10",
            "-print_final_stats=1",
            "-verbosity=0",
        ])
        // The sanitizers' flags are unstable; with this the pinned compiler takes them.
        .variable("RUSTC_BOOTSTRAP", "1")
        .run()?;
    let said = outcome.succeeding_at(target)?;
    let runs = said
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .unwrap_or("an unknown number of")
        .trim();
    Ok(format!(
        "{target}: {runs} inputs in {seconds} seconds, no crash"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_its_program_and_seeds() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fuzz");
        let mut programs: Vec<String> = fs::read_dir(folder.join("fuzz_targets"))
            .unwrap()
            .map(|entry| {
                entry
                    .unwrap()
                    .path()
                    .file_stem()
                    .unwrap()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        programs.sort();
        assert_eq!(programs, TARGETS);
        for target in TARGETS {
            let seeds = fs::read_dir(folder.join("seeds").join(target)).unwrap();
            assert!(seeds.count() > 3, "{target}");
        }
    }
}
