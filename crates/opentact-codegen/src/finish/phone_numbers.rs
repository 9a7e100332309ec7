//! Tells and writes telephone numbers as the contract has them: as texts, or as integers.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::{Fields, Item, parse_quote};

use super::json_schemas::name_of;
use crate::phone_numbers::TYPE;

/// A phone number's type reads both forms, so each field says which one its schema has; one in `sent` is
/// written in it too. `whole` has those that are integers.
pub(super) fn tell(
    items: &mut [Item],
    whole: &BTreeSet<(String, String)>,
    sent: &BTreeSet<String>,
) {
    for item in items {
        let Item::Struct(model) = item else { continue };
        let Fields::Named(fields) = &mut model.fields else {
            continue;
        };
        let owner = model.ident.to_string();
        for field in &mut fields.named {
            let ty = field.ty.to_token_stream().to_string().replace(' ', "");
            let Some(name) = name_of(field).filter(|_| ty.contains(TYPE)) else {
                continue;
            };
            let is_whole = whole.contains(&(owner.clone(), name));
            let (told, function) = match is_whole {
                true => ("i64", "crate::phone_number::sent::integer"),
                false => ("::std::string::String", "crate::phone_number::sent::text"),
            };
            if sent.contains(&owner) {
                field
                    .attrs
                    .push(parse_quote! { #[serde(serialize_with = #function)] });
            }
            let told = ty.replace(TYPE, told);
            field.attrs.push(parse_quote! {
                #[cfg_attr(feature = "schemars", schemars(with = #told))]
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::File;

    use super::*;

    #[test]
    fn a_number_is_told_in_its_form_and_sent_in_it() {
        let mut file: File = parse_quote! {
            struct Request {
                from: crate::PhoneNumber,
                tn: ::std::option::Option<crate::PhoneNumber>,
            }
            struct Thing { tn: crate::Maybe<crate::PhoneNumber>, name: String }
        };
        let whole = ["Request", "Thing"].map(|owner| (owner.to_owned(), "tn".to_owned()));
        let sent = BTreeSet::from(["Request".to_owned()]);
        tell(&mut file.items, &whole.into(), &sent);
        let expected: File = parse_quote! {
            struct Request {
                #[serde(serialize_with = "crate::phone_number::sent::text")]
                #[cfg_attr(feature = "schemars", schemars(with = "::std::string::String"))]
                from: crate::PhoneNumber,
                #[serde(serialize_with = "crate::phone_number::sent::integer")]
                #[cfg_attr(feature = "schemars", schemars(with = "::std::option::Option<i64>"))]
                tn: ::std::option::Option<crate::PhoneNumber>,
            }
            struct Thing {
                #[cfg_attr(feature = "schemars", schemars(with = "crate::Maybe<i64>"))]
                tn: crate::Maybe<crate::PhoneNumber>,
                name: String
            }
        };
        assert_eq!(
            quote! { #file }.to_string(),
            quote! { #expected }.to_string()
        );
    }
}
