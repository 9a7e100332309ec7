//! The forms that the generator's output is expected to have.

use syn::{GenericArgument, PathArguments, Type};

use crate::error::Error;

/// The error for a place in the output that does not have the expected form.
pub(super) fn unexpected(place: &str, message: impl Into<String>) -> Error {
    Error::Form {
        place: place.to_owned(),
        message: message.into(),
    }
}

/// Whether a type, references aside, is a path that ends with that name.
pub(super) fn ends_with(ty: &Type, name: &str) -> bool {
    match ty {
        Type::Reference(reference) => ends_with(&reference.elem, name),
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == name),
        _ => false,
    }
}

/// `T` out of a type `Name<T>` of that name.
pub(crate) fn argument_of<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|it| it.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(argument) => Some(argument),
        _ => None,
    }
}

/// The arguments of a function that have a name, `self` aside.
pub(crate) fn named_arguments(
    signature: &syn::Signature,
) -> impl Iterator<Item = (&syn::Ident, &Type)> {
    signature
        .inputs
        .iter()
        .filter_map(|argument| match argument {
            syn::FnArg::Typed(typed) => match &*typed.pat {
                syn::Pat::Ident(name) => Some((&name.ident, &*typed.ty)),
                _ => None,
            },
            syn::FnArg::Receiver(_) => None,
        })
}
