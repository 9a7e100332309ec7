//! The rules of the dialect: what a contract may say, so that everything it says arrives in the code.
//!
//! The generator panics on some documents and leaves things out of others without a word, and names
//! neither operation nor line. The rules run before it and name both.

mod bodies;
mod calls;
mod defaults;
mod dialect;
mod extension_meaning;
mod extensions;
mod formats;
mod keywords;
mod names;
mod nullability;
mod open_enums;
mod operations;
mod parameters;
mod path_parameters;
mod paths;
mod received;
mod references;
mod report;
mod resources;
mod responses;
mod schema_nodes;
mod schemas;
mod secrets;
mod security;
mod servers;
mod shapes;
mod unauthorized;
mod uses;

use crate::document::Document;
use crate::finding::Finding;
use report::Report;

/// Everything in a contract that breaks the dialect, in the order of the text.
pub fn lint(document: &Document) -> Vec<Finding> {
    let checks = [
        bodies::check,
        calls::check,
        defaults::check,
        dialect::check,
        extension_meaning::check,
        extensions::check,
        formats::check,
        keywords::check,
        nullability::check,
        open_enums::check,
        operations::check,
        parameters::check,
        path_parameters::check,
        paths::check,
        received::check,
        references::check,
        resources::check,
        responses::check,
        schemas::check,
        secrets::check,
        security::check,
        servers::check,
        shapes::check,
        unauthorized::check,
        uses::check,
    ];
    let mut report = Report::new(document);
    for check in checks {
        check(document, &mut report);
    }
    report.finish()
}
