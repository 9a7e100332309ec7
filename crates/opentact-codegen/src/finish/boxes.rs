//! Puts objects that may be missing out of line, so that a list of what lacks them has no room for them.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::{Fields, Item, PathArguments, Type, parse_quote};

use super::forms::argument_of;

/// Makes `Option<Thing>` an `Option<Box<Thing>>` and `Maybe<Thing>` a `Maybe<Box<Thing>>`, where `Thing` is an
/// object, in each struct that is not in `sent`.
pub(super) fn add(items: &mut [Item], sent: &BTreeSet<String>) {
    let objects: BTreeSet<String> = items
        .iter()
        .filter_map(|item| match item {
            Item::Struct(model) if matches!(model.fields, Fields::Named(_)) => {
                Some(model.ident.to_string())
            }
            _ => None,
        })
        .collect();
    for item in items {
        let Item::Struct(model) = item else { continue };
        if sent.contains(&model.ident.to_string()) {
            continue;
        }
        for field in &mut model.fields {
            let inner =
                argument_of(&field.ty, "Option").or_else(|| argument_of(&field.ty, "Maybe"));
            let Some(object) = inner.map(ToTokens::to_token_stream) else {
                continue;
            };
            let name = object.to_string();
            let name = name.strip_prefix("crate :: types :: ").unwrap_or(&name);
            if objects.contains(name)
                && let Type::Path(outer) = &mut field.ty
                && let Some(last) = outer.path.segments.last_mut()
            {
                let boxed = parse_quote! { <::std::boxed::Box<#object>> };
                last.arguments = PathArguments::AngleBracketed(boxed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::File;

    use super::*;

    #[test]
    fn an_object_that_may_be_missing_is_boxed_where_it_is_received() {
        let received: File = parse_quote! {
            struct Thing {
                a: ::std::option::Option<Part>,
                b: crate::Maybe<crate::types::Part>,
                c: Part,
                d: Option<Kind>,
                e: crate::Maybe<String>,
                f: Option<Vec<Part>>,
            }
            struct Part { a: u8 }
            struct Kind(String);
            struct Request { a: Option<Part> }
        };
        let mut items = received.items;
        add(&mut items, &BTreeSet::from(["Request".to_owned()]));
        let expected: File = parse_quote! {
            struct Thing {
                a: ::std::option::Option<::std::boxed::Box<Part> >,
                b: crate::Maybe<::std::boxed::Box<crate::types::Part> >,
                c: Part,
                d: Option<Kind>,
                e: crate::Maybe<String>,
                f: Option<Vec<Part>>,
            }
            struct Part { a: u8 }
            struct Kind(String);
            struct Request { a: Option<Part> }
        };
        assert_eq!(
            quote! { #(#items)* }.to_string(),
            expected.to_token_stream().to_string()
        );
    }
}
