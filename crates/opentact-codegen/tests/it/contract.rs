//! The real contract keeps to the dialect.

use opentact_codegen::{Document, generate, lint};

const CONTRACT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi/opentact.yaml");

#[test]
fn the_contract_has_no_findings_and_becomes_code() {
    let text = std::fs::read_to_string(CONTRACT).unwrap();
    let document = Document::parse("openapi/opentact.yaml", &text).unwrap();
    assert_eq!(lint(&document), []);
    assert!(generate("openapi/opentact.yaml", &text).is_ok());
}
