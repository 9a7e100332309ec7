//! Files: how often they can be sent, and how large they may be.

use std::io::Write;

use bytes::Bytes;
use futures_util::stream;
use opentact_client::{BodyError, EncodedBody, Form, Upload};

use crate::forms::{parts, sent};
use crate::peer::Peer;

fn form(upload: &Upload) -> EncodedBody {
    Form::new().end("file", Some(upload)).unwrap()
}

fn in_pieces(pieces: &'static [&'static str]) -> Upload {
    let pieces = pieces
        .iter()
        .map(|it| Ok::<_, std::io::Error>(Bytes::from(*it)));
    Upload::from_stream(stream::iter(pieces))
}

#[tokio::test]
async fn bytes_are_sent_as_often_as_asked() {
    for upload in [
        Upload::from(b"1234".to_vec()),
        Upload::from(&b"1234"[..]),
        Upload::from(Bytes::from_static(b"1234")),
        Upload::from("1234".to_owned()),
    ] {
        let body = form(&upload);
        assert!(body.is_repeatable());
        for _ in 0..2 {
            assert_eq!(parts(&body).await[0].3, b"1234");
        }
    }
}

#[tokio::test]
async fn a_path_is_read_whenever_it_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("greeting.mp3");
    let upload = Upload::from_path(&path).media_type("audio/mpeg");
    let body = form(&upload);
    assert!(body.is_repeatable());
    let missing = sent(&body).await;
    assert!(matches!(missing, Err(BodyError::File(_))), "{missing:?}");
    // More than is read at once.
    for size in [200_000, 3] {
        std::fs::write(&path, vec![7; size]).unwrap();
        let [(_, name, kind, content)] = &parts(&body).await[..] else {
            panic!("there is one part");
        };
        assert_eq!(name.as_deref(), Some("greeting.mp3"));
        assert_eq!(kind.as_deref(), Some("audio/mpeg"));
        assert_eq!(content.len(), size);
        let (length, ..) = sent(&body).await.unwrap();
        assert!(length.is_some());
    }
}

#[tokio::test]
async fn a_file_that_changes_meanwhile_is_told() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    for longer in [true, false] {
        file.as_file().set_len(1000).unwrap();
        let body = form(&Upload::from_path(file.path()));
        let url = "https://api.opentact.org/rest/a".parse().unwrap();
        let mut request = reqwest::Request::new(reqwest::Method::POST, url);
        body.put(&mut request).unwrap();
        if longer {
            file.write_all(&[7; 2000]).unwrap();
        } else {
            file.as_file().set_len(10).unwrap();
        }
        let body = request.body_mut().take().unwrap();
        let error = http_body_util::BodyExt::collect(body).await.unwrap_err();
        let found = BodyError::of(&error);
        assert!(matches!(found, Some(BodyError::Changed)), "{error:?}");
    }
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let body = form(&in_pieces(&["12", "34"]));
    assert!(!body.is_repeatable());
    assert_eq!(parts(&body).await[0].3, b"1234");
    let again = sent(&body).await;
    assert!(matches!(again, Err(BodyError::Spent)), "{again:?}");
}

#[tokio::test]
async fn what_is_too_large_is_not_sent() {
    let bytes = Upload::from("1234").max_bytes(3);
    let refused = Form::new().end("file", Some(&bytes));
    assert!(matches!(refused, Err(BodyError::TooLarge { limit: 3 })));
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"1234").unwrap();
    for (limit, fits) in [(3, false), (4, true)] {
        for upload in [Upload::from_path(file.path()), in_pieces(&["12", "34"])] {
            let outcome = sent(&form(&upload.max_bytes(limit))).await;
            let is_refused = matches!(outcome, Err(BodyError::TooLarge { limit: 3 }));
            assert_eq!((outcome.is_ok(), is_refused), (fits, !fits));
        }
    }
}

#[tokio::test]
async fn on_the_wire_a_length_is_told_where_it_is_known() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"12345678").unwrap();
    let peer = Peer::start("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
    for (upload, told) in [
        (Upload::from("12345678"), true),
        (Upload::from_path(file.path()), true),
        (in_pieces(&["1234", "5678"]), false),
    ] {
        let mut request = reqwest::Request::new(reqwest::Method::POST, peer.url());
        form(&upload).put(&mut request).unwrap();
        reqwest::Client::new().execute(request).await.unwrap();
        let seen = peer.seen().to_lowercase();
        assert_eq!(seen.contains("content-length: "), told, "{seen}");
        assert_eq!(seen.contains("transfer-encoding: chunked"), !told);
        assert!(seen.contains("content-type: multipart/form-data; boundary="));
    }
}

#[tokio::test]
async fn the_reason_is_among_the_sources_of_the_failure() {
    let peer = Peer::start("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
    let mut request = reqwest::Request::new(reqwest::Method::POST, peer.url());
    let upload = in_pieces(&["12", "34"]).max_bytes(3);
    form(&upload).put(&mut request).unwrap();
    let error = reqwest::Client::new().execute(request).await.unwrap_err();
    let found = BodyError::of(&error);
    assert!(
        matches!(found, Some(BodyError::TooLarge { limit: 3 })),
        "{error:?}"
    );
}
