//! Facebook tokens: what an inspection elsewhere tells is believed, each time anew.

use std::time::Duration;

use opentact_sandbox::{FacebookTokenOptions, Sandbox, Secret, SecurityScheme};
use serde_json::{Value, json};

use crate::{
    issuer::Issuer,
    world::{ANN, World},
};

/// A sandbox that asks an inspection elsewhere, which another sandbox plays.
struct Pair {
    facebook: World,
    world: World,
    issuer: Issuer,
}

impl Pair {
    async fn new() -> Self {
        let (facebook, issuer) = (World::new().await, Issuer::start().await);
        let asks = Sandbox::builder()
            .facebook_inspection(issuer.url("/debug_token?version=1"))
            .facebook_app_secret("made-up secret");
        Self {
            facebook,
            world: World::with(asks).await,
            issuer,
        }
    }

    async fn token(&self, options: FacebookTokenOptions) -> Secret {
        let sandbox = &self.facebook.sandbox;
        sandbox
            .issue_facebook_token_with(ANN, options)
            .await
            .unwrap()
    }

    /// The status when the inspection tells what the other sandbox tells at the moment.
    async fn status(&self, token: &Secret) -> u16 {
        let told = self.facebook.sandbox.inspect_facebook_token(token).await;
        self.issuer.answer("200 OK", "", &told.unwrap());
        self.status_as_told(token).await
    }

    async fn status_as_told(&self, token: &Secret) -> u16 {
        let status = self
            .world
            .auth_status(SecurityScheme::Facebook, token.expose());
        status.await
    }
}

#[tokio::test]
async fn an_inspection_elsewhere_is_believed_each_time_anew() {
    let pair = Pair::new().await;
    let token = pair.token(FacebookTokenOptions::new()).await;
    assert_eq!(pair.status(&token).await, 200);
    assert_eq!(pair.status(&token).await, 200);
    pair.facebook
        .sandbox
        .revoke_facebook_token(&token)
        .await
        .unwrap();
    assert_eq!(pair.status(&token).await, 401);
    let own = pair.world.sandbox.issue_facebook_token(ANN).await.unwrap();
    assert_eq!(pair.status(&own).await, 401, "its own no longer counts");
    let query = format!(
        "/debug_token?version=1&input_token={}&access_token=100000000000001%7Cmade-up+secret",
        token.expose()
    );
    let asked = pair.issuer.asked();
    assert_eq!(
        (asked.len(), &asked[..3]),
        (4, &[query.clone(), query.clone(), query][..])
    );
}

#[tokio::test]
async fn a_token_must_be_for_this_app_and_alive_by_its_own_clock() {
    let pair = Pair::new().await;
    let options = FacebookTokenOptions::new;
    let of_another = pair.token(options().app_id("another app")).await;
    assert_eq!(pair.status(&of_another).await, 401);
    let short = pair.token(options().ttl(Duration::from_secs(60))).await;
    assert_eq!(pair.status(&short).await, 200);
    pair.world.sandbox.clock().advance(Duration::from_secs(60));
    assert_eq!(pair.status(&short).await, 401);
}

#[tokio::test]
async fn the_sandbox_tells_what_facebook_tells() {
    let world = World::new().await;
    let token = world.sandbox.issue_facebook_token(ANN).await.unwrap();
    let tell = async |token: &Secret| -> Value {
        let told = world.sandbox.inspect_facebook_token(token).await.unwrap();
        serde_json::from_str(&told).unwrap()
    };
    let now_s = world.sandbox.clock().now().timestamp();
    let mut told = tell(&token).await;
    let data = told["data"].as_object_mut().unwrap();
    let user_id = data.remove("user_id").unwrap();
    assert!(
        user_id
            .as_str()
            .unwrap()
            .bytes()
            .all(|b| b.is_ascii_digit())
    );
    let expires_at = data.remove("expires_at").unwrap().as_i64().unwrap();
    assert!((now_s + 7190..=now_s + 7200).contains(&expires_at));
    let rest = json!({ "data": {
        "app_id": "100000000000001", "type": "USER", "is_valid": true,
        "scopes": ["email", "public_profile"],
    }});
    assert_eq!(told, rest);
    let unknown = tell(&Secret::new("made up")).await;
    assert_eq!(unknown["data"]["is_valid"], false);
    assert_eq!(unknown["data"]["error"]["code"], 190);
    world.sandbox.clock().advance(Duration::from_secs(7200));
    assert_eq!(tell(&token).await["data"]["is_valid"], false);
}

#[tokio::test]
async fn an_inspection_that_does_not_tell_is_not_the_fault_of_the_token() {
    let pair = Pair::new().await;
    let token = pair.token(FacebookTokenOptions::new()).await;
    for (status, body) in [
        ("400 Bad Request", r#"{"error":{"code":190}}"#),
        ("500 Internal Server Error", ""),
        ("200 OK", ""),
        ("200 OK", "{}"),
        ("200 OK", r#"{"data":{}}"#),
    ] {
        pair.issuer.answer(status, "", body);
        assert_eq!(pair.status_as_told(&token).await, 500, "{status} {body}");
    }
    let told = r#"{"data":{"is_valid":false,"scopes":[],"error":{"code":190}}}"#;
    pair.issuer.answer("200 OK", "", told);
    assert_eq!(pair.status_as_told(&token).await, 401);
}
