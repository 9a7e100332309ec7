//! Every scheme is accepted in its place, and only where it belongs.

use opentact_sandbox::{Operation, SecurityScheme};
use reqwest::Method;
use serde_json::json;

use crate::world::{ANN, ANN_PASSWORD, HA1B, World, carry, send};

#[tokio::test]
async fn every_scheme_signs_in_in_its_place() {
    let world = World::new().await;
    let credentials = world.credentials_of_ann().await;
    let schemes: Vec<_> = credentials.iter().map(|(scheme, _)| *scheme).collect();
    for scheme in SecurityScheme::ALL {
        assert!(
            schemes.contains(scheme),
            "no credential for {}",
            scheme.name()
        );
    }
    for (scheme, secret) in &credentials {
        let (status, body) = world.auth(*scheme, secret.expose()).await;
        assert_eq!(status, 200, "{}", scheme.name());
        assert_eq!(body["payload"]["email"], ANN, "{}", scheme.name());
        let jwt = body["payload"]["token"].as_str().unwrap();
        assert_eq!(world.auth_status(SecurityScheme::Jwt, jwt).await, 200);
    }
}

#[tokio::test]
async fn every_scheme_is_accepted_on_every_operation_that_lists_it() {
    let world = World::new().await;
    for operation in Operation::ALL.iter().copied() {
        for scheme in SecurityScheme::ALL.iter().copied() {
            // Made anew each time, since the operation before may have deleted all tokens.
            let credentials = world.credentials_of_ann().await;
            let (_, secret) = credentials
                .iter()
                .find(|(other, _)| *other == scheme)
                .unwrap();
            let path = operation.path().replace("{token}", "made-up");
            let method = Method::from_bytes(operation.method().as_bytes()).unwrap();
            let request = world.request(method, &path).json(&json!({}));
            let (status, _) = send(carry(request, scheme, secret.expose())).await;
            let accepted = operation.security().contains(&scheme);
            assert_eq!(
                status != 401,
                accepted,
                "{} {}",
                operation.id(),
                scheme.name()
            );
        }
    }
}

#[tokio::test]
async fn a_jwt_and_an_api_token_do_not_stand_in_for_each_other() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    let token = token["token"].as_str().unwrap();
    assert_eq!(world.auth_status(SecurityScheme::Bearer, &jwt).await, 401);
    assert_eq!(
        world.auth_status(SecurityScheme::BearerQuery, &jwt).await,
        401
    );
    assert_eq!(world.auth_status(SecurityScheme::Jwt, token).await, 401);
    assert_eq!(
        world.auth_status(SecurityScheme::JwtQuery, token).await,
        401
    );
}

#[tokio::test]
async fn ha1b_is_the_known_hash_of_a_sip_user_and_names_its_owner() {
    let world = World::new().await;
    let (status, body) = world.auth(SecurityScheme::Ha1b, HA1B).await;
    assert_eq!(
        (status.as_u16(), &body["payload"]["email"]),
        (200, &json!(ANN))
    );
}

#[tokio::test]
async fn the_case_of_an_email_does_not_count() {
    let world = World::new().await;
    let credential = format!("ANN@Example.COM:{ANN_PASSWORD}");
    let (status, body) = world.auth(SecurityScheme::Basic, &credential).await;
    assert_eq!(
        (status.as_u16(), &body["payload"]["email"]),
        (200, &json!(ANN))
    );
}
