//! The exact shape of every answer.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use opentact_sandbox::{CreateStatus, Sandbox, SecurityScheme, UserSeed};
use reqwest::Method;
use serde_json::{Value, json};

use crate::world::{ANN, ANN_PASSWORD, World, keys, send};

fn assert_timestamp(value: &Value) {
    let text = value.as_str().unwrap();
    let form: String = text
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    assert_eq!(form, "0000-00-00T00:00:00.000Z", "{text}");
}

#[tokio::test]
async fn a_user_is_shown_with_account_and_fresh_token() {
    let world = World::new().await;
    let credential = format!("{ANN}:{ANN_PASSWORD}");
    let (status, mut body) = world.auth(SecurityScheme::Basic, &credential).await;
    assert_eq!(status, 200);
    let payload = body["payload"].as_object_mut().unwrap();
    for field in ["created_on", "modified_on"] {
        assert_timestamp(&payload.remove(field).unwrap());
        assert_timestamp(
            &payload["account"]
                .as_object_mut()
                .unwrap()
                .remove(field)
                .unwrap(),
        );
    }
    let account_uuid = payload["account"]
        .as_object_mut()
        .unwrap()
        .remove("uuid")
        .unwrap();
    for uuid in [account_uuid, payload.remove("uuid").unwrap()] {
        assert_eq!(uuid.as_str().unwrap().len(), 36);
    }
    assert!(payload.remove("token").unwrap().is_string());
    assert_eq!(
        body,
        json!({
            "success": true,
            "payload": {
                "email": ANN,
                "phone_number": null,
                "first_name": "Ann",
                "wss_online": false,
                "last_name": "Example",
                "avatar": null,
                "dob": null,
                "role": "User",
                "gender": null,
                "deleted_on": null,
                "account": {
                    "email": ANN,
                    "name": "Ann Example",
                    "phone": null,
                    "level": "Level0",
                    "address1": null,
                    "address2": null,
                    "zip_code": null,
                    "city": null,
                    "deleted_on": null,
                    "disabled_on": null,
                    "balance": 100,
                },
            },
        })
    );
}

#[tokio::test]
async fn a_jwt_has_the_known_header_and_claims() {
    let world = World::new().await;
    let credential = format!("{ANN}:{ANN_PASSWORD}");
    let (_, body) = world.auth(SecurityScheme::Basic, &credential).await;
    let jwt = body["payload"]["token"].as_str().unwrap();
    let parts: Vec<_> = jwt.split('.').collect();
    let decode = |part: &str| {
        let bytes = URL_SAFE_NO_PAD.decode(part).unwrap();
        serde_json::from_slice::<Value>(&bytes).unwrap()
    };
    assert_eq!(decode(parts[0]), json!({ "alg": "HS256", "typ": "JWT" }));
    let claims = decode(parts[1]);
    assert_eq!(keys(&claims), ["domain", "exp", "iat", "role", "uuid"]);
    assert_eq!(claims["uuid"], body["payload"]["uuid"]);
    assert_eq!(
        (&claims["role"], &claims["domain"]),
        (&json!("User"), &json!("opentact.org"))
    );
    assert_eq!(
        claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(),
        86_400
    );
}

#[tokio::test]
async fn a_jwt_is_minted_anew_for_a_jwt() {
    let world = World::new().await;
    let old = world.jwt(ANN, ANN_PASSWORD).await;
    world
        .sandbox
        .clock()
        .advance(std::time::Duration::from_secs(60));
    let (_, body) = world.auth(SecurityScheme::Jwt, &old).await;
    assert_ne!(body["payload"]["token"], json!(old));
}

#[tokio::test]
async fn name_and_balance_are_those_of_the_seed() {
    let world = World::new().await;
    let user = UserSeed::new("eve@example.com", "made up").account("Eve's shop", 99.87895);
    world.sandbox.add_user(user).await.unwrap();
    let (_, body) = world
        .auth(SecurityScheme::Basic, "eve@example.com:made up")
        .await;
    let payload = &body["payload"];
    assert_eq!(payload["account"]["name"], "Eve's shop");
    assert_eq!(payload["account"]["balance"], 99.87895);
    assert_eq!(
        (&payload["first_name"], &payload["last_name"]),
        (&json!("Sandbox"), &json!("User"))
    );
}

#[tokio::test]
async fn a_created_token_is_shown_in_full() {
    let world = World::new().await;
    let body = json!({ "name": "ci", "ttl": 60.0, "surplus": true });
    let (status, answer) = send(world.by_ann(Method::POST, "/rest/token").await.json(&body)).await;
    assert_eq!(
        (status.as_u16(), keys(&answer)),
        (201, vec!["payload", "success"])
    );
    let token = &answer["payload"];
    assert_eq!(
        keys(token),
        [
            "created_on",
            "expired_on",
            "modified_on",
            "name",
            "token",
            "ttl",
            "uuid"
        ]
    );
    assert_eq!((&token["name"], &token["ttl"]), (&json!("ci"), &json!(60)));
    assert_eq!(token["created_on"], token["modified_on"]);
    assert_timestamp(&token["expired_on"]);
    let text = token["token"].as_str().unwrap();
    assert!(text.len() == 48 && text.bytes().all(|byte| byte.is_ascii_alphanumeric()));
}

#[tokio::test]
async fn the_status_of_a_created_token_can_be_200() {
    let world = World::with(Sandbox::builder().create_status(CreateStatus::Ok)).await;
    let request = world
        .by_ann(Method::POST, "/rest/token")
        .await
        .json(&json!({ "name": "ci" }));
    assert_eq!(send(request).await.0, 200);
}

#[tokio::test]
async fn a_list_shows_tokens_without_their_value() {
    let world = World::new().await;
    let (status, body) = send(world.by_ann(Method::GET, "/rest/token/list").await).await;
    assert_eq!(
        (status.as_u16(), body),
        (200, json!({ "success": true, "payload": [] }))
    );
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    let (_, body) = send(world.by_ann(Method::GET, "/rest/token/list").await).await;
    let mut item = token.clone();
    for field in ["token", "ttl"] {
        item.as_object_mut().unwrap().remove(field).unwrap();
    }
    assert_eq!(body, json!({ "success": true, "payload": [item] }));
}

#[tokio::test]
async fn a_change_shows_the_token_without_its_value() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    let path = format!("/rest/token/{}", token["uuid"].as_str().unwrap());
    let request = world
        .by_ann(Method::PATCH, &path)
        .await
        .json(&json!({ "name": "cd" }));
    let (status, body) = send(request).await;
    assert_eq!((status.as_u16(), &body["success"]), (200, &json!(true)));
    let payload = &body["payload"];
    assert_eq!(
        keys(payload),
        ["created_on", "expired_on", "modified_on", "name", "uuid"]
    );
    assert_eq!(
        (&payload["name"], &payload["uuid"]),
        (&json!("cd"), &token["uuid"])
    );
}

#[tokio::test]
async fn a_deleted_token_is_shown_without_uuid_and_ttl() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    let path = format!("/rest/token/{}", token["token"].as_str().unwrap());
    let (status, body) = send(world.by_ann(Method::DELETE, &path).await).await;
    let mut expected = token.clone();
    for field in ["uuid", "ttl"] {
        expected.as_object_mut().unwrap().remove(field).unwrap();
    }
    assert_eq!(status, 200);
    assert_eq!(body, json!({ "success": true, "payload": expected }));
}

#[tokio::test]
async fn deleting_all_answers_an_empty_object() {
    let world = World::new().await;
    let (status, body) = send(world.by_ann(Method::DELETE, "/rest/token/all").await).await;
    assert_eq!(
        (status.as_u16(), body),
        (200, json!({ "success": true, "payload": {} }))
    );
}
