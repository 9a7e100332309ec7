//! Files to the server, and bytes from it, by the SDK's way of a request.

use std::time::Duration;

use opentact::retry::RetryPolicy;
use opentact::{Client, Credential, ErrorKind, Form, ManualClock, Method, Upload};
use opentact_tests::{Peer, Step, json};

const BUSY: &str = "503 Service Unavailable";
const DONE: &str = r#"{"success":true}"#;
const BYTES: &str = "HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\n";

fn client(peer: &Peer, clock: &ManualClock) -> Client {
    Client::builder(Credential::api_token("planted-4711"))
        .base_url(peer.base_url())
        .retry_policy(RetryPolicy::new().first_wait(Duration::ZERO))
        .max_response_bytes(100)
        .clock(clock.clone())
        .build()
        .unwrap()
}

async fn busy_once() -> Peer {
    let says = |status, body| vec![Step::Hear, Step::say(json(status, body))];
    Peer::playing([says(BUSY, ""), says("200 OK", DONE)]).await
}

async fn send(
    peer: &Peer,
    form: Form,
    upload: Upload,
) -> Result<opentact::Response, opentact::Error> {
    let request = client(peer, &ManualClock::new()).request(Method::PUT, "/rest/flow");
    request.form(form, "file", upload).await
}

#[tokio::test]
async fn bytes_and_paths_are_sent_again() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "planted-flow").unwrap();
    for upload in [Upload::from("planted-flow"), Upload::from_path(file.path())] {
        let peer = busy_once().await;
        let mut form = Form::new();
        form.text("language", &"en").unwrap();
        send(&peer, form, upload).await.unwrap();
        let requests = peer.requests();
        assert_eq!(requests.len(), 2);
        let bodies: Vec<_> = requests
            .iter()
            .map(|it| it.split_once("\r\n\r\n"))
            .collect();
        assert_eq!(bodies[0].unwrap().1, bodies[1].unwrap().1);
        for part in [
            "name=\"language\"\r\n\r\nen",
            "planted-flow",
            "authorization: Bearer",
        ] {
            assert!(requests[1].contains(part), "{}", requests[1]);
        }
    }
}

#[tokio::test]
async fn a_stream_is_sent_once_and_no_more() {
    let peer = Peer::repeating([Step::HearHead, Step::say(json(BUSY, "")), Step::Close]).await;
    let pieces = ["<flow", "/>"].map(|it| Ok::<_, std::io::Error>(it.into()));
    let upload = Upload::from_stream(futures_util::stream::iter(pieces));
    let error = send(&peer, Form::new(), upload).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Server, 1));
    assert_eq!(peer.requests().len(), 1);
}

#[tokio::test]
async fn what_cannot_be_sent_is_said_before_anybody_is_asked() {
    let peer = busy_once().await;
    let uploads = [
        (Upload::from("1234").max_bytes(3), "larger than 3 bytes"),
        (
            Upload::from("1234").media_type("audio"),
            "write one like `audio/mpeg`",
        ),
        (
            Upload::from_path("/nowhere/a.mp3"),
            "cannot be read: No such file",
        ),
    ];
    for (upload, words) in uploads {
        let error = send(&peer, Form::new(), upload).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input, "{error}");
        assert!(error.to_string().contains(words), "{error}");
    }
    assert_eq!(peer.requests(), Vec::<String>::new());
}

#[tokio::test]
async fn a_stream_that_grows_too_large_ends_the_request() {
    let peer = Peer::repeating([Step::HearHead, Step::Stall]).await;
    let pieces = ["12", "34"].map(|it| Ok::<_, std::io::Error>(it.into()));
    let upload = Upload::from_stream(futures_util::stream::iter(pieces)).max_bytes(3);
    let error = send(&peer, Form::new(), upload).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Input, 1));
    assert!(error.to_string().contains("`Upload::max_bytes`"), "{error}");
}

#[tokio::test]
async fn a_download_is_never_in_memory_as_a_whole() {
    let head = format!("{BYTES}\r\n");
    let peer = Peer::repeating([Step::Hear, Step::say(head), Step::flood([7; 1000])]).await;
    let client = client(&peer, &ManualClock::new());
    let request = client.request(Method::GET, "/rest/recording/1").download();
    let mut sent = request.with_response().await.unwrap();
    assert_eq!(sent.response.header("content-type"), Some("audio/mpeg"));
    let mut read = 0;
    while read < 1_000_000 {
        read += sent.value.chunk().await.unwrap().unwrap().len();
    }
    assert!(peer.requests()[0].to_lowercase().contains("accept: */*"));
}

#[tokio::test]
async fn an_end_too_early_and_a_pause_are_told() {
    let torn = format!("{BYTES}content-length: 9\r\n\r\n1234");
    for (last, kind) in [
        (Step::Close, ErrorKind::Transport),
        (Step::Stall, ErrorKind::Timeout),
    ] {
        let peer = Peer::repeating([Step::Hear, Step::say(torn.as_str()), last]).await;
        let clock = ManualClock::new();
        let request = client(&peer, &clock).request(Method::GET, "/rest/recording/1");
        let mut download = request.download().await.unwrap();
        assert_eq!(download.chunk().await.unwrap().unwrap(), "1234");
        let next = tokio::spawn(async move { download.chunk().await });
        while kind == ErrorKind::Timeout && !next.is_finished() {
            clock.advance(Duration::from_secs(1));
            tokio::task::yield_now().await;
        }
        let error = next.await.unwrap().unwrap_err();
        assert_eq!(
            (error.kind(), error.status().map(u16::from)),
            (kind, Some(200)),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_refusal_is_json_also_where_bytes_were_asked_for() {
    let denial = r#"{"success":false,"message":"gone"}"#;
    for (status, body, kind) in [
        ("404 Not Found", denial, Some(ErrorKind::NotFound)),
        ("200 OK", denial, Some(ErrorKind::Refused)),
        ("200 OK", DONE, None),
    ] {
        let peer = Peer::answering(status, "application/json", body).await;
        let client = client(&peer, &ManualClock::new());
        let outcome = client
            .request(Method::GET, "/rest/recording/1")
            .download()
            .await;
        match (outcome, kind) {
            (Err(error), Some(kind)) => {
                assert_eq!(error.kind(), kind);
                assert_eq!(error.server_error().unwrap().message, "gone");
            }
            (Ok(mut download), None) => {
                assert_eq!(download.chunk().await.unwrap().unwrap(), DONE);
                assert!(download.chunk().await.unwrap().is_none());
            }
            (outcome, _) => panic!("{outcome:?}"),
        }
    }
}
