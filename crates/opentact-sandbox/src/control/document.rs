//! What a request says: what its path names, and the JSON in its body, with what is wrong by the path of the field.

use axum::{
    extract::{FromRequest, FromRequestParts, Path, Request},
    http::request::Parts,
};
use serde::de::DeserializeOwned;

use super::reply::Refusal;
use crate::http::body::{LONGEST, RequestBody, read_up_to, without_mark};

/// The parameters of the path; what cannot be read as them names nothing.
pub(super) struct Named<T>(pub(super) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Named<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(named)) => Ok(Self(named)),
            Err(_) => Err(Refusal::not_found("Not found")),
        }
    }
}

/// The document in a body. An empty body is an empty object.
pub(super) struct Document<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Document<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let bytes = bytes(request, LONGEST).await?;
        read(if bytes.is_empty() { b"{}" } else { &bytes }).map(Self)
    }
}

/// The body, if it has at most `longest` bytes.
pub(super) async fn bytes(request: Request, longest: usize) -> Result<Vec<u8>, Refusal> {
    match read_up_to(longest, request.into_body()).await {
        RequestBody::Complete(bytes) => Ok(bytes),
        RequestBody::TooLong(_) => Err(Refusal::field(
            "body",
            format!("longer than {longest} bytes"),
        )),
        RequestBody::Broken => Err(Refusal::field("body", "broke off")),
    }
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let bytes = without_mark(bytes);
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let wrong = |path: &str, error: &serde_json::Error| {
        let message = if error.is_data() {
            without_value(&error.to_string())
        } else {
            let (line, column) = (error.line(), error.column());
            format!("is not valid JSON: line {line}, column {column}")
        };
        let whole = path == "." || error.is_syntax() || error.is_eof();
        Refusal::field(if whole { "body" } else { path }, message)
    };
    // serde would take the fields of an object from an array, by their order.
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Err(Refusal::field("body", "has to be an object"));
    }
    let document = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| wrong(&error.path().to_string(), error.inner()))?;
    reader.end().map_err(|error| wrong(".", &error))?;
    Ok(document)
}

/// What serde says without the value that it quotes, which may be a secret.
fn without_value(message: &str) -> String {
    let place = message.rfind(" at line ").unwrap_or(message.len());
    let message = &message[..place];
    let quotes = ["invalid ", "unknown variant "];
    let expected = message.rsplit_once(", expected ");
    match expected.filter(|_| quotes.iter().any(|start| message.starts_with(start))) {
        Some((_, expected)) => format!("has to be {expected}"),
        None if message.starts_with("invalid ") => "has a wrong value".to_owned(),
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use axum::response::IntoResponse;
    use serde::Deserialize;
    use serde_json::Value;

    use super::*;
    use crate::{faults::Fault, seed::UserSeed};

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        #[serde(rename = "users")]
        _users: Vec<UserSeed>,
        #[serde(default, rename = "fault")]
        _fault: Option<Fault>,
    }

    async fn wrong(text: &str) -> (String, String) {
        let refusal = read::<Sample>(text.as_bytes()).err().unwrap();
        let body = refusal.into_response().into_body();
        let body = axum::body::to_bytes(body, 10_000).await.unwrap();
        assert!(
            !String::from_utf8_lossy(&body).contains("hunter2"),
            "{body:?}"
        );
        let body: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(body["message"], "Validation failed");
        let (key, field) = body["fields"].as_object().unwrap().iter().next().unwrap();
        (key.clone(), field["message"].as_str().unwrap().to_owned())
    }

    #[tokio::test]
    async fn what_is_wrong_is_told_by_field_and_without_values() {
        let user = |more: &str| format!(r#"{{"users": [{{"email": "a"{more}}}]}}"#);
        for (text, field, said) in [
            ("hunter2".to_owned(), "body", "line 1, column 1"),
            (String::new(), "body", "not valid JSON"),
            ("{\"users\": [],".to_owned(), "body", "not valid JSON"),
            (
                "{\"users\": []} hunter2".to_owned(),
                "body",
                "not valid JSON",
            ),
            ("\"hunter2\"".to_owned(), "body", "has to be struct Sample"),
            ("[[], null]".to_owned(), "body", "has to be an object"),
            ("{}".to_owned(), "body", "missing field `users`"),
            (
                "{\"users\": \"hunter2\"}".to_owned(),
                "users",
                "has to be a sequence",
            ),
            (user(""), "users[0]", "missing field `password`"),
            (
                user(r#", "password": "hunter2", "x": 1"#),
                "users[0].x",
                "unknown field `x`",
            ),
            (
                user(r#", "password": ["hunter2"]"#),
                "users[0].password",
                "has to be a string",
            ),
            (
                user(r#", "password": "p", "account": {"balance": "hunter2, expected"}"#),
                "users[0].account.balance",
                "has to be f64",
            ),
            (
                r#"{"users": [], "fault": {"action": "hunter2"}}"#.to_owned(),
                "fault",
                "`action` has to be one of `status`",
            ),
            (
                r#"{"users": [], "fault": {"action": "stall", "operation": "hunter2"}}"#.to_owned(),
                "fault.operation",
                "has to be * or one of authenticate",
            ),
        ] {
            let (found, message) = wrong(&text).await;
            assert_eq!(found, field, "{text} {message}");
            assert!(message.contains(said), "{text}: {message}");
        }
    }
}
