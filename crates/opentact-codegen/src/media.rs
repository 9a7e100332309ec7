//! The media types of what a request sends and an answer brings.

use serde_json::Value;

use crate::document::{Document, child};
use crate::operation::Operation;
use crate::schemas::referred;

/// What almost everything is.
pub(crate) const JSON: &str = "application/json";
/// A form, which sends a file.
pub(crate) const FORM: &str = "multipart/form-data";
/// The texts that a method gives as `String`.
pub(crate) const TEXTS: [&str; 3] = ["application/xml", "text/csv", "text/plain"];
/// What a method gives as a stream of bytes, whole types by their slash.
pub(crate) const BYTES: [&str; 5] = [
    "application/octet-stream",
    "application/pdf",
    "audio/",
    "image/",
    "video/",
];

/// What is in a body.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Content {
    Json,
    /// Text of that media type.
    Text(String),
    /// Bytes of that media type, which may be a range such as `image/*`.
    Bytes(String),
}

impl Content {
    /// What a media type stands for, if the code can follow it.
    pub(crate) fn of(media_type: &str) -> Option<Self> {
        let is_in = |known: &str| match known.ends_with('/') {
            true => media_type.len() > known.len() && media_type.starts_with(known),
            false => media_type == known,
        };
        // A parameter would be a second opinion of what it is.
        let is_plain = !media_type.contains([';', ' ', ',']);
        match media_type {
            JSON => Some(Self::Json),
            _ if TEXTS.contains(&media_type) => Some(Self::Text(media_type.to_owned())),
            _ if is_plain && BYTES.into_iter().any(is_in) => {
                Some(Self::Bytes(media_type.to_owned()))
            }
            _ => None,
        }
    }

    /// What a request that expects it has in `Accept`; a failure is JSON in any case.
    pub(crate) fn accept(&self) -> String {
        match self {
            Self::Json => JSON.to_owned(),
            Self::Text(media_type) | Self::Bytes(media_type) => {
                format!("{media_type}, {JSON};q=0.5")
            }
        }
    }
}

/// What a success of an operation brings; all of them bring the same.
pub(crate) fn answer(document: &Document, operation: &Operation<'_>) -> Option<Content> {
    let list = child(&operation.pointer, "responses");
    let codes = operation.value.get("responses")?.as_object()?;
    let successes = codes.keys().filter(|code| code.starts_with('2'));
    successes.into_iter().find_map(|code| {
        let (_, response) = document.follow(&child(&list, code))?;
        Content::of(response.get("content")?.as_object()?.keys().next()?)
    })
}

/// The component schema of the form that an operation sends, if it sends one.
pub(crate) fn form<'d>(document: &'d Document, operation: &Operation<'_>) -> Option<&'d str> {
    let (_, body) = document.follow(&child(&operation.pointer, "requestBody"))?;
    referred(body.get("content")?.get(FORM)?.get("schema")?)
}

/// Whether a schema is a file.
pub(crate) fn is_file(schema: &Value) -> bool {
    schema.get("format").and_then(Value::as_str) == Some("binary")
}
