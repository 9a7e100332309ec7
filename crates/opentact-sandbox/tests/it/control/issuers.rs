//! One sandbox is Google and Facebook for another, by its control port.

use opentact_sandbox::{
    Sandbox, SandboxBuilder,
    SecurityScheme::{self, Facebook, Google},
};
use reqwest::Method;
use serde_json::{Value, json};

use super::port::Port;
use crate::world::{ANN, World};

/// A token of Ann from the port's own Google (`google`) or Facebook (`facebook`).
async fn token(port: &Port, kind: &str) -> String {
    let path = format!("/users/{ANN}/{kind}-tokens");
    let issued = port.post(&path, json!({})).await;
    issued["token"].as_str().unwrap().to_owned()
}

async fn asking(builder: SandboxBuilder, scheme: SecurityScheme, token: &str) -> u16 {
    let world = World::with(builder).await;
    world.auth_status(scheme, token).await
}

#[tokio::test]
async fn another_sandbox_verifies_with_the_keys() {
    let port = Port::new().await;
    let url = format!("{}/google/jwks", port.url);
    let there = || Sandbox::builder().google_jwks(&url);
    let token = token(&port, "google").await;
    assert_eq!(asking(there(), Google, &token).await, 200);
    assert_eq!(asking(Sandbox::builder(), Google, &token).await, 401);
    for (rotations, keys, status) in [(1, 2, 200), (2, 2, 401)] {
        port.payload(200, Method::POST, "/google/rotate", None)
            .await;
        let (_, set) = port.call(Method::GET, "/google/jwks", None).await;
        assert_eq!(set["keys"].as_array().unwrap().len(), keys, "{rotations}");
        assert_eq!(asking(there(), Google, &token).await, status, "{rotations}");
    }
}

#[tokio::test]
async fn another_sandbox_has_its_tokens_inspected() {
    let port = Port::new().await;
    let url = format!("{}/facebook/debug_token", port.url);
    let there = || Sandbox::builder().facebook_inspection(url.clone());
    let token = token(&port, "facebook").await;
    assert_eq!(asking(there(), Facebook, &token).await, 200);
    assert_eq!(asking(Sandbox::builder(), Facebook, &token).await, 401);
    let of_another_app = there().facebook_app_secret("another secret");
    assert_eq!(asking(of_another_app, Facebook, &token).await, 500);
    let revoke = Some(json!({ "token": token }));
    for _ in 0..2 {
        port.payload(200, Method::POST, "/facebook/revoke", revoke.clone())
            .await;
    }
    assert_eq!(asking(there(), Facebook, &token).await, 401);
    assert_eq!(port.world.auth_status(Facebook, &token).await, 401);
}

#[tokio::test]
async fn an_inspection_answers_as_facebook_does() {
    let port = Port::new().await;
    let token = token(&port, "facebook").await;
    let ask = async |query: &str| -> (u16, Value) {
        let path = format!("/facebook/debug_token?{query}");
        port.call(Method::GET, &path, None).await
    };
    let app = "access_token=100000000000001%7Cmade+up";
    let (status, told) = ask(&format!("input_token={token}&{app}")).await;
    assert_eq!((status, &told["data"]["is_valid"]), (200, &json!(true)));
    let (status, told) = ask(&format!("{app}&input_token=made-up")).await;
    assert_eq!((status, &told["data"]["error"]["code"]), (200, &json!(190)));
    for (query, code) in [
        (format!("input_token={token}"), 104),
        (format!("input_token={token}&access_token=made+up"), 190),
        (format!("input_token={token}&access_token="), 190),
        (app.to_owned(), 100),
    ] {
        let (status, told) = ask(&query).await;
        assert_eq!((status, &told["error"]["code"]), (400, &json!(code)));
        assert!(!told.to_string().contains(&token), "{told}");
    }
}

#[tokio::test]
async fn a_sip_user_is_disabled_and_deleted() {
    let port = Port::new().await;
    let ha1b = async || {
        let status = port
            .world
            .auth_status(SecurityScheme::Ha1b, crate::world::HA1B);
        status.await
    };
    let path = format!("/users/{ANN}/sip-users/1000@EXAMPLE.sip.opentact.org");
    for wrong in [
        format!(
            "/users/{}/sip-users/1000@example.sip.opentact.org",
            crate::world::BOB
        ),
        format!("/users/{ANN}/sip-users/1001@example.sip.opentact.org"),
        format!("/users/{ANN}/sip-users/1000"),
    ] {
        assert_eq!(port.call(Method::DELETE, &wrong, None).await.0, 404);
        let disable = format!("{wrong}/disable");
        assert_eq!(port.call(Method::POST, &disable, None).await.0, 404);
    }
    assert_eq!(ha1b().await, 200);
    port.payload(200, Method::POST, &format!("{path}/disable"), None)
        .await;
    assert_eq!(ha1b().await, 401);
    port.delete(&path).await;
    assert_eq!(
        port.get(&format!("/users/{ANN}")).await["sip_users"],
        json!([])
    );
    let again = json!({
        "login": "1000", "domain": "example.sip.opentact.org", "password": "secret",
    });
    port.post(&format!("/users/{ANN}/sip-users"), again).await;
    assert_eq!(ha1b().await, 200);
    port.world
        .sandbox
        .delete_sip_user("1000", "example.sip.opentact.org")
        .await
        .unwrap();
    assert_eq!(ha1b().await, 401);
}
