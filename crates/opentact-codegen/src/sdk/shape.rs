//! How a caller gives a value of each type, and how the value is made of what was given.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{File, Item, Type, TypePath, parse_quote};

use crate::extensions::Unit;
use crate::finish::argument_of;

/// Types that a person writes as something else.
const CONVERTED: [&str; 7] = [
    "LeaseKey",
    "Number",
    "PhoneNumber",
    "Secret",
    "String",
    "Timestamp",
    "Upload",
];

/// How a caller gives a value.
#[derive(Clone)]
pub(super) enum Shape {
    /// As it is.
    Plain(Type),
    /// As anything that becomes it.
    Into(Type),
    /// As anything that holds some.
    List(Box<Self>),
    /// As fields, each with a direction of this type.
    SortOrder(Type),
    /// As a duration.
    Duration(Unit),
}

impl Shape {
    /// The shape of a type of the generated client, in whose `models` are enumerations and names of
    /// ours.
    pub(super) fn of(ty: &Type, unit: Option<Unit>, models: &Models) -> Self {
        if let Some(unit) = unit {
            return Self::Duration(unit);
        }
        if let Some(element) = argument_of(ty, "Vec") {
            return Self::List(Box::new(Self::of(element, None, models)));
        }
        if let Some(direction) = argument_of(ty, "SortOrder") {
            let mut direction = direction.clone();
            Sdk.visit_type_mut(&mut direction);
            return Self::SortOrder(direction);
        }
        let name = match ty {
            Type::Path(path) => path.path.segments.last().map(|it| it.ident.to_string()),
            _ => None,
        };
        let mut own = ty.clone();
        Sdk.visit_type_mut(&mut own);
        match name {
            Some(name) if CONVERTED.contains(&name.as_str()) || models.0.contains(&name) => {
                Self::Into(own)
            }
            _ => Self::Plain(own),
        }
    }

    /// The type of the argument.
    pub(super) fn argument(&self) -> TokenStream {
        match self {
            Self::Plain(ty) => ty.to_token_stream(),
            Self::Into(ty) => quote! { impl Into<#ty> },
            Self::List(element) => {
                let element = element.argument();
                quote! { impl IntoIterator<Item = #element> }
            }
            Self::SortOrder(direction) => quote! { impl Into<#direction> },
            Self::Duration(_) => quote! { Duration },
        }
    }

    /// The names and types that a setter takes for a value of the type `ty`.
    pub(super) fn of_setter(
        &self,
        name: &Ident,
        ty: &TokenStream,
    ) -> (Vec<Ident>, Vec<TokenStream>) {
        match self {
            Self::SortOrder(_) => (
                vec![format_ident!("field"), format_ident!("direction")],
                vec![quote! { impl Into<String> }, ty.clone()],
            ),
            _ => (vec![name.clone()], vec![ty.clone()]),
        }
    }

    /// The value that the client's type has.
    pub(super) fn value(&self, name: &Ident) -> TokenStream {
        match self {
            Self::Plain(_) | Self::SortOrder(_) => quote! { #name },
            Self::Into(_) => quote! { #name.into() },
            Self::List(element) => {
                let map = match **element {
                    Self::Into(_) => Some(quote! { .map(Into::into) }),
                    _ => None,
                };
                quote! { #name.into_iter()#map.collect() }
            }
            Self::Duration(Unit::Seconds) => quote! { whole_seconds(#name) },
            Self::Duration(Unit::Milliseconds) => quote! { whole_milliseconds(#name) },
        }
    }

    /// The values that a parameter of the query has, which become text.
    pub(super) fn texts(&self, name: &Ident) -> TokenStream {
        match self {
            Self::Into(ty) => quote! { [Into::<#ty>::into(#name)] },
            Self::List(element) => match &**element {
                Self::Into(ty) => quote! { #name.into_iter().map(Into::<#ty>::into) },
                _ => quote! { #name },
            },
            Self::Plain(_) | Self::SortOrder(_) | Self::Duration(_) => {
                let value = self.value(name);
                quote! { [#value] }
            }
        }
    }
}

/// The names in the module `types` that text becomes: enumerations and telephone numbers.
#[derive(Clone)]
pub(super) struct Models(Vec<String>);

impl Models {
    pub(super) fn of(file: &File) -> Self {
        let names = types(file).iter().filter_map(|item| match item {
            Item::Enum(item) => Some(item.ident.to_string()),
            Item::Type(item) => Some(item.ident.to_string()),
            _ => None,
        });
        Self(names.collect())
    }
}

/// The items of the module `types`.
pub(super) fn types(file: &File) -> &[Item] {
    let found = file.items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "types" => module.content.as_ref(),
        _ => None,
    });
    found.map_or(&[], |(_, items)| items)
}

/// Writes a type of the generated client as the SDK names it.
pub(super) struct Sdk;

impl VisitMut for Sdk {
    fn visit_type_path_mut(&mut self, path: &mut TypePath) {
        visit_mut::visit_type_path_mut(self, path);
        let names: Vec<String> = path
            .path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let Some(last) = path.path.segments.last().cloned() else {
            return;
        };
        match names.as_slice() {
            ["super" | "crate", "types", _] | ["types", _] => {
                *path = parse_quote! { models::#last };
            }
            ["std" | "uuid", ..] => *path = parse_quote! { #last },
            ["crate", _] => *path = parse_quote! { opentact_client::#last },
            [name] if !PRELUDE.contains(name) => *path = parse_quote! { models::#last },
            _ => {}
        }
    }
}

const PRELUDE: [&str; 9] = [
    "Option", "String", "Uuid", "Vec", "bool", "f32", "f64", "i32", "i64",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_given_as_a_person_would() {
        let models = Models(vec!["Kind".to_owned()]);
        let name: Ident = parse_quote! { it };
        for (ty, unit, argument, value, texts) in [
            (parse_quote! { ::uuid::Uuid }, None, "Uuid", "it", "[it]"),
            (
                parse_quote! { ::std::string::String },
                None,
                "impl Into < String >",
                "it . into ()",
                "[Into :: < String > :: into (it)]",
            ),
            (
                parse_quote! { crate::types::Kind },
                None,
                "impl Into < models :: Kind >",
                "it . into ()",
                "[Into :: < models :: Kind > :: into (it)]",
            ),
            (
                parse_quote! { ::std::vec::Vec<crate::Timestamp> },
                None,
                "impl IntoIterator < Item = impl Into < opentact_client :: Timestamp > >",
                "it . into_iter () . map (Into :: into) . collect ()",
                "it . into_iter () . map (Into :: < opentact_client :: Timestamp > :: into)",
            ),
            (
                parse_quote! { Vec<OrderItem> },
                None,
                "impl IntoIterator < Item = models :: OrderItem >",
                "it . into_iter () . collect ()",
                "it",
            ),
            (
                parse_quote! { i64 },
                Some(Unit::Seconds),
                "Duration",
                "whole_seconds (it)",
                "[whole_seconds (it)]",
            ),
        ] {
            let shape = Shape::of(&ty, unit, &models);
            assert_eq!(shape.argument().to_string(), argument);
            assert_eq!(shape.value(&name).to_string(), value);
            assert_eq!(shape.texts(&name).to_string(), texts);
        }
    }
}
