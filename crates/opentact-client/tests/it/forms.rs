//! Forms, read by an independent parser.

use bytes::Bytes;
use futures_util::stream;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http_body_util::BodyExt;
use opentact_client::{BodyError, EncodedBody, Form, Maybe, PhoneNumber, Secret, Upload};
use proptest::prelude::*;

/// A part of a form as it was read: name, name of the file, media type, content.
type Part = (String, Option<String>, Option<String>, Vec<u8>);

/// What is sent: the announced length, and the body with its type.
pub(crate) async fn sent(body: &EncodedBody) -> Result<(Option<u64>, String, Bytes), BodyError> {
    let url = "https://api.opentact.org/rest/a".parse().unwrap();
    let mut request = reqwest::Request::new(reqwest::Method::POST, url);
    body.put(&mut request)?;
    let header = |name| request.headers().get(name).map(|it| it.to_str().unwrap());
    let length = header(CONTENT_LENGTH).map(|it| it.parse().unwrap());
    let content_type = header(CONTENT_TYPE).unwrap().to_owned();
    let body = request.body_mut().take().unwrap().collect().await;
    let body = body.map_err(|error| {
        let source = std::error::Error::source(&error).unwrap();
        match BodyError::of(source).unwrap() {
            BodyError::TooLarge { limit } => BodyError::TooLarge { limit: *limit },
            BodyError::Changed => BodyError::Changed,
            other => panic!("{other}"),
        }
    })?;
    Ok((length, content_type, body.to_bytes()))
}

pub(crate) async fn parts(body: &EncodedBody) -> Vec<Part> {
    let (length, content_type, bytes) = sent(body).await.unwrap();
    assert!(length.is_none_or(|it| it == bytes.len() as u64));
    let boundary = multer::parse_boundary(content_type).unwrap();
    let stream = stream::iter([Ok::<_, std::io::Error>(bytes)]);
    let mut form = multer::Multipart::new(stream, boundary);
    let mut parts = Vec::new();
    while let Some(field) = form.next_field().await.unwrap() {
        parts.push((
            field.name().unwrap().to_owned(),
            field.file_name().map(str::to_owned),
            field.content_type().map(ToString::to_string),
            field.bytes().await.unwrap().to_vec(),
        ));
    }
    parts
}

fn text(name: &str, value: &str) -> Part {
    (name.to_owned(), None, None, value.as_bytes().to_vec())
}

#[tokio::test]
async fn texts_come_first_and_nothing_for_null() {
    let mut form = Form::new();
    form.text("name", &"café\r\n--x").unwrap();
    form.text("count", &7).unwrap();
    form.text("is_new", &Some(true)).unwrap();
    form.text("none", &None::<bool>).unwrap();
    form.text("null", &Maybe::<bool>::Null).unwrap();
    form.text("password", &Secret::new("made up")).unwrap();
    form.text("from", &PhoneNumber::from("15105550100"))
        .unwrap();
    let upload = Upload::from("<flow/>").file_name("a.xml");
    let body = form.end("file", Some(&upload)).unwrap();
    let file = (
        "file".to_owned(),
        Some("a.xml".to_owned()),
        Some("text/plain; charset=utf-8".to_owned()),
        b"<flow/>".to_vec(),
    );
    let expected = vec![
        text("name", "café\r\n--x"),
        text("count", "7"),
        text("is_new", "true"),
        text("password", "made up"),
        text("from", "15105550100"),
        file,
    ];
    assert_eq!(parts(&body).await, expected);
    assert!(!format!("{body:?} {upload:?}").contains("flow"));
}

#[tokio::test]
async fn a_form_without_its_file_has_the_texts() {
    let mut form = Form::new();
    form.text("a", &"b").unwrap();
    assert_eq!(
        parts(&form.end("file", None).unwrap()).await,
        [text("a", "b")]
    );
    assert_eq!(parts(&Form::new().end("file", None).unwrap()).await, []);
}

#[tokio::test]
async fn names_do_not_end_early() {
    let name = "a\"; b=\"c\r\nX: y\r\n\r\n";
    let escaped = "a%22; b=%22c%0D%0AX: y%0D%0A%0D%0A";
    let mut form = Form::new();
    form.text(name, &"v").unwrap();
    let upload = Upload::from(vec![0]).file_name(name);
    let parts = parts(&form.end(name, Some(&upload)).unwrap()).await;
    assert_eq!(parts[0], text(escaped, "v"));
    let (field, file, ..) = &parts[1];
    assert_eq!((field.as_str(), file.as_deref()), (escaped, Some(escaped)));
    assert_eq!(parts.len(), 2);
}

#[test]
fn a_media_type_is_one() {
    for bad in ["", "audio", "/x", "audio/", "a/b\r\nX: y", "a/é"] {
        let upload = Upload::from(vec![]).media_type(bad);
        let outcome = Form::new().end("file", Some(&upload));
        assert!(matches!(outcome, Err(BodyError::MediaType)), "{bad:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_text_and_any_bytes_arrive(
        value in "\\PC{0,40}|(\r\n)?--[a-f0-9]{0,32}(--)?(\r\n)?",
        name in "[^\\x00-\\x1f\"\\\\%\\x7f]{1,20}",
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let mut form = Form::new();
            form.text("value", &value).unwrap();
            let upload = Upload::from(bytes.as_slice()).file_name(&name);
            let found = parts(&form.end("file", Some(&upload)).unwrap()).await;
            assert_eq!(found[0], text("value", &value));
            assert_eq!(found[1].1.as_deref(), Some(name.as_str()));
            assert_eq!(found[1].3, bytes);
        });
    }
}
