//! The blocking client: the same calls, from threads, and an error inside a runtime.

use std::time::Duration;

use opentact::blocking::Client;
use opentact::{Credential, ErrorKind, Method};
use opentact_tests::{EMAIL, PASSWORD, World};
use tokio::runtime::Runtime;

/// A sandbox that lives in a runtime of its own, and a client outside of it.
fn world() -> (Runtime, World, Client) {
    let runtime = Runtime::new().unwrap();
    let world = runtime.block_on(World::start());
    let client = client(&world);
    (runtime, world, client)
}

fn client(world: &World) -> Client {
    let credential = Credential::basic(EMAIL, PASSWORD);
    let builder = world.builder().credential(credential);
    builder.build_blocking().unwrap()
}

#[test]
fn a_script_does_all_that_a_program_does() {
    let (_runtime, world, client) = world();
    assert_eq!(client.whoami().send().unwrap().email, EMAIL);
    let hour = Duration::from_secs(3600);
    let made = client.tokens().create("ci").ttl(hour).send().unwrap();
    let uuid = made.uuid;
    let renamed = client.tokens().update(uuid).name("cd").send().unwrap();
    assert_eq!(renamed.name.as_deref(), Some("cd"));
    let list = client.tokens().list().with_response().send().unwrap();
    assert_eq!((list.value.len(), list.response.status()), (1, 200));
    client.tokens().delete(made.token).send().unwrap();
    client.tokens().delete_all().send().unwrap();
    let create = client.subscriptions().create("sms").channel("wss");
    let made = create.is_active(false).send().unwrap();
    let list = client.subscriptions().list().send().unwrap();
    assert_eq!((list.len(), list[0].is_active), (1, Some(false)));
    client.subscriptions().delete(made.uuid).send().unwrap();
    let request = client.request(Method::Get, "/rest/token/list");
    let answer = request.timeout(hour).retries(0).send().unwrap();
    assert!(answer.payload::<Vec<u8>>().unwrap().is_empty());
    assert_eq!(world.sandbox.stats().logins, 1);
}

#[test]
fn threads_share_a_client_and_its_login() {
    let (_runtime, world, client) = world();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..8 {
                    client.clone().tokens().list().send().unwrap();
                }
            });
        }
    });
    assert_eq!(world.sandbox.stats().logins, 1);
}

#[test]
fn a_failure_is_the_same_typed_error() {
    let (_runtime, _world, client) = world();
    let error = client.tokens().create("").send().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Input);
    let error = client.tokens().delete("unknown").send().unwrap_err();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::NotFound, Some(404))
    );
}

#[tokio::test]
async fn inside_a_runtime_a_call_is_an_error_and_no_deadlock() {
    let world = World::start().await;
    let client = client(&world);
    let refused = |error: opentact::Error| {
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.to_string().contains("`opentact::Client`"), "{error}");
    };
    refused(client.whoami().send().unwrap_err());
    refused(client.tokens().list().with_response().send().unwrap_err());
    let elsewhere = client.clone();
    let task = tokio::task::spawn_blocking(move || elsewhere.whoami().send());
    refused(task.await.unwrap().unwrap_err());
    // Nothing was sent, and the end of the client inside the runtime is no panic either.
    assert_eq!(world.sandbox.stats().requests, 0);
    drop(client);
}
