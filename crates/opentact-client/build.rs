//! Generates the client from the contract, unless the committed copy is asked for.

use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=opentact.yaml");
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "codegen")]
    if let Err(message) = generate() {
        for line in message.lines() {
            println!("cargo::error={line}");
        }
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

#[cfg(feature = "codegen")]
fn generate() -> Result<(), String> {
    // What messages call the contract: the path that a maintainer edits.
    let origin = "openapi/opentact.yaml";
    let yaml = std::fs::read_to_string("opentact.yaml").map_err(|cause| {
        format!(
            "{origin}: cannot be read: {cause}; crates/opentact-client/opentact.yaml is a symbolic \
             link to it, which a checkout without symbolic links lacks"
        )
    })?;
    let source = opentact_codegen::generate(origin, &yaml).map_err(|cause| {
        let mut message = cause.to_string();
        let mut next = std::error::Error::source(&cause);
        while let Some(inner) = next {
            message.push_str(&format!(": {inner}"));
            next = inner.source();
        }
        message
    })?;
    let folder = std::env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    let file = std::path::Path::new(&folder).join("generated.rs");
    std::fs::write(&file, source)
        .map_err(|cause| format!("{} cannot be written: {cause}", file.display()))
}
