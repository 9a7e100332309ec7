//! Bytes of an answer, read as they come.

use futures_util::StreamExt;
use opentact_client::Download;

use crate::peer::Peer;

async fn download(answer: &'static str) -> Download {
    let peer = Peer::start(answer).await;
    Download::from(reqwest::get(peer.url()).await.unwrap())
}

#[tokio::test]
async fn what_comes_is_given_and_then_the_end() {
    let answer =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n12\r\n2\r\n34\r\n0\r\n\r\n";
    let mut read = Vec::new();
    let mut by_chunk = download(answer).await;
    while let Some(chunk) = by_chunk.chunk().await.unwrap() {
        read.extend_from_slice(&chunk);
    }
    assert_eq!(read, b"1234");
    assert!(by_chunk.chunk().await.unwrap().is_none());
    let stream = download(answer).await.bytes_stream();
    let read: Vec<_> = stream.map(|it| it.unwrap().to_vec()).collect().await;
    assert_eq!(read.concat(), b"1234");
}

#[tokio::test]
async fn an_end_too_early_is_an_error_after_what_came() {
    let mut body = download("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n1234").await;
    assert_eq!(body.chunk().await.unwrap().unwrap(), "1234");
    let error = body.chunk().await.unwrap_err();
    assert!(
        !format!("{error} {error:?}").contains("127.0.0.1"),
        "{error:?}"
    );
}
