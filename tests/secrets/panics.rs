//! A panic in a task that has a client at hand.

use std::panic::AssertUnwindSafe;

use opentact::{Credential, Secret};
use opentact_tests::Peer;

use crate::scene::{planted, settings};
use crate::watch::Watch;

#[tokio::test]
async fn a_panic_shows_no_secret() {
    let watch = Watch::new("panic");
    let new = "made-up";
    let peer = Peer::answering(
        "401 Unauthorized",
        "application/json",
        &serde_json::json!({ "success": false, "message": new }).to_string(),
    )
    .await;
    for scheme in opentact_client::security::SecurityScheme::ALL {
        let (credential, secret) = planted(&watch, *scheme);
        let client = settings(&peer.base_url(), credential.clone())
            .build()
            .unwrap();
        let secret = Secret::new(secret);
        let task = tokio::spawn(async move {
            // What people write: `unwrap` where a call fails, with everything in scope.
            let refused: Result<(), _> = client
                .request(opentact::Method::GET, "/none")
                .await
                .map(drop);
            assert_eq!(
                format!("{refused:?}"),
                "",
                "{credential:?} {secret:?} {client:?}"
            );
        });
        assert!(task.await.unwrap_err().is_panic());
        let refused = settings("http://me:made-up@127.0.0.1", Credential::jwt("made-up"));
        assert!(std::panic::catch_unwind(AssertUnwindSafe(|| refused.build().unwrap())).is_err());
    }
    watch.assert_clean();
}
