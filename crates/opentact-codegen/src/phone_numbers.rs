//! Telephone numbers, which are one type of ours.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use crate::document::Document;

/// The `format` of a telephone number: of a string, or of a component without a type,
/// which may be a string or an integer.
pub(crate) const FORMAT: &str = "phone-number";
/// The type that stands for it.
pub(crate) const TYPE: &str = "crate::PhoneNumber";

/// The component schemas that are telephone numbers, by their names.
pub(crate) fn phone_numbers(document: &Document) -> Vec<&String> {
    let schemas = document.resolve("#/components/schemas");
    let schemas = schemas.and_then(Value::as_object).into_iter().flatten();
    let found = schemas.filter(|(_, schema)| schema.get("format").is_some_and(|it| it == FORMAT));
    found.map(|(name, _)| name).collect()
}

/// A name in the module `types` for each such component.
pub(crate) fn emit_phone_numbers(document: &Document) -> TokenStream {
    let names = phone_numbers(document).into_iter();
    names
        .map(|name| {
            let ident = format_ident!("{name}");
            quote! {
                /// A telephone number.
                pub type #ident = crate::PhoneNumber;
            }
        })
        .collect()
}
