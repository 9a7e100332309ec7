//! One wire vector: a call and a credential, and the request that they have to become.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::node::Node;
use crate::operations::{Operation, media_type};
use crate::schemes::{Place, Scheme};

/// The arguments of a call.
#[derive(Clone, Debug)]
pub(super) struct Call {
    /// The path parameters: name and value.
    pub(super) path: Vec<(String, String)>,
    /// The required parameters of the query.
    pub(super) query: Vec<(String, String)>,
    /// The body.
    pub(super) body: Option<Node>,
}

/// A made-up credential: what a caller gives, and the text that a scheme carries.
#[derive(Clone, Debug)]
pub(super) struct Credential<'s> {
    /// The scheme that carries it.
    pub(super) scheme: &'s Scheme,
    /// What a caller gives.
    pub(super) inputs: Vec<(&'static str, String)>,
    /// What is sent; for Basic before it is encoded.
    pub(super) text: String,
}

impl<'s> Credential<'s> {
    /// A credential without anything odd in it.
    pub(super) fn plain(scheme: &'s Scheme) -> Self {
        match scheme.place {
            Place::Basic => Self::basic(scheme, "made-up-password"),
            _ => Self::value(scheme, format!("made-up-{}", scheme.kind)),
        }
    }

    /// A user, with a password.
    pub(super) fn basic(scheme: &'s Scheme, password: &str) -> Self {
        let (user, password) = ("ann@example.com".to_owned(), password.to_owned());
        Self {
            scheme,
            text: format!("{user}:{password}"),
            inputs: vec![("user", user), ("password", password)],
        }
    }

    /// A text that is sent as it is.
    pub(super) fn value(scheme: &'s Scheme, text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            scheme,
            inputs: vec![("value", text.clone())],
            text,
        }
    }
}

/// The vector as it stands in a file.
pub(super) fn vector(
    name: &str,
    operation: &Operation<'_>,
    credential: Option<&Credential<'_>>,
    call: &Call,
) -> Node {
    let given = credential.map(|Credential { scheme, inputs, .. }| {
        let place = match scheme.place {
            Place::Query(_) => "query",
            _ => "header",
        };
        let mut given = vec![
            ("kind".to_owned(), Node::text(&scheme.kind)),
            ("scheme".to_owned(), Node::text(&scheme.name)),
            ("in".to_owned(), Node::text(place)),
        ];
        for (name, value) in inputs {
            given.push(((*name).to_owned(), Node::text(value)));
        }
        Node::Map(given)
    });
    let named = |all: &[(String, String)]| {
        Node::map(all.iter().map(|(name, value)| (name, Node::text(value))))
    };
    let body = call.body.clone().unwrap_or(Node::Scalar(Value::Null));
    let mut called = vec![("path", named(&call.path)), ("body", body.clone())];
    if !call.query.is_empty() {
        called.insert(1, ("query", named(&call.query)));
    }
    Node::map([
        ("name", Node::text(name)),
        ("operation", Node::text(operation.id())),
        ("credential", given.unwrap_or(Node::Scalar(Value::Null))),
        ("call", Node::map(called)),
        ("request", request(operation, credential, call, body)),
    ])
}

fn request(
    operation: &Operation<'_>,
    credential: Option<&Credential<'_>>,
    call: &Call,
    body: Node,
) -> Node {
    let mut headers = Vec::new();
    let pair = |name: &str, value: &str| Node::List(vec![Node::text(name), Node::text(value)]);
    let mut query: Vec<_> = call
        .query
        .iter()
        .map(|(name, value)| pair(name, value))
        .collect();
    if let Some(Credential { scheme, text, .. }) = credential {
        let mut authorization =
            |value| headers.push(("Authorization".to_owned(), Node::text(value)));
        match &scheme.place {
            Place::Basic => authorization(format!("Basic {}", STANDARD.encode(text))),
            Place::Bearer => authorization(format!("Bearer {text}")),
            Place::Header(name) => headers.push((name.clone(), Node::text(text))),
            Place::Query(name) => query.push(pair(name, text)),
        }
    }
    if let Some(body) = operation.body() {
        headers.push(("Content-Type".to_owned(), Node::text(media_type(body))));
    }
    let mut path = operation.path.to_owned();
    for (name, value) in &call.path {
        path = path.replace(&format!("{{{name}}}"), &percent_encoded(value));
    }
    let mut request = vec![
        ("method", Node::text(operation.method())),
        ("path", Node::text(path)),
        ("query", Node::List(query)),
        ("headers", Node::Map(headers)),
        ("body", body),
    ];
    request.extend(operation.download().map(|it| ("accept", Node::text(it))));
    Node::map(request)
}

/// A text as one segment of a path: all but the unreserved characters of RFC 3986 is encoded.
pub(crate) fn percent_encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unreserved_characters_stay() {
        assert_eq!(percent_encoded("aZ09-._~"), "aZ09-._~");
        assert_eq!(percent_encoded("a/b?é %"), "a%2Fb%3F%C3%A9%20%25");
    }
}
