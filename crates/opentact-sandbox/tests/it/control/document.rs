//! The document says what is there, and nothing else is.

use reqwest::{Method, StatusCode};
use serde_json::Value;

use super::port::{DOCUMENT, Port, assert_fits};
use crate::world::ANN;

const METHODS: [Method; 6] = [
    Method::GET,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
    Method::OPTIONS,
];

fn paths() -> impl Iterator<Item = (&'static String, &'static Value)> {
    DOCUMENT["paths"].as_object().unwrap().iter()
}

fn filled(template: &str) -> String {
    template
        .replace("{user}", ANN)
        .replace("{sip_user}", "1000@example.sip.opentact.org")
        .replace("{token}", "0b8f3a52-43e4-4b1e-9f0e-5a4b8a1f6c11")
        .replace("{fault}", "1")
        .replace("{connection}", "d7411060-f28c-443d-adef-0da909d43dbe")
}

/// The examples of a request body or an answer.
fn examples(media: &Value) -> Vec<&Value> {
    let many = media["examples"].as_object().into_iter().flatten();
    let many = many.map(|(_, example)| &example["value"]);
    many.chain(media.get("example")).collect()
}

#[tokio::test]
async fn every_operation_answers_as_described() {
    for (template, item) in paths() {
        for method in METHODS {
            let Some(operation) = item.get(method.as_str().to_lowercase()) else {
                continue;
            };
            let body = &operation["requestBody"]["content"]["application/json"];
            let mut bodies: Vec<_> = examples(body).into_iter().cloned().map(Some).collect();
            if bodies.is_empty() {
                bodies.push(None);
            }
            for body in bodies {
                // A new one each time, as some of them add what may be there once.
                let port = Port::new().await;
                let path = filled(template);
                if path == "/openapi.yaml" || path == "/requests/stream" {
                    let response = port.request(method.clone(), &path).send().await.unwrap();
                    assert_eq!(response.status(), 200);
                    let types = operation["responses"]["200"]["content"]
                        .as_object()
                        .unwrap();
                    let found = response.headers()["content-type"].to_str().unwrap();
                    assert!(types.contains_key(found), "{found}");
                } else {
                    let (status, answer) = port.call(method.clone(), &path, body).await;
                    assert!(![403, 405, 500].contains(&status), "{path}: {answer}");
                    // What the example names is there or is told to be missing by its name.
                    assert_ne!(answer["message"], "Not found", "{path}");
                }
            }
        }
    }
}

#[tokio::test]
async fn nothing_else_answers() {
    let port = Port::new().await;
    for (template, item) in paths() {
        let path = filled(template);
        for method in METHODS {
            if item.get(method.as_str().to_lowercase()).is_some() {
                continue;
            }
            let response = port.request(method.clone(), &path).send().await.unwrap();
            assert_eq!(
                response.status(),
                StatusCode::METHOD_NOT_ALLOWED,
                "{method} {path}"
            );
            let allowed = response.headers()["allow"].to_str().unwrap().to_owned();
            let mut allowed: Vec<_> = allowed.split(',').filter(|it| *it != "HEAD").collect();
            allowed.sort_unstable();
            let keys = item.as_object().unwrap().keys();
            let mut described: Vec<_> = keys
                .filter(|key| *key != "parameters")
                .map(|key| key.to_uppercase())
                .collect();
            described.sort_unstable();
            assert_eq!(allowed, described, "{path}");
            let refusal: Value = response.json().await.unwrap();
            assert_fits(&DOCUMENT["components"]["schemas"]["Refusal"], &refusal);
        }
    }
    for path in [
        "/rest/auth",
        "/users/",
        "/users/a/b",
        "/faults/x",
        "/users/%ff",
        "//",
    ] {
        let response = port.request(Method::GET, path).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        let refusal: Value = response.json().await.unwrap();
        assert_fits(&DOCUMENT["components"]["schemas"]["Refusal"], &refusal);
    }
}

#[tokio::test]
async fn the_document_is_served_as_it_is() {
    let port = Port::new().await;
    let response = port
        .request(Method::GET, "/openapi.yaml")
        .send()
        .await
        .unwrap();
    let text = response.text().await.unwrap();
    assert_eq!(serde_saphyr::from_str::<Value>(&text).unwrap(), *DOCUMENT);
}

#[test]
fn every_example_fits_its_schema() {
    let mut seen = 0;
    let mut check = |media: &Value| {
        for example in examples(media) {
            assert_fits(&media["schema"], example);
            seen += 1;
        }
    };
    for (_, item) in paths() {
        for operation in METHODS
            .iter()
            .filter_map(|it| item.get(it.as_str().to_lowercase()))
        {
            check(&operation["requestBody"]["content"]["application/json"]);
            for (_, answer) in operation["responses"].as_object().unwrap() {
                check(&answer["content"]["application/json"]);
            }
        }
    }
    for (_, answer) in DOCUMENT["components"]["responses"].as_object().unwrap() {
        check(&answer["content"]["application/json"]);
    }
    assert!(seen > 40, "{seen}");
}

#[tokio::test]
async fn a_sandbox_has_no_control_port_unless_asked() {
    let world = crate::world::World::new().await;
    assert_eq!(world.sandbox.control_url(), None);
}
