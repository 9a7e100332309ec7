//! Names fields as the contract would have them, where the generator calls them otherwise.

use std::collections::BTreeMap;

use quote::format_ident;
use syn::punctuated::Punctuated;
use syn::{Attribute, Field, Item, LitStr, Meta, Token, parse_quote};

use super::forms::unexpected;
use super::json_schemas::name_of;
use crate::error::Error;
use crate::prepare::RENAMED;

/// Gives fields the names that `names` has for them, by their structs and their names in JSON.
pub(super) fn rename_fields(
    items: &mut [Item],
    names: &BTreeMap<(String, String), String>,
) -> Result<(), Error> {
    let mut renamed = 0;
    for item in items {
        let Item::Struct(model) = item else { continue };
        let owner = model.ident.to_string();
        for field in &mut model.fields {
            let Some(wire) = name_of(field) else { continue };
            let Some(name) = names.get(&(owner.clone(), wire.clone())) else {
                continue;
            };
            renamed += 1;
            let before = field.ident.replace(format_ident!("{name}"));
            if before.is_some_and(|it| it == wire.as_str()) {
                field.attrs.push(parse_quote! { #[serde(rename = #wire)] });
            }
        }
    }
    if renamed == names.len() {
        return Ok(());
    }
    let message = format!("has {renamed} fields of another name, not {names:?}");
    Err(unexpected("the output", message))
}

/// Makes the field `extra_`, with the property's own name in JSON, in each struct of `properties`.
pub(super) fn restore(
    items: &mut [Item],
    properties: &BTreeMap<String, String>,
) -> Result<(), Error> {
    let mut restored = 0;
    for item in items {
        let Item::Struct(model) = item else { continue };
        let Some(property) = properties.get(&model.ident.to_string()) else {
            continue;
        };
        for field in &mut model.fields {
            if name_of(field).is_some_and(|name| name == RENAMED) {
                rename(field, property);
                restored += 1;
            }
        }
    }
    if restored == properties.len() {
        Ok(())
    } else {
        let message = format!("has {restored} fields called `{RENAMED}`, not {properties:?}");
        Err(unexpected("the output", message))
    }
}

fn rename(field: &mut Field, property: &str) {
    field.ident = Some(format_ident!("extra_"));
    let is_serde = |it: &&mut Attribute| it.path().is_ident("serde");
    for attribute in field.attrs.iter_mut().filter(is_serde) {
        let parser = Punctuated::<Meta, Token![,]>::parse_terminated;
        let Ok(arguments) = attribute.parse_args_with(parser) else {
            continue;
        };
        let name = LitStr::new(property, proc_macro2::Span::call_site());
        let arguments = arguments.into_iter().map(|argument| -> Meta {
            if argument.path().is_ident("rename") {
                parse_quote! { rename = #name }
            } else {
                argument
            }
        });
        let arguments: Punctuated<Meta, Token![,]> = arguments.collect();
        *attribute = parse_quote! { #[serde(#arguments)] };
    }
}
