//! The security schemes of a contract, and which operation takes which.

use heck::ToUpperCamelCase;
use proc_macro2::Ident;
use quote::format_ident;
use serde_json::Value;

use crate::document::Document;
use crate::extensions::CREDENTIAL;
use crate::rustdoc::escape;

/// A security scheme of the contract.
#[derive(Clone, Debug)]
pub(crate) struct Scheme {
    /// Its name in `components.securitySchemes`.
    pub(crate) name: String,
    /// The kind of credential that it carries.
    pub(crate) credential: String,
    /// What it is, for rustdoc.
    pub(crate) description: String,
    /// Where it puts the credential.
    pub(crate) location: Location,
}

/// Where a scheme puts its credential.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Location {
    /// `Authorization: Basic`.
    Basic,
    /// `Authorization: Bearer`.
    Bearer,
    /// The header of that name.
    Header(String),
    /// The query parameter of that name.
    Query(String),
}

impl Scheme {
    /// Reads a scheme, or says in words what about it cannot be carried out.
    pub(crate) fn read(name: &str, value: &Value) -> Result<Self, String> {
        let text = |key: &str| value.get(key).and_then(Value::as_str);
        let location = match (text("type"), text("scheme"), text("in"), text("name")) {
            (Some("http"), Some(scheme), ..) if scheme.eq_ignore_ascii_case("basic") => {
                Location::Basic
            }
            (Some("http"), Some(scheme), ..) if scheme.eq_ignore_ascii_case("bearer") => {
                Location::Bearer
            }
            (Some("http"), scheme, ..) => {
                return Err(format!("the HTTP scheme `{}`", scheme.unwrap_or("(none)")));
            }
            (Some("apiKey"), _, Some("header"), Some(header)) => {
                Location::Header(header.to_owned())
            }
            (Some("apiKey"), _, Some("query"), Some(parameter)) => {
                Location::Query(parameter.to_owned())
            }
            (Some("apiKey"), _, _, None) => return Err("an apiKey without a name".to_owned()),
            (Some("apiKey"), _, place, _) => {
                return Err(format!("an apiKey in `{}`", place.unwrap_or("(none)")));
            }
            (kind, ..) => return Err(format!("the type `{}`", kind.unwrap_or("(none)"))),
        };
        Ok(Self {
            name: name.to_owned(),
            credential: CREDENTIAL.of(value).unwrap_or_else(|| name.to_owned()),
            description: escape(text("description").unwrap_or(name).trim()),
            location,
        })
    }

    /// The variant of `SecurityScheme`.
    pub(crate) fn variant(&self) -> Ident {
        format_ident!("{}", self.name.to_upper_camel_case())
    }

    /// The variant of `CredentialKind`.
    pub(crate) fn credential_variant(&self) -> Ident {
        format_ident!("{}", self.credential.to_upper_camel_case())
    }
}

/// The schemes of a contract, sorted by name; those that cannot be carried out are left to the lint.
pub(crate) fn schemes(document: &Document) -> Vec<Scheme> {
    document
        .resolve("#/components/securitySchemes")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Scheme::read(name, value).ok())
        .collect()
}

/// The alternatives of one operation: the names of the schemes, in the order of the document.
pub(crate) fn alternatives<'d>(document: &'d Document, operation: &'d Value) -> Vec<&'d str> {
    operation
        .get("security")
        .or_else(|| document.value().get("security"))
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .flat_map(|requirement| requirement.keys().map(String::as_str))
        .collect()
}
