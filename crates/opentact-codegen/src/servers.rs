//! Emits the addresses of the servers.

use heck::ToShoutySnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use crate::document::Document;
use crate::rustdoc::escape;

/// The module `servers` of the generated code: an address by each server's description.
pub(crate) fn emit_servers(document: &Document) -> TokenStream {
    let servers = document.value().get("servers").and_then(Value::as_array);
    let constants = servers.into_iter().flatten().filter_map(|server| {
        let description = server.get("description")?.as_str()?;
        let url = server.get("url")?.as_str()?.trim_end_matches('/');
        let constant = format_ident!("{}", description.to_shouty_snake_case());
        let doc = escape(description);
        Some(quote! { #[doc = #doc] pub const #constant: &str = #url; })
    });
    quote! {
        /// The addresses of the servers, without a slash at the end.
        pub mod servers { #(#constants)* }
    }
}
