//! Answers that repeat the request's credential, or bring a new secret, whatever their shape.

use std::time::Duration;

use opentact_client::security::SecurityScheme;
use opentact_tests::Peer;
use serde_json::{Value, json};

use crate::scene::{call_everything, planted, settings};
use crate::scripted_peer::{answer, json as json_answer};
use crate::watch::Watch;

/// What a server may say that has got a secret: a status line, header lines and a body, or less.
fn refusals(secret: &str) -> Vec<(String, Vec<u8>)> {
    let mut answers = Vec::new();
    let forms = repeated(secret);
    for (name, form) in &forms {
        answers.push((
            (*name).to_owned(),
            json_answer("401 Unauthorized", &envelope(form)),
        ));
    }
    let all: Vec<&str> = forms.iter().map(|(_, form)| form.as_str()).collect();
    for status in [
        "200 OK",
        "400 Bad Request",
        "404 Not Found",
        "429 Too Many Requests",
        "503 Unavailable",
    ] {
        let odd = json!({
            "success": false, "message": { "en": secret }, "status": secret, "meta": [secret], "fields": secret,
        });
        answers.push((
            format!("{status}, all"),
            json_answer(status, &envelope(&all.join(" "))),
        ));
        answers.push((format!("{status}, odd"), json_answer(status, &odd)));
    }
    answers
}

/// The forms in which a server may repeat what it got.
fn repeated(secret: &str) -> Vec<(&'static str, String)> {
    let mut forms: Vec<(&str, String)> = crate::forms::forms(secret)
        .into_iter()
        .filter(|form| {
            [
                "raw",
                "percent",
                "query",
                "JSON",
                "JSON of ASCII",
                "Debug",
                "HTML",
                "hex",
            ]
            .contains(&form.name)
        })
        .map(|form| (form.name, form.text))
        .collect();
    let whole = format!("me@example.com:{secret}");
    forms.push(("the whole of Basic", whole.clone()));
    for (name, text) in [
        ("base64 of the secret", secret),
        ("base64 of the whole", &whole),
    ] {
        use base64::Engine;
        use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
        forms.push((name, STANDARD.encode(text)));
        forms.push((name, URL_SAFE_NO_PAD.encode(text)));
    }
    forms.push(("in upper case", secret.to_ascii_uppercase()));
    forms.push(("in lower case", secret.to_ascii_lowercase()));
    forms.push(("its beginning", secret.chars().take(25).collect()));
    forms.push(("its end", secret.chars().skip(15).collect()));
    forms.push(("twice", format!("{secret}{secret}")));
    forms
}

fn envelope(said: &str) -> Value {
    json!({
        "success": false,
        "message": format!("not good: {said}, sorry"),
        "status": 401,
        "meta": format!("seen {said}"),
        "fields": {
            "authorization": { "message": format!("{said} is wrong"), "value": said },
            said: { "message": said, "value": { said: said } },
        },
        "unknown": said,
        said: [said],
    })
}

/// What is no JSON of the contract, with a secret in it.
fn malformed(secret: &str) -> Vec<(String, Vec<u8>)> {
    let mut answers = Vec::new();
    for status in ["200 OK", "201 Created", "401 Unauthorized", "500 Oh"] {
        for (name, kind, body) in [
            ("a page", "text/html", format!("<html>{secret}</html>")),
            ("nothing but the secret", "text/plain", secret.to_owned()),
            (
                "cut JSON",
                "application/json",
                format!(
                    "{{\"success\":true,\"payload\":{{\"token\":{}",
                    json!(secret)
                ),
            ),
            (
                "JSON cut in the secret",
                "application/json",
                format!("{{\"token\":\"{}", &json!(secret).to_string()[1..20]),
            ),
            ("a text", "application/json", json!(secret).to_string()),
            ("a list", "application/json", json!([secret]).to_string()),
            (
                "another shape",
                "application/json",
                json!({ "success": true, "payload": secret }).to_string(),
            ),
            (
                "a token that is a list",
                "application/json",
                json!({ "success": true, "payload": { "token": [secret] } }).to_string(),
            ),
            (
                "a uuid that is none",
                "application/json",
                json!({ "success": true, "payload": { "uuid": secret, "expired_on": secret } })
                    .to_string(),
            ),
            (
                "a role that is none",
                "application/json",
                json!({ "success": secret, "payload": { "role": { secret: 1 } } }).to_string(),
            ),
            (
                "the same twice",
                "application/json",
                format!("{{\"token\":{0},\"token\":{0}}}", json!(secret)),
            ),
        ] {
            let headers = format!("content-type: {kind}\r\n");
            answers.push((format!("{status}, {name}"), answer(status, &headers, &body)));
        }
    }
    let ascii: String = secret.chars().filter(char::is_ascii).collect();
    let word: String = secret.chars().filter(char::is_ascii_alphanumeric).collect();
    for (name, bytes) in [
        (
            "a status line that is none",
            format!("{secret}\r\n\r\n").into_bytes(),
        ),
        ("a reason", answer(&format!("401 {ascii}"), "", "")),
        (
            "a type",
            answer("502 Bad", &format!("content-type: {ascii}\r\n"), "x"),
        ),
        (
            "a type behind a type",
            answer(
                "502 Bad",
                &format!("content-type: text/html; boundary={ascii}\r\n"),
                "x",
            ),
        ),
        (
            "a header",
            answer(
                "401 No",
                &format!(
                    "www-authenticate: Bearer {ascii}\r\nretry-after: {ascii}\r\nx-request-id: {ascii}\r\n"
                ),
                "",
            ),
        ),
        (
            "the name of a header",
            answer("401 No", &format!("{word}: 1\r\n"), ""),
        ),
        (
            "a header that is none",
            format!("HTTP/1.1 200 OK\r\n{secret}\r\n\r\n").into_bytes(),
        ),
        (
            "a length that is none",
            format!("HTTP/1.1 200 OK\r\ncontent-length: {ascii}\r\n\r\n").into_bytes(),
        ),
        (
            "a chunk that is none",
            format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{secret}\r\n")
                .into_bytes(),
        ),
        (
            "a body that is cut",
            format!("HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{secret}").into_bytes(),
        ),
    ] {
        answers.push((name.to_owned(), bytes));
    }
    answers
}

/// Where a redirect may carry what it got.
fn redirects(secret: &str) -> Vec<(String, Vec<u8>)> {
    let ascii: String = secret.chars().filter(char::is_ascii).collect();
    let word: String = secret.chars().filter(char::is_ascii_alphanumeric).collect();
    let percent = crate::forms::forms(secret)
        .into_iter()
        .find(|form| form.name == "percent")
        .unwrap()
        .text;
    let mut answers = Vec::new();
    for target in [
        format!("https://other.example.com/rest/auth?jwt={percent}"),
        format!("https://other.example.com/{percent}#{percent}"),
        format!("https://me:{percent}@other.example.com/"),
        format!("https://{word}.example.com/"),
        format!("https://{word}/"),
        format!("https://{word}.example.com:8443/{word}"),
        format!("{word}://example.com/"),
        format!("data:text/plain,{percent}"),
        format!("//{word}.example.com/"),
        format!("/rest/auth?jwt={percent}"),
        format!("https://{percent}/"),
        ascii,
        format!("http://other.example.com/{percent}"),
    ] {
        let statuses = ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"];
        let status = statuses[answers.len() % statuses.len()];
        let bytes = answer(status, &format!("location: {target}\r\n"), "");
        answers.push((format!("{status} to {target}"), bytes));
    }
    answers
}

async fn try_all(
    watch: &Watch,
    scheme: SecurityScheme,
    answers: impl Fn(&str) -> Vec<(String, Vec<u8>)>,
) {
    let (credential, secret) = planted(watch, scheme);
    let token = watch.token("the token to delete");
    let number = SecurityScheme::ALL.iter().position(|it| *it == scheme);
    for (index, (_, bytes)) in answers(&secret).into_iter().enumerate() {
        // All for the first two, and a third of them for each of the others.
        if number.is_some_and(|number| number > 1 && (number + index) % 3 > 0) {
            continue;
        }
        let peer = Peer::saying(bytes).await;
        for with_session in [false, true] {
            let mut settings = settings(&peer.base_url(), credential.clone());
            if !with_session {
                settings = settings.without_session();
            }
            watch.debug(&settings);
            let client = settings.build().unwrap();
            if with_session || index % 8 > 0 {
                watch.outcome(&client.tokens().list().await);
            } else {
                call_everything(watch, &client, &token).await;
            }
        }
    }
}

#[tokio::test]
async fn a_refusal_may_repeat_the_credential() {
    let watch = Watch::new("refusal");
    for scheme in SecurityScheme::ALL {
        try_all(&watch, *scheme, refusals).await;
    }
    watch.assert_clean();
}

#[tokio::test]
async fn an_answer_may_be_malformed() {
    let watch = Watch::new("malformed");
    for scheme in SecurityScheme::ALL {
        try_all(&watch, *scheme, malformed).await;
    }
    watch.assert_clean();
}

#[tokio::test]
async fn a_redirect_may_carry_the_credential() {
    let watch = Watch::new("redirect");
    for scheme in SecurityScheme::ALL {
        try_all(&watch, *scheme, redirects).await;
    }
    watch.assert_clean();
}

#[tokio::test]
async fn a_new_secret_may_come_in_any_answer() {
    let watch = Watch::new("new secret");
    let credential = planted(&watch, SecurityScheme::Jwt).0;
    let new = [
        watch.jwt("a new JWT", Duration::from_secs(60)),
        watch.token("a new token"),
        watch.word("a new word"),
    ];
    // What is no refusal: the words of a refusal are shown, and these secrets are known to nobody.
    for (_, bytes) in new.iter().flat_map(|new| malformed(new)) {
        let peer = Peer::saying(bytes).await;
        let client = settings(&peer.base_url(), credential.clone())
            .build()
            .unwrap();
        watch.outcome(&client.whoami().await);
    }
    watch.assert_clean();
}

#[tokio::test]
async fn a_success_shows_no_secret() {
    let watch = Watch::new("success");
    let new = watch.token("a new token");
    let peer = Peer::saying(json_answer("200 OK", &json!({
        "success": true, "unknown": new,
        "payload": {
            "uuid": "60e9fa76-20e7-45ee-bf24-8c4a95143dad", "email": "me@example.com", "role": "User",
            "token": new, "expired_on": "2020-10-26T15:58:28.701Z", "unknown": { "token": new },
        },
    }))).await;
    for scheme in SecurityScheme::ALL {
        let (credential, _) = planted(&watch, *scheme);
        let client = settings(&peer.base_url(), credential).build().unwrap();
        let token = watch.token("the token to delete");
        assert_eq!(client.whoami().await.unwrap().token.unwrap().expose(), new);
        call_everything(&watch, &client, &token).await;
    }
    watch.assert_clean();
}
