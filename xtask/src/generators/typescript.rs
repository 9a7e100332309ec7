//! Generators that write TypeScript.

use std::path::PathBuf;
use std::process::Command;

use super::catalog::{Generator, Tool};
use super::failure::Failure;
use super::install::Install;
use super::place::Place;

/// openapi-typescript for the types, openapi-fetch for the calls.
pub(super) const OPENAPI_FETCH: Generator = Generator {
    name: "typescript-openapi-fetch",
    language: "TypeScript",
    tools: &[
        Tool {
            shown: "openapi-typescript",
            package: "openapi-typescript",
            pins: "typescript-openapi-fetch/package.json",
        },
        Tool {
            shown: "openapi-fetch",
            package: "openapi-fetch",
            pins: "typescript-openapi-fetch/package.json",
        },
    ],
    programs: &["node", "npm"],
    installs: packages,
    generate: |place, document| {
        let mut command = Command::new(tool(place, "openapi-typescript"));
        command
            .arg(place.document(document))
            .arg("--output")
            .arg(place.generated().join("schema.d.ts"));
        vec![command]
    },
    build: compile,
    conform: script,
};

/// @hey-api/openapi-ts with its fetch client.
pub(super) const HEY_API: Generator = Generator {
    name: "typescript-hey-api",
    language: "TypeScript",
    tools: &[Tool {
        shown: "@hey-api/openapi-ts",
        package: "@hey-api/openapi-ts",
        pins: "typescript-hey-api/package.json",
    }],
    programs: &["node", "npm"],
    installs: packages,
    generate: |place, document| {
        let mut command = Command::new(tool(place, "openapi-ts"));
        command
            .arg("--input")
            .arg(place.document(document))
            .arg("--output")
            .arg(place.generated())
            .args(["--client", "@hey-api/client-fetch"]);
        vec![command]
    },
    build: compile,
    conform: script,
};

/// The locked packages.
fn packages(place: &Place) -> Vec<Install> {
    let mut install = Command::new("npm");
    install
        .current_dir(&place.folder)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    vec![Install {
        folder: place.path("node_modules"),
        pins: vec![place.path("package.json"), place.path("package-lock.json")],
        commands: vec![install],
    }]
}

fn tool(place: &Place, name: &str) -> PathBuf {
    place.path("node_modules/.bin").join(name)
}

/// Checks the types of the script and of all that was generated, and writes JavaScript.
fn compile(place: &Place) -> Result<Vec<Command>, Failure> {
    Ok(vec![Command::new(tool(place, "tsc"))])
}

fn script(_: &Place) -> Command {
    let mut command = Command::new("node");
    command.arg("built/conformance.js");
    command
}
