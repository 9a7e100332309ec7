//! What a record shows of a request: only what is known to be no secret.

use std::borrow::Cow;

use axum::http::{HeaderMap, HeaderName, header};
use opentact_client::{Location, REDACTED, security::SecurityScheme};
use serde_json::Value;

use crate::http::body::RequestBody;

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

/// Properties of a body whose values are shown: those of the contract's requests.
const SHOWN_PROPERTIES: [&str; 6] = ["channel", "expired_on", "is_active", "name", "ttl", "type"];

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

/// The query with every value hidden, and every name that no scheme of the contract has.
pub(crate) fn query(query: Option<&str>) -> String {
    let known = |name: &Cow<'_, str>| {
        let mut schemes = SecurityScheme::ALL.iter();
        schemes.any(|scheme| matches!(scheme.location(), Location::Query(it) if it == name))
    };
    let shown = |(name, _): (Cow<'_, str>, _)| match known(&name) {
        true => format!("{name}={REDACTED}"),
        false => REDACTED.to_owned(),
    };
    let parameters = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let shown: Vec<_> = parameters.take(MOST).map(shown).collect();
    shown.join("&")
}

/// The body: an object with the values of known properties; of anything else its size or state.
pub(crate) fn body(body: &RequestBody) -> Option<String> {
    let bytes = match body {
        RequestBody::Complete(bytes) if bytes.is_empty() => return None,
        RequestBody::Complete(bytes) => bytes,
        RequestBody::TooLong => return Some("[too long]".to_owned()),
        RequestBody::Broken => return Some("[broken off]".to_owned()),
    };
    let Ok(Value::Object(object)) = serde_json::from_slice(bytes) else {
        return Some(format!("[{} bytes]", bytes.len()));
    };
    let shown = |(name, value): (String, Value)| {
        let value = match value {
            Value::String(text) if SHOWN_PROPERTIES.contains(&&*name) => cut(&text).into(),
            Value::Number(_) | Value::Bool(_) | Value::Null
                if SHOWN_PROPERTIES.contains(&&*name) =>
            {
                value
            }
            _ => REDACTED.into(),
        };
        (cut(&name), value)
    };
    let shown = object.into_iter().take(MOST).map(shown).collect();
    Some(Value::Object(shown).to_string())
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
    use opentact_client::types::{CreateSubscriptionRequest, CreateTokenRequest};

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
        assert_eq!(query(None), "");
        assert_eq!(
            query(Some("jwt=planted&planted&planted=1&%6Awt=planted")),
            "jwt=[redacted]&[redacted]&[redacted]&jwt=[redacted]"
        );
    }

    #[test]
    fn of_a_body_the_values_of_known_properties_are_shown() {
        let shown = |text: &str| body(&RequestBody::Complete(text.into()));
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
            Some(r#"{"name":"ci","token":"[redacted]","ttl":60,"x":"[redacted]"}"#)
        );
        assert_eq!(
            shown(r#"{"name": ["planted"]}"#).as_deref(),
            Some(r#"{"name":"[redacted]"}"#)
        );
        let long = shown(&format!(r#"{{"name": "{}"}}"#, "ü".repeat(50_000))).unwrap();
        assert!(long.len() < 600, "{}", long.len());
    }

    #[test]
    fn the_known_properties_are_those_of_the_contract() {
        let token: CreateTokenRequest =
            serde_json::from_str(r#"{"name": "ci", "ttl": 60}"#).unwrap();
        let subscription: CreateSubscriptionRequest = serde_json::from_str(
            r#"{"channel": "wss", "type": "auth", "is_active": true, "expired_on": "2023-01-02T07:36:44.784Z"}"#,
        )
        .unwrap();
        let mut of_contract = serde_json::to_value(token).unwrap();
        let more = serde_json::to_value(subscription).unwrap();
        let properties = of_contract.as_object_mut().unwrap();
        properties.extend(more.as_object().unwrap().clone());
        assert!(properties.keys().eq(SHOWN_PROPERTIES));
    }
}
