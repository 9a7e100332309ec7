//! The extensions of the contract (`x-...`), each as a key that knows the type of what it says.
//!
//! ```
//! use opentact_codegen::extensions::{EVIDENCE, Evidence, UNIT};
//! let operation = serde_json::json!({ "x-evidence": "inferred" });
//! assert_eq!(EVIDENCE.of(&operation), Some(Evidence::Inferred));
//! assert_eq!(UNIT.of(&operation), None);
//! ```

mod table;

use std::collections::BTreeMap;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::document::Document;
pub(crate) use table::{Holder, row};
pub use table::{extensions_table, shapes_calls};

/// An extension by its name, with the type of its value.
#[derive(Debug)]
pub struct Key<T> {
    name: &'static str,
    value: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> Key<T> {
    const fn new(name: &'static str) -> Self {
        let value = PhantomData;
        Self { name, value }
    }

    /// The name, such as `x-unit`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What an object of the contract says under this key; the lint refuses any other value.
    pub fn of(&self, holder: &Value) -> Option<T> {
        T::deserialize(holder.get(self.name)?).ok()
    }
}

/// Tag: where its operations stand, if not in an accessor of the tag's name.
pub const ACCESSOR: Key<Accessor> = Key::new("x-accessor");
/// Operation, tag, schema, property: other names that people look for.
pub const ALIAS: Key<Aliases> = Key::new("x-alias");
/// Security scheme: the kind of credential that it carries.
pub const CREDENTIAL: Key<String> = Key::new("x-credential");
/// Property of a request: what is sent where the caller says nothing.
pub const DEFAULT: Key<Value> = Key::new("x-default");
/// Operation: how sure we are of it.
pub const EVIDENCE: Key<Evidence> = Key::new("x-evidence");
/// Schema: the values known today; the rule of open enumerations says what they may be.
pub const EXTENSIBLE_ENUM: Key<Value> = Key::new("x-extensible-enum");
/// Operation: what an error says where the request may have been carried out.
pub const IN_DOUBT: Key<String> = Key::new("x-in-doubt");
/// Operation: the name of its method.
pub const METHOD: Key<String> = Key::new("x-method");
/// Property, parameter: its name in Rust.
pub const NAME: Key<String> = Key::new("x-name");
/// Operation: how its answer comes in pages.
pub const PAGING: Key<Paging> = Key::new("x-paging");
/// Tag, path item: what a server keeps of what its operations create.
pub const RESOURCE: Key<Resource> = Key::new("x-resource");
/// Operation: whether it may be sent again by itself, whatever its method says.
pub const SAFE: Key<bool> = Key::new("x-safe");
/// Example: the name of its schema, where no operation refers to it.
pub const SCHEMA: Key<String> = Key::new("x-schema");
/// Tag: the path parameter that goes to the accessor.
pub const SCOPE: Key<String> = Key::new("x-scope");
/// Integer property or parameter: the unit of a duration.
pub const UNIT: Key<Unit> = Key::new("x-unit");

/// The tag of that name, as the contract declares it.
pub fn tag<'d>(document: &'d Document, name: &str) -> Option<&'d Value> {
    let mut tags = document.value().get("tags")?.as_array()?.iter();
    tags.find(|tag| tag.get("name").and_then(Value::as_str) == Some(name))
}

/// Takes the extensions that are not published out of a contract.
pub(crate) fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| row(key).is_none_or(|row| row.is_published));
            for (key, field) in fields {
                match field {
                    // Their names are data.
                    Value::Object(all) if key == "properties" => all.values_mut().for_each(strip),
                    field => strip(field),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// Takes the formats that are not published out of a contract.
pub(crate) fn strip_formats(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let format = fields.get("format").and_then(Value::as_str);
            if format.is_some_and(|it| ["lease-key", "phone-number"].contains(&it)) {
                match fields.get("type") {
                    Some(kind) if kind == "integer" => {
                        fields.insert("format".to_owned(), "int64".into());
                    }
                    _ => {
                        fields.remove("format");
                    }
                }
            }
            fields.values_mut().for_each(strip_formats);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_formats),
        _ => {}
    }
}

/// Where the operations of a tag stand.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Accessor {
    /// On the client itself.
    None,
}

/// Other names that people look for.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(from = "OneOrMany")]
pub struct Aliases(pub Vec<String>);

#[derive(Deserialize)]
#[serde(untagged, expecting = "neither a text nor a list of texts")]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl From<OneOrMany> for Aliases {
    fn from(aliases: OneOrMany) -> Self {
        Self(match aliases {
            OneOrMany::One(alias) => vec![alias],
            OneOrMany::Many(aliases) => aliases,
        })
    }
}

/// How sure we are that an operation is as the contract says.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Evidence {
    /// A page of the vendor's, or a real answer, shows it.
    Documented,
    /// Running code of a customer uses it.
    Client,
    /// The vendor's own types of 2021 alone have it.
    Schema,
    /// It follows from how the vendor's other operations are.
    Inferred,
}

impl Evidence {
    /// The same as a sentence for documentation.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Documented => "Evidence: a page of the vendor's or a real answer shows it.",
            Self::Client => "Evidence: running code of a customer uses it; no page shows it.",
            Self::Schema => "Evidence: only the vendor's own types of 2021 have it.",
            Self::Inferred => {
                "Evidence: none; it is inferred from how the vendor's other operations are."
            }
        }
    }
}

/// How an answer comes in pages.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Paging {
    /// How many items a page has.
    pub size: PageField,
    /// How many items come before the page.
    pub offset: PageField,
    /// The property of the answer's payload that says how many items there are.
    pub total: String,
    /// The property of the answer's payload that holds the page's items.
    pub items: String,
}

/// What a request says about pages.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PageField {
    /// Where it stands.
    #[serde(rename = "in")]
    pub location: PageLocation,
    /// Its name there.
    pub name: String,
}

/// Where a request says something about pages.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum PageLocation {
    /// In a query parameter.
    Query,
    /// In a property of the body.
    Body,
}

/// What a server keeps, beyond what the schemas say of it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Resource {
    /// The property that names one.
    pub key: String,
    /// Who has it.
    pub owner: Owner,
    /// The properties whose values no two of an owner share.
    #[serde(default)]
    pub unique: Vec<String>,
    /// What a search filters by, and how.
    #[serde(default)]
    pub filters: BTreeMap<String, Filter>,
    /// What may refer to it, which keeps it from being deleted.
    #[serde(default)]
    pub in_use: Vec<String>,
}

/// Who has a resource.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Owner {
    /// All users of an account.
    Account,
    /// One user.
    User,
}

/// How a search compares.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Filter {
    /// The same value.
    Equal,
    /// A text with wildcards.
    Mask,
    /// Between two values.
    Range,
}

/// The unit of a duration that is an integer.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[non_exhaustive]
pub enum Unit {
    /// Seconds.
    #[serde(rename = "s")]
    Seconds,
    /// Milliseconds.
    #[serde(rename = "ms")]
    Milliseconds,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_format_of_ours_is_not_published() {
        let mut value = json!({
            "tn": { "type": "integer", "format": "phone-number" },
            "to": { "type": "string", "format": "phone-number" },
            "lease": { "type": "string", "format": "lease-key" },
            "uuid": { "type": "string", "format": "uuid" },
        });
        strip_formats(&mut value);
        let expected = json!({
            "tn": { "type": "integer", "format": "int64" },
            "to": { "type": "string" },
            "lease": { "type": "string" },
            "uuid": { "type": "string", "format": "uuid" },
        });
        assert_eq!(value, expected);
    }
}
