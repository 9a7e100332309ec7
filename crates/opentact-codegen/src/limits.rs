//! The limits of what a client writes, as constants.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToShoutySnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use crate::document::{Document, child};
use crate::operation::{effective, operations};
use crate::rust_names::field;
use crate::schemas::only_sent;

/// The keywords that become constants.
pub(crate) const KEYWORDS: [&str; 4] = ["minLength", "maxLength", "minimum", "maximum"];

/// A limit that the contract sets for a property or a parameter of a request.
#[derive(Clone, Debug)]
pub(crate) struct Limit {
    /// The component schema, or the operation's id.
    pub(crate) owner: String,
    /// The property or the parameter.
    pub(crate) property: String,
    /// The keyword of the schema.
    pub(crate) keyword: &'static str,
    /// The bound.
    pub(crate) bound: i64,
    /// Whether it is set for each element of a list.
    pub(crate) of_elements: bool,
}

impl Limit {
    /// The name of its constant, in the module of its owner.
    pub(crate) fn constant(&self) -> Ident {
        let property = field(&self.property).to_shouty_snake_case();
        format_ident!("{property}_{}", self.keyword.to_shouty_snake_case())
    }
}

/// The limits of everything that only a client writes.
pub(crate) fn limits(document: &Document) -> Vec<Limit> {
    let mut found = Vec::new();
    for schema in only_sent(document) {
        let pointer = child(&child("/components/schemas", &schema), "properties");
        let properties = document
            .value()
            .pointer(&pointer)
            .and_then(Value::as_object);
        for (property, value) in properties.into_iter().flatten() {
            found.extend(bounds(&schema, property, value));
        }
    }
    found
}

/// The limits of the parameters of each operation.
pub(crate) fn parameter_limits(document: &Document) -> Vec<Limit> {
    let mut found = Vec::new();
    for operation in operations(document) {
        for parameter in effective(document, &operation) {
            if let Some(schema) = parameter.value.get("schema") {
                found.extend(bounds(operation.id, parameter.name, schema));
            }
        }
    }
    found
}

fn bounds(owner: &str, property: &str, schema: &Value) -> Vec<Limit> {
    let of = |schema: &Value, of_elements: bool| {
        let limit = |keyword: &'static str| {
            Some(Limit {
                owner: owner.to_owned(),
                property: property.to_owned(),
                keyword,
                bound: schema.get(keyword)?.as_i64()?,
                of_elements,
            })
        };
        KEYWORDS.into_iter().filter_map(limit).collect::<Vec<_>>()
    };
    let elements = schema.get("items").map(|items| of(items, true));
    [of(schema, false), elements.unwrap_or_default()].concat()
}

/// The component schemas of which one property has to be there, whichever it is.
pub(crate) fn changes(document: &Document) -> BTreeSet<String> {
    let schemas = document.resolve("#/components/schemas");
    let schemas = schemas.and_then(Value::as_object).into_iter().flatten();
    let found = schemas.filter(|(_, schema)| schema.get("minProperties").is_some());
    found.map(|(name, _)| name.clone()).collect()
}

/// The module `limits` of the generated code.
pub(crate) fn emit_limits(document: &Document) -> TokenStream {
    let mut modules: BTreeMap<String, Vec<TokenStream>> = BTreeMap::new();
    for limit in limits(document)
        .into_iter()
        .chain(parameter_limits(document))
        .filter(|limit| !limit.of_elements)
    {
        let constant = limit.constant();
        let doc = format!("`{}` of `{}`.", limit.keyword, limit.property);
        let bound = limit.bound;
        let item = if limit.keyword.ends_with("Length") {
            let bound = usize::try_from(bound).unwrap_or(usize::MAX);
            quote! { #[doc = #doc] pub const #constant: usize = #bound; }
        } else {
            quote! { #[doc = #doc] pub const #constant: i64 = #bound; }
        };
        modules.entry(limit.owner).or_default().push(item);
    }
    let modules = modules.into_iter().map(|(owner, items)| {
        let ident = format_ident!("{}", field(&owner));
        let doc = format!("Limits of `{owner}`.");
        quote! { #[doc = #doc] pub mod #ident { #(#items)* } }
    });
    quote! {
        /// The limits that the contract sets for what a client writes; lengths in characters.
        pub mod limits { #(#modules)* }
    }
}
