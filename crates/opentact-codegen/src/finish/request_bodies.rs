//! Lets each body of a request check its limits and name its secrets, before it is sent.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Field, Item, ItemStruct, Type, parse_quote};

use super::forms::{argument_of, ends_with};
use super::json_schemas::name_of;
use crate::limits::Limit;
use crate::prepare::Prepared;

/// Implements `RequestBody` for every struct in `sent`.
pub(super) fn add(items: &mut Vec<Item>, prepared: &Prepared, limits: &[Limit]) {
    let Prepared { sent, forms, .. } = prepared;
    let structs = |item: &Item| match item {
        Item::Struct(model) if sent.contains(&model.ident.to_string()) => Some(model.clone()),
        _ => None,
    };
    let bodies: Vec<ItemStruct> = items.iter().filter_map(structs).collect();
    let names: Vec<String> = bodies.iter().map(|it| it.ident.to_string()).collect();
    let is_body = |ty: &Type| names.iter().any(|name| ends_with(ty, name));
    for model in &bodies {
        let name = model.ident.to_string();
        let limits: Vec<&Limit> = limits.iter().filter(|it| it.owner == name).collect();
        let encode = match forms.contains(&name) {
            true => form(model),
            false => quote! { crate::EncodedBody::json(self) },
        };
        items.push(body(model, &limits, prepared, &is_body, &encode));
    }
}

fn body(
    model: &ItemStruct,
    limits: &[&Limit],
    prepared: &Prepared,
    is_body: &dyn Fn(&Type) -> bool,
    encode: &TokenStream,
) -> Item {
    let mut checks = TokenStream::new();
    let mut secrets = TokenStream::new();
    let owner = model.ident.to_string();
    if prepared.changes.contains(&owner) {
        let names = model.fields.iter().filter_map(name_of);
        let absent = model.fields.iter().map(|field| {
            let ident = &field.ident;
            if argument_of(&field.ty, "Option").is_some() {
                quote! { self.#ident.is_none() }
            } else if argument_of(&field.ty, "Maybe").is_some() {
                quote! { self.#ident.is_absent() }
            } else {
                // A list or a map that is not sent when there is nothing in it.
                quote! { self.#ident.is_empty() }
            }
        });
        checks.extend(quote! {
            if #(#absent)&&* {
                return Err(crate::LimitError::nothing(&[#(#names),*]));
            }
        });
    }
    let is_whole = |name: &str| {
        let key = (owner.clone(), name.to_owned());
        prepared.whole_numbers.contains(&key)
    };
    for field in &model.fields {
        let Some(name) = name_of(field) else { continue };
        let (ty, value) = value(field);
        checks.extend(check(&name, ty, &value, limits));
        let item = argument_of(ty, "Vec").unwrap_or(ty);
        if ends_with(item, "PhoneNumber") && is_whole(&name) {
            let list = match argument_of(ty, "Vec") {
                Some(_) => quote! { #value.into_iter().flatten() },
                None => quote! { #value.into_iter() },
            };
            checks.extend(quote! {
                for it in #list {
                    crate::LimitError::check_phone_number(#name, it)?;
                }
            });
        }
        if ends_with(ty, "Secret") {
            secrets.extend(quote! { found.extend(#value); });
        }
        if is_body(item) {
            checks.extend(quote! {
                if let Some(value) = #value {
                    crate::RequestBody::check(value).map_err(|cause| cause.within(#name))?;
                }
            });
            secrets.extend(quote! {
                if let Some(value) = #value {
                    crate::RequestBody::secrets(value, found);
                }
            });
        }
    }
    let check = (!checks.is_empty()).then(|| {
        quote! {
            fn check(&self) -> ::std::result::Result<(), crate::LimitError> {
                #checks
                Ok(())
            }
        }
    });
    let secrets = (!secrets.is_empty()).then(|| {
        quote! {
            fn secrets<'b>(&'b self, found: &mut ::std::vec::Vec<&'b crate::Secret>) {
                #secrets
            }
        }
    });
    let name = &model.ident;
    parse_quote! {
        impl crate::RequestBody for #name {
            fn encode(&self) -> ::std::result::Result<crate::EncodedBody, crate::BodyError> {
                #encode
            }

            #check
            #secrets
        }
    }
}

/// How a form is written: its texts, then its file.
fn form(model: &ItemStruct) -> TokenStream {
    let is_file = |field: &&Field| ends_with(value(field).0, "Upload");
    let (files, texts): (Vec<&Field>, Vec<&Field>) = model.fields.iter().partition(is_file);
    let texts = texts.into_iter().map(|field| {
        let (name, ident) = (name_of(field), &field.ident);
        quote! { form.text(#name, &self.#ident)?; }
    });
    let files = files.into_iter().map(|field| {
        let (name, (_, value)) = (name_of(field), value(field));
        quote! { form.end(#name, #value) }
    });
    quote! {
        #[allow(unused_mut)]
        let mut form = crate::Form::new();
        #(#texts)*
        #(#files)*
    }
}

/// The type of a field that may be missing, and an `Option` of a reference to its value.
fn value(field: &Field) -> (&Type, TokenStream) {
    let ident = &field.ident;
    if let Some(ty) = argument_of(&field.ty, "Option") {
        return (ty, quote! { self.#ident.as_ref() });
    }
    match argument_of(&field.ty, "Maybe") {
        Some(ty) => (ty, quote! { self.#ident.value() }),
        None => (&field.ty, quote! { Some(&self.#ident) }),
    }
}

/// The check of one property or parameter, where it has limits.
pub(super) fn check(
    name: &str,
    ty: &Type,
    value: &TokenStream,
    limits: &[&Limit],
) -> Option<TokenStream> {
    let limits: Vec<&Limit> = limits
        .iter()
        .filter(|it| it.property == name)
        .copied()
        .collect();
    let of_elements = limits.first()?.of_elements;
    let list = match ty {
        Type::Reference(reference) => argument_of(&reference.elem, "Vec"),
        _ => argument_of(ty, "Vec"),
    };
    match list.filter(|_| of_elements) {
        Some(element) => {
            let check = limit(name, element, &limits)?;
            Some(quote! {
                for it in #value.into_iter().flat_map(|it| it.iter()) {
                    crate::LimitError::#check?;
                }
            })
        }
        None => {
            let check = limit(name, ty, &limits)?;
            Some(quote! {
                if let Some(it) = #value {
                    crate::LimitError::#check?;
                }
            })
        }
    }
}

/// The call that checks `it`, a reference to a value of that type.
pub(crate) fn limit(name: &str, ty: &Type, limits: &[&Limit]) -> Option<TokenStream> {
    let last = limits.last()?;
    let bound = |keywords: [&str; 2]| {
        let found = limits.iter().find(|it| keywords.contains(&it.keyword));
        option(found.map(|it| it.bound))
    };
    let (least, most) = (
        bound(["minLength", "minimum"]),
        bound(["maxLength", "maximum"]),
    );
    let is_text = last.keyword.ends_with("Length");
    let is_hidden = ends_with(ty, "Secret") || ends_with(ty, "PathSegment");
    let value = match (is_text, is_hidden) {
        (false, _) if ends_with(ty, "i64") => quote! { *it },
        (false, _) => quote! { i64::from(*it) },
        (true, true) => quote! { it.expose() },
        (true, false) => quote! { it },
    };
    let function = match is_text {
        true => quote! { check_length },
        false => quote! { check_number },
    };
    Some(quote! { #function(#name, #value, #least, #most) })
}

/// A bound as an `Option` of it.
fn option(bound: Option<i64>) -> TokenStream {
    match bound.map(proc_macro2::Literal::i64_unsuffixed) {
        Some(bound) => quote! { Some(#bound) },
        None => quote! { None },
    }
}
