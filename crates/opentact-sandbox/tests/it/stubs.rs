//! A stub answers what the contract does not know, and keeps what came in.

use opentact_sandbox::{Fault, Operation};
use reqwest::Method;
use serde_json::{Value, json};

use crate::world::{ANN, World, send};

#[tokio::test]
async fn a_stub_answers_as_often_as_it_should_and_keeps_what_came_in() {
    let world = World::new().await;
    let sandbox = &world.sandbox;
    let refusal = json!({"success": false, "message": "Not enough balance"});
    let first = sandbox.stub("POST", "/rest/sms").once();
    let first = first.reply(402, refusal.clone()).unwrap();
    let then = sandbox
        .stub("POST", "/rest/sms")
        .reply(201, json!(1))
        .unwrap();
    let text = json!({"to": "12015550123", "message": "hello"});
    let mut answers = Vec::new();
    for _ in 0..3 {
        let request = world
            .by_ann(Method::POST, "/rest/sms?take=1&jwt=planted")
            .await;
        let (status, answer) = send(request.json(&text)).await;
        answers.push((status.as_u16(), answer));
    }
    assert_eq!(answers, [(402, refusal), (201, json!(1)), (201, json!(1))]);

    let received = sandbox.stubs().received(first.id);
    let [request] = received.as_slice() else {
        panic!("{received:?}")
    };
    assert_eq!(
        (request.method.as_str(), request.path.as_str()),
        ("POST", "/rest/sms")
    );
    assert_eq!(request.query, [("take".to_owned(), "1".to_owned())]);
    assert_eq!(request.json(), text);
    let shown = format!("{request:?}").to_lowercase();
    assert!(
        !shown.contains("planted") && !shown.contains("authorization"),
        "{shown}"
    );
    assert!(shown.contains("application/json"), "{shown}");
    assert_eq!(sandbox.stubs().get(then.id).unwrap().met, 2);

    let log = sandbox.requests();
    assert_eq!(log.last().unwrap().stub, Some(then.id));
    assert!(sandbox.stubs().remove(then.id) && !sandbox.stubs().remove(then.id));
    let (status, _) = send(world.by_ann(Method::POST, "/rest/sms").await).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn a_stub_takes_the_place_of_an_operation_after_its_faults_until_a_reset() {
    let world = World::new().await;
    let sandbox = &world.sandbox;
    let stub = sandbox
        .stub("GET", "/rest/token/list")
        .content_type("text/csv");
    stub.reply(200, "a,b").unwrap();
    sandbox.faults().add(Fault::status(503)).unwrap();
    let asked = async || {
        let response = world
            .request(Method::GET, "/rest/token/list")
            .send()
            .await
            .unwrap();
        let header = |name: &str| {
            let value = response.headers().get(name);
            value.map(|it| it.to_str().unwrap().to_owned())
        };
        let (media, grade) = (header("content-type"), header("x-sandbox-grade"));
        let status = response.status().as_u16();
        (status, media, grade, response.text().await.unwrap())
    };
    assert_eq!(asked().await.0, 503);
    let some = |text: &str| Some(text.to_owned());
    let stubbed = (200, some("text/csv"), some("stub"), "a,b".to_owned());
    assert_eq!(asked().await, stubbed);
    sandbox.reset().await.unwrap();
    let (status, _, grade, _) = asked().await;
    assert_eq!((status, grade), (401, some("written")));
    assert_eq!(sandbox.stubs().list(), []);
}

#[tokio::test]
async fn the_log_shows_what_the_contract_calls_no_secret() {
    let world = World::new().await;
    let uuid = "60e9fa76-20e7-45ee-bf24-8c4a95143dad";
    let path = format!("/rest/token/{uuid}");
    let request = world.by_ann(Method::PATCH, &path).await;
    send(request.json(&json!({"name": "ci", "password": "planted"}))).await;
    send(world.by_ann(Method::DELETE, "/rest/token/planted").await).await;
    let mut log = world.sandbox.requests();
    log.retain(|it| it.operation != Some(Operation::Authenticate));
    let [change, deletion] = log.as_slice() else {
        panic!("{log:?}")
    };
    assert_eq!(change.path, path);
    let body: Value = serde_json::from_str(change.body.as_ref().unwrap()).unwrap();
    assert_eq!(body, json!({"name": "ci", "password": "[redacted]"}));
    assert_eq!(deletion.path, "/rest/token/[redacted]");
    assert!(!format!("{log:?}").contains("planted"));
    assert!(world.sandbox.user(ANN).await.is_ok());
}
