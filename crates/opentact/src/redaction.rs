//! Blots a request's own secrets out of what the server says about it.

use opentact_client::{REDACTED, Secret};
use serde_json::Value;

/// A shorter secret is not looked for: it would be found in ordinary words.
const SHORTEST: usize = 4;

/// The secrets that one request carried.
#[derive(Clone, Debug, Default)]
pub(crate) struct Redaction(Vec<Secret>);

impl Redaction {
    /// Adds a secret, and the forms in which a server may repeat it.
    pub(crate) fn add(&mut self, secret: &Secret) {
        use base64::Engine;
        let text = secret.expose();
        let mut forms = vec![
            text.to_owned(),
            url::form_urlencoded::byte_serialize(text.as_bytes()).collect(),
            base64::engine::general_purpose::STANDARD.encode(text),
        ];
        if let Some((_, password)) = text.split_once(':') {
            forms.push(password.to_owned());
            forms.push(url::form_urlencoded::byte_serialize(password.as_bytes()).collect());
        }
        self.0.extend(
            forms
                .into_iter()
                .filter(|form| form.len() >= SHORTEST)
                .map(Secret::new),
        );
        // The longest first, or a part would leave the rest of the whole in clear.
        self.0
            .sort_by_key(|form| std::cmp::Reverse(form.expose().len()));
    }

    /// The text without the secrets.
    pub(crate) fn text(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, secret| {
            if text.contains(secret.expose()) {
                text.replace(secret.expose(), REDACTED)
            } else {
                text
            }
        })
    }

    /// The JSON without the secrets, keys included.
    pub(crate) fn json(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(items) => items.into_iter().map(|item| self.json(item)).collect(),
            Value::Object(fields) => fields
                .into_iter()
                .map(|(key, field)| (self.text(&key), self.json(field)))
                .collect(),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_secret_is_blotted_out() {
        let mut redaction = Redaction::default();
        redaction.add(&Secret::new("me@example.com:pläntéd 4711"));
        let said = serde_json::json!({
            "message": "me@example.com:pläntéd 4711",
            "meta": ["Basic bWVAZXhhbXBsZS5jb206cGzDpG50w6lkIDQ3MTE=", "the password pläntéd 4711"],
            "pläntéd 4711": "?x=pl%C3%A4nt%C3%A9d+4711",
        });
        let shown = redaction.json(said).to_string();
        for part in ["4711", "bWVA"] {
            assert!(!shown.contains(part), "{shown}");
        }
        assert!(shown.contains("the password [redacted]"), "{shown}");
    }

    #[test]
    fn ordinary_words_stay() {
        let mut redaction = Redaction::default();
        redaction.add(&Secret::new("a"));
        assert_eq!(redaction.text("a bad day"), "a bad day");
    }
}
