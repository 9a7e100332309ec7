//! Lets each received model be read field by field, where its strict reader refuses the whole.

use std::collections::{BTreeMap, BTreeSet};

use quote::{ToTokens, quote};
use syn::{Field, Fields, Ident, Item, ItemStruct, parse_quote};

use super::forms::argument_of;
use super::json_schemas::name_of;

/// Implements `Tolerant` for every model but those in `sent`, which nobody reads so.
pub(super) fn add(
    items: &mut Vec<Item>,
    required: &BTreeMap<String, Vec<String>>,
    sent: &BTreeSet<String>,
) {
    let new: Vec<Item> = items
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) if sent.contains(&item.ident.to_string()) => None,
            Item::Struct(item) => match &item.fields {
                Fields::Named(fields) if !fields.named.is_empty() => Some(object(item, required)),
                _ => Some(leaf(&item.ident)),
            },
            Item::Enum(item) => Some(leaf(&item.ident)),
            _ => None,
        })
        .collect();
    items.extend(new);
}

/// What is read whole or not at all.
fn leaf(name: &Ident) -> Item {
    parse_quote! { impl crate::tolerant::Tolerant for #name {} }
}

fn object(model: &ItemStruct, required: &BTreeMap<String, Vec<String>>) -> Item {
    let name = &model.ident;
    let required = required.get(&name.to_string());
    // What is left over is known when everything else has been read.
    let (rest, listed): (Vec<&Field>, Vec<&Field>) = model.fields.iter().partition(is_rest);
    let is_required = |field: &&Field| {
        let name = name_of(field);
        let is_listed = required.is_some_and(|it| name.is_some_and(|name| it.contains(&name)));
        is_listed && argument_of(&field.ty, "Option").is_none()
    };
    // What can fail is read first: the compiler has less to undo then.
    let (first, later): (Vec<&Field>, Vec<&Field>) = listed.into_iter().partition(is_required);
    let first = first.into_iter().map(|field| {
        let (ident, name) = (&field.ident, name_of(field));
        quote! { #ident: fields.required(#name)?, }
    });
    let later = later.into_iter().map(|field| {
        let (ident, name) = (&field.ident, name_of(field));
        quote! { #ident: fields.optional(#name), }
    });
    let rest = rest.into_iter().map(|field| {
        let ident = &field.ident;
        quote! { #ident: fields.rest(), }
    });
    parse_quote! {
        impl crate::tolerant::Tolerant for #name {
            #[inline]
            fn read(
                value: &::serde_json::Value,
            ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
                let mut fields = crate::tolerant::Fields::of(value)?;
                Ok(Self { #(#first)* #(#later)* #(#rest)* })
            }
        }
    }
}

/// Whether a field holds what the contract does not list.
pub(super) fn is_rest(field: &&Field) -> bool {
    let mut serde = field.attrs.iter().filter(|it| it.path().is_ident("serde"));
    serde.any(|it| it.to_token_stream().to_string().contains("flatten"))
}

#[cfg(test)]
mod tests {
    use syn::File;

    use super::*;

    #[test]
    fn what_is_required_is_read_first_and_the_rest_last() {
        let mut file: File = parse_quote! {
            pub struct Thing {
                #[serde(flatten)]
                pub extra: BTreeMap<String, crate::Unrecognized>,
                pub bound: ::std::option::Option<u8>,
                #[serde(rename = "type")]
                pub type_: Kind,
                #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
                pub tint: crate::Maybe<bool>,
            }
            pub enum Kind { A }
            pub struct Request { pub name: Name }
            pub struct Name(String);
            pub type Number = u8;
        };
        let names = vec!["type".to_owned(), "bound".to_owned()];
        let required = BTreeMap::from([("Thing".to_owned(), names)]);
        let sent = BTreeSet::from(["Request".to_owned()]);
        let before = file.items.len();
        add(&mut file.items, &required, &sent);
        let expected: File = parse_quote! {
            impl crate::tolerant::Tolerant for Thing {
                #[inline]
                fn read(
                    value: &::serde_json::Value,
                ) -> ::std::result::Result<Self, crate::tolerant::Misfit> {
                    let mut fields = crate::tolerant::Fields::of(value)?;
                    Ok(Self {
                        type_: fields.required("type")?,
                        bound: fields.optional("bound"),
                        tint: fields.optional("tint"),
                        extra: fields.rest(),
                    })
                }
            }
            impl crate::tolerant::Tolerant for Kind {}
            impl crate::tolerant::Tolerant for Name {}
        };
        let found = &file.items[before..];
        assert_eq!(
            quote! { #(#found)* }.to_string(),
            expected.to_token_stream().to_string()
        );
    }
}
