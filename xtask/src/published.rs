//! The contract as others take it: single files, schemas of the models, and a page to read.

mod asyncapi;
mod marked;
mod nullable;
mod page;
mod readme;
mod schemas;
mod serialized;
mod variants;

pub(crate) use asyncapi::{COMPONENTS, events};
#[cfg(test)]
pub(crate) use asyncapi::{EXAMPLES, FRAME};
pub(crate) use marked::replaced;
pub(crate) use readme::readme;
pub(crate) use schemas::{definitions, json_schema, validator};
pub(crate) use serialized::to_json;
use serialized::to_yaml;

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::Error;
use crate::files::Derived;
use crate::node::Node;

/// The folder of everything that is published.
pub(crate) const FOLDER: &str = "openapi/published";

pub(crate) const COMMENT: &str =
    "Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.";

/// The schemas of the REST API's models, in the folder.
pub(crate) const API_SCHEMAS: &str = "opentact.schemas.json";

/// The contract as it is published, without the schemas that only the event service uses.
pub(crate) fn of_operations(contract: &Node, events: &BTreeSet<String>) -> Node {
    let mut published = contract.clone();
    if let Some(schemas) = published.entries_mut(&["components", "schemas"]) {
        schemas.retain(|(name, _)| !events.contains(name));
    }
    published
}

/// The published files about the REST API.
pub(crate) fn published(root: &Path, contract: &Node) -> Result<Vec<Derived>, Error> {
    let strict = nullable::written_out(contract);
    let schemas = definitions(contract, "#/$defs/");
    let files = [
        ("opentact.json", to_json(&strict)),
        ("opentact.yaml", to_yaml(COMMENT, &strict)),
        (
            "opentact-headers.json",
            to_json(&variants::headers(&strict)),
        ),
        ("opentact-simple.json", to_json(&variants::simple(&strict))),
        (
            API_SCHEMAS,
            schemas::file("Models of the Opentact API", schemas),
        ),
        ("index.html", page::page(contract, &asyncapi::frame(root)?)),
    ];
    let file = |(name, text)| Derived::new(format!("{FOLDER}/{name}"), text);
    Ok(files.map(file).into())
}

#[cfg(test)]
mod tests {
    use opentact_codegen::Document;

    use super::*;
    use crate::regen::contract;

    #[test]
    fn each_single_file_says_what_the_contract_says() {
        let contract = contract(crate::root());
        let strict = nullable::written_out(&contract);
        let mut files = published(crate::root(), &contract).unwrap();
        files.retain(|file| !file.path.ends_with(".html") && !file.path.contains(".schemas."));
        let expected = [
            strict.clone(),
            strict.clone(),
            variants::headers(&strict),
            variants::simple(&strict),
        ];
        assert_eq!(files.len(), expected.len());
        for (file, expected) in files.iter().zip(&expected) {
            for private in ["lease-key", "x-unit"] {
                assert!(!file.text.contains(private), "{}", file.path);
            }
            let document = Document::parse(&file.path, &file.text).unwrap();
            assert_eq!(document.value(), &expected.value(), "{}", file.path);
        }
    }
}
