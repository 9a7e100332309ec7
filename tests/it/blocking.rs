//! Requests that are waited for without an async runtime: from a script, from threads, inside a runtime.

use std::time::Duration;

use opentact::{Client, Credential, ErrorKind, Method, StatusCode};
use opentact_tests::{EMAIL, PASSWORD, World};
use tokio::runtime::Runtime;

/// A sandbox that lives in a runtime of its own, and a client outside of it.
fn world() -> (Runtime, World, Client) {
    let runtime = Runtime::new().unwrap();
    let world = runtime.block_on(World::start());
    let client = world.client(Credential::basic(EMAIL, PASSWORD));
    (runtime, world, client)
}

#[test]
fn a_script_does_all_that_a_program_does() {
    let (_runtime, world, client) = world();
    assert_eq!(client.whoami().send_blocking().unwrap().email, EMAIL);
    let hour = Duration::from_secs(3600);
    let made = client
        .tokens()
        .create("ci")
        .ttl(hour)
        .send_blocking()
        .unwrap();
    let uuid = made.uuid;
    let renamed = client
        .tokens()
        .update(uuid)
        .name("cd")
        .send_blocking()
        .unwrap();
    assert_eq!(renamed.name.as_deref(), Some("cd"));
    let list = client
        .tokens()
        .list()
        .with_response()
        .send_blocking()
        .unwrap();
    assert_eq!(
        (list.value.len(), list.response.status().as_u16()),
        (1, 200)
    );
    client.tokens().delete(made.token).send_blocking().unwrap();
    client.tokens().delete_all().send_blocking().unwrap();
    let create = client.subscriptions().create("sms").channel("wss");
    let made = create.is_active(false).send_blocking().unwrap();
    let list = client.subscriptions().list().send_blocking().unwrap();
    assert_eq!((list.len(), list[0].is_active), (1, Some(false)));
    client
        .subscriptions()
        .delete(made.uuid)
        .send_blocking()
        .unwrap();
    let request = client.request(Method::GET, "/rest/token/list");
    let answer = request
        .timeout(hour)
        .max_retries(0)
        .send_blocking()
        .unwrap();
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
                    client.clone().tokens().list().send_blocking().unwrap();
                }
            });
        }
    });
    assert_eq!(world.sandbox.stats().logins, 1);
}

#[test]
fn a_failure_is_the_same_typed_error() {
    let (_runtime, _world, client) = world();
    let error = client.tokens().create("").send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Input);
    let error = client
        .tokens()
        .delete("unknown")
        .send_blocking()
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::NotFound, Some(StatusCode::NOT_FOUND))
    );
}

/// On a runtime of one thread, which sits in another task meanwhile.
#[tokio::test]
async fn inside_a_runtime_it_waits_on_a_thread_for_it() {
    let world = World::start().await;
    let client = world.ann();
    assert_eq!(client.whoami().await.unwrap().email, EMAIL);
    let waiting = client.clone();
    let task = tokio::task::spawn_blocking(move || waiting.tokens().list().send_blocking());
    task.await.unwrap().unwrap();
    assert_eq!(world.sandbox.stats().logins, 1);
}

/// In an async task it holds up the thread, and ends all the same.
#[test]
fn in_an_async_task_it_ends_and_does_not_panic() {
    let (_runtime, world, client) = world();
    let elsewhere = tokio::runtime::Builder::new_current_thread();
    let elsewhere = { elsewhere }.enable_all().build().unwrap();
    let me = elsewhere.block_on(async move { client.whoami().send_blocking() });
    assert_eq!(me.unwrap().email, EMAIL);
    assert_eq!(world.sandbox.stats().logins, 1);
}
