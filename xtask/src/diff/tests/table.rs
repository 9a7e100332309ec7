//! What each edit of a contract means for callers, and the line of the ledger that says so.

use opentact_codegen::Document;
use serde_json::Value;

use super::super::rules::Severity::{Addition, Breaking};
use super::{compare, edited, worst};

const EDITS: &str = include_str!("edits.yaml");

/// The texts of a list.
fn texts(value: &Value) -> Vec<&str> {
    let items = value.as_array().into_iter().flatten();
    items.map(|it| it.as_str().unwrap()).collect()
}

#[test]
fn every_edit_has_its_verdict_and_the_line_that_says_why() {
    let document = Document::parse("edits.yaml", EDITS).unwrap();
    let edits = document.value().as_array().unwrap();
    assert!(edits.len() > 60);
    for edit in edits {
        let name = edit["edit"].as_str().unwrap();
        let replacements = edit["replace"].as_array().into_iter().flatten();
        let replacements: Vec<_> = replacements
            .map(|it| (it["from"].as_str().unwrap(), it["to"].as_str().unwrap()))
            .collect();
        let verdict = match edit["verdict"].as_str().unwrap() {
            "breaking" => Some(Breaking),
            "addition" => Some(Addition),
            _ => None,
        };
        let changes = compare(&edited(&replacements));
        assert_eq!(worst(&changes), verdict, "{name}: {changes:#?}");
        for line in texts(&edit["lines"]) {
            let found = changes.iter().find(|it| it.key == line);
            assert_eq!(
                found.map(|it| it.severity),
                verdict,
                "{name}: {line}: {changes:#?}"
            );
        }
    }
}

#[test]
fn each_line_says_what_it_means() {
    let changes = compare(&edited(&[
        ("maxLength: 40", "maxLength: 30"),
        ("[Big, small-one]", "[Big, middle]"),
    ]));
    let shown: Vec<String> = changes.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(shown.join("\n"), @"
    ~ limit CreateThingRequest.name maxLength: 40 -> 30
        values that were taken are refused
    + value Kind middle
        a value more
    - value Kind small-one
        the value is no longer known: requests may be refused, matches never fit
    + variant types::Kind::Middle
        a variant more
    - variant types::Kind::SmallOne
        code that names it no longer compiles
    ");
}
