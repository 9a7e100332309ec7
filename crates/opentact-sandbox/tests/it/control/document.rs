//! The document says what is there, and nothing else is.

use opentact_sandbox::{
    Fault, NumberSeed, Operation, Sandbox, SandboxBuilder, TlsIdentity, UserSeed,
};
use reqwest::{Method, StatusCode};
use serde_json::Value;

use super::port::{DOCUMENT, Port, assert_fits};
use crate::{
    events::peer::Peer,
    world::{ANN, SIP_DOMAIN},
};

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

/// The examples of a request body or an answer.
fn examples(media: &Value) -> Vec<&Value> {
    let many = media["examples"].as_object().into_iter().flatten();
    let many = many.map(|(_, example)| &example["value"]);
    many.chain(media.get("example")).collect()
}

/// A sandbox in which everything is there that a path of the document can name, whoever connects,
/// and the paths' parameters.
async fn furnished(builder: SandboxBuilder) -> (Port, Option<Peer>, [(&'static str, String); 7]) {
    let port = Port::with(builder).await;
    let sandbox = &port.world.sandbox;
    let fault = Fault::status(503).on(Operation::ListTokens);
    let fault = sandbox.faults().add(fault).unwrap().id;
    let stub = sandbox.stub("POST", "/rest/sms").reply(201, "made up");
    let stub = stub.unwrap().id;
    let token = sandbox.create_token(ANN, "ci", None).await.unwrap();
    let peer = match sandbox.certificate() {
        Some(_) => None,
        None => Some(Peer::ann(&port.world).await),
    };
    let connection = sandbox.connections().first().map(|it| it.id.to_string());
    let number = NumberSeed::new("12015550100").callback_url("http://127.0.0.1:1/");
    let shop = UserSeed::new("shop@example.com", "made up").number(number);
    sandbox.add_user(shop).await.unwrap();
    let received = sandbox.receive_sms("12125550199", "12015550100", "hello");
    received.await.unwrap();
    let names = [
        ("{webhook}", "1".to_owned()),
        ("{user}", ANN.to_owned()),
        ("{sip_user}", format!("1000@{SIP_DOMAIN}")),
        ("{token}", token.record.uuid.to_string()),
        ("{fault}", fault.to_string()),
        ("{stub}", stub.to_string()),
        ("{connection}", connection.unwrap_or_default()),
    ];
    (port, peer, names)
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
                let builder = match template.as_str() {
                    "/certificate.pem" => Sandbox::builder().tls(TlsIdentity::generated()),
                    _ => Sandbox::builder(),
                };
                // A new one each time, as some of them add what may be there once.
                let (port, _peer, names) = furnished(builder).await;
                let fill = |path: String, (name, value): &(&str, String)| path.replace(name, value);
                let path = names.iter().fold(template.clone(), fill);
                let answers = operation["responses"].as_object().unwrap();
                let (expected, answer) =
                    answers.iter().find(|(it, _)| it.starts_with('2')).unwrap();
                let types = answer["content"].as_object().unwrap();
                let found = if types.contains_key("application/json") {
                    port.call(method.clone(), &path, body).await.0
                } else {
                    let response = port.request(method.clone(), &path).send().await.unwrap();
                    let found = response.headers()["content-type"].to_str().unwrap();
                    assert!(types.contains_key(found), "{path}: {found}");
                    response.status().as_u16()
                };
                assert_eq!(found.to_string(), *expected, "{method} {path}");
            }
        }
    }
}

#[tokio::test]
async fn nothing_else_answers() {
    let port = Port::new().await;
    for (template, item) in paths() {
        let path = template.replace("{user}", ANN).replace("{fault}", "1");
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
