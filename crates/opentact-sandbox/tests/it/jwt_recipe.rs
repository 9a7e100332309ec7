//! How the tokens of the vector file are made, with the keys that a data file has.

use std::path::Path;

use aws_lc_rs::{
    encoding::{AsDer, PublicKeyX509Der},
    hmac,
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, RSA_PKCS1_SHA256, RsaPublicKeyComponents},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// One token, good or bad: how it is made, and what the sandbox has to answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recipe {
    pub(crate) name: String,
    /// Why the answer is what it is.
    pub(crate) why: String,
    /// The status.
    pub(crate) expected: u16,
    /// `jwt` or `google`: where it is presented.
    #[serde(default = "jwt")]
    pub(crate) scheme: String,
    /// The header's text.
    #[serde(default = "usual_header")]
    header: String,
    /// The text of the claims, or else the good ones of `claims_of` with `set` and `remove`.
    claims: Option<String>,
    #[serde(default = "jwt")]
    claims_of: String,
    #[serde(default)]
    set: Map<String, Value>,
    #[serde(default)]
    remove: Vec<String>,
    /// With which key, and how, it is signed.
    #[serde(default = "own")]
    signer: String,
    /// What is odd about the base64.
    #[serde(default)]
    encoding: String,
    /// How the parts stand together.
    #[serde(default = "usual_frame")]
    frame: String,
}

fn jwt() -> String {
    "jwt".to_owned()
}

fn own() -> String {
    "own".to_owned()
}

fn usual_header() -> String {
    r#"{"alg":"HS256","typ":"JWT"}"#.to_owned()
}

fn usual_frame() -> String {
    "{header}.{claims}.{signature}".to_owned()
}

/// What the recipes of one sandbox are filled in with.
pub(crate) struct Pantry {
    pub(crate) hmac_key: Vec<u8>,
    google_key: KeyPair,
    attacker_key: KeyPair,
    /// The user whom good tokens name.
    pub(crate) uuid: String,
    /// The claims and the key id of a Google token that the sandbox has issued.
    google_claims: Map<String, Value>,
    google_kid: String,
}

impl Pantry {
    /// Takes the keys from the data file of a sandbox that is not running.
    pub(crate) fn new(data: &Path, uuid: &str, google_token: &str) -> Self {
        let connection = rusqlite::Connection::open(data).unwrap();
        let key = |name: &str| -> Vec<u8> {
            let query = "SELECT bytes FROM keys WHERE name = ?1";
            connection
                .query_row(query, [name], |row| row.get(0))
                .unwrap()
        };
        let part = |number| -> Map<String, Value> {
            let part = google_token.split('.').nth(number).unwrap();
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
        };
        Self {
            hmac_key: key("jwt-hs256"),
            google_key: KeyPair::from_pkcs8(&key("google-rs256")).unwrap(),
            attacker_key: KeyPair::generate(KeySize::Rsa2048).unwrap(),
            uuid: uuid.to_owned(),
            google_claims: part(1),
            google_kid: part(0)["kid"].as_str().unwrap().to_owned(),
        }
    }

    /// The token of a recipe at `now_s`.
    pub(crate) fn make(&self, recipe: &Recipe, now_s: i64) -> String {
        let mut header = URL_SAFE_NO_PAD.encode(self.fill(&recipe.header, now_s));
        let mut claims = URL_SAFE_NO_PAD.encode(self.claims(recipe, now_s));
        match recipe.encoding.as_str() {
            "header-padded" => header.push('='),
            "claims-padded" => claims.push('='),
            "claims-broken" => claims.insert(8, '\n'),
            _ => {}
        }
        let signature = self.sign(&recipe.signer, &format!("{header}.{claims}"));
        let mut text = URL_SAFE_NO_PAD.encode(&signature);
        match recipe.encoding.as_str() {
            "signature-standard" => {
                // Only some signatures look different in the other alphabet.
                text = STANDARD.encode(&signature).replace('=', "");
                if !text.contains(['+', '/']) {
                    text.replace_range(..1, "+");
                }
            }
            "signature-trailing-bits" => {
                let last = text.pop().unwrap();
                text.push(char::from(u8::try_from(last).unwrap() + 1));
                assert!(URL_SAFE_NO_PAD.decode(&text).is_err(), "{last}");
            }
            "signature-halved" => text.truncate(text.len() / 2),
            _ => {}
        }
        recipe
            .frame
            .replace("{header}", &header)
            .replace("{claims}", &claims)
            .replace("{signature}", &text)
    }

    fn claims(&self, recipe: &Recipe, now_s: i64) -> Vec<u8> {
        if let Some(text) = &recipe.claims {
            return self.fill(text, now_s);
        }
        let mut claims = match recipe.claims_of.as_str() {
            "google" => self.google_claims.clone(),
            _ => {
                let usual = json!({
                    "uuid": "$UUID", "role": "User", "domain": "opentact.org",
                    "iat": "$NOW", "exp": "$NOW+60",
                });
                usual.as_object().unwrap().clone()
            }
        };
        for name in &recipe.remove {
            claims.remove(name).unwrap();
        }
        claims.extend(recipe.set.clone());
        self.fill(&Value::Object(claims).to_string(), now_s)
    }

    /// Puts in what only the moment and the sandbox know.
    fn fill(&self, text: &str, now_s: i64) -> Vec<u8> {
        let mut text = text.to_owned();
        for offset in [60, 30, -60, -1, 0] {
            let name = match offset {
                0 => "$NOW".to_owned(),
                offset => format!("$NOW{offset:+}"),
            };
            let time = (now_s + offset).to_string();
            text = text.replace(&format!("\"{name}\""), &time);
            text = text.replace(&name, &time);
        }
        let RsaPublicKeyComponents { n, e } = components(&self.attacker_key);
        let attacker = json!({
            "kty": "RSA", "kid": self.google_kid, "use": "sig", "alg": "RS256",
            "n": URL_SAFE_NO_PAD.encode(n), "e": URL_SAFE_NO_PAD.encode(e),
        });
        let audience = self.google_claims["aud"].as_str().unwrap();
        for (name, value) in [
            ("$TEXT_LATER", &*(now_s + 60).to_string()),
            ("$UUID", &self.uuid),
            ("$UPPER", &self.uuid.to_uppercase()),
            ("$KID", &self.google_kid),
            ("$ATTACKER", &attacker.to_string()),
            ("$AUDIENCE", audience),
            ("$LONG", &"x".repeat(4096)),
        ] {
            text = text.replace(name, value);
        }
        let mut bytes = text.into_bytes();
        let bad = b"$BAD_UTF8";
        if let Some(at) = bytes.windows(bad.len()).position(|part| part == bad) {
            bytes.splice(at..at + bad.len(), [0xff]);
        }
        bytes
    }

    fn sign(&self, signer: &str, message: &str) -> Vec<u8> {
        let mac = |algorithm, key: &[u8]| {
            let key = hmac::Key::new(algorithm, key);
            hmac::sign(&key, message.as_bytes()).as_ref().to_vec()
        };
        let hs256 = |key: &[u8]| mac(hmac::HMAC_SHA256, key);
        match signer {
            "own" => hs256(&self.hmac_key),
            "own-hs384" => mac(hmac::HMAC_SHA384, &self.hmac_key),
            "own-hs512" => mac(hmac::HMAC_SHA512, &self.hmac_key),
            "other" => hs256(&[7; 32]),
            "empty" => hs256(b""),
            "word" => hs256(b"secret"),
            "google-pem" => hs256(pem(&self.google_key).as_bytes()),
            "google-modulus" => hs256(&components(&self.google_key).n),
            "google" => rs256(&self.google_key, message),
            "attacker" => rs256(&self.attacker_key, message),
            "none" => Vec::new(),
            other => panic!("an unknown signer: {other}"),
        }
    }
}

fn components(pair: &KeyPair) -> RsaPublicKeyComponents<Vec<u8>> {
    RsaPublicKeyComponents::from(pair.public_key())
}

fn pem(pair: &KeyPair) -> String {
    let der: PublicKeyX509Der<'_> = pair.public_key().as_der().unwrap();
    let text = STANDARD.encode(der.as_ref());
    let lines: Vec<_> = text
        .as_bytes()
        .chunks(64)
        .map(String::from_utf8_lossy)
        .collect();
    let lines = lines.join("\n");
    format!("-----BEGIN PUBLIC KEY-----\n{lines}\n-----END PUBLIC KEY-----\n")
}

fn rs256(pair: &KeyPair, message: &str) -> Vec<u8> {
    let mut signature = vec![0; pair.public_modulus_len()];
    let random = SystemRandom::new();
    pair.sign(
        &RSA_PKCS1_SHA256,
        &random,
        message.as_bytes(),
        &mut signature,
    )
    .unwrap();
    signature
}
