//! Several credentials in one request: all must hold and name the same user.

use opentact_sandbox::SecurityScheme;
use reqwest::Method;

use crate::world::{ANN, ANN_PASSWORD, BOB, BOB_PASSWORD, World, send};

#[tokio::test]
async fn several_credentials_of_one_user_are_accepted() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let request = world
        .request(Method::GET, "/rest/auth")
        .basic_auth(ANN, Some(ANN_PASSWORD))
        .header("X-Auth-Token", &jwt)
        .query(&[("jwt", &jwt)]);
    assert_eq!(send(request).await.0, 200);
}

#[tokio::test]
async fn one_bad_credential_spoils_the_good_ones() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let good = || {
        world
            .request(Method::GET, "/rest/auth")
            .header("X-Auth-Token", &jwt)
    };
    assert_eq!(send(good()).await.0, 200);
    for bad in [
        good().basic_auth(ANN, Some("wrong")),
        good().bearer_auth("wrong"),
        good().header("authorization", "Digest abc"),
        good().header("X-Auth-HA1B-Token", "wrong"),
        good().header("X-Auth-HA1B-Token", ""),
        good().query(&[("bearer", "")]),
        good().query(&[("google_token", "wrong")]),
    ] {
        assert_eq!(send(bad).await.0, 401);
    }
}

#[tokio::test]
async fn credentials_of_two_users_are_refused() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let request = world
        .request(Method::GET, "/rest/auth")
        .basic_auth(BOB, Some(BOB_PASSWORD))
        .header("X-Auth-Token", jwt);
    assert_eq!(send(request).await.0, 401);
}

#[tokio::test]
async fn the_same_place_twice_is_refused() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let request = || world.request(Method::GET, "/rest/auth");
    let header = request().header("X-Auth-Token", &jwt);
    assert_eq!(send(header.try_clone().unwrap()).await.0, 200);
    assert_eq!(send(header.header("X-Auth-Token", &jwt)).await.0, 401);
    assert_eq!(
        send(request().query(&[("jwt", &jwt), ("jwt", &jwt)]))
            .await
            .0,
        401
    );
    let twice = request()
        .header("authorization", "Bearer a")
        .header("authorization", "Bearer a");
    assert_eq!(send(twice).await.0, 401);
}

#[tokio::test]
async fn an_empty_credential_is_refused() {
    let world = World::new().await;
    for scheme in SecurityScheme::ALL.iter().copied() {
        if scheme != SecurityScheme::Basic {
            assert_eq!(
                world.auth_status(scheme, "").await,
                401,
                "{}",
                scheme.name()
            );
        }
    }
}
