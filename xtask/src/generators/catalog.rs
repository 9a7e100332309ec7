//! The generators that are tried.

use std::process::Command;

use super::failure::Failure;
use super::install::Install;
use super::place::{Document, Place};
use super::{go, java, python, rust, typescript};

/// A generator with all that its trial takes.
#[derive(Debug)]
pub(super) struct Generator {
    /// Its name here, and the folder under `tests/generators`.
    pub(super) name: &'static str,
    /// The language of what it writes.
    pub(super) language: &'static str,
    /// What does it.
    pub(super) tools: &'static [Tool],
    /// The programs that have to be on the machine.
    pub(super) programs: &'static [&'static str],
    /// What is installed once.
    pub(super) installs: fn(&Place) -> Vec<Install>,
    /// The programs that generate.
    pub(super) generate: fn(&Place, Document) -> Vec<Command>,
    /// The programs that check or compile what was generated.
    pub(super) build: fn(&Place) -> Result<Vec<Command>, Failure>,
    /// The conformance script; where its world is comes as the last argument.
    pub(super) conform: fn(&Place) -> Command,
}

/// A package whose version is pinned.
#[derive(Debug)]
pub(super) struct Tool {
    /// What people call it.
    pub(super) shown: &'static str,
    /// The name of the package.
    pub(super) package: &'static str,
    /// The file with its version, under `tests/generators`.
    pub(super) pins: &'static str,
}

/// The generators, in the order of their trials.
pub(super) const CATALOG: &[Generator] = &[
    python::OPENAPI_GENERATOR,
    python::OPENAPI_PYTHON_CLIENT,
    typescript::OPENAPI_FETCH,
    typescript::HEY_API,
    rust::OPENAPI_GENERATOR,
    java::OPENAPI_GENERATOR,
    go::OPENAPI_GENERATOR,
];
