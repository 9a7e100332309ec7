//! Lets the models tell their JSON Schema, with the limits that the generator drops.

use std::collections::BTreeSet;

use heck::ToUpperCamelCase;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, Field, Fields, Ident, Item, LitStr, Path, Token, parse_quote};

use crate::limits::Limit;

/// Adds the derivation to what derives `Serialize`, behind a feature of the crate that it is in.
pub(super) fn derive(items: &mut [Item], limits: &[Limit], changes: &BTreeSet<String>) {
    for item in items {
        let is_change =
            matches!(item, Item::Struct(item) if changes.contains(&item.ident.to_string()));
        let attributes = match item {
            Item::Struct(item) => {
                add_limits(&item.ident, &mut item.fields, limits);
                &mut item.attrs
            }
            Item::Enum(item) => &mut item.attrs,
            _ => continue,
        };
        if let Some(index) = attributes.iter().position(derives_serialize) {
            let derivation = parse_quote! {
                #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
            };
            attributes.insert(index + 1, derivation);
            if is_change {
                attributes.push(parse_quote! {
                    #[cfg_attr(feature = "schemars", schemars(extend("minProperties" = 1)))]
                });
            }
        }
    }
}

/// A function that knows every model: nobody else has a list of them.
pub(super) fn list(items: &[Item]) -> TokenStream {
    let names = items.iter().filter_map(|item| match item {
        Item::Struct(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        _ => None,
    });
    quote! {
        /// Adds the schema of every model to the definitions of a generator.
        #[cfg(feature = "schemars")]
        pub fn define_models(generator: &mut ::schemars::SchemaGenerator) {
            #(generator.subschema_for::<types::#names>();)*
        }
    }
}

pub(crate) fn derives_serialize(attribute: &Attribute) -> bool {
    let parser = Punctuated::<Path, Token![,]>::parse_terminated;
    attribute.path().is_ident("derive")
        && attribute.parse_args_with(parser).is_ok_and(|paths| {
            paths.iter().any(|path| {
                path.segments
                    .last()
                    .is_some_and(|it| it.ident == "Serialize")
            })
        })
}

fn add_limits(owner: &Ident, fields: &mut Fields, limits: &[Limit]) {
    for field in fields {
        let Some(name) = name_of(field) else { continue };
        let (keywords, bounds): (Vec<_>, Vec<_>) = limits
            .iter()
            .filter(|limit| *owner == limit.owner.to_upper_camel_case())
            .filter(|limit| limit.property == name && !limit.of_elements)
            .map(|limit| {
                (
                    limit.keyword,
                    proc_macro2::Literal::i64_unsuffixed(limit.bound),
                )
            })
            .unzip();
        if !keywords.is_empty() {
            field.attrs.push(parse_quote! {
                #[cfg_attr(feature = "schemars", schemars(extend(#(#keywords = #bounds),*)))]
            });
        }
    }
}

/// The name of a field in JSON.
pub(crate) fn name_of(field: &Field) -> Option<String> {
    let mut renamed = None;
    for attribute in field.attrs.iter().filter(|it| it.path().is_ident("serde")) {
        // What has another form is no `rename`.
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                renamed = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.input.peek(Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            }
            Ok(())
        });
    }
    renamed.or_else(|| Some(field.ident.as_ref()?.to_token_stream().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_derive_and_carry_their_limits() {
        let limit = |property: &str, keyword, bound| Limit {
            owner: "Thing".to_owned(),
            property: property.to_owned(),
            keyword,
            bound,
            of_elements: false,
        };
        let limits = [
            limit("type", "minLength", 1),
            limit("type", "maxLength", 9),
            limit("ttl", "minimum", -1),
        ];
        let file: syn::File = parse_quote! {
            #[derive(::serde::Serialize, Clone)]
            pub struct Thing {
                #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
                type_: Option<String>,
                ttl: i64,
            }
            #[derive(Clone)]
            pub enum Open { A }
        };
        let mut items = file.items;
        derive(&mut items, &limits, &BTreeSet::new());
        let expected: syn::File = parse_quote! {
            #[derive(::serde::Serialize, Clone)]
            #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
            pub struct Thing {
                #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
                #[cfg_attr(feature = "schemars", schemars(extend("minLength" = 1, "maxLength" = 9)))]
                type_: Option<String>,
                #[cfg_attr(feature = "schemars", schemars(extend("minimum" = -1)))]
                ttl: i64,
            }
            #[derive(Clone)]
            pub enum Open { A }
        };
        assert_eq!(
            quote! { #(#items)* }.to_string(),
            expected.to_token_stream().to_string()
        );
        let list = list(&items).to_string();
        assert!(list.contains("types :: Thing") && list.contains("types :: Open"));
    }
}
