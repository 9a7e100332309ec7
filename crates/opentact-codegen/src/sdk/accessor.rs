//! Emits the accessor of a tag, and what its file imports.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::argument::Argument;
use super::names::Accessor;
use super::{docs, shape};
use crate::extensions::ALIAS;
use crate::rustdoc::escape;

/// What the code refers to by a short name.
pub(super) fn imports(code: &str, has_holder: bool) -> TokenStream {
    let mut all = vec![
        quote! { use opentact_client::{operations, types as models}; },
        quote! { use crate::error::Error; },
        quote! { use crate::request::{Action, Request, Sender}; },
        quote! { use crate::transport::call::Call; },
        quote! { use crate::with_response::WithResponse; },
    ];
    if has_holder {
        all.push(quote! { use std::sync::Arc; });
        all.push(quote! { use crate::transport::Transport; });
    }
    let words: Vec<&str> = code
        .split(|it: char| !it.is_alphanumeric() && it != '_')
        .collect();
    for (word, import) in [
        ("send", quote! { use crate::transport::operation::send; }),
        (
            "download",
            quote! { use crate::transport::operation::download; },
        ),
        ("Duration", quote! { use std::time::Duration; }),
        ("Uuid", quote! { use uuid::Uuid; }),
        ("Maybe", quote! { use opentact_client::Maybe; }),
        ("LimitError", quote! { use opentact_client::LimitError; }),
        (
            "whole_seconds",
            quote! { use crate::transport::call::whole_seconds; },
        ),
        (
            "whole_milliseconds",
            quote! { use crate::transport::call::whole_milliseconds; },
        ),
        ("Page", quote! { use crate::page::{Page, Paged}; }),
    ] {
        if words.contains(&word) {
            all.push(import);
        }
    }
    quote! { #(#all)* }
}

impl Accessor<'_> {
    /// The type of the accessor, and the method of the client that gives it.
    pub(super) fn holder(&self, scope: Option<&Argument>) -> TokenStream {
        let Some(method) = &self.method else {
            return TokenStream::new();
        };
        let description = self.value.get("description").and_then(Value::as_str);
        let description = escape(description.unwrap_or(self.tag).trim());
        let doc = docs::comment(&format!(
            "{description}\n\nFrom [`Client::{method}`](crate::Client::{method})."
        ));
        let description = docs::comment(&description);
        let aliases = aliases(self.value);
        let (name, method) = (
            format_ident!("{}", self.type_name()),
            format_ident!("{method}"),
        );
        let (field, argument, value) = match scope {
            Some(scope) => {
                let (ident, ty) = (&scope.ident, scope.ty());
                (
                    quote! { #ident: String, },
                    quote! { #ident: #ty },
                    match scope.shape {
                        shape::Shape::Into(_) => quote! { #ident: #ident.into(), },
                        _ => quote! { #ident: #ident.to_string(), },
                    },
                )
            }
            None => Default::default(),
        };
        quote! {
            #doc
            #[derive(Clone, Debug)]
            pub struct #name<'c> {
                pub(crate) transport: &'c Arc<Transport>,
                #field
            }

            impl crate::Client {
                #description
                #(#[doc(alias = #aliases)])*
                pub fn #method(&self, #argument) -> #name<'_> {
                    #name { transport: &self.transport, #value }
                }
            }
        }
    }
}

/// Other names of what the contract has there.
pub(super) fn aliases(value: &Value) -> Vec<String> {
    ALIAS.of(value).map_or_else(Vec::new, |aliases| aliases.0)
}
