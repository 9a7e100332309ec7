//! Every example in the contract, read by the models and written back.

use opentact::Revealed;
use opentact::models;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A named example of the contract, read by its model.
struct Read {
    /// The value as Rust shows it.
    debug: String,
    /// The value written back, secrets redacted.
    redacted: Value,
    /// The value written back, secrets in clear.
    revealed: Value,
}

fn read<T: DeserializeOwned + Serialize + std::fmt::Debug>(value: &Value) -> Read {
    let model: T = serde_json::from_value(value.clone()).unwrap();
    Read {
        debug: format!("{model:#?}"),
        redacted: serde_json::to_value(&model).unwrap(),
        revealed: serde_json::to_value(Revealed(&model)).unwrap(),
    }
}

/// Reads an example by the model that stands for it.
fn read_named(name: &str, value: &Value) -> Read {
    match name {
        "user2020" | "user2022" | "user2024" => read::<models::AuthenticateResponse>(value),
        "createdSubscription" => read::<models::SubscriptionResponse>(value),
        "loginEvents" => read::<models::CreateSubscriptionRequest>(value),
        "deletedSubscription" => read::<models::DeleteSubscriptionResponse>(value),
        "subscriptions" => read::<models::ListSubscriptionsResponse>(value),
        "createdToken" => read::<models::CreateTokenResponse>(value),
        "nameAndLifetime" => read::<models::CreateTokenRequest>(value),
        "deletedTokens" => read::<models::DeleteAllTokensResponse>(value),
        "deletedToken" | "changedToken" => read::<models::TokenResponse>(value),
        "noTokens" | "tokens" => read::<models::ListTokensResponse>(value),
        "internalServerErrorTemplate"
        | "invalidParameters"
        | "notFound"
        | "tooManyRequests"
        | "unauthorized"
        | "unauthorizedTemplate" => read::<models::ErrorResponse>(value),
        other => panic!("no model is named for the example {other}"),
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
        insta::assert_snapshot!(format!("{name}.rust"), read.debug);
        insta::assert_json_snapshot!(format!("{name}.json"), read.redacted);
    }
}

/// Adds a field that nobody knows to every object, and replaces each enumeration's value by a new one.
fn estrange(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields.iter_mut() {
                match key.as_str() {
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
        // What only a client writes has no unknown fields to keep, and `fields` is a map of errors.
        let sent = ["loginEvents", "nameAndLifetime"];
        if sent.contains(&name.as_str()) || value.get("fields").is_some() {
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
