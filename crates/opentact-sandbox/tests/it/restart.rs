//! What outlives a restart when there is a data file.

use std::{path::Path, time::Duration};

use opentact_sandbox::{
    Clock, Error, Sandbox, SandboxBuilder, SecurityScheme, TlsIdentity, UserSeed,
};
use reqwest::Method;
use serde_json::json;

use crate::world::{ANN, ANN_PASSWORD, World, send};

fn on(file: &Path) -> SandboxBuilder {
    Sandbox::builder().data_file(file)
}

#[tokio::test]
async fn every_credential_stays_valid() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let world = World::with(on(&file)).await;
    let credentials = world.credentials_of_ann().await;
    let (_, before) = world.auth(SecurityScheme::Ha1b, crate::world::HA1B).await;
    world.sandbox.shutdown().await;

    let world = World::with(on(&file)).await;
    for (scheme, secret) in credentials {
        let (status, body) = world.auth(scheme, secret.expose()).await;
        assert_eq!(status, 200, "{}", scheme.name());
        assert_eq!(body["payload"]["uuid"], before["payload"]["uuid"]);
    }
}

#[tokio::test]
async fn tokens_stay() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let world = World::with(on(&file).show_tokens(true)).await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    world.sandbox.shutdown().await;

    let world = World::with(on(&file).show_tokens(true)).await;
    let (_, body) = send(world.by_ann(Method::GET, "/rest/token/list").await).await;
    let mut item = token.clone();
    item.as_object_mut().unwrap().remove("ttl").unwrap();
    assert_eq!(body["payload"], json!([item]));
    let text = token["token"].as_str().unwrap();
    assert_eq!(world.auth_status(SecurityScheme::Bearer, text).await, 200);
}

#[tokio::test]
async fn a_moved_clock_stays_moved_unless_another_is_given() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let world = World::with(on(&file)).await;
    world.sandbox.clock().advance(Duration::from_secs(864_000));
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    world.sandbox.shutdown().await;

    for (builder, status) in [
        (on(&file), 200),
        (on(&file).clock(Clock::new()), 401),
        (on(&file), 401),
    ] {
        let world = World::with(builder).await;
        assert_eq!(world.auth_status(SecurityScheme::Jwt, &jwt).await, status);
        world.sandbox.shutdown().await;
    }
}

#[tokio::test]
async fn a_reset_forgets_that_the_clock_was_moved() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let world = World::with(on(&file)).await;
    let before = world.sandbox.clock().now();
    world.sandbox.clock().advance(Duration::from_secs(864_000));
    world.sandbox.shutdown().await;

    let world = World::with(on(&file)).await;
    assert!((world.sandbox.clock().now() - before).num_days() >= 10);
    world.sandbox.reset().await.unwrap();
    assert!((world.sandbox.clock().now() - before).num_days() < 10);
}

#[tokio::test]
async fn a_stored_user_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    World::with(on(&file)).await.sandbox.shutdown().await;
    let changed = UserSeed::new("ANN@example.com", "another password");
    let world = World::of(on(&file).user(changed)).await;
    let basic = |password: &str| format!("{ANN}:{password}");
    assert_eq!(
        world
            .auth_status(SecurityScheme::Basic, &basic(ANN_PASSWORD))
            .await,
        200
    );
    assert_eq!(
        world
            .auth_status(SecurityScheme::Basic, &basic("another password"))
            .await,
        401
    );
}

#[tokio::test]
async fn a_disabled_user_stays_disabled() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let world = World::with(on(&file)).await;
    world.sandbox.disable_user(ANN).await.unwrap();
    world.sandbox.shutdown().await;
    let world = World::with(on(&file)).await;
    let basic = format!("{ANN}:{ANN_PASSWORD}");
    assert_eq!(world.auth_status(SecurityScheme::Basic, &basic).await, 401);
}

#[tokio::test]
async fn no_secret_is_stored_in_clear() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let world = World::with(on(&file)).await;
    let credentials = world.credentials_of_ann().await;
    world.sandbox.shutdown().await;
    let mut stored = Vec::new();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        stored.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    let holds = |text: &str| {
        stored
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    assert!(holds(ANN));
    assert!(!holds(ANN_PASSWORD));
    for (scheme, secret) in credentials {
        assert!(!holds(secret.expose()), "{}", scheme.name());
    }
}

#[cfg(unix)]
#[tokio::test]
async fn the_files_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let _world = World::with(on(&folder.path().join("data"))).await;
    let mut modes: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name(),
                entry.metadata().unwrap().permissions().mode() & 0o777,
            )
        })
        .collect();
    modes.sort();
    let expected = ["data", "data-lock", "data-shm", "data-wal"].map(|name| (name.into(), 0o600));
    assert_eq!(modes, expected);
}

#[tokio::test]
async fn a_start_at_a_taken_address_leaves_the_data_file_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let other = Sandbox::start().await.unwrap();
    let taken = other.address();
    let tls = || TlsIdentity::generated();
    for builder in [
        on(&file).listen(taken),
        on(&file).control_on(taken),
        on(&file).tls(tls()).redirect_on(taken),
    ] {
        let seed = UserSeed::new("left-over@example.com", "made up");
        let error = builder.user(seed).start().await.unwrap_err();
        assert!(matches!(error, Error::Listen { address, .. } if address == taken));
        assert!(!file.exists());
    }
}
