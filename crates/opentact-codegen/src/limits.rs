//! The limits of what a client writes, as constants.

use std::collections::BTreeMap;

use heck::ToShoutySnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use crate::document::{Document, child};
use crate::rust_names::field;
use crate::schemas::only_sent;

/// The keywords that become constants.
pub(crate) const KEYWORDS: [&str; 4] = ["minLength", "maxLength", "minimum", "maximum"];

/// A limit that the contract sets for a property of a request.
#[derive(Clone, Debug)]
pub(crate) struct Limit {
    /// The component schema.
    pub(crate) schema: String,
    /// The property.
    pub(crate) property: String,
    /// The keyword of the schema.
    pub(crate) keyword: &'static str,
    /// The bound.
    pub(crate) bound: i64,
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
            for keyword in KEYWORDS {
                if let Some(bound) = value.get(keyword).and_then(Value::as_i64) {
                    found.push(Limit {
                        schema: schema.clone(),
                        property: property.clone(),
                        keyword,
                        bound,
                    });
                }
            }
        }
    }
    found
}

/// The module `limits` of the generated code.
pub(crate) fn emit_limits(document: &Document) -> TokenStream {
    let mut modules: BTreeMap<String, Vec<TokenStream>> = BTreeMap::new();
    for limit in limits(document) {
        let keyword = limit.keyword.to_shouty_snake_case();
        let constant = format_ident!(
            "{}_{keyword}",
            field(&limit.property).to_shouty_snake_case()
        );
        let doc = format!("`{}` of `{}`.", limit.keyword, limit.property);
        let bound = limit.bound;
        let item = if limit.keyword.ends_with("Length") {
            let bound = usize::try_from(bound).unwrap_or(usize::MAX);
            quote! { #[doc = #doc] pub const #constant: usize = #bound; }
        } else {
            quote! { #[doc = #doc] pub const #constant: i64 = #bound; }
        };
        modules.entry(limit.schema).or_default().push(item);
    }
    let modules = modules.into_iter().map(|(schema, items)| {
        let ident = format_ident!("{}", field(&schema));
        let doc = format!("Limits of `{schema}`.");
        quote! { #[doc = #doc] pub mod #ident { #(#items)* } }
    });
    quote! {
        /// The limits that the contract sets for what a client writes; lengths in characters.
        pub mod limits { #(#modules)* }
    }
}
