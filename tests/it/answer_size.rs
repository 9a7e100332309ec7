//! Answers that are too large, or blown up.

use std::time::Duration;

use opentact::{Client, ClientBuilder, Credential, ErrorKind, StatusCode};
use opentact_tests::{Peer, Step};

const LIMIT: usize = 1000;

/// 100 kB of spaces and a good list of tokens, compressed into 167 bytes: head, zeroes, tail.
const BOMB: (&[u8], usize, &[u8]) = (
    b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xed\xc1\xb1\x09\x80\x30\x10\x00\xc0\x55\xc2\xd7\x4e\x90\x55\xc4\x22\xc4\x74\x82\x62\x4c\x21\xe2\xee\xae\x61\x71\x77\x29\x01",
    96,
    b"\x7f\xf5\x44\x1f\xb5\xb6\xde\x23\x5f\xe7\x68\x53\x1c\xe5\xde\xf6\xb2\x46\x9e\x97\xf7\x03\xf1\x27\x8b\x5e\xbd\x86\x01\x00",
);

fn builder(peer: &Peer) -> ClientBuilder {
    Client::builder(Credential::api_token("planted-4711"))
        .base_url(peer.base_url())
        .max_response_bytes(LIMIT)
}

/// A good list of tokens of that many bytes.
fn list_of(length: usize) -> String {
    let list = r#"{"success":true,"payload":[]}"#;
    format!("{}{list}", " ".repeat(length - list.len()))
}

#[tokio::test]
async fn an_answer_is_as_large_as_allowed_and_not_a_byte_larger() {
    for (length, fits) in [(LIMIT, true), (LIMIT + 1, false)] {
        let body = list_of(length);
        let (first, rest) = body.split_at(length / 2);
        for answer in [
            format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{body}"),
            format!("HTTP/1.1 200 OK\r\n\r\n{body}"),
            format!(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{first}\r\n{:x}\r\n{rest}\r\n0\r\n\r\n",
                first.len(),
                rest.len(),
            ),
        ] {
            let peer = Peer::saying(answer).await;
            let outcome = builder(&peer).build().unwrap().tokens().list().await;
            match outcome {
                Ok(tokens) => assert!(fits && tokens.is_empty()),
                Err(error) => {
                    assert!(!fits, "{error}");
                    assert_eq!(
                        (error.kind(), error.status()),
                        (ErrorKind::TooLarge, Some(StatusCode::OK))
                    );
                    assert!(error.to_string().contains("1000 bytes"), "{error}");
                }
            }
            assert_eq!(peer.requests().len(), 1);
        }
    }
}

#[tokio::test]
async fn an_error_that_is_too_large_is_cut_off_too() {
    let head = "HTTP/1.1 503 Service Unavailable\r\n\r\n";
    let peer = Peer::repeating([
        Step::Hear,
        Step::say(head),
        Step::flood("planted-4711 ".repeat(1000)),
    ])
    .await;
    let client = builder(&peer)
        .attempt_timeout(Duration::from_secs(10))
        .build();
    let error = client.unwrap().tokens().list().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::TooLarge, Some(StatusCode::SERVICE_UNAVAILABLE))
    );
    assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
}

/// Nothing is asked to be compressed, and what is compressed all the same is not blown up.
#[tokio::test]
async fn a_compressed_answer_stays_compressed() {
    let (head, zeroes, tail) = BOMB;
    let bomb = [head, &vec![0; zeroes], tail].concat();
    for (encoding, named) in [("content-encoding", "gzip"), ("transfer-encoding", "gzip")] {
        let answer = format!(
            "HTTP/1.1 200 OK\r\n{encoding}: {named}\r\ncontent-type: application/json\r\n\r\n"
        );
        let peer = Peer::saying([answer.as_bytes(), &bomb].concat()).await;
        let client = builder(&peer).build().unwrap();
        let error = client.tokens().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse, "{error:?}");
        assert_eq!(error.body(), Some(&bomb[..]));
        let request = peer.requests().remove(0).to_lowercase();
        assert!(!request.contains("accept-encoding"), "{request}");
    }
}

#[tokio::test]
async fn a_failure_that_is_too_large_says_what_its_status_says() {
    let body = " ".repeat(2 * LIMIT);
    for (status, in_doubt) in [(500, true), (408, true), (402, false), (429, false)] {
        let length = body.len();
        let answer = format!("HTTP/1.1 {status} No\r\ncontent-length: {length}\r\n\r\n{body}");
        let peer = Peer::repeating([Step::Hear, Step::say(answer)]).await;
        let client = builder(&peer).build().unwrap();
        let error = client.tokens().create("x").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge);
        assert_eq!(error.may_have_been_carried_out(), in_doubt, "{status}");
    }
}
