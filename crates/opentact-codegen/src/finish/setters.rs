//! Lets the struct of each object grow: outside its crate it is built by `new` and setters, by no literal.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, Field, Fields, Ident, Item, ItemStruct, Path, Token, Type, parse_quote};

use super::forms::{argument_of, ends_with, unexpected};
use super::json_schemas::name_of;
use super::tolerant::is_rest;
use crate::error::Error;
use crate::prepare::Prepared;
use crate::sdk::literal;

/// Types that a person would write as something else: a text, a time, bytes.
const CONVERTED: [&str; 5] = ["PhoneNumber", "Secret", "String", "Timestamp", "Upload"];

/// Makes each struct with fields `non_exhaustive`, and gives it `new` with what its schema requires, in
/// the contract's order and has no value where nobody says one, and a setter for each other field.
///
/// A value of one of `ours` can be given as text, and a list of what is sent as anything that holds some.
pub(super) fn add(items: &mut Vec<Item>, prepared: &Prepared, ours: &[Item]) -> Result<(), Error> {
    let mut converted: Vec<String> = CONVERTED.map(str::to_owned).into();
    converted.extend(ours.iter().filter_map(|item| match item {
        Item::Enum(item) => Some(item.ident.to_string()),
        Item::Type(item) => Some(item.ident.to_string()),
        _ => None,
    }));
    for mut item in std::mem::take(items) {
        let methods = match &mut item {
            Item::Struct(model) if matches!(model.fields, Fields::Named(_)) => {
                Some(methods(model, prepared, &converted)?)
            }
            _ => None,
        };
        items.push(item);
        items.extend(methods);
    }
    Ok(())
}

fn methods(
    model: &mut ItemStruct,
    prepared: &Prepared,
    converted: &[String],
) -> Result<Item, Error> {
    let owner = model.ident.to_string();
    let is_sent = prepared.sent.contains(&owner);
    let Some(required) = prepared.required.get(&owner) else {
        return Err(unexpected(&owner, "is the struct of no schema"));
    };
    model.attrs.push(parse_quote! { #[non_exhaustive] });
    if required.is_empty() {
        model.attrs.iter_mut().for_each(derive_default);
    }
    // A property may be called as the field for what is not listed.
    let mut fields: BTreeMap<(String, bool), (&Ident, &Field)> = model
        .fields
        .iter()
        .filter_map(|field| {
            let key = (name_of(field)?, is_rest(&field));
            Some((key, (field.ident.as_ref()?, field)))
        })
        .collect();
    let mut arguments = Vec::new();
    let mut values = Vec::new();
    let is_converted = |ty: &Type| converted.iter().any(|name| ends_with(ty, name));
    let mut settable = Vec::new();
    for name in required {
        let Some((ident, field)) = fields.remove(&(name.clone(), false)) else {
            return Err(unexpected(&owner, format!("has no field for `{name}`")));
        };
        let ty = &field.ty;
        if let Some(default) = prepared.defaults.get(&(owner.clone(), name.clone())) {
            let value = literal(default);
            values.push(quote! { #ident: #value.into() });
            settable.push((ident, field));
        } else if let Some(element) = argument_of(ty, "Vec").filter(|_| is_sent) {
            arguments.push(quote! { #ident: impl IntoIterator<Item = impl Into<#element>> });
            values.push(quote! { #ident: #ident.into_iter().map(Into::into).collect() });
        } else if is_converted(ty) {
            arguments.push(quote! { #ident: impl Into<#ty> });
            values.push(quote! { #ident: #ident.into() });
        } else {
            arguments.push(quote! { #ident: #ty });
            values.push(quote! { #ident });
        }
    }
    let missing = fields.values().map(|(ident, _)| ident);
    let optional = fields.values().map(|(ident, field)| (*ident, *field));
    let setters = settable.into_iter().chain(optional);
    let setters = setters.map(|(ident, field)| setter(ident, field));
    let name = &model.ident;
    Ok(parse_quote! {
        impl #name {
            /// Takes what the contract requires and leaves out the rest.
            pub fn new(#(#arguments),*) -> Self {
                Self {
                    #(#values,)*
                    #(#missing: Default::default(),)*
                }
            }
            #(#setters)*
        }
    })
}

/// The setter of a field that may be missing; fields that the contract does not list have none.
fn setter(ident: &Ident, field: &Field) -> TokenStream {
    if is_rest(&field) {
        return TokenStream::new();
    }
    let docs = field.attrs.iter().filter(|it| it.path().is_ident("doc"));
    let mut docs: Vec<_> = docs.collect();
    let fallback = format!("Sets `{ident}`.");
    let fallback = parse_quote! { #[doc = #fallback] };
    if docs.is_empty() {
        docs.push(&fallback);
    }
    let (optional, maybe) = (
        argument_of(&field.ty, "Option"),
        argument_of(&field.ty, "Maybe"),
    );
    let boxed = |inner| argument_of(inner, "Box");
    let (ty, value) = match (optional, maybe.and_then(boxed)) {
        (Some(inner), _) => match boxed(inner) {
            Some(inner) => (quote! { #inner }, quote! { Some(Box::new(value.into())) }),
            None => (quote! { #inner }, quote! { Some(value.into()) }),
        },
        (None, Some(inner)) => (
            quote! { crate::Maybe<#inner> },
            quote! { value.into().map(Box::new) },
        ),
        (None, None) => (field.ty.to_token_stream(), quote! { value.into() }),
    };
    quote! {
        #(#docs)*
        pub fn #ident(self, value: impl Into<#ty>) -> Self {
            Self { #ident: #value, ..self }
        }
    }
}

/// Adds `Default` to a list of derivations; the generator does where no field is flattened.
fn derive_default(attribute: &mut Attribute) {
    let parser = Punctuated::<Path, Token![,]>::parse_terminated;
    if !attribute.path().is_ident("derive") {
        return;
    }
    if let Ok(mut paths) = attribute.parse_args_with(parser)
        && !paths.iter().any(|path| path.is_ident("Default"))
    {
        paths.push(parse_quote! { Default });
        *attribute = parse_quote! { #[derive(#paths)] };
    }
}

#[cfg(test)]
mod tests {
    use syn::File;

    use super::*;

    fn schemas(name: &str, required: &[&str]) -> Prepared {
        let required = required.iter().map(|name| (*name).to_owned()).collect();
        Prepared {
            required: BTreeMap::from([(name.to_owned(), required)]),
            ..Prepared::default()
        }
    }

    #[test]
    fn what_is_required_is_an_argument_and_the_rest_has_setters() {
        let mut file: File = parse_quote! {
            #[derive(Clone)]
            pub struct Thing {
                #[serde(rename = "type")]
                pub type_: crate::types::Kind,
                pub bound: Option<u8>,
                pub name: String,
                /// Its size.
                #[serde(default, rename = "Size", skip_serializing_if = "Option::is_none")]
                pub size: Option<u8>,
                #[serde(default, skip_serializing_if = "crate::Maybe::is_absent")]
                pub tint: crate::Maybe<bool>,
                pub owner: Option<Box<Owner>>,
                pub heir: crate::Maybe<Box<Owner>>,
                #[serde(flatten)]
                pub extra: BTreeMap<String, crate::Unrecognized>,
            }
            pub struct Wrapped(String);
        };
        let enums: File = parse_quote! { pub enum Kind { A } };
        let required = schemas("Thing", &["type", "name", "bound"]);
        add(&mut file.items, &required, &enums.items).unwrap();
        let expected: File = parse_quote! {
            impl Thing {
                /// Takes what the contract requires and leaves out the rest.
                pub fn new(
                    type_: impl Into<crate::types::Kind>,
                    name: impl Into<String>,
                    bound: Option<u8>
                ) -> Self {
                    Self {
                        type_: type_.into(),
                        name: name.into(),
                        bound,
                        size: Default::default(),
                        extra: Default::default(),
                        heir: Default::default(),
                        owner: Default::default(),
                        tint: Default::default(),
                    }
                }
                /// Its size.
                pub fn size(self, value: impl Into<u8>) -> Self {
                    Self { size: Some(value.into()), ..self }
                }
                #[doc = "Sets `heir`."]
                pub fn heir(self, value: impl Into<crate::Maybe<Owner>>) -> Self {
                    Self { heir: value.into().map(Box::new), ..self }
                }
                #[doc = "Sets `owner`."]
                pub fn owner(self, value: impl Into<Owner>) -> Self {
                    Self { owner: Some(Box::new(value.into())), ..self }
                }
                #[doc = "Sets `tint`."]
                pub fn tint(self, value: impl Into<crate::Maybe<bool>>) -> Self {
                    Self { tint: value.into(), ..self }
                }
            }
        };
        assert_eq!(
            file.items[1].to_token_stream().to_string(),
            expected.to_token_stream().to_string()
        );
        let model = file.items[0].to_token_stream().to_string();
        assert!(
            model.starts_with("# [derive (Clone)] # [non_exhaustive] pub struct Thing"),
            "{model}"
        );
        assert_eq!(file.items.len(), 3);
    }

    #[test]
    fn what_is_sent_takes_any_list_and_has_its_defaults() {
        let mut file: File = parse_quote! {
            pub struct Item { pub parts: Vec<Kind>, pub is_new: bool }
        };
        let key = ("Item".to_owned(), "is_new".to_owned());
        let prepared = Prepared {
            sent: ["Item".to_owned()].into(),
            defaults: BTreeMap::from([(key, false.into())]),
            ..schemas("Item", &["parts", "is_new"])
        };
        add(&mut file.items, &prepared, &[]).unwrap();
        let expected: File = parse_quote! {
            impl Item {
                /// Takes what the contract requires and leaves out the rest.
                pub fn new(parts: impl IntoIterator<Item = impl Into<Kind> >) -> Self {
                    Self {
                        parts: parts.into_iter().map(Into::into).collect(),
                        is_new: false.into(),
                    }
                }
                #[doc = "Sets `is_new`."]
                pub fn is_new(self, value: impl Into<bool>) -> Self {
                    Self { is_new: value.into(), ..self }
                }
            }
        };
        let found = file.items[1].to_token_stream().to_string();
        assert_eq!(found, expected.to_token_stream().to_string());
    }

    #[test]
    fn nothing_required_gives_a_default() {
        for derived in ["Clone", "Clone , Default"] {
            let derived: TokenStream = derived.parse().unwrap();
            let mut file: File =
                parse_quote! { #[derive(#derived)] struct Thing { a: Option<u8> } };
            add(&mut file.items, &schemas("Thing", &[]), &[]).unwrap();
            let model = file.items[0].to_token_stream().to_string();
            assert!(model.starts_with("# [derive (Clone , Default)]"), "{model}");
        }
    }

    #[test]
    fn what_the_contract_does_not_explain_is_an_error() {
        for schemas in [schemas("Other", &[]), schemas("Thing", &["lost"])] {
            let mut file: File = parse_quote! { struct Thing { a: Option<u8> } };
            let error = add(&mut file.items, &schemas, &[]).unwrap_err();
            assert!(matches!(error, Error::Form { place, .. } if place == "Thing"));
        }
    }
}
