//! What an answer that comes in pages is to its caller: one page, or the items of all.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::visit_mut::VisitMut;
use syn::{File, Item, Type};

use super::argument::Arguments;
use super::shape::{Sdk, types};
use crate::extensions::{PAGING, PageLocation};
use crate::finish::{argument_of, name_of};
use crate::operation::Operation;

/// How the answer of an operation comes in pages.
#[derive(Clone)]
pub(super) struct Pages {
    item: Type,
    /// The statements that set how many items a page has, and how many come before it.
    size: TokenStream,
    offset: TokenStream,
    payload: Type,
    total: TokenStream,
    items: TokenStream,
}

impl Pages {
    /// The pages of an operation whose payload is `payload`; takes their arguments out of the setters,
    /// which all pages have under the same names.
    pub(super) fn of(
        operation: &Operation<'_>,
        file: &File,
        payload: Option<&Type>,
        arguments: &mut Arguments,
    ) -> Option<Self> {
        let paging = PAGING.of(operation.value)?;
        let payload = payload?.clone();
        let name = match &payload {
            Type::Path(path) => path.path.segments.last()?.ident.clone(),
            _ => return None,
        };
        let model = types(file).iter().find_map(|item| match item {
            Item::Struct(model) if model.ident == name => Some(model),
            _ => None,
        })?;
        let field = |wire: &str| {
            model
                .fields
                .iter()
                .find(|it| name_of(it).as_deref() == Some(wire))
        };
        let (items, total) = (field(&paging.items)?, field(&paging.total)?);
        let list = |ty: &Type| argument_of(ty, "Vec").cloned();
        let wrapped = ["Option", "Maybe"]
            .into_iter()
            .find_map(|it| argument_of(&items.ty, it));
        let mut item = list(wrapped.unwrap_or(&items.ty))?;
        Sdk.visit_type_mut(&mut item);
        let of_items = &items.ident;
        let of_total = &total.ident;
        let items = match wrapped {
            None => quote! { payload.#of_items },
            Some(_) if argument_of(&items.ty, "Option").is_some() => {
                quote! { payload.#of_items.unwrap_or_default() }
            }
            Some(_) => quote! { payload.#of_items.into_value().unwrap_or_default() },
        };
        let total = if argument_of(&total.ty, "Option").is_some() {
            quote! { payload.#of_total }
        } else if argument_of(&total.ty, "Maybe").is_some() {
            quote! { payload.#of_total.into_value() }
        } else {
            quote! { Some(payload.#of_total) }
        };
        let mut set = |name: &str, location: PageLocation| {
            let at = arguments.optional.iter().position(|it| it.name == name);
            let at = at.map(|at| arguments.optional.remove(at));
            let value = format_ident!("count");
            match (location, at) {
                (PageLocation::Query, argument) => match argument.and_then(|it| it.check) {
                    Some(check) => quote! {
                        self.0.set_checked_query(#name, [#value], |it| LimitError::#check);
                    },
                    None => quote! { self.0.set_query(#name, [#value]); },
                },
                (PageLocation::Body, Some(argument)) => {
                    let field = &argument.field;
                    let required = argument.is_required();
                    match required {
                        true => quote! { self.0.body.#field = #value; },
                        false => quote! { self.0.body.#field = Some(#value); },
                    }
                }
                (PageLocation::Body, None) => TokenStream::new(),
            }
        };
        let size = set(&paging.size.name, paging.size.location);
        let offset = set(&paging.offset.name, paging.offset.location);
        Some(Self {
            item,
            size,
            offset,
            payload,
            total,
            items,
        })
    }

    /// What one request gives.
    pub(super) fn value(&self) -> TokenStream {
        let item = &self.item;
        quote! { Page<#item> }
    }

    /// The code that sets and reads a page of `action`.
    pub(super) fn emit(&self, action: &Ident) -> TokenStream {
        let Self {
            item,
            size,
            offset,
            payload,
            total,
            items,
        } = self;
        let payload = payload.to_token_stream();
        quote! {
            impl #action {
                fn page(payload: #payload) -> Page<#item> {
                    Page::new(#items, #total.and_then(|it| u64::try_from(it).ok()))
                }
            }

            impl Paged for #action {
                type Item = #item;

                fn set_size(&mut self, count: i64) { #size }

                fn set_offset(&mut self, count: i64) { #offset }
            }
        }
    }
}
