//! The contract as others take it: single files, schemas of the models, and a page to read.

mod asyncapi;
mod headers;
mod json;
mod marked;
mod page;
mod readme;
mod schemas;
mod yaml;

pub(crate) use asyncapi::asyncapi;
pub(crate) use json::to_json;
pub(crate) use marked::{Marks, replaced};
pub(crate) use readme::readme;
pub(crate) use schemas::{API, Ask, EVENTS, Schemas, ask, definitions, schemas};
#[cfg(test)]
pub(crate) use {
    asyncapi::{EXAMPLES, FRAME},
    schemas::Models,
};

use crate::files::Derived;
use crate::node::Node;

/// The folder of everything that is published.
pub(crate) const FOLDER: &str = "openapi/published";

const COMMENT: &str = "Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.";
const HEADERS: &str = "\
The variant without credentials in the query, for generators that send a credential to every place
that they are shown.";

/// The published files that follow from the contract alone.
pub(crate) fn published(contract: &Node) -> Vec<Derived> {
    let headers = headers::only(contract);
    let file = |name: &str, text: String| Derived::new(format!("{FOLDER}/{name}"), text);
    vec![
        file("opentact.json", to_json(contract)),
        file("opentact.yaml", yaml::to_yaml(COMMENT, contract)),
        file("opentact-headers.json", to_json(&headers)),
        file(
            "opentact-headers.yaml",
            yaml::to_yaml(&format!("{COMMENT}\n\n{HEADERS}"), &headers),
        ),
        file("index.html", page::page(contract)),
    ]
}

#[cfg(test)]
mod tests {
    use opentact_codegen::{Document, lint};

    use super::*;
    use crate::regen::contract;

    #[test]
    fn each_single_file_says_what_the_contract_says() {
        let contract = contract(crate::root());
        let headers = headers::only(&contract).value();
        let mut files = published(&contract);
        files.retain(|file| !file.path.ends_with(".html"));
        assert_eq!(files.len(), 4);
        for file in files {
            let document = Document::parse(&file.path, &file.text).unwrap();
            let expected = if file.path.contains("-headers.") {
                assert_eq!(lint(&document), [], "{}", file.path);
                headers.clone()
            } else {
                contract.value()
            };
            assert_eq!(document.value(), &expected, "{}", file.path);
        }
    }
}
