//! The contract's examples, judged by its schemas and not by our types, and each answer it documents.

use std::path::Path;
use std::time::Duration;

use jsonschema::Validator;
use opentact::Revealed;
use opentact_client::security::Operation;
use opentact_codegen::Document;
use opentact_sandbox::Grade;
use opentact_tests::World;
use serde_json::{Map, Value, json};

use crate::vectors::example;

/// The contract as its author wrote it.
pub(crate) fn document() -> Document {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |name: &str| std::fs::read_to_string(root.join(name));
    Document::load("openapi/opentact.yaml", &read).unwrap()
}

/// The contract, ready to judge.
struct Contract {
    document: Document,
}

impl Contract {
    fn read() -> Self {
        Self {
            document: document(),
        }
    }

    /// A validator for a schema of the contract. Every schema that it refers to comes along.
    fn validator(&self, schema: &Value) -> Validator {
        let mut root = to_json_schema(schema);
        let schemas = self.document.resolve("#/components/schemas").unwrap();
        let components: Map<String, Value> = schemas
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, schema)| (name.clone(), to_json_schema(schema)))
            .collect();
        root["components"] = json!({ "schemas": components });
        jsonschema::draft4::options()
            .should_validate_formats(true)
            .build(&root)
            .unwrap()
    }
}

/// OpenAPI 3.0 says `nullable` where JSON Schema has a type `null`.
fn to_json_schema(schema: &Value) -> Value {
    match schema {
        Value::Object(fields) => {
            let mut converted: Map<String, Value> = fields
                .iter()
                .filter(|(key, _)| *key != "nullable")
                .map(|(key, value)| (key.clone(), to_json_schema(value)))
                .collect();
            if fields.get("nullable") == Some(&Value::Bool(true)) {
                return json!({ "anyOf": [{ "type": "null" }, converted] });
            }
            if let Some(reference) = fields.get("$ref") {
                converted = Map::from_iter([("$ref".to_owned(), reference.clone())]);
            }
            Value::Object(converted)
        }
        Value::Array(items) => items.iter().map(to_json_schema).collect(),
        other => other.clone(),
    }
}

#[test]
fn every_example_fits_its_schema() {
    let contract = Contract::read();
    let mut judged = std::collections::BTreeSet::new();
    let mut media = Vec::new();
    collect_media(contract.document.value(), &mut media);
    for (schema, examples) in media {
        let validator = contract.validator(schema);
        for (name, example) in examples {
            let pointer = example["$ref"].as_str().unwrap();
            let value = &contract.document.resolve(pointer).unwrap()["value"];
            assert!(validator.is_valid(value), "{name} does not fit {schema}");
            judged.insert(name.clone());
        }
    }
    let examples = contract
        .document
        .resolve("#/components/examples")
        .unwrap()
        .as_object()
        .unwrap();
    for (name, example) in examples {
        if let Some(schema) = example.get("x-schema").and_then(Value::as_str) {
            let validator =
                contract.validator(&json!({ "$ref": format!("#/components/schemas/{schema}") }));
            assert!(
                validator.is_valid(&example["value"]),
                "{name} does not fit {schema}"
            );
            judged.insert(name.clone());
        }
    }
    let all: std::collections::BTreeSet<String> = examples.keys().cloned().collect();
    assert_eq!(
        judged, all,
        "an example that nothing refers to is judged by nothing"
    );
}

/// Every media type that has examples, with its schema.
fn collect_media<'v>(value: &'v Value, found: &mut Vec<(&'v Value, &'v Map<String, Value>)>) {
    match value {
        Value::Object(fields) => {
            if let (Some(schema), Some(Value::Object(examples))) =
                (fields.get("schema"), fields.get("examples"))
            {
                found.push((schema, examples));
            }
            fields
                .values()
                .for_each(|field| collect_media(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_media(item, found)),
        _ => {}
    }
}

#[test]
fn the_referee_can_show_red() {
    let contract = Contract::read();
    let schema = json!({ "$ref": "#/components/schemas/TokenResponse" });
    let validator = contract.validator(&schema);
    let good = json!({ "success": true, "payload": { "expired_on": "2020-10-26T16:42:12.951Z" } });
    assert!(validator.is_valid(&good));
    for bad in [
        json!({ "success": true, "payload": {} }),
        json!({ "success": "yes", "payload": good["payload"] }),
        json!({ "success": true, "payload": { "expired_on": "tomorrow" } }),
        json!({ "success": true, "payload": { "expired_on": null } }),
    ] {
        assert!(!validator.is_valid(&bad), "{bad}");
    }
}

#[tokio::test]
async fn every_answer_of_the_sandbox_is_judged() {
    let world = World::start().await;
    let ann = world.ann();
    let jwt = ann.whoami().await.unwrap().token.unwrap();
    let http = reqwest::Client::new();
    let base = world.sandbox.base_url();
    let send = async |method: &str, path: &str, body: &Option<Value>, authorized: bool| {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let mut request = http.request(method, format!("{base}{path}"));
        if authorized {
            request = request.header("X-Auth-Token", jwt.expose());
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        request.send().await.unwrap().status().as_u16()
    };

    for operation in Operation::ALL {
        let method = operation.method();
        let create = ann.tokens().create("of the referee");
        let created = create.ttl(Duration::from_secs(60)).await.unwrap();
        let subscribe = ann.subscriptions().create("auth").is_active(false);
        let subscription = subscribe.await.unwrap();
        let profile = ann
            .messaging_profiles()
            .create("of the referee")
            .await
            .unwrap();
        let uuid = match operation.path().contains("/profile/messaging/") {
            true => profile.uuid,
            false => subscription.uuid,
        };
        let given = example(*operation);
        let mut by_uuid = operation
            .path()
            .replace("{token}", &created.uuid.to_string())
            .replace("{uuid}", &uuid.to_string());
        for (name, value) in given["path"].as_object().unwrap() {
            by_uuid = by_uuid.replace(&format!("{{{name}}}"), value.as_str().unwrap());
        }
        for (name, value) in given["query"].as_object().into_iter().flatten() {
            by_uuid.push_str(&format!("?{name}={}", value.as_str().unwrap()));
        }
        let path = match operation {
            Operation::DeleteToken => operation.path().replace("{token}", created.token.expose()),
            _ => by_uuid.clone(),
        };
        let good = Some(given["body"].clone()).filter(|body| !body.is_null());
        let has_body = good.is_some();
        let odd = good
            .iter()
            .flat_map(|body| body.as_object().unwrap().keys());
        let bad: Map<String, Value> = odd.map(|key| (key.clone(), json!([[]]))).collect();
        let bad = Some(Value::Object(bad));

        let status = send(method, &path, &good, true).await;
        // What an example names is mostly nobody's here.
        let names = has_body || operation.path().contains('{');
        let is_good = (200..300).contains(&status) || names && matches!(status, 402 | 404);
        assert!(is_good, "{}: {status}", operation.id());
        assert_eq!(send(method, &path, &good, false).await, 401);
        if has_body {
            assert_eq!(send(method, &by_uuid, &bad, true).await, 400);
        }
        if operation.path().contains('{') && Grade::of(*operation) != Grade::Example {
            let nobody = ["{token}", "{uuid}", "{lease}"];
            let nobody = nobody.iter().fold(operation.path().to_owned(), |path, it| {
                path.replace(it, &uuid::Uuid::nil().to_string())
            });
            let nobody = nobody.replace("{tn}", "12015550199");
            assert_eq!(send(method, &nobody, &good, true).await, 404);
        }
        assert_eq!(send("PUT", &path, &None, true).await, 405);
        assert_eq!(send(method, "/rest/nowhere", &None, true).await, 404);
    }
    let answered = usize::try_from(world.sandbox.stats().requests).unwrap();
    assert_eq!(world.watch.answers(), answered);
    // What is wrong fails the test when the world ends; here, nothing was.
    assert_eq!(world.watch.take(), []);
}

#[test]
fn secrets_in_a_value_are_written_for_the_wire_alone() {
    let request: opentact::models::WssAuthRequest =
        serde_json::from_value(json!({ "type": "auth", "payload": "planted-4711" })).unwrap();
    assert!(!serde_json::to_string(&request).unwrap().contains("planted"));
    assert!(
        serde_json::to_string(&Revealed(&request))
            .unwrap()
            .contains("planted")
    );
}
