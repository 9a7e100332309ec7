//! Emits a function that makes the call of any operation with values as JSON, for tests that read the contract.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{File, Item};

use super::Call;
use super::argument::{Argument, Place, Presence};
use super::shape::{Shape, types};
use crate::extensions::{PAGING, PageField, PageLocation, Unit};
use crate::finish::derives_serialize;

/// The function over all calls, one over all models, and one that knows a model by its name.
pub(super) fn emit(arms: &[TokenStream], file: &File) -> TokenStream {
    let models = types(file).iter().filter_map(|item| match item {
        Item::Enum(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        _ => None,
    });
    let written = types(file).iter().filter_map(|item| match item {
        Item::Struct(item) if item.attrs.iter().any(derives_serialize) => Some(&item.ident),
        _ => None,
    });
    let named = written.map(|model| {
        let name = model.to_string();
        quote! { #name => reader.read::<models::#model>(), }
    });
    let models = models.map(|model| {
        let name = model.to_string();
        quote! { watch.see(&value::<models::#model>(&sample(#name))); }
    });
    quote! {
        #[allow(unused_imports)]
        use std::fmt::Debug;
        #[allow(unused_imports)]
        use std::time::Duration;
        #[allow(unused_imports)]
        use opentact::opentact_client::security::Operation;
        #[allow(unused_imports)]
        use opentact::{Client, Error, Maybe, models, opentact_client};
        #[allow(unused_imports)]
        use serde::Serialize;
        #[allow(unused_imports)]
        use serde::de::DeserializeOwned;
        #[allow(unused_imports)]
        use serde_json::Value;
        #[allow(unused_imports)]
        use uuid::Uuid;

        /// Looks at what a call is made of.
        pub(crate) trait See {
            fn see<T: Debug>(&mut self, value: &T);
        }

        impl See for () {
            fn see<T: Debug>(&mut self, _: &T) {}
        }

        /// Makes the call of an operation with these values; what is answered does not matter.
        #[allow(deprecated, unused_variables)]
        pub(crate) async fn call(
            client: &Client,
            operation: Operation,
            path: &Value,
            query: &Value,
            body: &Value,
            watch: &mut impl See,
        ) -> Result<(), Error> {
            match operation {
                #(#arms)*
                other => panic!("{} has no call", other.id()),
            }
        }

        /// Reads each model from the JSON that is given for its name.
        #[allow(dead_code)]
        pub(crate) fn models(watch: &mut impl See, sample: &dyn Fn(&str) -> Value) {
            #(#models)*
        }

        /// Does something with a model.
        #[allow(dead_code)]
        pub(crate) trait Reader {
            fn read<T: Debug + DeserializeOwned + Serialize>(&mut self);
        }

        /// Has a model read that is found by its name.
        #[allow(dead_code)]
        pub(crate) fn read(name: &str, reader: &mut impl Reader) {
            match name {
                #(#named)*
                other => panic!("{other} is no model that is read and written"),
            }
        }

        fn value<T: DeserializeOwned>(json: &Value) -> T {
            serde_json::from_value(json.clone()).unwrap_or_else(|cause| panic!("{json}: {cause}"))
        }
    }
}

/// The arm of one call.
pub(super) fn arm(call: &Call<'_>) -> TokenStream {
    let (action, name) = (&call.action, &call.name);
    let accessor = call.accessor.method.as_ref().map(|method| {
        let method = format_ident!("{method}");
        let scope = call.arguments.scope.as_ref().map(given);
        quote! { .#method(#scope) }
    });
    let mut arguments: Vec<TokenStream> = call.arguments.required.iter().map(given).collect();
    arguments.extend(call.arguments.whole.iter().map(|_| quote! { value(body) }));
    let setters = call.arguments.optional.iter().map(|argument| {
        let setter = &argument.ident;
        let (holder, key) = (holder(argument.place), &argument.name);
        if let Shape::SortOrder(direction) = &argument.shape {
            return quote! {
                let order = body.get(#key).and_then(Value::as_object).into_iter().flatten();
                let request = order.fold(request, |request, (field, it)| {
                    request.#setter(field, value::<#direction>(it))
                });
            };
        }
        let value = typed(argument, quote! { it });
        quote! {
            let request = match #holder.get(#key) {
                Some(it) => request.#setter(#value),
                None => request,
            };
        }
    });
    let paging = PAGING.of(call.operation.value);
    let page = |field: &PageField, setter: &str| {
        let (key, setter) = (&field.name, format_ident!("{setter}"));
        let holder = match field.location {
            PageLocation::Query => quote! { query },
            PageLocation::Body => quote! { body },
        };
        quote! {
            let request = match #holder.get(#key) {
                Some(it) => request.#setter(value(it)),
                None => request,
            };
        }
    };
    let pages = paging.map(|it| [page(&it.size, "page_size"), page(&it.offset, "skip")]);
    let pages = pages.into_iter().flatten();
    let seen = accessor.as_ref().map(|_| quote! { watch.see(&accessor); });
    quote! {
        Operation::#action => {
            let accessor = client #accessor;
            #seen
            let request = accessor.#name(#(#arguments),*);
            #(#setters)*
            #(#pages)*
            watch.see(&request);
            let outcome = request.await;
            watch.see(&outcome);
            outcome.map(drop)
        }
    }
}

fn holder(place: Place) -> TokenStream {
    match place {
        Place::Path | Place::SecretPath => quote! { path },
        Place::Query => quote! { query },
        Place::Body => quote! { body },
    }
}

/// A required argument out of the JSON.
fn given(argument: &Argument) -> TokenStream {
    let (holder, key) = (holder(argument.place), &argument.name);
    typed(argument, quote! { &#holder[#key] })
}

fn typed(argument: &Argument, json: TokenStream) -> TokenStream {
    match (&argument.shape, argument.presence) {
        (Shape::Duration(unit), _) => {
            let made = match unit {
                Unit::Seconds => quote! { from_secs },
                Unit::Milliseconds => quote! { from_millis },
            };
            quote! { Duration::#made(value(#json)) }
        }
        (Shape::Plain(ty) | Shape::Into(ty), Presence::Maybe) => {
            quote! { value::<Maybe<#ty>>(#json) }
        }
        (Shape::Plain(ty) | Shape::Into(ty) | Shape::SortOrder(ty), _) => {
            quote! { value::<#ty>(#json) }
        }
        (Shape::List(element), _) => {
            let element = match &**element {
                Shape::Plain(ty) | Shape::Into(ty) => quote! { #ty },
                _ => quote! { _ },
            };
            quote! { value::<Vec<#element>>(#json) }
        }
    }
}
