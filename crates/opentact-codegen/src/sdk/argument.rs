//! What an operation is asked with: the arguments of its call, and the setters for what may be left out.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use serde_json::Value;
use syn::Type;

use super::shape::Shape;
use crate::finish::ends_with;

/// Something that an operation is asked with.
#[derive(Clone)]
pub(super) struct Argument {
    /// Its name in the contract.
    pub(super) name: String,
    /// Its name in Rust.
    pub(super) ident: Ident,
    /// The field of the body that it is.
    pub(super) field: Ident,
    pub(super) place: Place,
    pub(super) presence: Presence,
    pub(super) shape: Shape,
    /// What is sent where the caller says nothing.
    pub(super) default: Option<Value>,
    /// What the contract says of it.
    pub(super) description: String,
    /// A value that the contract shows.
    pub(super) example: Option<Value>,
    pub(super) aliases: Vec<String>,
    /// The call that checks the limits of a parameter; a body checks its own.
    pub(super) check: Option<TokenStream>,
}

/// Where it goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Place {
    Path,
    /// A segment of the path that nobody may see.
    SecretPath,
    Query,
    Body,
}

/// Whether it may be left out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Presence {
    Required,
    /// May be left out: `Option`.
    Optional,
    /// May be left out, or be null: `Maybe`.
    Maybe,
    /// May be left out: a list that is not sent when nothing is in it.
    List,
}

/// The arguments of an operation.
#[derive(Clone)]
pub(super) struct Arguments {
    /// What goes to the accessor.
    pub(super) scope: Option<Argument>,
    /// What the call takes.
    pub(super) required: Vec<Argument>,
    /// The body that the call takes as a whole.
    pub(super) whole: Option<Ident>,
    /// What setters set.
    pub(super) optional: Vec<Argument>,
    /// The type of the body, and what its `new` takes.
    pub(super) body: Option<(Ident, Vec<Argument>)>,
}

impl Argument {
    /// The statement that sets it in `call`.
    pub(super) fn set(&self, call: &TokenStream) -> TokenStream {
        let (name, ident, wire) = (&self.ident, &self.field, &self.name);
        if let Shape::SortOrder(direction) = &self.shape {
            return quote! {
                let order = #call.body.#ident.get_or_insert_default();
                order.push(field, Into::<#direction>::into(direction));
            };
        }
        match (self.place, self.presence) {
            (Place::Path | Place::SecretPath, _) => TokenStream::new(),
            (Place::Query, _) => {
                let texts = self.shape.texts(name);
                match &self.check {
                    Some(check) => quote! {
                        #call.set_checked_query(#wire, #texts, |it| LimitError::#check);
                    },
                    None => quote! { #call.set_query(#wire, #texts); },
                }
            }
            (Place::Body, Presence::Required | Presence::List) => {
                let value = self.shape.value(name);
                quote! { #call.body.#ident = #value; }
            }
            (Place::Body, Presence::Optional) => {
                let value = self.shape.value(name);
                quote! { #call.body.#ident = Some(#value); }
            }
            (Place::Body, Presence::Maybe) => match self.shape {
                Shape::Plain(_) | Shape::Into(_) => quote! { #call.body.#ident = #name.into(); },
                Shape::List(_) | Shape::SortOrder(_) | Shape::Duration(_) => {
                    let value = self.shape.value(name);
                    quote! { #call.body.#ident = Maybe::Value(#value); }
                }
            },
        }
    }

    pub(super) fn is_in_path(&self) -> bool {
        matches!(self.place, Place::Path | Place::SecretPath)
    }

    pub(super) fn is_in_query(&self) -> bool {
        self.place == Place::Query
    }

    pub(super) fn is_required(&self) -> bool {
        self.presence == Presence::Required
    }

    /// The value that the body's `new` takes.
    pub(super) fn for_new(&self) -> TokenStream {
        let ident = &self.ident;
        match self.shape {
            Shape::Duration(_) => self.shape.value(ident),
            _ => quote! { #ident },
        }
    }

    /// The statement that sets a parameter of the query to its default.
    pub(super) fn set_default(&self, call: &TokenStream) -> Option<TokenStream> {
        let (wire, value) = (&self.name, literal(self.default.as_ref()?));
        Some(quote! { #call.set_query(#wire, [#value]); })
    }

    /// Whether it is held to limits before it is sent.
    pub(super) const fn has_limits(&self) -> bool {
        self.check.is_some()
    }

    /// The type that a caller gives.
    pub(super) fn ty(&self) -> TokenStream {
        match (&self.shape, self.presence) {
            (Shape::Plain(ty) | Shape::Into(ty), Presence::Maybe) => {
                quote! { impl Into<Maybe<#ty>> }
            }
            (shape, _) => shape.argument(),
        }
    }

    /// The link of a path that it makes: `.path("uuid", uuid)`.
    pub(super) fn segment(&self, value: &TokenStream) -> TokenStream {
        let wire = &self.name;
        match (self.place, &self.shape) {
            (Place::SecretPath, _) => quote! { .secret_path(#wire, #value) },
            (_, Shape::Into(ty)) if !is_text(ty) => {
                quote! { .path(#wire, Into::<#ty>::into(#value).to_string()) }
            }
            (_, Shape::Into(_)) => quote! { .path(#wire, #value) },
            _ => quote! { .path(#wire, #value.to_string()) },
        }
    }
}

fn is_text(ty: &Type) -> bool {
    ends_with(ty, "String")
}

/// What is sent for a value of the contract.
pub(crate) fn literal(value: &Value) -> TokenStream {
    match value {
        Value::Bool(value) => quote! { #value },
        Value::Number(number) => match number.as_i64() {
            Some(number) => {
                let number = Literal::i64_unsuffixed(number);
                quote! { #number }
            }
            None => quote! { Default::default() },
        },
        Value::String(text) => quote! { #text },
        Value::Null | Value::Array(_) | Value::Object(_) => quote! { Default::default() },
    }
}
