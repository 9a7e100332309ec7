//! Every credential that does not hold is refused, always in the same way.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use opentact_sandbox::{FacebookTokenOptions, GoogleTokenOptions, SecurityScheme};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::world::{ANN, ANN_PASSWORD, HA1B, World, ann, send};

#[tokio::test]
async fn a_refusal_is_the_envelope_with_a_challenge() {
    let world = World::new().await;
    let response = world
        .request(Method::GET, "/rest/auth")
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 401);
    assert_eq!(
        response.headers()["www-authenticate"],
        r#"Basic realm="opentact", charset="UTF-8", Bearer realm="opentact""#
    );
    let body: Value = response.json().await.unwrap();
    assert_eq!(
        body,
        json!({ "success": false, "message": "Unauthorized", "status": 401 })
    );
}

#[tokio::test]
async fn the_reason_phrase_is_unauthorized() {
    let world = World::new().await;
    let mut stream = TcpStream::connect(world.sandbox.address()).await.unwrap();
    stream
        .write_all(b"GET /rest/auth HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 401 Unauthorized\r\n"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_email_are_refused() {
    let world = World::new().await;
    for credential in [
        format!("{ANN}:wrong"),
        format!("{ANN}:"),
        format!("{ANN}: {ANN_PASSWORD}"),
        format!("nobody@example.com:{ANN_PASSWORD}"),
        format!(":{ANN_PASSWORD}"),
    ] {
        assert_eq!(
            world.auth_status(SecurityScheme::Basic, &credential).await,
            401
        );
    }
}

#[tokio::test]
async fn an_authorization_header_that_cannot_be_read_is_refused() {
    let world = World::new().await;
    for value in [
        "",
        "Basic",
        "Basic !",
        "Basic YQ==",
        "Bearer",
        "Bearer ",
        "Digest abc",
        "abc",
    ] {
        let request = world
            .request(Method::GET, "/rest/auth")
            .header("authorization", value);
        assert_eq!(send(request).await.0, 401, "{value:?}");
    }
}

#[tokio::test]
async fn made_up_credentials_of_every_scheme_are_refused() {
    let world = World::new().await;
    world.credentials_of_ann().await;
    for scheme in SecurityScheme::ALL.iter().copied() {
        assert_eq!(
            world.auth_status(scheme, "made:up").await,
            401,
            "{}",
            scheme.name()
        );
    }
}

#[tokio::test]
async fn an_expired_jwt_is_refused() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    world
        .sandbox
        .clock()
        .advance(Duration::from_secs(86_400 - 5));
    assert_eq!(world.auth_status(SecurityScheme::Jwt, &jwt).await, 200);
    world.sandbox.clock().advance(Duration::from_secs(5));
    assert_eq!(world.auth_status(SecurityScheme::Jwt, &jwt).await, 401);
}

#[tokio::test]
async fn a_tampered_jwt_is_refused() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let (head, signature) = jwt.rsplit_once('.').unwrap();
    let (_, claims) = head.split_once('.').unwrap();
    let flipped: String = signature
        .chars()
        .rev()
        .map(|c| if c == 'A' { 'B' } else { 'A' })
        .collect();
    let none = URL_SAFE_NO_PAD.encode(r#"{"alg":"none","typ":"JWT"}"#);
    let mut other: Value =
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
    other["exp"] = json!(9_999_999_999_u64);
    let other = URL_SAFE_NO_PAD.encode(other.to_string());
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256","typ":"JWT"}"#);
    for tampered in [
        format!("{head}.{flipped}"),
        format!("{head}."),
        head.to_owned(),
        format!("{none}.{claims}."),
        format!("{none}.{claims}.{signature}"),
        format!("{header}.{other}.{signature}"),
    ] {
        assert_eq!(
            world.auth_status(SecurityScheme::Jwt, &tampered).await,
            401,
            "{tampered}"
        );
    }
}

#[tokio::test]
async fn the_jwt_of_another_sandbox_is_refused() {
    let (world, other) = (World::new().await, World::new().await);
    let jwt = other.jwt(ANN, ANN_PASSWORD).await;
    assert_eq!(world.auth_status(SecurityScheme::Jwt, &jwt).await, 401);
}

#[tokio::test]
async fn an_expired_or_deleted_api_token_is_refused() {
    let world = World::new().await;
    let short = world
        .token_of_ann(json!({ "name": "short", "ttl": 60 }))
        .await;
    let deleted = world.token_of_ann(json!({ "name": "deleted" })).await;
    let [short, deleted] =
        [&short, &deleted].map(|token| token["token"].as_str().unwrap().to_owned());
    for token in [&short, &deleted] {
        assert_eq!(world.auth_status(SecurityScheme::Bearer, token).await, 200);
    }
    let path = format!("/rest/token/{deleted}");
    assert_eq!(send(world.by_ann(Method::DELETE, &path).await).await.0, 200);
    world.sandbox.clock().advance(Duration::from_secs(60));
    for token in [&short, &deleted] {
        assert_eq!(world.auth_status(SecurityScheme::Bearer, token).await, 401);
    }
}

#[tokio::test]
async fn google_tokens_must_be_ours_for_us_and_alive() {
    let world = World::new().await;
    let options = GoogleTokenOptions::new;
    for (options, status) in [
        (options(), 200),
        (options().ttl(Duration::from_secs(5)), 200),
        (options().ttl(Duration::ZERO), 401),
        (options().issued_in(Duration::from_secs(60)), 401),
        (options().audience("another app"), 401),
        (options().issuer("https://accounts.example.com"), 401),
        (options().foreign_key(), 401),
    ] {
        let token = world
            .sandbox
            .issue_google_token_with(ANN, options.clone())
            .await
            .unwrap();
        let answered = world
            .auth_status(SecurityScheme::Google, token.expose())
            .await;
        assert_eq!(answered, status, "{options:?}");
    }
}

#[tokio::test]
async fn a_google_token_without_signature_is_refused() {
    let world = World::new().await;
    let token = world.sandbox.issue_google_token(ANN).await.unwrap();
    let mut parts = token.expose().split('.');
    let (header, claims) = (parts.next().unwrap(), parts.next().unwrap());
    let mut none: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header).unwrap()).unwrap();
    none["alg"] = json!("none");
    let none = URL_SAFE_NO_PAD.encode(none.to_string());
    for tampered in [format!("{none}.{claims}."), format!("{header}.{claims}.")] {
        assert_eq!(
            world.auth_status(SecurityScheme::Google, &tampered).await,
            401
        );
    }
}

#[tokio::test]
async fn facebook_tokens_must_be_for_us_and_alive() {
    let world = World::new().await;
    let options = FacebookTokenOptions::new;
    for (options, status) in [
        (options(), 200),
        (options().ttl(Duration::ZERO), 401),
        (options().app_id("another app"), 401),
    ] {
        let token = world
            .sandbox
            .issue_facebook_token_with(ANN, options.clone())
            .await
            .unwrap();
        let answered = world
            .auth_status(SecurityScheme::Facebook, token.expose())
            .await;
        assert_eq!(answered, status, "{options:?}");
    }
}

#[tokio::test]
async fn social_tokens_expire_by_the_clock() {
    let world = World::new().await;
    let google = world.sandbox.issue_google_token(ANN).await.unwrap();
    let facebook = world.sandbox.issue_facebook_token(ANN).await.unwrap();
    world.sandbox.clock().advance(Duration::from_secs(7200));
    assert_eq!(
        world
            .auth_status(SecurityScheme::Google, google.expose())
            .await,
        401
    );
    assert_eq!(
        world
            .auth_status(SecurityScheme::Facebook, facebook.expose())
            .await,
        401
    );
}

#[tokio::test]
async fn ha1b_is_refused_in_upper_case_and_for_another_password() {
    let world = World::new().await;
    for hash in [&HA1B.to_uppercase(), "6e83a890af6b8418cc20db28d1c3ae95"] {
        assert_eq!(world.auth_status(SecurityScheme::Ha1b, hash).await, 401);
    }
}

#[tokio::test]
async fn no_credential_of_a_disabled_user_is_accepted() {
    let world = World::new().await;
    let credentials = world.sandbox.credentials(&ann()).await.unwrap();
    world.sandbox.disable_user("ANN@example.com").await.unwrap();
    for (scheme, secret) in credentials {
        let status = world.auth_status(scheme, secret.expose()).await;
        assert_eq!(status, 401, "{}", scheme.name());
    }
}
