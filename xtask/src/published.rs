//! The contract as others take it: single files, schemas of the models, and a page to read.

mod asyncapi;
mod headers;
mod marked;
mod nullable;
mod page;
mod readme;
mod schemas;
mod serialized;

pub(crate) use asyncapi::{COMPONENTS, events};
#[cfg(test)]
pub(crate) use asyncapi::{EXAMPLES, FRAME};
pub(crate) use marked::{Marks, replaced};
pub(crate) use readme::readme;
pub(crate) use schemas::{definitions, json_schema};
pub(crate) use serialized::to_json;
use serialized::to_yaml;

use std::collections::BTreeSet;

use opentact_codegen::Document;

use crate::files::Derived;
use crate::node::Node;

/// The folder of everything that is published.
pub(crate) const FOLDER: &str = "openapi/published";

const COMMENT: &str = "Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.";

/// The schemas of the REST API's models, in the folder.
pub(crate) const API_SCHEMAS: &str = "opentact.schemas.json";

/// The contract without what only this workspace reads: strict tools refuse a format that they do not know.
pub(crate) fn for_others(document: &Document) -> Node {
    fn strip(node: &mut Node) {
        match node {
            Node::Scalar(_) => {}
            Node::List(items) => items.iter_mut().for_each(strip),
            Node::Map(entries) => {
                entries.retain(|(key, it)| key != "format" || it.as_str() != Some("phone-number"));
                entries.iter_mut().for_each(|(_, it)| strip(it));
            }
        }
    }
    let mut contract = Node::of(&document.published());
    strip(&mut contract);
    contract
}

/// The contract as it is published, without the schemas that only the event service uses.
pub(crate) fn of_operations(contract: &Node, events: &BTreeSet<String>) -> Node {
    let mut published = contract.clone();
    if let Some(Node::Map(schemas)) = published
        .get_mut("components")
        .and_then(|components| components.get_mut("schemas"))
    {
        schemas.retain(|(name, _)| !events.contains(name));
    }
    published
}

/// The published files that follow from the contract alone.
pub(crate) fn published(contract: &Node) -> Vec<Derived> {
    let strict = nullable::written_out(contract);
    let headers = headers::only(&strict);
    let schemas = definitions(contract, "#/$defs/");
    let file = |name: &str, text: String| Derived::new(format!("{FOLDER}/{name}"), text);
    vec![
        file("opentact.json", to_json(&strict)),
        file("opentact.yaml", to_yaml(COMMENT, &strict)),
        file("opentact-headers.json", to_json(&headers)),
        file(
            API_SCHEMAS,
            schemas::file("Models of the Opentact API", schemas),
        ),
        file("index.html", page::page(contract)),
    ]
}

#[cfg(test)]
mod tests {
    use opentact_codegen::lint;

    use super::*;
    use crate::regen::contract;

    #[test]
    fn each_single_file_says_what_the_contract_says() {
        let contract = contract(crate::root());
        let source = to_json(&headers::only(&contract));
        assert_eq!(lint(&Document::parse("x.json", &source).unwrap()), []);
        let strict = nullable::written_out(&contract);
        let headers = headers::only(&strict);
        let mut files = published(&contract);
        files.retain(|file| !file.path.ends_with(".html") && !file.path.contains(".schemas."));
        assert_eq!(files.len(), 3);
        for file in files {
            for private in ["phone-number", "x-unit"] {
                assert!(!file.text.contains(private), "{}", file.path);
            }
            let document = Document::parse(&file.path, &file.text).unwrap();
            let expected = match file.path.contains("-headers.") {
                true => &headers,
                false => &strict,
            };
            assert_eq!(document.value(), &expected.value(), "{}", file.path);
        }
    }
}
