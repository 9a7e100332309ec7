//! Each operation by each scheme in each placement, counted by the server.

use opentact::{Client, CredentialKind, Error, ErrorKind, Placement, StatusCode};
use opentact_client::security::{Operation, SecurityScheme};
use opentact_sandbox::RequestRecord;
use opentact_tests::World;

use crate::calls;
use crate::vectors::example;

#[tokio::test]
async fn every_operation_takes_every_scheme_in_exactly_its_place() {
    every_operation_takes_every_scheme(&World::start().await).await;
}

/// Calls each operation by each scheme that the contract promises it, and looks at what came.
pub(crate) async fn every_operation_takes_every_scheme(world: &World) {
    for scheme in SecurityScheme::ALL {
        let placement = match scheme.location().is_in_url() {
            true => Placement::Query,
            false => Placement::Header,
        };
        for operation in Operation::ALL {
            if !operation.security().contains(scheme) {
                continue;
            }
            // One for each call, because some operations end a credential.
            let credential = world.credential(scheme.credential()).await;
            let client = world.direct(credential.placed(placement));
            let (records, outcome) = call(world, &client, *operation).await;
            let [record] = &records[..] else {
                panic!("{records:?}")
            };
            assert_eq!(record.operation, Some(*operation));
            assert_eq!(record.credentials, [*scheme], "{record:?}");
            assert!(record.user.is_some(), "{record:?}");
            let is_done = (200..300).contains(&record.status);
            assert_eq!(outcome.is_ok(), is_done, "{record:?}: {outcome:?}");
        }
    }
}

/// Calls an operation as the contract shows it; the requests that were made, and what came of them.
async fn call(
    world: &World,
    client: &Client,
    operation: Operation,
) -> (Vec<RequestRecord>, Result<(), Error>) {
    let example = example(operation);
    let (path, query, body) = (&example["path"], &example["query"], &example["body"]);
    world.sandbox.clear_requests();
    let outcome = calls::call(client, operation, path, query, body, &mut ()).await;
    (world.sandbox.requests(), outcome)
}

#[tokio::test]
async fn what_is_made_is_listed_and_changed_and_deleted() {
    let world = World::start().await;
    let client = world.ann();
    let me = client.whoami().await.unwrap();
    assert_eq!(me.email, opentact_tests::EMAIL);

    let created = client.tokens().create("first").await.unwrap();
    let listed = client.tokens().list().await.unwrap();
    assert!(listed.iter().any(|token| token.uuid == Some(created.uuid)));

    let changed = client
        .tokens()
        .update(created.uuid)
        .name("second")
        .await
        .unwrap();
    assert_eq!(changed.name.as_deref(), Some("second"));

    let deleted = client.tokens().delete(created.token.clone()).await.unwrap();
    assert_eq!((deleted.uuid, deleted.token), (None, Some(created.token)));

    let subscriptions = client.subscriptions();
    let created = subscriptions.create("auth").await.unwrap();
    assert_eq!(created.user.unwrap().email, opentact_tests::EMAIL);
    let listed = subscriptions.list().await.unwrap();
    assert!(listed.iter().any(|it| it.uuid == created.uuid));
    subscriptions.delete(created.uuid).await.unwrap();
    assert_eq!(subscriptions.list().await.unwrap(), []);

    client.tokens().delete_all().await.unwrap();
    assert_eq!(client.tokens().list().await.unwrap(), []);
}

#[tokio::test]
async fn every_login_is_traded_for_a_jwt_in_the_same_part_of_the_request() {
    let world = World::start().await;
    for kind in [
        CredentialKind::Basic,
        CredentialKind::Google,
        CredentialKind::Facebook,
        CredentialKind::Ha1b,
    ] {
        for placement in [Placement::Header, Placement::Query] {
            if kind == CredentialKind::Basic && placement == Placement::Query {
                continue;
            }
            let credential = world.credential(kind).await.placed(placement);
            let client = world.client(credential);
            let mut records = Vec::new();
            for operation in Operation::ALL {
                records.extend(call(&world, &client, *operation).await.0);
            }
            let login = records.remove(0);
            assert_eq!(login.operation, Some(Operation::Authenticate));
            assert_eq!(login.credentials.len(), 1);
            assert_eq!(login.credentials[0].credential(), kind);
            let in_url = placement == Placement::Query;
            assert_eq!(login.credentials[0].location().is_in_url(), in_url);
            let jwt = if in_url {
                SecurityScheme::JwtQuery
            } else {
                SecurityScheme::Jwt
            };
            assert_eq!(records.len(), Operation::ALL.len());
            assert!(
                records.iter().all(|record| record.credentials == [jwt]),
                "{records:?}"
            );
        }
    }
}

#[tokio::test]
async fn basic_has_no_place_in_the_query() {
    let world = World::start().await;
    let credential = world.credential(CredentialKind::Basic).await.in_query();
    let error = world.builder(credential).build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("header"), "{error}");
}

#[tokio::test]
async fn a_token_is_its_owners_alone() {
    let world = World::start().await;
    let token = world.ann().tokens().create("mine").await.unwrap();
    let bob = world.client(opentact::Credential::basic(
        "bob@example.com",
        "another made-up password",
    ));
    assert_eq!(bob.tokens().list().await.unwrap(), []);
    let error = bob
        .tokens()
        .update(token.uuid)
        .name("stolen")
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::NotFound, Some(StatusCode::NOT_FOUND))
    );
    let error = bob.tokens().delete(token.token.clone()).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::NotFound, Some(StatusCode::NOT_FOUND))
    );
    bob.tokens().delete_all().await.unwrap();
    assert_eq!(world.ann().tokens().list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_subscription_is_its_owners_alone() {
    let world = World::start().await;
    let subscription = world.ann().subscriptions().create("sms").await.unwrap();
    let bob = world.client(opentact::Credential::basic(
        "bob@example.com",
        "another made-up password",
    ));
    assert_eq!(bob.subscriptions().list().await.unwrap(), []);
    let delete = bob.subscriptions().delete(subscription.uuid);
    let error = delete.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::NotFound, Some(StatusCode::NOT_FOUND))
    );
    assert_eq!(world.ann().subscriptions().list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_generated_client_is_behind_its_door() {
    let world = World::start().await;
    let client = world.ann();
    let me = client.api().authenticate().await.unwrap();
    assert_eq!(me.payload.email, opentact_tests::EMAIL);
    assert_eq!(me.status(), 200);
    assert_eq!(world.sandbox.stats().logins, 1);
}
