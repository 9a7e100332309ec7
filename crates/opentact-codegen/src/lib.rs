//! Turns the OpenAPI contract of Opentact into Rust source.
//!
//! The operations and models come from [progenitor](https://docs.rs/progenitor). What it leaves
//! out comes from here, out of the same document: the security schemes, which operation takes
//! which of them and with which types, enumerations that keep unknown values, fields that may be missing or null, and
//! the limits of requests.
//!
//! ```
//! # let yaml = include_str!("../tests/fixtures/small.yaml");
//! let source = opentact_codegen::generate("small.yaml", yaml)?;
//! assert!(source.contains("pub async fn get_thing"));
//! assert!(source.contains("pub enum SecurityScheme"));
//! # Ok::<(), opentact_codegen::Error>(())
//! ```

mod document;
mod error;
pub mod extensions;
mod files;
mod finding;
mod finish;
mod generator;
mod limits;
mod lint;
mod media;
mod methods;
mod nullable;
mod open_enums;
mod operation;
mod operation_table;
mod operation_types;
mod phone_numbers;
mod position;
mod prepare;
mod print;
mod reserved;
mod responses;
mod rust_names;
mod rustdoc;
mod sandbox;
mod schemas;
mod scheme;
mod sdk;
mod security;
mod servers;
mod yaml;

use std::collections::BTreeMap;

pub use document::Document;
pub use error::Error;
pub use finding::Finding;
pub use lint::lint;
pub use position::Position;
pub use schemas::{Use, only_events, uses};

/// The Rust source of the client that a contract describes.
///
/// `origin` is the contract's file name, for messages. The output depends on `yaml` alone.
///
/// # Errors
///
/// [`Error::Lint`] lists everything that breaks the dialect, each with line and remedy; the other
/// kinds are for what is not YAML, not OpenAPI, or beyond the generator.
pub fn generate(origin: &str, yaml: &str) -> Result<String, Error> {
    generate_from(&Document::parse(origin, yaml)?)
}

/// The Rust source of the client that a contract describes, which may be in several files.
///
/// # Errors
///
/// As [`generate`].
pub fn generate_from(document: &Document) -> Result<String, Error> {
    print_client(document, client(document)?)
}

/// What follows from a contract as Rust source.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generated {
    /// The client, as [`generate_from`] gives it.
    pub client: String,
    /// The calls of the SDK: each file's text by its name.
    pub sdk: BTreeMap<String, String>,
    /// A module for tests, which makes any of them with values as JSON.
    pub calls: String,
    /// What a server has to know of each operation: a module of the sandbox.
    pub sandbox: String,
}

/// The Rust source of the client and of the SDK's calls.
///
/// # Errors
///
/// As [`generate`].
pub fn generate_all(document: &Document) -> Result<Generated, Error> {
    let file = client(document)?;
    let (sdk, calls) = sdk::emit(document, &file)?;
    let client = print_client(document, file)?;
    let sandbox = sandbox::emit(document)?;
    Ok(Generated {
        client,
        sdk,
        calls,
        sandbox,
    })
}

fn client(document: &Document) -> Result<syn::File, Error> {
    let findings = lint(document);
    if !findings.is_empty() {
        return Err(Error::Lint(findings));
    }
    let prepared = prepare::prepare(document);
    let output = generator::generate(document, &prepared)?;
    let mut models = open_enums::emit_open_enums(document);
    models.extend(phone_numbers::emit_phone_numbers(document));
    let mut file = finish::finish(output, models, &prepared, &limits::limits(document))?;
    rustdoc::escape_docs(&mut file);
    Ok(file)
}

fn print_client(document: &Document, file: syn::File) -> Result<String, Error> {
    let operations = operation_types::emit_operation_types(document, &file)?;
    let security = security::emit(document);
    let limits = limits::emit_limits(document);
    let servers = servers::emit_servers(document);
    print::print(
        file,
        quote::quote! { #operations #security #limits #servers },
    )
}
