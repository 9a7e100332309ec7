//! The same contract gives the same code, whatever the order of its keys.

use std::fmt::Write as _;

use opentact_codegen::{Document, generate};
use serde_json::Value;

use crate::edit::SMALL;

/// JSON, which is YAML, with the keys of each object from the last to the first.
fn reversed(value: &Value, text: &mut String) {
    match value {
        Value::Object(fields) => {
            text.push('{');
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort();
            for key in keys.into_iter().rev() {
                write!(text, "{}: ", Value::String(key.clone())).unwrap();
                reversed(&fields[key], text);
                text.push(',');
            }
            text.push('}');
        }
        Value::Array(items) => {
            text.push('[');
            for item in items {
                reversed(item, text);
                text.push(',');
            }
            text.push(']');
        }
        other => write!(text, "{other}").unwrap(),
    }
}

#[test]
fn the_code_does_not_depend_on_run_or_on_the_order_of_keys() {
    let code = generate("small.yaml", SMALL).unwrap();
    assert_eq!(generate("other.yaml", SMALL).unwrap(), code);
    let document = Document::parse("small.yaml", SMALL).unwrap();
    let mut text = String::new();
    reversed(document.value(), &mut text);
    assert_eq!(generate("small.yaml", &text).unwrap(), code);
}
