//! Each fault as the client of the API meets it.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use opentact_referee::{Answer, Watch};
use opentact_sandbox::{Error, Fault, Operation, Sandbox};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::port::Port;
use crate::world::{ANN, ANN_PASSWORD, World};

/// What comes back on a connection of its own, down to the last byte before it is closed.
async fn raw(world: &World, request: &str) -> String {
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // That a connection is reset is an end too.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).unwrap()
}

/// `POST /rest/token` by Ann, as text.
async fn creation(world: &World) -> String {
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let body = r#"{"name":"lost"}"#;
    format!(
        "POST /rest/token HTTP/1.1\r\nHost: sandbox\r\nX-Auth-Token: {jwt}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

/// The names of Ann's tokens, as the owner sees them.
async fn tokens(world: &World) -> usize {
    world.sandbox.tokens(ANN).await.unwrap().len()
}

async fn answer(port: &Port) -> (u16, Value) {
    let request = port.world.request(Method::GET, "/rest/auth");
    let request = request.basic_auth(ANN, Some(ANN_PASSWORD));
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    (status, response.json().await.unwrap())
}

#[tokio::test]
async fn a_status_comes_with_an_envelope_and_so_often() {
    let port = Port::new().await;
    let fault = json!({ "action": "status", "status": 503, "message": "Gone fishing", "next": 2 });
    let set = port.post("/faults", fault).await;
    assert_eq!(set["operation"], "*");
    for _ in 0..2 {
        let (status, body) = answer(&port).await;
        let envelope = json!({ "success": false, "message": "Gone fishing", "status": 503 });
        assert_eq!((status, body), (503, envelope));
    }
    assert_eq!(answer(&port).await.0, 200);
    assert_eq!(port.get("/faults/1").await["met"], 2);
    let requests = port.get("/requests").await;
    assert_eq!(
        (&requests[1]["fault"], &requests[1]["status"]),
        (&json!(1), &json!(503))
    );
    assert_eq!(requests[2]["fault"], Value::Null);
    assert_eq!(port.get("/stats").await["faults"], 2);
}

#[tokio::test]
async fn a_status_may_have_a_body_of_its_own() {
    let port = Port::new().await;
    for (body, content_type) in [
        ("<h1>Bad gateway</h1>", "text/html; charset=utf-8"),
        (r#"{"oops":1}"#, "application/json"),
    ] {
        let fault = json!({ "action": "status", "status": 502, "body": body });
        port.post("/faults", fault).await;
        let response = port.world.request(Method::GET, "/x").send().await.unwrap();
        assert_eq!(response.status(), 502);
        assert_eq!(response.headers()["content-type"], content_type);
        assert_eq!(response.text().await.unwrap(), body);
    }
}

#[tokio::test]
async fn a_status_that_forbids_a_body_has_none() {
    let port = Port::new().await;
    for status in [204, 205, 304] {
        for body in [None, Some("<h1>Nothing</h1>")] {
            let fault = match body {
                None => Fault::status(status),
                Some(body) => Fault::status_with_body(status, body),
            };
            port.world.sandbox.faults().add(fault).unwrap();
            let request = "GET /rest/auth HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\r\n";
            let answer = raw(&port.world, request).await;
            assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")));
            assert!(answer.ends_with("\r\n\r\n"), "{answer}");
            assert!(!answer.contains("content-type"), "{answer}");
        }
    }
}

#[tokio::test]
async fn a_fault_is_for_one_operation_or_for_all() {
    let port = Port::new().await;
    let fault = json!({ "action": "status", "status": 500, "operation": "listTokens" });
    port.post("/faults", fault).await;
    assert_eq!(answer(&port).await.0, 200);
    let list = || port.world.request(Method::GET, "/rest/token/list").send();
    assert_eq!(list().await.unwrap().status(), 500);
    assert_eq!(list().await.unwrap().status(), 401);
    port.post("/faults", json!({ "action": "status", "status": 500 }))
        .await;
    let other = port
        .world
        .request(Method::GET, "/no/operation")
        .send()
        .await;
    assert_eq!(other.unwrap().status(), 500);
}

#[tokio::test]
async fn a_rate_limit_says_when_to_come_back() {
    let port = Port::new().await;
    port.post(
        "/faults",
        json!({ "action": "rate_limit", "retry_after": 7 }),
    )
    .await;
    let response = port
        .world
        .request(Method::GET, "/rest/auth")
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["retry-after"], "7");
    let body: Value = response.json().await.unwrap();
    assert_eq!(body["message"], "Too many requests");
}

#[tokio::test]
async fn whoever_looks_on_is_told_what_a_fault_has_made() {
    let seen = Arc::<Mutex<Vec<_>>>::default();
    let (watch, shown) = (Watch::new(), Arc::clone(&seen));
    let judge = watch.judge();
    let builder = Sandbox::builder().observer(move |exchange| {
        shown.lock().unwrap().push(exchange.fault);
        // What a fault makes is of the contract too, where it is not told otherwise.
        judge(&Answer {
            method: exchange.method,
            target: exchange.target,
            request_headers: exchange.request_headers,
            status: exchange.status,
            headers: exchange.headers,
            body: exchange.body,
        });
    });
    let sandbox = builder.start().await.unwrap();
    let url = format!("{}/rest/auth", sandbox.base_url());
    let limit = sandbox
        .faults()
        .add(Fault::rate_limit(Duration::from_secs(7)).next(1))
        .unwrap();
    let delay = Fault::delay(Duration::ZERO).next(1);
    sandbox.faults().add(delay).unwrap();
    for status in [429, 401, 401] {
        assert_eq!(reqwest::get(&url).await.unwrap().status(), status);
    }
    assert_eq!(*seen.lock().unwrap(), [Some(limit.id), None, None]);
    sandbox.faults().add(Fault::status(503)).unwrap();
    assert_eq!(reqwest::get(&url).await.unwrap().status(), 503);
    assert_eq!(watch.take().len(), 1);
}

#[tokio::test]
async fn a_delay_is_by_the_real_clock_and_then_all_is_as_ever() {
    let port = Port::new().await;
    port.post("/faults", json!({ "action": "delay", "delay_ms": 120 }))
        .await;
    let since = Instant::now();
    assert_eq!(answer(&port).await.0, 200);
    assert!(since.elapsed() >= Duration::from_millis(120));
    assert!(
        port.get("/requests").await[0]["duration_ms"]
            .as_f64()
            .unwrap()
            >= 120.0
    );
    // One that is removed while it lasts lasts no longer.
    port.post("/faults", json!({ "action": "delay", "delay_ms": 60_000 }))
        .await;
    let cleared = async {
        while port.get("/stats").await["faults"] != 2 {}
        port.delete("/faults").await;
    };
    let ((status, _), ()) = tokio::join!(answer(&port), cleared);
    assert_eq!(status, 200);
}

#[tokio::test]
async fn a_stalled_request_has_no_answer_and_loses_its_connection_with_the_fault() {
    let port = Port::new().await;
    let request = creation(&port.world).await;
    port.post("/faults", json!({ "action": "stall" })).await;
    let seen = async {
        // It is in the log while it stalls.
        while port.get("/requests?after=1").await == json!([]) {}
        let requests = port.get("/requests?after=1").await;
        assert_eq!(
            (&requests[0]["fault"], &requests[0]["status"]),
            (&json!(1), &Value::Null)
        );
        port.delete("/faults/1").await;
    };
    let (answer, ()) = tokio::join!(raw(&port.world, &request), seen);
    assert_eq!((answer.as_str(), tokens(&port.world).await), ("", 0));
    assert_eq!(port.get("/requests").await.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_connection_is_closed_before_anything_is_done() {
    let port = Port::new().await;
    let request = creation(&port.world).await;
    port.post("/faults", json!({ "action": "close_before" }))
        .await;
    assert_eq!(raw(&port.world, &request).await, "");
    assert_eq!(tokens(&port.world).await, 0);
}

#[tokio::test]
async fn a_connection_is_closed_after_all_is_done() {
    let port = Port::new().await;
    let request = creation(&port.world).await;
    port.post("/faults", json!({ "action": "close_after" }))
        .await;
    assert_eq!(raw(&port.world, &request).await, "");
    assert_eq!(tokens(&port.world).await, 1);
    let requests = port.get("/requests?operation=createToken").await;
    assert_eq!(requests[0]["status"], Value::Null);
    assert!(requests[0]["user"].is_string());
}

#[tokio::test]
async fn a_connection_is_closed_in_the_middle_of_the_body() {
    let port = Port::new().await;
    let request = creation(&port.world).await;
    port.post("/faults", json!({ "action": "close_midway" }))
        .await;
    let answer = raw(&port.world, &request).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 201 Created\r\n"), "{head}");
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.unwrap().parse().unwrap();
    assert_eq!(body.len(), length / 2, "{body}");
    assert!(body.starts_with("{\"") && tokens(&port.world).await == 1);
    // A client with a library sees that it breaks off.
    port.post("/faults", json!({ "action": "close_midway" }))
        .await;
    let response = port.world.request(Method::GET, "/x").send().await.unwrap();
    assert!(response.bytes().await.is_err());
}

#[tokio::test]
async fn a_truncated_body_looks_complete() {
    let port = Port::new().await;
    let request = creation(&port.world).await;
    port.post("/faults", json!({ "action": "truncate" })).await;
    let answer = raw(&port.world, &request).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(
        head.contains(&format!("content-length: {}", body.len())),
        "{head}"
    );
    assert!(serde_json::from_str::<Value>(body).is_err() && body.starts_with("{\""));
    assert_eq!(tokens(&port.world).await, 1);
}

#[tokio::test]
async fn a_patch_is_laid_over_the_answer() {
    let port = Port::new().await;
    let request = creation(&port.world).await;
    let patch = json!({ "success": null, "payload": { "name": 7, "odd": { "a": [null] } } });
    let fault = json!({ "action": "merge", "patch": patch, "operation": "createToken" });
    assert_eq!(port.post("/faults", fault).await["patch"], patch);
    let answer = raw(&port.world, &request).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 201 Created\r\n"), "{head}");
    let length = format!("content-length: {}", body.len());
    assert!(head.contains(&length), "{head}");
    let body: Value = serde_json::from_str(body).unwrap();
    assert_eq!(body.get("success"), None);
    assert_eq!(body["payload"]["name"], 7);
    assert_eq!(body["payload"]["odd"], json!({ "a": [null] }));
    assert!(body["payload"]["token"].is_string(), "{body}");
    assert_eq!(tokens(&port.world).await, 1);
}

#[tokio::test]
async fn the_same_seed_gives_the_same_faults_from_one_sandbox_to_the_next() {
    let statuses = async |seed: u32| {
        let port = Port::new().await;
        let fault = json!({ "action": "status", "status": 500, "probability": 0.4, "seed": seed });
        port.post("/faults", fault).await;
        let mut statuses = Vec::new();
        for _ in 0..40 {
            let response = port.world.request(Method::GET, "/x").send().await.unwrap();
            statuses.push(response.status().as_u16());
        }
        statuses
    };
    let one = statuses(7).await;
    assert_eq!(one, statuses(7).await);
    assert_ne!(one, statuses(8).await);
    assert!(one.contains(&500) && one.contains(&404));
    // A drawn seed is told, so that what was seen can be had again.
    let port = Port::new().await;
    let set = port
        .post("/faults", json!({ "action": "stall", "probability": 0.0 }))
        .await;
    assert!(set["seed"].is_u64(), "{set}");
}

#[tokio::test]
async fn faults_are_listed_and_removed() {
    let port = Port::new().await;
    for action in ["stall", "truncate"] {
        port.post("/faults", json!({ "action": action })).await;
    }
    let set = port.get("/faults").await;
    assert_eq!(
        (&set[0]["id"], &set[1]["action"]),
        (&json!(1), &json!("truncate"))
    );
    port.delete("/faults/1").await;
    assert_eq!(port.call(Method::DELETE, "/faults/1", None).await.0, 404);
    assert_eq!(port.call(Method::GET, "/faults/1", None).await.0, 404);
    port.delete("/faults").await;
    assert_eq!(port.get("/faults").await, json!([]));
}

#[tokio::test]
async fn the_library_sets_faults_too() {
    let world = World::new().await;
    let faults = world.sandbox.faults();
    let fault = Fault::status(503).next(2).on(Operation::ListTokens);
    let set = faults.add(fault).unwrap();
    let list = || world.request(Method::GET, "/rest/token/list").send();
    assert_eq!(list().await.unwrap().status(), 503);
    assert_eq!(faults.get(set.id).unwrap().met, 1);
    assert_eq!(world.sandbox.stats().faults, 1);
    faults.clear();
    assert_eq!(list().await.unwrap().status(), 401);
    assert!(matches!(
        faults.add(Fault::status(99)),
        Err(Error::Fault { .. })
    ));
}

#[tokio::test]
async fn a_sandbox_with_stalled_requests_stops_at_once() {
    let World { sandbox, watch, .. } = Port::new().await.world;
    sandbox.faults().add(Fault::stall()).unwrap();
    let mut stream = TcpStream::connect(sandbox.address()).await.unwrap();
    let request = b"GET /rest/auth HTTP/1.1\r\nHost: sandbox\r\n\r\n";
    stream.write_all(request).await.unwrap();
    while sandbox.stats().requests == 0 {
        tokio::task::yield_now().await;
    }
    // Five seconds are what it would wait for one that does not end.
    let stopped = tokio::time::timeout(Duration::from_secs(4), sandbox.shutdown());
    assert!(stopped.await.is_ok());
    assert_eq!(watch.answers(), 0);
}
