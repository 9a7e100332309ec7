//! The log of requests and the counts.

use opentact_sandbox::Operation;
use reqwest::Method;
use serde_json::{Value, json};

use super::port::{DOCUMENT, Port, assert_fits};
use crate::world::{ANN, ANN_PASSWORD, BOB, BOB_PASSWORD, send};

const PLANTED: &str = "PlantedPlantedPlantedPlantedPlantedPlantedPlante";

#[tokio::test]
async fn no_planted_secret_is_in_the_log() {
    let port = Port::new().await;
    let world = &port.world;
    let by = |request: reqwest::RequestBuilder| async { request.send().await.unwrap() };
    let path = format!("/rest/token/{PLANTED}");
    by(world.request(Method::DELETE, &path)).await;
    by(world.request(Method::GET, &format!("/{PLANTED}/x"))).await;
    for name in [
        "jwt",
        "bearer",
        "google_token",
        "facebook_token",
        "ha1b",
        PLANTED,
    ] {
        let request = world.request(Method::GET, "/rest/auth");
        by(request.query(&[(name, PLANTED)])).await;
    }
    for name in [
        "authorization",
        "x-auth-token",
        "x-auth-google-token",
        "x-auth-facebook-token",
        "x-auth-ha1b-token",
        "cookie",
        "proxy-authorization",
        "referer",
        "x-other",
    ] {
        by(world
            .request(Method::GET, "/rest/auth")
            .header(name, PLANTED))
        .await;
    }
    let basic = world.request(Method::GET, "/rest/auth");
    by(basic.basic_auth(ANN, Some(PLANTED))).await;
    by(world
        .request(Method::GET, "/rest/auth")
        .bearer_auth(PLANTED))
    .await;
    for body in [
        json!({ "name": "ci", "password": PLANTED }).to_string(),
        json!({ "token": { "name": PLANTED } }).to_string(),
        json!({ PLANTED: 1 }).to_string().replace(PLANTED, "x"),
        json!([PLANTED]).to_string(),
        PLANTED.to_owned(),
        PLANTED.repeat(10_000),
    ] {
        by(world.request(Method::POST, "/rest/token").body(body)).await;
    }
    let log = port.get("/requests").await;
    assert_eq!(log.as_array().unwrap().len(), 25);
    for shown in [log.to_string(), format!("{:?}", world.sandbox.requests())] {
        assert!(!shown.to_lowercase().contains("planted"), "{shown}");
        assert!(!shown.contains("UGxhbnRlZ"), "{shown}");
    }
    assert_eq!(log[0]["path"], "/rest/token/[redacted]");
    assert_eq!(log[2]["query"], "jwt=[redacted]");
    assert_eq!(log[2]["credentials"], json!(["jwtQuery"]));
}

#[tokio::test]
async fn a_request_is_shown_with_what_is_no_secret() {
    let port = Port::new().await;
    port.world
        .token_of_ann(json!({ "name": "ci", "ttl": 60 }))
        .await;
    let log = port.get("/requests").await;
    let user = port.get(&format!("/users/{ANN}")).await;
    let create = &log[1];
    for (field, value) in [
        ("id", json!(2)),
        ("operation", json!("createToken")),
        ("method", json!("POST")),
        ("path", json!("/rest/token")),
        ("query", json!("")),
        ("credentials", json!(["jwt"])),
        ("body", json!(r#"{"name":"ci","ttl":60}"#)),
        ("user", user["uuid"].clone()),
        ("status", json!(201)),
    ] {
        assert_eq!(create[field], value, "{field}");
    }
    let header = |name: &str| {
        let headers = create["headers"].as_array().unwrap();
        headers.iter().find(|it| it["name"] == name).unwrap()["value"].clone()
    };
    assert_eq!(header("content-type"), "application/json");
    assert_eq!(header("x-auth-token"), "[redacted]");
}

#[tokio::test]
async fn the_log_is_filtered_and_cleared() {
    let port = Port::new().await;
    let jwt = port.world.jwt(ANN, ANN_PASSWORD).await;
    port.world.jwt(BOB, BOB_PASSWORD).await;
    send(
        port.world
            .request(Method::GET, "/rest/token/list")
            .header("X-Auth-Token", jwt),
    )
    .await;
    send(port.world.request(Method::PUT, "/rest/token/list")).await;
    for (query, ids) in [
        ("", vec![1, 2, 3, 4]),
        ("?after=2", vec![3, 4]),
        ("?operation=authenticate", vec![1, 2]),
        ("?operation=authenticate&after=1", vec![2]),
    ] {
        let found = port.get(&format!("/requests{query}")).await;
        let found: Vec<_> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|it| &it["id"])
            .collect();
        assert_eq!(found, ids, "{query}");
    }
    for field in ["after", "operation", "order"] {
        let path = format!("/requests?{field}=x");
        let (status, answer) = port.call(Method::GET, &path, None).await;
        assert_eq!(status, 400);
        assert!(answer["fields"][field].is_object(), "{answer}");
    }
    port.delete("/requests").await;
    assert_eq!(port.get("/requests").await, json!([]));
    assert_eq!(port.get("/stats").await["requests"], 4);
}

/// The next event of a stream: its name, id and data.
async fn event(response: &mut reqwest::Response) -> Option<(String, String, Value)> {
    let mut text = String::new();
    while !text.ends_with("\n\n") {
        text.push_str(std::str::from_utf8(&response.chunk().await.ok()??).unwrap());
    }
    let field = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_default().trim().to_owned()
    };
    let data = serde_json::from_str(&field("data:")).unwrap();
    Some((field("event:"), field("id:"), data))
}

#[tokio::test]
async fn the_log_is_followed_as_it_grows() {
    let port = Port::new().await;
    port.world.jwt(ANN, ANN_PASSWORD).await;
    let follow = |last: Option<&str>| {
        let request = port.request(Method::GET, "/requests/stream");
        let request = last
            .into_iter()
            .fold(request, |it, id| it.header("Last-Event-ID", id));
        async { request.send().await.unwrap() }
    };
    let (mut new, mut all) = (follow(None).await, follow(Some("0")).await);
    port.world.jwt(BOB, BOB_PASSWORD).await;
    let (name, id, data) = event(&mut new).await.unwrap();
    assert_eq!((name.as_str(), id.as_str()), ("request", "2"));
    assert_fits(&DOCUMENT["components"]["schemas"]["Request"], &data);
    assert_eq!(data, port.get("/requests?after=1").await[0]);
    for id in ["1", "2"] {
        assert_eq!(event(&mut all).await.unwrap().1, id);
    }
    for path in ["/requests", "/reset"] {
        match path {
            "/reset" => port.world.sandbox.reset().await.unwrap(),
            _ => port.delete(path).await,
        }
        let cleared = event(&mut new).await.unwrap();
        assert_eq!((cleared.0.as_str(), cleared.2), ("cleared", Value::Null));
    }
    // The stream ends with the sandbox, which does not wait for it.
    let since = std::time::Instant::now();
    port.world.sandbox.shutdown().await;
    assert!(event(&mut new).await.is_none());
    assert!(since.elapsed() < std::time::Duration::from_secs(4));
}

#[tokio::test]
async fn what_happens_is_counted() {
    let port = Port::new().await;
    port.world.jwt(ANN, ANN_PASSWORD).await;
    send(port.world.request(Method::GET, "/rest/auth")).await;
    send(port.world.request(Method::GET, "/rest/token/list")).await;
    let stats = port.get("/stats").await;
    for (field, count) in [
        ("requests", 3),
        ("logins", 1),
        ("refused", 2),
        ("refused_logins", 1),
    ] {
        assert_eq!(stats[field], count, "{field}");
    }
    assert_eq!(stats["connections"], 1);
    let counts = json!([
        { "operation": "authenticate", "status": 200, "count": 1 },
        { "operation": "authenticate", "status": 401, "count": 1 },
        { "operation": "listTokens", "status": 401, "count": 1 },
    ]);
    assert_eq!(stats["counts"], counts);
    let stats = port.world.sandbox.stats();
    assert_eq!(stats.counts[0].operation, Some(Operation::Authenticate));
}
