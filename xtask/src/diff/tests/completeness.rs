//! Whatever is taken out of a contract, or put into it, is noticed.

use serde_json::Value;

use super::edit::FIXTURE;
use crate::diff::compare::compare;
use opentact_codegen::Document;

/// The pointers of everything in a value.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                let key = key.replace('~', "~0").replace('/', "~1");
                found.push(format!("{at}/{key}"));
                pointers(inner, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                found.push(format!("{at}/{index}"));
                pointers(inner, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn without(value: &Value, pointer: &str) -> Value {
    let mut value = value.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    match value.pointer_mut(parent).unwrap() {
        Value::Object(fields) => {
            fields.remove(&key);
        }
        Value::Array(items) => {
            items.remove(key.parse().unwrap());
        }
        _ => unreachable!(),
    }
    value
}

#[test]
fn nothing_goes_and_nothing_comes_unnoticed() {
    let document = Document::parse("contract.yaml", FIXTURE).unwrap();
    let mut all = Vec::new();
    pointers(document.value(), "", &mut all);
    assert!(all.len() > 200, "{}", all.len());
    // Written as the parts are, so that nothing but the edit differs.
    let read = |value: &Value| Document::parse("contract.json", &value.to_string()).unwrap();
    let whole = read(document.value());
    let mut unnoticed = Vec::new();
    for pointer in &all {
        let part = read(&without(document.value(), pointer));
        if compare(&whole, &part).list.is_empty() {
            unnoticed.push(format!("- {pointer}"));
        }
        if compare(&part, &whole).list.is_empty() {
            unnoticed.push(format!("+ {pointer}"));
        }
    }
    // The verdict has the version.
    assert_eq!(unnoticed, ["- /info/version", "+ /info/version"]);
}
