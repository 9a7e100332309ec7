//! What the owner of a sandbox can do and see.

use opentact_sandbox::{Error, Operation, Sandbox, SecurityScheme, Seed, UserSeed};
use reqwest::Method;
use serde_json::json;

use crate::world::{ANN, ANN_PASSWORD, BOB, HA1B, SIP_DOMAIN, World, ann, bob, send};

#[tokio::test]
async fn a_sandbox_starts_empty_on_a_free_loopback_port() {
    let (one, two) = (
        Sandbox::start().await.unwrap(),
        Sandbox::start().await.unwrap(),
    );
    assert_ne!(one.address(), two.address());
    assert!(one.address().ip().is_loopback());
    assert_eq!(
        one.base_url(),
        format!("http://127.0.0.1:{}", one.address().port())
    );
    let error = one.issue_google_token(ANN).await.unwrap_err();
    assert!(matches!(error, Error::UnknownUser { .. }));
}

#[tokio::test]
async fn a_user_is_there_once_whatever_the_case_of_its_email() {
    let world = World::new().await;
    let again = UserSeed::new("Ann@Example.com", "made up");
    let error = world.sandbox.add_user(again.clone()).await.unwrap_err();
    assert!(matches!(error, Error::DuplicateUser { .. }));
    let error = Sandbox::builder()
        .user(ann())
        .user(again)
        .start()
        .await
        .unwrap_err();
    assert!(matches!(error, Error::DuplicateUser { .. }));
}

#[tokio::test]
async fn an_email_must_fit_into_basic_authentication() {
    let sandbox = Sandbox::start().await.unwrap();
    for email in ["", "a:b@example.com"] {
        let error = sandbox
            .add_user(UserSeed::new(email, "made up"))
            .await
            .unwrap_err();
        assert!(matches!(error, Error::UnusableEmail { .. }));
    }
}

#[tokio::test]
async fn a_sip_user_is_there_once_and_has_an_owner() {
    let world = World::new().await;
    let add = async |owner: &str, login: &str| {
        world
            .sandbox
            .add_sip_user(owner, login, SIP_DOMAIN, "other")
            .await
    };
    assert!(matches!(
        add(BOB, "1000").await.unwrap_err(),
        Error::DuplicateSipUser { .. }
    ));
    assert!(matches!(
        add("nobody", "1001").await.unwrap_err(),
        Error::UnknownUser { .. }
    ));
    add(BOB, "1001").await.unwrap();
    let twice = Sandbox::builder()
        .user(ann())
        .sip_user(ANN, "1000", SIP_DOMAIN, "secret");
    assert!(matches!(
        twice.start().await.unwrap_err(),
        Error::DuplicateSipUser { .. }
    ));
}

#[tokio::test]
async fn a_user_with_a_taken_sip_user_is_not_added_at_all() {
    let world = World::new().await;
    let user = UserSeed::new("eve@example.com", "made up").sip_user("1000", SIP_DOMAIN, "x");
    let error = world.sandbox.add_user(user).await.unwrap_err();
    assert!(matches!(error, Error::DuplicateSipUser { .. }));
    let status = world
        .auth_status(SecurityScheme::Basic, "eve@example.com:made up")
        .await;
    assert_eq!(status, 401);
}

#[tokio::test]
async fn sip_users_of_builder_and_seed_sign_in() {
    let seed = Seed::new().user(bob());
    let builder = Sandbox::builder()
        .seed(seed)
        .sip_user(BOB, "1000", SIP_DOMAIN, "secret");
    let world = World::of(builder).await;
    let (_, body) = world.auth(SecurityScheme::Ha1b, HA1B).await;
    assert_eq!(body["payload"]["email"], BOB);
}

#[tokio::test]
async fn logins_are_counted_apart_from_what_the_api_handed_out() {
    let world = World::new().await;
    for (scheme, secret) in world.credentials_of_ann().await {
        world.auth_status(scheme, secret.expose()).await;
    }
    world.auth_status(SecurityScheme::Jwt, "made up").await;
    let stats = world.sandbox.stats();
    assert_eq!((stats.requests, stats.logins, stats.refused), (12, 7, 1));
}

#[tokio::test]
async fn requests_are_remembered_without_their_secrets() {
    let world = World::new().await;
    let token = world.token_of_ann(json!({ "name": "ci" })).await;
    let text = token["token"].as_str().unwrap();
    let path = format!("/rest/token/{text}");
    let delete = world
        .request(Method::DELETE, &path)
        .bearer_auth(text)
        .query(&[("jwt", "planted-secret")]);
    send(delete).await;
    send(world.request(Method::PUT, &format!("/planted-secret/{ANN_PASSWORD}"))).await;

    let records = world.sandbox.requests();
    let shown = format!("{records:?}");
    assert!(
        !shown.contains(text) && !shown.contains("planted"),
        "{shown}"
    );
    let [login, create, delete, put] = records.as_slice() else {
        panic!("{records:?}")
    };
    assert_eq!(login.operation, Some(Operation::Authenticate));
    assert_eq!(login.credentials, [SecurityScheme::Basic]);
    assert_eq!((create.path.as_str(), create.status), ("/rest/token", 201));
    assert_eq!(delete.operation, Some(Operation::DeleteToken));
    assert_eq!(delete.path, "/rest/token/[redacted]");
    assert_eq!(
        delete.credentials,
        [SecurityScheme::Bearer, SecurityScheme::JwtQuery]
    );
    assert_eq!(delete.status, 401);
    assert_eq!(
        (put.operation, put.method.as_str(), put.status),
        (None, "PUT", 404)
    );
}

#[tokio::test]
async fn a_sandbox_shows_no_secret() {
    let builder = Sandbox::builder().user(ann());
    assert!(!format!("{builder:?}").contains(ANN_PASSWORD));
    let sandbox = builder.start().await.unwrap();
    assert!(!format!("{sandbox:?}").contains(ANN_PASSWORD));
}

#[tokio::test]
async fn a_stopped_sandbox_gives_its_port_back() {
    let sandbox = Sandbox::start().await.unwrap();
    let address = sandbox.address();
    let taken = Sandbox::builder()
        .listen(address)
        .start()
        .await
        .unwrap_err();
    assert!(matches!(taken, Error::Listen { .. }));
    sandbox.shutdown().await;
    Sandbox::builder().listen(address).start().await.unwrap();
}

#[tokio::test]
async fn a_dropped_sandbox_stops_answering() {
    let world = World::new().await;
    let World {
        sandbox,
        http,
        watch: _watch,
    } = world;
    let url = sandbox.base_url();
    assert_eq!(http.get(&url).send().await.unwrap().status(), 404);
    drop(sandbox);
    while http.get(&url).send().await.is_ok() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn many_clients_at_once_are_all_answered() {
    let world = World::new().await;
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..64 {
        let request = world
            .request(Method::POST, "/rest/token")
            .header("X-Auth-Token", &jwt)
            .json(&json!({ "name": format!("token {number}") }));
        tasks.spawn(send(request));
    }
    for (status, _) in tasks.join_all().await {
        assert_eq!(status, 201);
    }
    assert_eq!(world.names_of_ann().await.len(), 64);
}
