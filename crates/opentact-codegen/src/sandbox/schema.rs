//! Writes the schemas of requests as static values, each component once.

use std::collections::BTreeMap;

use heck::ToShoutySnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use crate::document::Document;
use crate::nullable::{is_nullable, is_required};
use crate::schemas::referred;

/// The components that something refers to, as they are found.
pub(super) struct Schemas<'d> {
    document: &'d Document,
    items: BTreeMap<String, TokenStream>,
}

impl<'d> Schemas<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self {
            document,
            items: BTreeMap::new(),
        }
    }

    /// The static values of all that was found.
    pub(super) fn emit(self) -> TokenStream {
        self.items.into_values().collect()
    }

    /// An expression that refers to a schema; what it refers to is found by it.
    pub(super) fn reference(&mut self, schema: &Value) -> TokenStream {
        let Some(name) = referred(schema) else {
            let value = self.value(schema);
            return quote! { &#value };
        };
        let ident = format_ident!("{}_SCHEMA", name.to_shouty_snake_case());
        if !self.items.contains_key(name) {
            // Its name stands before it is written, as it may refer to itself.
            self.items.insert(name.to_owned(), TokenStream::new());
            let target = format!("#/components/schemas/{name}");
            let target = self.document.resolve(&target).cloned();
            let value = self.value(&target.unwrap_or(Value::Null));
            self.items
                .insert(name.to_owned(), quote! { static #ident: Schema = #value; });
        }
        quote! { &#ident }
    }

    /// An expression that is a schema.
    pub(super) fn value(&mut self, schema: &Value) -> TokenStream {
        let part = schema.pointer("/allOf/0").unwrap_or(schema);
        let kind = match referred(part) {
            Some(_) => {
                let reference = self.reference(part);
                quote! { Kind::Same(#reference) }
            }
            None => self.kind(schema),
        };
        let is_nullable = is_nullable(schema);
        let default = match schema.get("default") {
            Some(default) => {
                let text = default.to_string();
                quote! { Some(#text) }
            }
            None => quote! { None },
        };
        quote! { Schema { kind: #kind, is_nullable: #is_nullable, default: #default } }
    }

    fn kind(&mut self, schema: &Value) -> TokenStream {
        if let Some(alternatives) = schema.get("oneOf").and_then(Value::as_array) {
            let alternatives = alternatives.iter().map(|it| self.value(it));
            let alternatives: Vec<_> = alternatives.collect();
            return quote! { Kind::AnyOf(&[#(#alternatives),*]) };
        }
        let text = |key: &str| schema.get(key).and_then(Value::as_str).unwrap_or_default();
        let bound = |key: &str, otherwise: i64| {
            schema.get(key).and_then(Value::as_i64).unwrap_or(otherwise)
        };
        let (least, most) = (bound("minimum", i64::MIN), bound("maximum", i64::MAX));
        match (text("type"), text("format")) {
            ("", "phone-number") => quote! { Kind::PhoneNumber },
            ("boolean", _) => quote! { Kind::Boolean },
            ("integer", _) => quote! { Kind::Integer { least: #least, most: #most } },
            ("number", _) => quote! { Kind::Number { least: #least, most: #most } },
            ("string", "binary") => quote! { Kind::File },
            ("string", "uuid") => quote! { Kind::Uuid },
            ("string", "password") => quote! { Kind::Secret },
            ("string", "date") => quote! { Kind::Date },
            ("string", "date-time") => quote! { Kind::Time },
            ("string", _) => self.text(schema),
            ("array", _) => {
                let items = self.reference(schema.get("items").unwrap_or(&Value::Null));
                quote! { Kind::List(#items) }
            }
            ("object", _) => self.object(schema),
            _ => quote! { Kind::Any },
        }
    }

    fn text(&self, schema: &Value) -> TokenStream {
        let values = schema.get("enum").and_then(Value::as_array);
        let values = values.into_iter().flatten().filter_map(Value::as_str);
        let bound = |key: &str| schema.get(key).and_then(Value::as_u64);
        let bound = |key: &str| bound(key).and_then(|it| usize::try_from(it).ok());
        let shortest = bound("minLength").unwrap_or(0);
        let longest = match bound("maxLength") {
            Some(longest) => quote! { #longest },
            None => quote! { usize::MAX },
        };
        quote! { Kind::Text { shortest: #shortest, longest: #longest, values: &[#(#values),*] } }
    }

    fn object(&mut self, schema: &Value) -> TokenStream {
        let properties = schema.get("properties").and_then(Value::as_object);
        let properties: Vec<_> = properties
            .into_iter()
            .flatten()
            .map(|(name, property)| {
                let is_required = is_required(schema, name);
                let property = self.value(property);
                quote! {
                    Property { name: #name, is_required: #is_required, schema: #property }
                }
            })
            .collect();
        quote! { Kind::Object(&[#(#properties),*]) }
    }
}
