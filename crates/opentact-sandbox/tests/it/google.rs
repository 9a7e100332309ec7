//! Google ID tokens: how the key that signs them changes, and what makes them bad.

use std::time::Duration;

use opentact_sandbox::{GoogleTokenOptions, Sandbox, SecurityScheme};

use crate::world::{ANN, World};

#[tokio::test]
async fn the_sandboxs_own_key_is_rotated() {
    let folder = tempfile::tempdir().unwrap();
    let on = || Sandbox::builder().data_file(folder.path().join("data"));
    let world = World::with(on()).await;
    let mut tokens = Vec::new();
    for _ in 0..3 {
        let token = world.sandbox.issue_google_token(ANN).await.unwrap();
        tokens.push(token.expose().to_owned());
        world.sandbox.rotate_google_key().await.unwrap();
    }
    let statuses = async |world: &World| {
        let status = |token| world.auth_status(SecurityScheme::Google, token);
        futures_util::future::join_all(tokens.iter().map(|token| status(token))).await
    };
    assert_eq!(statuses(&world).await, [401, 401, 200]);
    world.sandbox.shutdown().await;
    let world = World::with(on()).await;
    assert_eq!(statuses(&world).await, [401, 401, 200], "after a restart");
}

#[tokio::test]
async fn google_options_make_bad_tokens() {
    let world = World::new().await;
    let options = GoogleTokenOptions::new;
    for (options, status) in [
        (options().authorized_party("another app"), 401),
        (options().unverified_email(), 401),
        (options().good_in(Duration::from_secs(60)), 401),
        (options().good_in(Duration::ZERO), 200),
        (options().issuer("accounts.google.com"), 200),
        (options().ttl(Duration::MAX), 200),
    ] {
        let sandbox = &world.sandbox;
        let token = sandbox.issue_google_token_with(ANN, options.clone()).await;
        let token = token.unwrap();
        let answered = world.auth_status(SecurityScheme::Google, token.expose());
        assert_eq!(answered.await, status, "{options:?}");
    }
}
