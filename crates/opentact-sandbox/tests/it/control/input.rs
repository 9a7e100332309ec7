//! Bad input is refused by the name of the field, and nothing happens.

use reqwest::Method;
use serde_json::{Value, json};

use super::port::{Port, check};
use crate::world::ANN;

fn message<'a>(fields: &'a Value, name: &str) -> &'a str {
    let message = fields[name]["message"].as_str();
    message.unwrap_or_else(|| panic!("{name} is not in {fields}"))
}

#[tokio::test]
async fn a_wrong_field_is_named() {
    let port = Port::new().await;
    let of_ann = |path: &str| format!("/users/{ANN}{path}");
    for (method, path, body, field) in [
        (
            Method::POST,
            "/users".to_owned(),
            json!({ "email": "a" }),
            "body",
        ),
        (
            Method::POST,
            "/users".to_owned(),
            json!({ "email": 1, "password": "x" }),
            "email",
        ),
        (
            Method::POST,
            "/users".to_owned(),
            json!({ "email": "a:b", "password": "x" }),
            "email",
        ),
        (
            Method::POST,
            "/users".to_owned(),
            json!({ "email": "a", "password": "x", "tokens": [{ "name": "ci", "token": "x" }] }),
            "tokens",
        ),
        (
            Method::POST,
            "/users".to_owned(),
            json!({ "email": "a", "password": "x", "account": { "balance": "x" } }),
            "account.balance",
        ),
        (
            Method::PATCH,
            of_ann(""),
            json!({ "disabled": "yes" }),
            "disabled",
        ),
        (Method::PATCH, of_ann(""), json!({ "email": "x" }), "email"),
        (
            Method::POST,
            of_ann("/sip-users"),
            json!({ "login": [] }),
            "login",
        ),
        (
            Method::POST,
            of_ann("/tokens"),
            json!({ "name": "" }),
            "name",
        ),
        (
            Method::POST,
            of_ann("/tokens"),
            json!({ "name": "ü".repeat(256) }),
            "name",
        ),
        (
            Method::POST,
            of_ann("/tokens"),
            json!({ "name": "ci", "ttl": -1 }),
            "ttl",
        ),
        (
            Method::POST,
            of_ann("/google-tokens"),
            json!({ "ttl": 1.5 }),
            "ttl",
        ),
        (
            Method::POST,
            of_ann("/facebook-tokens"),
            json!({ "audience": "x" }),
            "audience",
        ),
        (
            Method::PUT,
            "/clock".to_owned(),
            json!({ "now": "yesterday" }),
            "now",
        ),
        (
            Method::POST,
            "/clock/advance".to_owned(),
            json!({ "seconds": -1 }),
            "seconds",
        ),
        (
            Method::POST,
            "/faults".to_owned(),
            json!({ "action": "explode" }),
            "action",
        ),
        (
            Method::POST,
            "/faults".to_owned(),
            json!({ "action": "status" }),
            "status",
        ),
        (
            Method::POST,
            "/faults".to_owned(),
            json!({ "action": "stall", "operation": "makeCoffee" }),
            "operation",
        ),
        (
            Method::POST,
            "/faults".to_owned(),
            json!({ "action": "stall", "probability": 2 }),
            "probability",
        ),
        (
            Method::POST,
            "/faults".to_owned(),
            json!({ "action": "stall", "x": 1 }),
            "x",
        ),
        (Method::POST, "/faults".to_owned(), json!("stall"), "body"),
        (
            Method::PUT,
            "/seed".to_owned(),
            json!({ "people": [] }),
            "seed",
        ),
    ] {
        let fields = port.wrong(method, &path, body).await;
        message(&fields, field);
    }
    assert_eq!(port.get("/faults").await, json!([]));
    assert_eq!(port.get("/users").await.as_array().unwrap().len(), 2);
    assert_eq!(port.get("/clock").await["offset_ms"], 0);
}

#[tokio::test]
async fn bodies_have_an_end_and_are_json() {
    let port = Port::new().await;
    for (method, path, body, field) in [
        (Method::POST, "/faults", "x".repeat(102_401), "body"),
        (
            Method::POST,
            "/faults",
            "x".repeat(20 * 1024 * 1024),
            "body",
        ),
        (Method::PUT, "/seed", " ".repeat(1024 * 1024 + 1), "body"),
        (Method::PUT, "/seed", "[".repeat(100_000), "seed"),
        (Method::POST, "/faults", "[".repeat(100_000), "body"),
        (
            Method::POST,
            "/faults",
            "{\"action\": \"stall\"} x".to_owned(),
            "body",
        ),
        (Method::POST, "/faults", "{".to_owned(), "body"),
    ] {
        let request = port.request(method.clone(), path).body(body);
        let Ok(response) = request.send().await else {
            // What is far too long is not read to its end.
            continue;
        };
        let (status, answer) = check(&method, path, response).await;
        assert_eq!(status, 400, "{answer}");
        message(&answer["fields"], field);
    }
    assert_eq!(port.get("/faults").await, json!([]));
}

#[tokio::test]
async fn a_refused_secret_is_not_repeated() {
    let port = Port::new().await;
    for (method, path, body) in [
        (
            Method::POST,
            "/users",
            json!({ "email": "a", "password": ["hunter2"] }),
        ),
        (
            Method::POST,
            "/users",
            json!({ "email": "a", "password": "hunter2", "x": 1 }),
        ),
        (Method::POST, "/users", json!("hunter2")),
        (Method::PUT, "/seed", json!({ "users": "hunter2" })),
        (
            Method::PUT,
            "/seed",
            json!({ "users": [{ "email": "a", "password": ["hunter2"] }] }),
        ),
    ] {
        let fields = port.wrong(method, path, body).await;
        assert!(!fields.to_string().contains("hunter2"), "{fields}");
    }
}
