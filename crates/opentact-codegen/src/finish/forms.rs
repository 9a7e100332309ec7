//! The forms that the generator's output is expected to have.

use syn::{
    Expr, File, GenericArgument, Ident, ImplItem, ImplItemFn, Item, Pat, PathArguments, ReturnType,
    Stmt, Type,
};

use crate::error::Error;

/// The error for a place in the output that does not have the expected form.
pub(super) fn unexpected(place: &str, message: impl Into<String>) -> Error {
    Error::Form {
        place: place.to_owned(),
        message: message.into(),
    }
}

/// Whether a type, references aside, is a path that ends with that name.
pub(crate) fn ends_with(ty: &Type, name: &str) -> bool {
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
pub(crate) fn named_arguments(signature: &syn::Signature) -> impl Iterator<Item = (&Ident, &Type)> {
    signature
        .inputs
        .iter()
        .filter_map(|argument| match argument {
            syn::FnArg::Typed(typed) => match &*typed.pat {
                Pat::Ident(name) => Some((&name.ident, &*typed.ty)),
                _ => None,
            },
            syn::FnArg::Receiver(_) => None,
        })
}

/// A method of the generated client.
pub(super) fn method_of_client<'f>(file: &'f mut File, name: &str) -> Option<&'f mut ImplItemFn> {
    let blocks = file.items.iter_mut().filter_map(|item| match item {
        Item::Impl(block) if block.trait_.is_none() && ends_with(&block.self_ty, "Client") => {
            Some(&mut block.items)
        }
        _ => None,
    });
    blocks.flatten().find_map(|item| match item {
        ImplItem::Fn(function) if function.sig.ident == name => Some(function),
        _ => None,
    })
}

/// Where a method builds its request, and the name that it gives it.
pub(super) fn request(function: &ImplItemFn) -> Option<(usize, Ident)> {
    let mut statements = function.block.stmts.iter().enumerate();
    statements.find_map(|(index, statement)| {
        let Stmt::Local(local) = statement else {
            return None;
        };
        let Expr::Try(built) = &*local.init.as_ref()?.expr else {
            return None;
        };
        match (&*built.expr, &local.pat) {
            (Expr::MethodCall(call), Pat::Ident(name)) if call.method == "build" => {
                Some((index, name.ident.clone()))
            }
            _ => None,
        }
    })
}

/// `T` of a method that returns `Result<ResponseValue<T>, _>`.
pub(super) fn answer_type(function: &mut ImplItemFn) -> Option<&mut Type> {
    let ReturnType::Type(_, result) = &mut function.sig.output else {
        return None;
    };
    first_argument(first_argument(result)?)
}

/// What a method is called on.
pub(super) fn call_receiver(call: &Expr) -> Option<&Expr> {
    match call {
        Expr::MethodCall(call) => Some(&call.receiver),
        _ => None,
    }
}

fn first_argument(ty: &mut Type) -> Option<&mut Type> {
    let Type::Path(path) = ty else { return None };
    let PathArguments::AngleBracketed(arguments) = &mut path.path.segments.last_mut()?.arguments
    else {
        return None;
    };
    arguments
        .args
        .iter_mut()
        .find_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        })
}
