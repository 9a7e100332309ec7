//! The generator that writes Rust.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use super::catalog::Generator;
use super::java::{self, openapi_generator};
use super::place::Place;

/// openapi-generator's `rust`, on reqwest.
pub(super) const OPENAPI_GENERATOR: Generator = Generator {
    name: "rust-openapi-generator",
    language: "Rust",
    tools: &[java::tool("openapi-generator `rust`")],
    programs: &["python3", "java"],
    installs: |place| vec![java::install(place)],
    generate: |place, document| {
        let options = [
            "--generator-name=rust",
            "--additional-properties=packageName=opentact-generated,packageVersion=0.0.0",
        ];
        vec![openapi_generator(place, document, &options)]
    },
    build: |place| {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            // What this workspace asks of its own code is not asked of theirs.
            .env_remove("RUSTFLAGS")
            .args(["build", "--locked", "--target-dir"])
            .arg(target(place));
        Ok(vec![cargo])
    },
    conform: |place| {
        let program = format!("conformance{}", env::consts::EXE_SUFFIX);
        Command::new(target(place).join("debug").join(program))
    },
};

fn target(place: &Place) -> PathBuf {
    place.path("target")
}
