//! The sandbox in a Rust test, as the page on fixtures shows it.

use opentact::{Client, Credential, ErrorKind};
use opentact_sandbox::{Fault, Operation, Sandbox, UserSeed};

#[tokio::test]
async fn it_starts_in_one_line() {
    let sandbox = Sandbox::start().await.unwrap();
    assert!(sandbox.base_url().starts_with("http://127.0.0.1:"));
}

/// A sandbox with somebody in it, and a client for them. The sandbox ends when it is dropped.
async fn world() -> (Sandbox, Client) {
    let ann = UserSeed::new("ann@example.com", "made up");
    let sandbox = Sandbox::builder().user(ann).start().await.unwrap();
    let client = Client::builder(Credential::basic("ann@example.com", "made up"))
        .base_url(sandbox.base_url())
        .build()
        .unwrap();
    (sandbox, client)
}

#[tokio::test]
async fn a_token_is_created() {
    let (_sandbox, client) = world().await;
    let created = client.tokens().create("ci").await.unwrap();
    let listed = client.tokens().list().await.unwrap();
    assert_eq!(listed[0].uuid, Some(created.uuid));
}

#[tokio::test]
async fn the_server_fails_once() {
    let (sandbox, client) = world().await;
    let fault = Fault::status(503).on(Operation::ListTokens);
    sandbox.faults().add(fault).unwrap();
    let error = client.tokens().list().max_retries(0).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Server);
    assert_eq!(client.tokens().list().await.unwrap(), []);
    assert_eq!(sandbox.stats().logins, 1);
}

#[test]
fn the_page_shows_this_code() {
    let page = include_str!("../../crates/opentact-sandbox/FIXTURES.md");
    let (_, code) = include_str!("embedding.rs").split_once("\n\n").unwrap();
    let (code, _) = code.split_once("\n#[test]\n").unwrap();
    assert!(page.contains(&format!("```rust\n{code}```\n")));
}
