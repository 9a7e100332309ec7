//! Generators that write Python.

use std::process::Command;

use super::catalog::{Generator, Tool};
use super::failure::Failure;
use super::install::Install;
use super::java::{self, openapi_generator};
use super::place::Place;

/// openapi-generator's `python`.
pub(super) const OPENAPI_GENERATOR: Generator = Generator {
    name: "python-openapi-generator",
    language: "Python",
    tools: &[java::tool("openapi-generator `python`")],
    programs: &["python3", "java"],
    installs: |place| vec![java::install(place), packages(place)],
    generate: |place, document| {
        let options = [
            "--generator-name=python",
            "--additional-properties=packageName=opentact_python",
        ];
        vec![openapi_generator(place, document, &options)]
    },
    build: compile,
    conform: script,
};

/// openapi-python-client.
pub(super) const OPENAPI_PYTHON_CLIENT: Generator = Generator {
    name: "python-openapi-python-client",
    language: "Python",
    tools: &[Tool {
        shown: "openapi-python-client",
        package: "openapi-python-client",
        pins: "python-openapi-python-client/requirements.txt",
    }],
    programs: &["python3"],
    installs: |place| vec![packages(place)],
    generate: |place, document| {
        let package = place.generated().join("opentact_python_client");
        let mut command = Command::new(place.path("packages/bin/openapi-python-client"));
        command
            .args(["generate", "--meta", "none", "--overwrite", "--config"])
            .arg(place.path("config.yaml"))
            .arg("--path")
            .arg(place.document(document))
            .arg("--output-path")
            .arg(package);
        vec![command]
    },
    build: compile,
    conform: script,
};

/// A virtual environment with the pinned packages.
fn packages(place: &Place) -> Install {
    let (folder, pins) = (place.path("packages"), place.path("requirements.txt"));
    let mut environment = Command::new("python3");
    environment.args(["-m", "venv"]).arg(&folder);
    let mut install = python(place);
    install
        .args([
            "-m",
            "pip",
            "install",
            "--no-deps",
            "--disable-pip-version-check",
            "--requirement",
        ])
        .arg(&pins);
    Install {
        folder,
        pins: vec![pins],
        commands: vec![environment, install],
    }
}

fn python(place: &Place) -> Command {
    Command::new(place.path("packages/bin/python"))
}

/// Compiles every module, which finds what no step imports.
fn compile(place: &Place) -> Result<Vec<Command>, Failure> {
    let mut command = python(place);
    command
        .args(["-m", "compileall", "-q"])
        .arg(place.generated());
    Ok(vec![command])
}

fn script(place: &Place) -> Command {
    let mut command = python(place);
    command
        .env("PYTHONPATH", place.generated())
        .arg("conformance.py");
    command
}
