//! JWTs that no request can carry, from a login or from a store: none is kept.

use std::sync::Arc;

use opentact::session_store::{MemoryStore, SessionName, SessionStore, StoredSession};
use opentact::{Client, Credential, ErrorKind};
use opentact_tests::{Peer, Step, json};

const LIST: &str = r#"{"success":true,"payload":[]}"#;
const GOOD: &str = "planted.good.jwt";
/// As JSON writes them.
const UNUSABLE: [&str; 7] = [
    "",
    r"planted\n",
    r"planted\r\nX-Other: 1",
    "plänted",
    "planted words",
    r"planted\u0000",
    "[redacted]",
];

fn says(body: &str) -> Vec<Step> {
    vec![Step::Hear, Step::say(json("200 OK", body))]
}

fn login(token: &str) -> Vec<Step> {
    says(&format!(
        r#"{{"success":true,"payload":{{"token":"{token}"}}}}"#
    ))
}

#[tokio::test]
async fn a_login_that_brings_an_unusable_jwt_fails_and_the_next_request_logs_in_again() {
    for unusable in UNUSABLE {
        let peer = Peer::playing([login(unusable), login(GOOD), says(LIST)]).await;
        let credential = Credential::basic("me@example.com", "made up");
        let store = Arc::new(MemoryStore::new());
        let client = Client::builder(credential.clone())
            .base_url(peer.base_url())
            .session_store(Arc::clone(&store))
            .build()
            .unwrap();

        let error = client.tokens().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse, "{error}");
        assert!(error.is_login(), "{error}");
        assert!(
            error
                .to_string()
                .contains("the JWT of the answer cannot be sent"),
            "{error}"
        );
        assert!(
            !format!("{error} {error:?}").contains("planted"),
            "{error:?}"
        );
        let name = SessionName::new(&peer.base_url(), &credential);
        assert_eq!(store.load(&name).await.unwrap(), None, "{unusable}");

        client.tokens().list().await.unwrap();
        assert!(peer.requests()[2].contains(GOOD));
    }
}

#[tokio::test]
async fn an_unusable_jwt_in_a_store_is_passed_over_and_replaced() {
    for unusable in ["", "planted\n", "plänted", "planted words", "[redacted]"] {
        let peer = Peer::playing([login(GOOD), says(LIST)]).await;
        let credential = Credential::basic("me@example.com", "made up");
        let name = SessionName::new(&peer.base_url(), &credential);
        let store = Arc::new(MemoryStore::new());
        let session = StoredSession::new(unusable);
        store.save(&name, &session).await.unwrap();
        let client = Client::builder(credential)
            .base_url(peer.base_url())
            .session_store(Arc::clone(&store))
            .build()
            .unwrap();
        client.tokens().list().await.unwrap();
        let kept = store.load(&name).await.unwrap().unwrap();
        assert_eq!(kept.jwt().expose(), GOOD);
    }
}
