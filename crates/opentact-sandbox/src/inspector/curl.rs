//! A request as a command for the shell, with a placeholder for the credential.

use opentact_client::{Location, security::SecurityScheme};

use super::Inspector;

/// The command line, broken where a person would break it.
pub(super) struct Curl {
    url: String,
    query: Vec<&'static str>,
    parts: Vec<String>,
}

impl Inspector {
    /// A request to the API; over TLS it trusts what the control port says is to be trusted.
    pub(super) fn curl(&self, method: &str, path: &str) -> Curl {
        let mut curl = Curl::new(method, &format!("{}{path}", self.api));
        if self.owner.engine.certificate.is_some() {
            let trust = format!("--cacert <(curl -s {}/certificate.pem)", self.control);
            curl.parts.insert(0, trust);
        }
        curl
    }
}

impl Curl {
    fn new(method: &str, url: &str) -> Self {
        let parts = match method {
            "GET" => Vec::new(),
            _ => vec![format!("-X {}", quoted(method))],
        };
        Self {
            url: url.to_owned(),
            query: Vec::new(),
            parts,
        }
    }

    /// Names the place of a credential; for Basic with this e-mail, if it is known.
    pub(super) fn credential(mut self, scheme: SecurityScheme, email: Option<&str>) -> Self {
        match scheme.location() {
            Location::Basic => {
                let pair = format!("{}:PASSWORD", email.unwrap_or("EMAIL"));
                self.parts.push(format!("-u {}", quoted(&pair)));
            }
            Location::Bearer => self
                .parts
                .push("-H 'Authorization: Bearer TOKEN'".to_owned()),
            Location::Header(name) => self.parts.push(format!("-H '{name}: TOKEN'")),
            Location::Query(name) => self.query.push(name),
            _ => {}
        }
        self
    }

    pub(super) fn json(mut self, body: &str) -> Self {
        self.parts
            .push("-H 'Content-Type: application/json'".to_owned());
        self.parts.push(format!("-d {}", quoted(body)));
        self
    }

    pub(super) fn command(&self) -> String {
        let query: Vec<_> = self.query.iter().map(|it| format!("{it}=TOKEN")).collect();
        let url = match query.is_empty() {
            true => self.url.clone(),
            false => format!("{}?{}", self.url, query.join("&")),
        };
        let mut parts = vec![format!("curl {}", quoted(&url))];
        parts.extend(self.parts.iter().cloned());
        parts.join(" \\\n  ")
    }
}

/// The text as one word of the shell.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@=".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_what_was_meant() {
        let url = "http://127.0.0.1:1/rest/token";
        let curl = Curl::new("GET", url).credential(SecurityScheme::Basic, Some("o'neill@x"));
        assert_eq!(
            curl.command(),
            format!("curl {url} \\\n  -u 'o'\\''neill@x:PASSWORD'")
        );
        let curl = Curl::new("POST", url).credential(SecurityScheme::JwtQuery, None);
        assert_eq!(
            curl.json(r#"{"name":"$(x)"}"#).command(),
            format!(
                "curl '{url}?jwt=TOKEN' \\\n  -X POST \\\n  -H 'Content-Type: application/json' \\\n  -d '{{\"name\":\"$(x)\"}}'"
            )
        );
    }
}
