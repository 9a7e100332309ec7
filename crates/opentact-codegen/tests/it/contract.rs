//! The real contract keeps to the dialect.

use std::path::Path;

use opentact_codegen::{Document, generate_from, lint};

#[test]
fn the_contract_has_no_findings_and_becomes_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |name: &str| std::fs::read_to_string(root.join(name));
    let document = Document::load("openapi/opentact.yaml", &read).unwrap();
    assert_eq!(lint(&document), []);
    assert!(generate_from(&document).is_ok());
}
