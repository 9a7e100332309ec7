//! The limiter of logins: who is counted, for how long, and what is answered.

use std::{num::NonZeroU32, time::Duration};

use opentact_sandbox::{Fault, Operation, Sandbox, SandboxBuilder, SecurityScheme};
use reqwest::{Method, Response};
use serde_json::{Value, json};

use crate::world::{ANN, ANN_PASSWORD, BOB, BOB_PASSWORD, World, carry, send};

const WINDOW: Duration = Duration::from_secs(60);

fn limited(attempts: u32) -> SandboxBuilder {
    Sandbox::builder().login_limit(NonZeroU32::new(attempts).unwrap(), WINDOW)
}

async fn login(world: &World, email: &str, password: &str) -> u16 {
    let credential = format!("{email}:{password}");
    world.auth_status(SecurityScheme::Basic, &credential).await
}

fn seconds(response: &Response) -> u64 {
    let header = response.headers()["retry-after"].to_str().unwrap();
    header.parse().unwrap()
}

#[tokio::test]
async fn without_a_limit_any_number_of_logins_is_judged() {
    let world = World::new().await;
    for _ in 0..20 {
        assert_eq!(login(&world, ANN, "wrong").await, 401);
    }
    assert_eq!(login(&world, ANN, ANN_PASSWORD).await, 200);
}

#[tokio::test]
async fn too_many_logins_are_told_to_wait_and_get_in_when_they_have() {
    let world = World::with(limited(3)).await;
    for _ in 0..3 {
        assert_eq!(login(&world, ANN, "wrong").await, 401);
    }
    let request = world.request(Method::GET, "/rest/auth");
    let request = request.basic_auth(ANN, Some(ANN_PASSWORD));
    let response = request.try_clone().unwrap().send().await.unwrap();
    assert_eq!(response.status(), 429);
    let wait_s = seconds(&response);
    assert!((50..=60).contains(&wait_s), "{wait_s}");
    assert_eq!(response.headers()["content-type"], "application/json");
    let body: Value = response.json().await.unwrap();
    let refusal = json!({ "success": false, "message": "Too many requests", "status": 429 });
    assert_eq!(body, refusal);

    world.sandbox.clock().advance(Duration::from_secs(wait_s));
    assert_eq!(send(request).await.0, 200);
}

#[tokio::test]
async fn a_refused_login_does_not_lengthen_the_wait() {
    let world = World::with(limited(1)).await;
    assert_eq!(login(&world, ANN, ANN_PASSWORD).await, 200);
    for _ in 0..5 {
        world.sandbox.clock().advance(Duration::from_secs(9));
        assert_eq!(login(&world, ANN, ANN_PASSWORD).await, 429);
    }
    world.sandbox.clock().advance(Duration::from_secs(15));
    assert_eq!(login(&world, ANN, ANN_PASSWORD).await, 200);
}

#[tokio::test]
async fn nobody_waits_for_a_window_of_a_time_that_is_yet_to_come() {
    let world = World::with(limited(1).control()).await;
    let control = world.sandbox.control_url().unwrap();
    let set = |now: &str| {
        let request = world.http.put(format!("{control}/clock"));
        send(request.json(&json!({ "now": now })))
    };
    assert_eq!(set("2032-02-03T12:00:00Z").await.0, 200);
    for status in [200, 429] {
        assert_eq!(login(&world, ANN, ANN_PASSWORD).await, status);
    }
    assert_eq!(set("2031-02-03T12:00:00Z").await.0, 200);
    for status in [200, 429] {
        assert_eq!(login(&world, ANN, ANN_PASSWORD).await, status);
    }
}

#[tokio::test]
async fn a_success_counts_and_clears_nothing() {
    let world = World::with(limited(4)).await;
    for (password, status) in [
        ("wrong", 401),
        (ANN_PASSWORD, 200),
        ("wrong", 401),
        (ANN_PASSWORD, 200),
        (ANN_PASSWORD, 429),
    ] {
        assert_eq!(login(&world, ANN, password).await, status);
    }
}

#[tokio::test]
async fn an_address_is_counted_whoever_is_tried() {
    let world = World::with(limited(3)).await;
    for email in ["one@example.com", "two@example.com", BOB] {
        assert_eq!(login(&world, email, "wrong").await, 401);
    }
    assert_eq!(login(&world, ANN, ANN_PASSWORD).await, 429);
}

#[tokio::test]
async fn an_account_is_counted_wherever_the_attempts_come_from() {
    let listen = "0.0.0.0:0".parse().unwrap();
    let world = World::with(limited(4).listen(listen)).await;
    let port = world.sandbox.address().port();
    // All of 127.0.0.0/8 is this machine, and a client that binds to one of it comes from there.
    let from = async |host: u8, email: &str, password: &str| {
        let client = reqwest::Client::builder()
            .local_address(std::net::IpAddr::from([127, 0, 0, host]))
            .build()
            .unwrap();
        let request = client.get(format!("http://127.0.0.1:{port}/rest/auth"));
        send(request.basic_auth(email, Some(password)))
            .await
            .0
            .as_u16()
    };
    for (host, email) in [
        (2, ANN),
        (2, "ANN@example.com"),
        (3, ANN),
        (3, "Ann@Example.com"),
    ] {
        assert_eq!(from(host, email, "wrong").await, 401);
    }
    assert_eq!(from(4, ANN, ANN_PASSWORD).await, 429, "the account");
    assert_eq!(from(2, BOB, BOB_PASSWORD).await, 200, "another account");
    assert_eq!(
        from(4, "nobody@example.com", "wrong").await,
        401,
        "another address"
    );
}

#[tokio::test]
async fn an_unknown_account_is_counted_as_a_known_one() {
    let world = World::with(limited(2)).await;
    for email in ["nobody@example.com", "nobody@example.com"] {
        assert_eq!(login(&world, email, "wrong").await, 401);
    }
    assert_eq!(login(&world, "nobody@example.com", "wrong").await, 429);
}

#[tokio::test]
async fn every_kind_to_log_in_with_counts_and_what_the_api_hands_out_does_not() {
    let credentials = World::new().await.credentials_of_ann().await;
    for (scheme, _) in credentials {
        let world = World::with(limited(2)).await;
        let credentials = world.credentials_of_ann().await;
        let (_, secret) = credentials.iter().find(|(it, _)| *it == scheme).unwrap();
        let mut last = 0;
        for _ in 0..3 {
            last = world.auth_status(scheme, secret.expose()).await;
        }
        let handed_out = ["jwt", "jwtQuery", "bearer", "bearerQuery"].contains(&scheme.name());
        assert_eq!(
            last,
            if handed_out { 200 } else { 429 },
            "{}",
            scheme.name()
        );
    }
}

#[tokio::test]
async fn a_session_goes_on_while_logins_wait() {
    let world = World::with(limited(1)).await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    assert_eq!(login(&world, ANN, ANN_PASSWORD).await, 429);
    for _ in 0..5 {
        assert_eq!(world.auth_status(SecurityScheme::Jwt, &jwt).await, 200);
    }
}

#[tokio::test]
async fn every_operation_counts_and_nothing_is_done_by_a_refused_one() {
    let world = World::with(limited(1)).await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let basic = format!("{ANN}:{ANN_PASSWORD}");
    let create = world
        .request(Method::POST, "/rest/token")
        .json(&json!({ "name": "ci" }));
    let create = carry(create, SecurityScheme::Basic, &basic);
    assert_eq!(send(create).await.0, 429);
    let list = world
        .request(Method::GET, "/rest/token/list")
        .header("X-Auth-Token", jwt);
    assert_eq!(send(list).await.1["payload"], json!([]));
}

#[tokio::test]
async fn attempts_at_once_do_not_slip_by() {
    let world = World::with(limited(5)).await;
    let attempts = (0..32).map(|_| login(&world, ANN, "wrong"));
    let statuses = futures_util::future::join_all(attempts).await;
    let judged = statuses.iter().filter(|status| **status == 401).count();
    assert_eq!(judged, 5, "{statuses:?}");
    assert!(statuses.iter().all(|status| matches!(status, 401 | 429)));
}

#[tokio::test]
async fn what_is_nowhere_is_told_before_what_is_too_much() {
    let world = World::with(limited(1)).await;
    let get = |path| {
        let request = world.request(Method::GET, path);
        send(request.basic_auth(ANN, Some("wrong")))
    };
    for (path, status) in [
        ("/rest/nothing", 404),
        ("/rest/token", 405),
        ("/rest/auth", 401),
        ("/rest/nothing", 404),
        ("/rest/auth", 429),
    ] {
        assert_eq!(get(path).await.0, status, "{path}");
    }
}

#[tokio::test]
async fn what_a_fault_answers_is_no_login() {
    let world = World::with(limited(1)).await;
    let fault = Fault::status(401).on(Operation::Authenticate).next(3);
    world.sandbox.faults().add(fault).unwrap();
    for status in [401, 401, 401, 200, 429] {
        assert_eq!(login(&world, ANN, ANN_PASSWORD).await, status);
    }
    // One that lets the request be judged does not let it by.
    world.sandbox.faults().add(Fault::truncate()).unwrap();
    let request = world.request(Method::GET, "/rest/auth");
    let request = request.basic_auth(ANN, Some(ANN_PASSWORD));
    assert_eq!(request.send().await.unwrap().status(), 429);
}

#[tokio::test]
async fn a_reset_forgets_the_logins_that_were_counted() {
    let world = World::with(limited(1)).await;
    for _ in 0..2 {
        assert_eq!(login(&world, ANN, ANN_PASSWORD).await, 200);
        assert_eq!(login(&world, ANN, ANN_PASSWORD).await, 429);
        world.sandbox.reset().await.unwrap();
    }
}
