//! Each way to break the dialect is found, where it is and by its rule alone.

use std::collections::BTreeSet;

use opentact_codegen::{Document, lint};

use crate::edit::{SMALL, edited, line_of};
use crate::rows::all;

#[test]
fn the_small_contract_has_no_findings() {
    let document = Document::parse("small.yaml", SMALL).unwrap();
    assert_eq!(lint(&document), []);
}

#[test]
fn each_way_to_break_the_dialect_is_found_where_it_is() {
    let mut failures = String::new();
    for row in all() {
        let text = edited(row.edits);
        let document = Document::parse("small.yaml", &text).unwrap();
        let findings = lint(&document);
        let line = line_of(&text, row.at);
        let found = findings.iter().any(|finding| {
            (finding.rule, finding.place.as_str(), finding.position.line)
                == (row.rule, row.place, line)
        });
        let others = findings
            .iter()
            .any(|finding| finding.rule != row.rule && !row.also.contains(&finding.rule));
        if !found || others {
            failures.push_str(&format!(
                "\n{} at line {line}, {:?}:\n",
                row.rule, row.edits
            ));
            for finding in findings {
                failures.push_str(&format!("    {finding}\n"));
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn each_rule_has_a_row_and_a_word_in_the_guide() {
    let root = env!("CARGO_MANIFEST_DIR");
    let guide = std::fs::read_to_string(format!("{root}/../../openapi/README.md")).unwrap();
    let covered: BTreeSet<&str> = all().map(|row| row.rule).collect();
    let rules = rules(&format!("{root}/src/lint"));
    assert!(rules.len() > 50, "{rules:?}");
    for rule in &rules {
        assert!(covered.contains(rule.as_str()), "{rule} has no row");
        assert!(
            guide.contains(&format!("`{rule}`")),
            "{rule} is not in the guide"
        );
    }
    assert_eq!(rules.len(), covered.len());
}

/// The names of the rules, out of the code that reports them.
fn rules(folder: &str) -> BTreeSet<String> {
    let mut rules = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let mut text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        text.retain(|it| !it.is_whitespace());
        for call in [
            "add(\"",
            "one_schema(\"",
            "add_id(report,operation,\"",
            "ALLOWED,\"",
            "known,\"",
        ] {
            let found = text
                .split(call)
                .skip(1)
                .filter_map(|rest| rest.split('"').next());
            rules.extend(found.map(str::to_owned));
        }
    }
    rules
}

#[test]
fn findings_come_in_the_order_of_the_text_and_once() {
    let edits = [
        ("        WWW-Authenticate:", "        Authenticate:"),
        ("1.2.0", "1.2"),
    ];
    let text = edited(&edits);
    let findings = lint(&Document::parse("small.yaml", &text).unwrap());
    let rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["ascii-version", "www-authenticate"]);
}
