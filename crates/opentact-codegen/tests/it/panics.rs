//! Shapes on which the generator itself panics are found before it sees them.

use std::panic::catch_unwind;

use opentact_codegen::{Document, lint};

use crate::edit::{SMALL, edited};
use crate::rows::{Row, all};

/// Whether the generator, alone and with its own settings, panics.
fn panics(text: &str) -> bool {
    let value = Document::parse("small.yaml", text).unwrap().value().clone();
    let Ok(openapi) = serde_json::from_value::<openapiv3::OpenAPI>(value) else {
        return false;
    };
    catch_unwind(|| {
        progenitor::Generator::default()
            .generate_tokens(&openapi)
            .is_ok()
    })
    .is_err()
}

#[test]
fn the_small_contract_does_not_panic() {
    assert!(!panics(SMALL));
}

#[test]
fn what_panics_is_found_first() {
    // On a circle the generator overflows its stack, which no test survives.
    let panicking: Vec<&Row> = all()
        .filter(|row| row.rule != "reference-circle" && panics(&edited(row.edits)))
        .collect();
    for row in &panicking {
        let document = Document::parse("small.yaml", &edited(row.edits)).unwrap();
        assert!(!lint(&document).is_empty(), "{:?}", row.edits);
    }
    let mut rules: Vec<&str> = panicking.iter().map(|row| row.rule).collect();
    rules.dedup();
    let expected = [
        "one-type",
        "body-media",
        "no-default-response",
        "one-success-schema",
        "one-error-schema",
        "response-json",
        "response-schema",
        "one-success-schema",
        "path-segment",
        "path-unique",
        "path-parameter",
        "path-parameter-required",
        "enum-values",
        "reference-exists",
        "reference-kind",
        "enum-values",
    ];
    assert_eq!(rules, expected);
}
