//! Every example in the contract, read by the models and written back.

use std::fmt::Debug;

use opentact::Revealed;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::calls;

/// A named example of the contract, read by its model.
struct Read {
    /// The value as Rust shows it.
    debug: String,
    /// The value written back, secrets redacted.
    redacted: Value,
    /// The value written back, secrets in clear.
    revealed: Value,
}

fn read<T: DeserializeOwned + Serialize + Debug>(value: &Value) -> Read {
    let model: T = serde_json::from_value(value.clone()).unwrap();
    Read {
        debug: format!("{model:#?}"),
        redacted: serde_json::to_value(&model).unwrap(),
        revealed: serde_json::to_value(Revealed(&model)).unwrap(),
    }
}

/// Reads an example by the model of its schema.
fn read_named(name: &str, value: &Value) -> Read {
    struct Example<'v>(&'v Value, Option<Read>);
    impl calls::Reader for Example<'_> {
        fn read<T: Debug + DeserializeOwned + Serialize>(&mut self) {
            self.1 = Some(read::<T>(self.0));
        }
    }
    let schema = schema_of(crate::contract::document().value(), name);
    let mut example = Example(value, None);
    calls::read(
        &schema.unwrap_or_else(|| panic!("nothing refers to {name}")),
        &mut example,
    );
    example.1.unwrap()
}

/// The schema beside which a part of the contract refers to an example.
fn schema_of(part: &Value, example: &str) -> Option<String> {
    let target = format!("#/components/examples/{example}");
    if part
        .pointer(&format!("/examples/{example}/$ref"))
        .is_some_and(|it| *it == target)
    {
        let schema = part.pointer("/schema/$ref")?.as_str()?;
        return Some(schema.rsplit('/').next()?.to_owned());
    }
    match part {
        Value::Object(fields) => fields.values().find_map(|it| schema_of(it, example)),
        Value::Array(items) => items.iter().find_map(|it| schema_of(it, example)),
        _ => None,
    }
}

fn examples() -> Vec<(String, Value)> {
    let document = crate::contract::document();
    let examples = document
        .resolve("#/components/examples")
        .unwrap()
        .as_object()
        .unwrap();
    examples
        .iter()
        .map(|(name, example)| (name.clone(), example["value"].clone()))
        .collect()
}

#[test]
fn every_example_is_read_and_written_back_without_loss() {
    let examples = examples();
    assert!(examples.len() >= 19);
    for (name, value) in examples {
        let read = read_named(&name, &value);
        assert_eq!(read.revealed, value, "{name}");
        // What has a secret is looked at.
        if read.redacted != read.revealed {
            insta::assert_snapshot!(format!("{name}.rust"), read.debug);
            insta::assert_json_snapshot!(format!("{name}.json"), read.redacted);
        }
    }
}

/// Adds a field that nobody knows to every object, and replaces each enumeration's value by a new one.
fn estrange(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields.iter_mut() {
                match key.as_str() {
                    // Maps, whose keys are no fields.
                    "fields" | "order" => {}
                    "role" => *field = json!("Sheriff"),
                    "level" => *field = json!("Level99"),
                    "channel" => *field = json!("pigeon"),
                    // Also where a subscription's type is open; elsewhere it is any text.
                    "type" => *field = json!("eclipse"),
                    "gender" => *field = json!("Unheard of"),
                    _ => estrange(field),
                }
            }
            fields.insert(
                "brand_new".to_owned(),
                json!({ "deep": [1, null, "made up"] }),
            );
        }
        Value::Array(items) => items.iter_mut().for_each(estrange),
        _ => {}
    }
}

#[test]
fn what_the_contract_does_not_list_survives_a_round_trip() {
    for (name, mut value) in examples() {
        // What only a client writes has no unknown fields to keep.
        if value.get("success").is_none() {
            continue;
        }
        estrange(&mut value);
        let read = read_named(&name, &value);
        assert_eq!(read.revealed, value, "{name}");
        assert!(
            !read.debug.contains("made up"),
            "{name}: an unknown field may be a secret"
        );
        if name == "user2022" {
            insta::assert_snapshot!("estranged.rust", read.debug);
            insta::assert_json_snapshot!("estranged.json", read.redacted);
        }
    }
}

#[test]
fn a_phone_number_is_a_string_or_a_number() {
    let (_, value) = examples()
        .into_iter()
        .find(|(name, _)| name == "user2024")
        .unwrap();
    for phone in [json!("10000000001"), json!(10_000_000_001_i64), json!(null)] {
        let mut value = value.clone();
        value["payload"]["account"]["phone"] = phone;
        assert_eq!(read_named("user2024", &value).revealed, value);
    }
}

#[test]
fn no_snapshot_shows_a_token() {
    for (name, value) in examples() {
        let read = read_named(&name, &value);
        let shown = format!("{}{}", read.debug, read.redacted);
        for secret in ["eyJ", "7Vmade", "OVmade", "<JWT"] {
            assert!(!shown.contains(secret), "{name} shows {secret}");
        }
    }
}
