//! The SDK and a sandbox that speaks TLS, and one that redirects to it.

use opentact::{Client, CredentialKind, ErrorKind, Placement};
use opentact_client::security::SecurityScheme;
use opentact_sandbox::{RedirectStatus, Sandbox, TlsIdentity};
use opentact_tests::World;

use crate::matrix::every_operation_takes_every_scheme;

fn secured() -> opentact_sandbox::SandboxBuilder {
    Sandbox::builder().tls(TlsIdentity::generated())
}

fn placement(scheme: SecurityScheme) -> Placement {
    match scheme.location().is_in_url() {
        true => Placement::Query,
        false => Placement::Header,
    }
}

#[tokio::test]
async fn every_operation_takes_every_scheme_over_tls() {
    every_operation_takes_every_scheme(&World::with(secured()).await).await;
}

#[tokio::test]
async fn the_certificate_has_to_be_trusted() {
    let (world, other) = (World::with(secured()).await, World::with(secured()).await);
    let credential = world.credential(CredentialKind::Basic).await;
    let before = world.sandbox.requests().len();
    let credential = || credential.clone();
    for builder in [Client::builder(credential()), other.builder(credential())] {
        let client = builder.base_url(world.sandbox.base_url()).build();
        let error = client.unwrap().whoami().max_retries(0).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
    }
    assert_eq!(world.sandbox.requests().len(), before);
}

#[tokio::test]
async fn the_redirect_to_https_is_an_error_and_no_credential_follows_it() {
    for (status, number) in [
        (RedirectStatus::Found, 302),
        (RedirectStatus::MovedPermanently, 301),
    ] {
        let builder = secured().redirect().redirect_status(status);
        let world = World::with(builder).await;
        let plain = world.sandbox.redirect_url().unwrap();
        for scheme in SecurityScheme::ALL {
            let credential = world.credential(scheme.credential()).await;
            let credential = credential.placed(placement(*scheme));
            let builder = world.builder(credential).base_url(&plain);
            let client = builder.without_session().build().unwrap();
            let before = world.sandbox.requests().len();
            let error = client.tokens().create("x").await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Redirected, "{error}");
            let shown = error.to_string();
            assert!(shown.contains(&world.sandbox.base_url()), "{shown}");
            // One request in clear, and none behind it.
            let records = world.sandbox.requests().split_off(before);
            let [record] = records.as_slice() else {
                panic!("{records:?}")
            };
            assert_eq!(
                (record.status, &*record.credentials),
                (number, &[*scheme][..])
            );
        }
    }
}
