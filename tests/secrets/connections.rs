//! Connections that are refused, break, stall, or speak another protocol.

use std::time::Duration;

use opentact_client::security::SecurityScheme;
use opentact_tests::Peer;

use crate::scene::{call_everything, planted, settings};
use crate::watch::Watch;

/// The address of a port where nobody listens.
fn nobody() -> String {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

/// The https address of a peer that knows no TLS: it answers the first bytes and closes.
async fn no_tls() -> String {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
        .await
        .unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut buffer = [0; 1024];
            let _ = tokio::io::AsyncReadExt::read(&mut stream, &mut buffer).await;
            let answer = b"HTTP/1.1 400 Bad Request\r\n\r\n";
            let _ = tokio::io::AsyncWriteExt::write_all(&mut stream, answer).await;
        }
    });
    format!("https://{address}")
}

#[tokio::test]
async fn an_error_of_the_connection_shows_no_secret() {
    let watch = Watch::new("connection");
    let silent = Peer::saying("").await;
    let cut = Peer::saying("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{").await;
    let plain = no_tls().await;
    for scheme in SecurityScheme::ALL {
        for base_url in [nobody(), silent.base_url(), cut.base_url(), plain.clone()] {
            let credential = planted(&watch, *scheme).0;
            let client = settings(&base_url, credential).build().unwrap();
            let token = watch.token("the token to delete");
            call_everything(&watch, &client, &token).await;
        }
    }
    watch.assert_clean();
}

#[tokio::test]
async fn a_timeout_shows_no_secret() {
    let watch = Watch::new("timeout");
    let silent = Peer::stalling_after("").await;
    let begun = Peer::stalling_after("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{").await;
    for scheme in SecurityScheme::ALL {
        for peer in [&silent, &begun] {
            let credential = planted(&watch, *scheme).0;
            let client = settings(&peer.base_url(), credential)
                .attempt_timeout(Duration::from_millis(5))
                .build()
                .unwrap();
            call_everything(&watch, &client, "made-up").await;
        }
    }
    watch.assert_clean();
}

#[tokio::test]
async fn an_answer_that_is_too_large_shows_no_secret() {
    let watch = Watch::new("too large");
    for scheme in SecurityScheme::ALL {
        let (credential, secret) = planted(&watch, *scheme);
        for answer in [
            format!("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{secret}"),
            format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{secret}{secret}"),
        ] {
            let peer = Peer::saying(answer).await;
            let client = settings(&peer.base_url(), credential.clone())
                .max_response_bytes(20)
                .build()
                .unwrap();
            call_everything(&watch, &client, "made-up").await;
        }
    }
    watch.assert_clean();
}
