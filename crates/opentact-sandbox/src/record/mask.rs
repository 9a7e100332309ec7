//! What a record shows of a request: only what is known to be no secret.

use std::borrow::Cow;

use axum::http::{HeaderMap, HeaderName, header};
use opentact_client::{
    Location, REDACTED,
    security::{Operation, SecurityScheme},
};
use serde_json::Value;

use crate::{
    contract::{Body, Kind, Place, Schema, described},
    http::body::RequestBody,
    uuid_form::is_uuid,
};

/// Headers whose values are shown; of every other one, only the name is.
const SHOWN_HEADERS: [HeaderName; 14] = [
    header::ACCEPT,
    header::ACCEPT_ENCODING,
    header::ACCEPT_LANGUAGE,
    header::CACHE_CONTROL,
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::DATE,
    header::EXPECT,
    header::HOST,
    header::ORIGIN,
    header::TE,
    header::TRANSFER_ENCODING,
    header::USER_AGENT,
];

/// How many headers, parameters or properties are shown.
const MOST: usize = 50;

/// How much of a text is shown, in characters.
const LONGEST: usize = 256;

/// The headers by name and value, in the order in which they came.
pub(crate) fn headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let shown = |(name, value): (&HeaderName, &header::HeaderValue)| {
        let text = match value.to_str() {
            Ok(text) if SHOWN_HEADERS.contains(name) => cut(text),
            Ok(text) if name == header::AUTHORIZATION => authorization(text),
            _ => REDACTED.to_owned(),
        };
        (cut(name.as_str()), text)
    };
    headers.iter().take(MOST).map(shown).collect()
}

/// The query, with the values of the operation's parameters; every other one is hidden, and every
/// name that no scheme of the contract has.
pub(crate) fn query(query: Option<&str>, operation: Option<Operation>) -> String {
    let parameters = operation
        .and_then(described)
        .map_or(&[][..], |it| it.parameters);
    let known = |name: &Cow<'_, str>| {
        let mut schemes = SecurityScheme::ALL.iter();
        schemes.any(|scheme| matches!(scheme.location(), Location::Query(it) if it == name))
    };
    let shown = |(name, value): (Cow<'_, str>, Cow<'_, str>)| {
        let mut own = parameters.iter().filter(|it| it.place == Place::Query);
        match own.find(|it| it.property.name == name) {
            Some(own) => format!("{name}={}", text(&own.property.schema, &value)),
            None if known(&name) => format!("{name}={REDACTED}"),
            None => REDACTED.to_owned(),
        }
    };
    let parameters = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let shown: Vec<_> = parameters.take(MOST).map(shown).collect();
    shown.join("&")
}

/// The body: an object with the values of the operation's properties, as far as they are no
/// secrets; of anything else its size or state.
pub(crate) fn body(body: &RequestBody, operation: Option<Operation>) -> Option<String> {
    let bytes = match body {
        RequestBody::Complete(bytes) if bytes.is_empty() => return None,
        RequestBody::Complete(bytes) => bytes,
        RequestBody::TooLong(_) => return Some("[too long]".to_owned()),
        RequestBody::Broken => return Some("[broken off]".to_owned()),
    };
    let Ok(object @ Value::Object(_)) = serde_json::from_slice(bytes) else {
        return Some(format!("[{} bytes]", bytes.len()));
    };
    let schema = match operation.and_then(described).map(|it| it.body) {
        Some(Body::Json(schema)) => Some(schema),
        _ => None,
    };
    Some(value(schema, object).to_string())
}

/// A value as far as its schema says that it is no secret.
fn value(schema: Option<&Schema>, given: Value) -> Value {
    match (schema.map(|it| &it.kind), given) {
        (Some(Kind::Same(schema)), given) => value(Some(schema), given),
        (kind, Value::Object(object)) => {
            let properties = match kind {
                Some(Kind::Object(properties)) => *properties,
                _ => &[],
            };
            let shown = |(name, given): (String, Value)| {
                let own = properties.iter().find(|it| it.name == name);
                (cut(&name), value(own.map(|it| &it.schema), given))
            };
            let top = kind.is_none_or(|it| matches!(it, Kind::Object(_)));
            match top {
                true => Value::Object(object.into_iter().take(MOST).map(shown).collect()),
                false => REDACTED.into(),
            }
        }
        (Some(Kind::List(items)), Value::Array(values)) => {
            let shown = |given| value(Some(items), given);
            values.into_iter().take(MOST).map(shown).collect()
        }
        (Some(_), Value::String(given)) => {
            let shown = schema.map(|schema| text(schema, &given));
            shown.unwrap_or_default().into()
        }
        (Some(kind), given @ (Value::Number(_) | Value::Bool(_) | Value::Null))
            if !matches!(kind, Kind::Secret | Kind::Any) =>
        {
            given
        }
        _ => REDACTED.into(),
    }
}

/// A text as far as its schema says that it is no secret.
pub(crate) fn text(schema: &Schema, text: &str) -> String {
    match &schema.kind {
        Kind::Same(schema) => self::text(schema, text),
        Kind::Uuid if is_uuid(&text.to_ascii_lowercase()) => text.to_owned(),
        Kind::Secret | Kind::Any | Kind::File | Kind::Uuid | Kind::AnyOf(_) => REDACTED.to_owned(),
        _ => cut(text),
    }
}

fn authorization(text: &str) -> String {
    let (scheme, _) = text.split_once(' ').unwrap_or((text, ""));
    let mut known = ["Basic", "Bearer"].into_iter();
    let known = known.find(|it| it.eq_ignore_ascii_case(scheme));
    known.map_or_else(|| REDACTED.to_owned(), |it| format!("{it} {REDACTED}"))
}

/// The text, or as much of it as is shown.
pub(crate) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn headers_show_what_is_known_to_be_harmless() {
        let mut map = HeaderMap::new();
        for (name, value) in [
            ("host", "127.0.0.1"),
            ("authorization", "basic planted"),
            ("x-auth-token", "planted"),
            ("x-auth-ha1b-token", "planted"),
            ("cookie", "planted"),
            ("proxy-authorization", "Basic planted"),
            ("referer", "http://127.0.0.1/?jwt=planted"),
        ] {
            map.insert(name, HeaderValue::from_static(value));
        }
        let shown = headers(&map);
        assert!(!format!("{shown:?}").contains("planted"), "{shown:?}");
        assert!(shown.contains(&("host".into(), "127.0.0.1".into())));
        assert!(shown.contains(&("authorization".into(), "Basic [redacted]".into())));
        map.insert("authorization", HeaderValue::from_static("planted"));
        assert!(!format!("{:?}", headers(&map)).contains("planted"));
    }

    #[test]
    fn of_a_query_the_names_of_schemes_are_shown() {
        assert_eq!(query(None, None), "");
        assert_eq!(
            query(Some("jwt=planted&planted&planted=1&%6Awt=planted"), None),
            "jwt=[redacted]&[redacted]&[redacted]&jwt=[redacted]"
        );
    }

    #[test]
    fn of_a_body_the_values_of_known_properties_are_shown() {
        let create = Some(Operation::CreateToken);
        let shown = |text: &str| body(&RequestBody::Complete(text.into()), create);
        assert_eq!(shown(""), None);
        for text in [
            "planted",
            "[\"planted\"]",
            "\"planted\"",
            "{\"name\": planted",
        ] {
            assert_eq!(shown(text), Some(format!("[{} bytes]", text.len())));
        }
        assert_eq!(
            shown(r#"{"name": "ci", "ttl": 60, "token": "planted", "x": {"name": "planted"}}"#)
                .as_deref(),
            Some(r#"{"name":"ci","token":"[redacted]","ttl":60,"x":{"name":"[redacted]"}}"#)
        );
        assert_eq!(
            shown(r#"{"name": ["planted"]}"#).as_deref(),
            Some(r#"{"name":"[redacted]"}"#)
        );
        let long = shown(&format!(r#"{{"name": "{}"}}"#, "ü".repeat(50_000))).unwrap();
        assert!(long.len() < 600, "{}", long.len());
    }

    #[test]
    fn what_no_operation_takes_is_hidden() {
        let text = r#"{"name": "planted"}"#;
        let shown = body(&RequestBody::Complete(text.into()), None);
        assert_eq!(shown.as_deref(), Some(r#"{"name":"[redacted]"}"#));
    }
}
