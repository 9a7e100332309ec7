//! What many operations cost: a program that uses the SDK to compile, beside one without it, and the sandbox to run.

use std::fs;
use std::path::{Path, PathBuf};

use super::report;
use crate::edits;
use crate::error::Error;
use crate::files::emptied;
use crate::program::Program;
use crate::regen::{CONTRACT, regen};
use crate::stage::Stage;

/// How often the contract of many operations has the resource of the table of edits, which has eight.
const RESOURCES: usize = 18;
const PLAIN: &str = r#"reqwest = { version = "0.13.4", default-features = false, features = ["http2", "json", "query", "rustls", "stream"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1""#;
const PLAIN_CALL: &str = r#"#[derive(Debug, serde::Deserialize)]
struct Answer { success: bool, payload: serde_json::Value }
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let answer = reqwest::Client::new().get("http://127.0.0.1:9/rest/auth").send().await?;
    println!("{:?}", answer.json::<Answer>().await?);
    Ok(())
}
"#;
const CALL: &str = r#"#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = opentact::Client::builder(opentact::Credential::jwt("made-up"));
    println!("{:?}", client.base_url("http://127.0.0.1:9").build()?.whoami().await?);
    Ok(())
}
"#;

/// Builds each program from nothing, in release mode, and compares processor time and size.
pub(crate) fn compile(root: &Path, progress: &dyn Fn(&str)) -> Result<String, Error> {
    progress("making a contract of some 150 operations");
    let stage = Stage::set(root, "synthetic")?;
    let contract = stage.read(CONTRACT)?;
    stage.write(CONTRACT, &edits::resources(contract, RESOURCES)?)?;
    regen(&stage.folder, false, progress)?;
    progress("keeping 100,000 things in a sandbox of that contract");
    let example = "crates/opentact-sandbox/examples/kept.rs";
    stage.copy("tests/rehearsal/kept.rs", example)?;
    let run = "run --release --quiet -p opentact-sandbox --example kept";
    let kept = stage.cargo(run)?.succeeding()?;
    progress(&report::write(root, "target/bench/kept.md", &kept)?);
    let sdk = |root: &Path| format!("opentact = {{ path = {:?} }}", root.join("crates/opentact"));
    let mut table = "| program | processor time | beside the plain one | size |\n| --- | ---: | ---: | ---: |\n".to_owned();
    let mut plain = 0.0;
    for (name, dependencies, call) in [
        ("reqwest, serde and tokio", PLAIN.to_owned(), PLAIN_CALL),
        ("opentact", sdk(root), CALL),
        ("opentact, some 150 operations", sdk(&stage.folder), CALL),
    ] {
        progress(&format!("building a program with {name}, from nothing"));
        let (seconds, bytes) = build(root, &dependencies, call)?;
        plain = if plain == 0.0 { seconds } else { plain };
        let (ratio, size) = (seconds / plain, bytes as f64 / 1e6);
        table.push_str(&format!(
            "| {name} | {seconds:.1} s | {ratio:.2} | {size:.1} MB |\n"
        ));
    }
    report::write(root, "target/bench/compile.md", &table)
}

/// Builds a program; the seconds of processor time that it takes, and its size in bytes.
fn build(root: &Path, dependencies: &str, main: &str) -> Result<(f64, u64), Error> {
    let folder: PathBuf = root.join("target/bench/compile");
    emptied(&folder)?;
    let manifest = format!(
        "[package]\nname = \"program\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n{dependencies}\n"
    );
    let write = |name: &str, text: &str| fs::write(folder.join(name), text);
    fs::create_dir_all(folder.join("src"))
        .and_then(|()| write("Cargo.toml", &manifest))
        .and_then(|()| write("src/main.rs", main))
        .and_then(|()| fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).map(drop))
        .map_err(Error::unwritten(&folder))?;
    let said = Program::new("bash", &folder)
        .args(["-c", "cargo build --release --quiet && times"])
        .variable("CARGO_TARGET_DIR", folder.join("target"))
        .run()?
        .succeeding()?;
    let of_children = said.lines().last().unwrap_or_default().split(' ');
    let seconds = of_children.filter_map(|time| {
        let (minutes, seconds) = time.trim_end_matches('s').split_once('m')?;
        Some(minutes.parse::<f64>().ok()? * 60.0 + seconds.parse::<f64>().ok()?)
    });
    let program = folder.join("target/release/program");
    let size = fs::metadata(&program).map_err(Error::unread("the program"))?;
    Ok((seconds.sum(), size.len()))
}
