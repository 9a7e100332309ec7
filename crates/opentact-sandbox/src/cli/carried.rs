//! A credential as a request carries it.

use base64::{Engine, engine::general_purpose::STANDARD};
use opentact_client::Location;
use opentact_sandbox::{Secret, SecurityScheme};
use serde::Serialize;

/// A header or a parameter of the query, in the words of OpenAPI. Its value is a secret.
#[derive(Serialize)]
pub(super) struct Carried {
    #[serde(rename = "in")]
    pub(super) place: &'static str,
    pub(super) name: &'static str,
    pub(super) value: String,
}

impl Carried {
    /// How a scheme carries this credential, if this program knows the scheme's place.
    pub(super) fn by(scheme: SecurityScheme, secret: &Secret) -> Option<Self> {
        let secret = secret.expose();
        let (place, name, value) = match scheme.location() {
            Location::Basic => {
                let value = format!("Basic {}", STANDARD.encode(secret));
                ("header", "Authorization", value)
            }
            Location::Bearer => ("header", "Authorization", format!("Bearer {secret}")),
            Location::Header(name) => ("header", name, secret.to_owned()),
            Location::Query(name) => ("query", name, secret.to_owned()),
            _ => return None,
        };
        Some(Self { place, name, value })
    }
}
