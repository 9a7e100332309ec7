//! The published schemas, held against the client that they describe.

use serde_json::Value;

#[test]
fn the_published_schemas_are_what_the_client_says() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../openapi/published/opentact.schemas.json"
    );
    let published: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let said = Value::Object(opentact_client::model_schemas());
    assert_eq!(
        published["$defs"], said,
        "run `cargo xtask regen`; where it changes nothing, schemars did, so remove the file first"
    );
}
