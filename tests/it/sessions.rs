//! One login, kept, and replaced when it has to be.

use std::num::NonZeroU32;
use std::time::Duration;

use opentact::{Credential, CredentialKind, ErrorKind, ManualClock};
use opentact_client::security::Operation;
use opentact_sandbox::{Fault, Sandbox};
use opentact_tests::{EMAIL, PASSWORD, World};

const DAY: Duration = Duration::from_secs(86_400);

#[tokio::test]
async fn one_login_serves_many_calls_and_clones() {
    let world = World::start().await;
    let client = world.ann();
    for _ in 0..5 {
        client.clone().tokens().list().await.unwrap();
    }
    assert_eq!(world.sandbox.stats().logins, 1);
    assert_eq!(world.sandbox.stats().requests, 6);
}

#[tokio::test]
async fn jwt_is_replaced_before_it_expires() {
    let world = World::start().await;
    let clock = ManualClock::new();
    let builder = world.builder(Credential::basic(EMAIL, PASSWORD));
    let client = builder.clock(clock.clone()).build().unwrap();
    client.tokens().list().await.unwrap();
    clock.advance(DAY - Duration::from_secs(30));
    world.sandbox.clock().advance(DAY - Duration::from_secs(30));
    client.tokens().list().await.unwrap();
    assert_eq!(world.sandbox.stats().logins, 2);
    assert_eq!(world.sandbox.stats().refused, 0);
}

#[tokio::test]
async fn jwt_that_the_server_refuses_is_replaced_once_and_the_call_repeated_once() {
    let world = World::start().await;
    let client = world.ann();
    client.tokens().list().await.unwrap();
    world.sandbox.clock().advance(DAY);
    let created = client.tokens().create("after the end").await.unwrap();
    assert_eq!(world.sandbox.stats().logins, 2);
    assert_eq!(world.sandbox.stats().refused, 1);
    let listed = client.tokens().list().await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].uuid, Some(created.uuid));
}

#[tokio::test]
async fn credential_that_the_server_refuses_is_not_tried_again() {
    let world = World::start().await;
    let client = world.ann();
    client.tokens().list().await.unwrap();
    world.sandbox.disable_user(EMAIL).await.unwrap();
    let before = world.sandbox.stats().requests;
    let error = client.tokens().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(error.is_login());
    assert_eq!(error.operation(), "listTokens");
    // The call with the old JWT, and the login.
    assert_eq!(world.sandbox.stats().requests - before, 2);
}

#[tokio::test]
async fn jwt_and_api_token_are_sent_as_they_are_and_not_renewed() {
    let world = World::start().await;
    for kind in [CredentialKind::Jwt, CredentialKind::Bearer] {
        let client = world.client(world.credential(kind).await);
        let logins = world.sandbox.stats().logins;
        client.tokens().list().await.unwrap();
        world.sandbox.clock().advance(2 * DAY);
        let error = client.tokens().list().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.is_login()),
            (ErrorKind::Credentials, false)
        );
        assert_eq!(world.sandbox.stats().logins, logins);
    }
}

#[tokio::test]
async fn a_jwt_of_a_minute_is_kept_for_most_of_it() {
    let builder = Sandbox::builder()
        .user(opentact_sandbox::UserSeed::new(EMAIL, PASSWORD))
        .jwt_ttl(Duration::from_secs(60));
    let (builder, _watch) = opentact_tests::watched(builder);
    let sandbox = builder.start().await.unwrap();
    let clock = ManualClock::new();
    let client = opentact::Client::builder(Credential::basic(EMAIL, PASSWORD))
        .base_url(sandbox.base_url())
        .clock(clock.clone())
        .build()
        .unwrap();
    for (wait, logins) in [(0, 1), (50, 1), (5, 2)] {
        clock.advance(Duration::from_secs(wait));
        client.tokens().list().await.unwrap();
        assert_eq!(sandbox.stats().logins, logins, "{wait} seconds later");
    }
}

/// An hour of calls at a server that takes no more than five logins in it.
#[tokio::test]
async fn an_endpoint_that_refuses_everybody_costs_one_login_and_no_other_request() {
    let limit = NonZeroU32::new(5).unwrap();
    let hour = Duration::from_secs(3_600);
    let world = World::with(Sandbox::builder().login_limit(limit, hour)).await;
    let refuses = Fault::status(401)
        .on(Operation::ListSubscriptions)
        .probability(1.0);
    world.sandbox.faults().add(refuses).unwrap();
    let clock = ManualClock::new();
    let builder = world.builder(Credential::basic(EMAIL, PASSWORD));
    let client = builder.clock(clock.clone()).build().unwrap();
    for second in 0..300 {
        client.tokens().list().await.unwrap();
        let error = client.subscriptions().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials, "{second} {error}");
        assert!(!error.is_login(), "{error}");
        assert!(
            error.to_string().contains("this request is refused"),
            "{error}"
        );
        clock.advance(Duration::from_secs(12));
    }
    assert_eq!(world.sandbox.stats().logins, 2);
}
