//! Answers are not decompressed, whatever other crates have the HTTP library do.

use opentact::{Client, Credential};
use opentact_client::security::SecurityScheme;
use opentact_client::{FixedCredential, Secret};
use opentact_tests::{Peer, Step};

/// `{}` by gzip.
const GZIP: [u8; 22] = [
    0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xab, 0xae, 5, 0, 0x43, 0xbf, 0xa6, 0xa3, 2, 0, 0, 0,
];

#[tokio::test]
async fn an_answer_is_given_as_it_came_and_no_compression_is_asked_for() {
    let mut answer =
        b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 22\r\n\r\n".to_vec();
    answer.extend(GZIP);
    let peer = Peer::repeating([Step::Hear, Step::say(answer)]).await;

    // The tests turn gzip on, for every crate of theirs: this shows it.
    let stranger = reqwest::get(peer.base_url()).await.unwrap();
    assert_eq!(stranger.bytes().await.unwrap(), "{}");

    let client = Client::builder(Credential::api_token("made-up"))
        .base_url(peer.base_url())
        .build()
        .unwrap();
    let reply = client.request(opentact::Method::GET, "/rest/x").await;
    assert_eq!(reply.unwrap().body(), GZIP);
    let token = FixedCredential::new(SecurityScheme::Bearer, Secret::new("made-up"));
    let bare = opentact_client::Client::connect(&peer.base_url(), token).unwrap();
    assert!(bare.list_tokens().await.is_err());
    assert_eq!(peer.requests().len(), 3);
    for request in &peer.requests()[1..] {
        assert!(
            !request.to_lowercase().contains("accept-encoding"),
            "{request}"
        );
    }
}
