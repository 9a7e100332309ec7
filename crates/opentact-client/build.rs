//! Generates the client from the contract, unless the committed copy is asked for.

fn main() {
    println!("cargo::rerun-if-changed=opentact.yaml");
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "codegen")]
    generate();
}

#[cfg(feature = "codegen")]
fn generate() {
    let fail = |message: String| -> ! {
        println!("cargo::error={}", message.replace('\n', "\ncargo::error="));
        std::process::exit(1);
    };
    // What messages call the contract: the path that a maintainer edits.
    let origin = "openapi/opentact.yaml";
    let yaml = match std::fs::read_to_string("opentact.yaml") {
        Ok(yaml) => yaml,
        Err(cause) => fail(format!(
            "{origin}: cannot be read: {cause}; crates/opentact-client/opentact.yaml is a symbolic \
             link to it, which a checkout without symbolic links lacks"
        )),
    };
    let source = match opentact_codegen::generate(origin, &yaml) {
        Ok(source) => source,
        Err(cause) => {
            let mut message = cause.to_string();
            let mut next = std::error::Error::source(&cause);
            while let Some(inner) = next {
                message.push_str(&format!(": {inner}"));
                next = inner.source();
            }
            fail(message)
        }
    };
    let Some(folder) = std::env::var_os("OUT_DIR") else {
        fail("cargo names no OUT_DIR".to_owned());
    };
    let file = std::path::Path::new(&folder).join("generated.rs");
    if let Err(cause) = std::fs::write(&file, source) {
        fail(format!("{} cannot be written: {cause}", file.display()));
    }
}
