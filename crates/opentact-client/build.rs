//! Generates the client from the contract, unless the committed copy is asked for.

use std::process::ExitCode;

fn main() -> ExitCode {
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
    // What messages call the contract: the path that a maintainer edits. This crate has links to it.
    let read = |name: &str| {
        let file = name.trim_start_matches("openapi/");
        println!("cargo::rerun-if-changed={file}");
        std::fs::read_to_string(file).map_err(|cause| {
            std::io::Error::other(format!(
                "{cause}; crates/opentact-client/{file} is reached by a symbolic link, which a \
                 checkout without symbolic links lacks"
            ))
        })
    };
    let document = opentact_codegen::Document::load("openapi/opentact.yaml", &read);
    let source = document.and_then(|document| opentact_codegen::generate_from(&document));
    let source = source.map_err(|cause| {
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
