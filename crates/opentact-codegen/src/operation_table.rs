//! Emits the operations of a contract as a table: method, path, and the schemes that each takes.

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use crate::document::Document;
use crate::extensions::SAFE;
use crate::media::{Content, JSON, answer};
use crate::operation::operations;
use crate::rustdoc::escape;
use crate::scheme::alternatives;

/// The enumeration `Operation` of the generated code.
pub(crate) fn emit_operations(document: &Document) -> TokenStream {
    let mut all = operations(document);
    all.sort_by_key(|operation| operation.id.to_snake_case());
    let variants: Vec<Ident> = all
        .iter()
        .map(|operation| format_ident!("{}", operation.id.to_upper_camel_case()))
        .collect();
    let ids = all.iter().map(|operation| operation.id);
    let functions: Vec<String> = all
        .iter()
        .map(|operation| operation.id.to_snake_case())
        .collect();
    let methods = all.iter().map(|operation| &operation.method);
    let paths = all.iter().map(|operation| operation.path);
    let docs = all.iter().map(|operation| {
        let summary = operation.value.get("summary").and_then(Value::as_str);
        escape(&format!(
            "{}: `{} {}`.",
            summary.unwrap_or(operation.id),
            operation.method,
            operation.path
        ))
    });
    let securities = all.iter().map(|operation| {
        let alternatives = alternatives(document, operation.value);
        let alternatives = alternatives
            .iter()
            .map(|name| format_ident!("{}", name.to_upper_camel_case()));
        quote! { &[#(SecurityScheme::#alternatives),*] }
    });
    let safe = all
        .iter()
        .zip(&variants)
        .filter_map(|(operation, variant)| {
            let safe = SAFE.of(operation.value)?;
            Some(quote! { Self::#variant => Some(#safe), })
        });
    let mut accepts = TokenStream::new();
    let mut streams = Vec::new();
    for (operation, variant) in all.iter().zip(&variants) {
        let Some(content) = answer(document, operation) else {
            continue;
        };
        if content != Content::Json {
            let accept = content.accept();
            accepts.extend(quote! { Self::#variant => #accept, });
        }
        if matches!(content, Content::Bytes(_)) {
            streams.push(quote! { Self::#variant });
        }
    }
    let is_download = match streams.as_slice() {
        [] => quote! { false },
        _ => quote! { matches!(self, #(#streams)|*) },
    };
    quote! {
        /// An operation of the contract.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum Operation {
            #(#[doc = #docs] #variants,)*
        }

        impl Operation {
            /// Every operation.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// The operation's id in the contract.
            pub const fn id(self) -> &'static str {
                match self { #(Self::#variants => #ids,)* }
            }

            /// The name of the generated method.
            pub const fn function(self) -> &'static str {
                match self { #(Self::#variants => #functions,)* }
            }

            /// The operation whose generated method has that name.
            pub fn from_function(name: &str) -> Option<Self> {
                match name { #(#functions => Some(Self::#variants),)* _ => None }
            }

            /// The HTTP method, in capitals.
            pub const fn method(self) -> &'static str {
                match self { #(Self::#variants => #methods,)* }
            }

            /// The path template.
            pub const fn path(self) -> &'static str {
                match self { #(Self::#variants => #paths,)* }
            }

            /// Whether the request may be sent again by itself, where its method would say otherwise.
            pub const fn is_safe(self) -> Option<bool> {
                match self { #(#safe)* _ => None }
            }

            /// What a request for it has in `Accept`.
            pub const fn accept(self) -> &'static str {
                match self { #accepts _ => #JSON }
            }

            /// Whether it answers with bytes, which are read as they come.
            pub const fn is_download(self) -> bool {
                #is_download
            }

            /// The schemes that the operation takes, any one of them.
            pub const fn security(self) -> &'static [SecurityScheme] {
                match self { #(Self::#variants => #securities,)* }
            }
        }
    }
}
