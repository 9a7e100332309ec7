//! Secrets in an answer where none belongs.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use serde_json::Value;

use crate::answer::Answer;
use crate::contract::Contract;

/// Shorter texts occur by chance.
const SHORTEST: usize = 8;
/// The length of an API token.
const TOKEN: usize = 48;

/// The credentials that a request carried, wherever a scheme of the contract has a place; of
/// Basic the password as well.
pub(crate) fn of_request(contract: &Contract, answer: &Answer<'_>) -> Vec<String> {
    let query = answer.target.split_once('?').map_or("", |(_, query)| query);
    let mut secrets = Vec::new();
    let schemes = contract.document()["components"]["securitySchemes"].as_object();
    for scheme in schemes.into_iter().flatten().map(|(_, scheme)| scheme) {
        let name = scheme["name"].as_str().unwrap_or("authorization");
        if scheme["in"] == "query" {
            let parameters = form_urlencoded::parse(query.as_bytes());
            let values = parameters.filter(|(key, _)| key == name);
            secrets.extend(values.map(|(_, value)| value.into_owned()));
        } else {
            secrets.extend(of_header(answer.request_headers, name));
        }
    }
    secrets.retain(|secret| secret.len() >= SHORTEST);
    secrets
}

fn of_header(headers: &HeaderMap, name: &str) -> Vec<String> {
    let mut secrets = Vec::new();
    for value in headers
        .get_all(name)
        .iter()
        .filter_map(|it| it.to_str().ok())
    {
        let credential = value.rsplit(' ').next().unwrap_or(value);
        secrets.push(credential.to_owned());
        let decoded = STANDARD.decode(credential).ok();
        let decoded = decoded.and_then(|bytes| String::from_utf8(bytes).ok());
        let password = decoded.as_deref().and_then(|text| text.split_once(':'));
        secrets.extend(password.map(|(_, password)| password.to_owned()));
    }
    secrets
}

/// Whether a text is what only a secret looks like: a JWT or an API token.
fn looks_secret(text: &str) -> bool {
    let is_jwt = text.starts_with("eyJ") && text.matches('.').count() == 2;
    let is_token = text.len() == TOKEN && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_jwt || is_token
}

/// The pointers of all texts in a body that show a secret and are not declared to.
pub(crate) fn misplaced(
    contract: &Contract,
    schema: &Value,
    body: &Value,
    secrets: &[String],
) -> Vec<String> {
    let mut found = Vec::new();
    let mut search = Search {
        contract,
        secrets,
        found: &mut found,
    };
    search.look(Some(schema), body, "");
    found
}

/// Whether a header shows a credential of the request.
pub(crate) fn in_header(value: &str, secrets: &[String]) -> bool {
    looks_secret(value) || secrets.iter().any(|secret| value.contains(secret.as_str()))
}

struct Search<'s> {
    contract: &'s Contract,
    secrets: &'s [String],
    found: &'s mut Vec<String>,
}

impl<'s> Search<'s> {
    fn look(&mut self, schema: Option<&'s Value>, value: &Value, pointer: &str) {
        let schema = schema.map(|schema| self.resolved(schema));
        match value {
            Value::String(text) => {
                let declared = schema.is_some_and(|schema| schema["format"] == "password");
                // What was wrong with a parameter is shown as it was sent, unless it is a credential.
                let echoed = pointer.starts_with("/fields/");
                let shows = self
                    .secrets
                    .iter()
                    .any(|secret| text.contains(secret.as_str()));
                if !declared && (shows || (!echoed && looks_secret(text))) {
                    self.found.push(pointer.to_owned());
                }
            }
            Value::Array(items) => {
                let schema = schema.and_then(|schema| schema.get("items"));
                for (index, item) in items.iter().enumerate() {
                    self.look(schema, item, &format!("{pointer}/{index}"));
                }
            }
            Value::Object(fields) => {
                for (name, field) in fields {
                    let listed = schema.and_then(|schema| schema["properties"].get(name));
                    let other = || schema.and_then(|schema| schema.get("additionalProperties"));
                    let escaped = name.replace('~', "~0").replace('/', "~1");
                    self.look(
                        listed.or_else(other),
                        field,
                        &format!("{pointer}/{escaped}"),
                    );
                }
            }
            _ => {}
        }
    }

    /// The schema that has the keywords: behind references and the one schema of an `allOf`.
    fn resolved(&self, schema: &'s Value) -> &'s Value {
        let mut schema = self.contract.follow(schema);
        while let Some(inner) = schema["allOf"].get(0) {
            schema = self.contract.follow(inner);
        }
        schema
    }
}
