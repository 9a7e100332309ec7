//! Finishes the generated methods by what the contract says of their operations.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Expr, File, FnArg, ImplItemFn, Stmt, parse_quote};

use super::forms::{
    answer_type, argument_of, call_receiver, method_of_client, named_arguments, unexpected,
};
use crate::error::Error;
use crate::limits::Limit;
use crate::methods::Method;
use crate::rust_names::{argument, field};

/// Gives each method its arguments in the contract's order, its deprecation, a check of the bounds of
/// its arguments, and `Option` where 204 may come.
pub(super) fn rewrite(file: &mut File, methods: &[Method]) -> Result<(), Error> {
    for method in methods {
        let function = method_of_client(file, &method.name)
            .ok_or_else(|| unexpected(&method.name, "is not there as a method of the client"))?;
        order(function, &method.arguments)?;
        if method.is_deprecated {
            function.attrs.push(parse_quote! { #[deprecated] });
        }
        let mut checks = Vec::new();
        for bound in &method.bounds {
            checks.push(check(function, bound)?);
        }
        function.block.stmts.splice(0..0, checks);
        if method.may_be_empty {
            admit_nothing(function)
                .ok_or_else(|| unexpected(&method.name, "does not match on the status"))?;
        }
    }
    Ok(())
}

/// Puts the arguments, and what the documentation says of each, in that order.
fn order(function: &mut ImplItemFn, names: &[String]) -> Result<(), Error> {
    let found: Vec<String> = named_arguments(&function.sig)
        .map(|(name, _)| name.to_string())
        .collect();
    let mut sorted: [Vec<&String>; 2] = [found.iter().collect(), names.iter().collect()];
    sorted.iter_mut().for_each(|names| names.sort());
    if sorted[0] != sorted[1] {
        let message = format!("takes {found:?}, not {names:?}");
        return Err(unexpected(&function.sig.ident.to_string(), message));
    }
    let place = |name: &str| names.iter().position(|it| it == name).map(|it| it + 1);
    let mut inputs: Vec<FnArg> = std::mem::take(&mut function.sig.inputs)
        .into_iter()
        .collect();
    inputs.sort_by_key(|input| match input {
        FnArg::Typed(typed) => match &*typed.pat {
            syn::Pat::Ident(name) => place(&name.ident.to_string()),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    });
    function.sig.inputs = inputs.into_iter().collect();
    if found != names {
        function
            .attrs
            .iter_mut()
            .for_each(|it| order_docs(it, names));
    }
    Ok(())
}

fn order_docs(attribute: &mut Attribute, names: &[String]) {
    let Some(text) = doc_text(attribute) else {
        return;
    };
    let Some((head, list)) = text.rsplit_once("\nArguments:\n") else {
        return;
    };
    let starts = |line: &str| {
        let name = line.strip_prefix("- `")?.split('`').next()?;
        names.iter().position(|it| it == name)
    };
    let mut entries: Vec<(usize, String)> = Vec::new();
    for line in list.split_inclusive('\n') {
        // A description may have a list of its own.
        let new = starts(line).filter(|place| entries.iter().all(|(it, _)| it != place));
        match (new, entries.last_mut()) {
            (Some(place), _) => entries.push((place, line.to_owned())),
            (None, Some((_, entry))) => entry.push_str(line),
            (None, None) => return,
        }
    }
    entries.sort();
    let list: String = entries.into_iter().map(|(_, entry)| entry).collect();
    let text = format!("{head}\nArguments:\n{list}");
    *attribute = parse_quote! { #[doc = #text] };
}

fn doc_text(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        syn::Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The statement that refuses an argument beyond a bound.
fn check(function: &ImplItemFn, bound: &Limit) -> Result<Stmt, Error> {
    let ident = format_ident!("{}", argument(&bound.property));
    let found = named_arguments(&function.sig).find(|(name, _)| **name == ident);
    let Some((_, ty)) = found else {
        let message = format!("does not take `{ident}`");
        return Err(unexpected(&function.sig.ident.to_string(), message));
    };
    let (module, constant) = (format_ident!("{}", field(&bound.owner)), bound.constant());
    let (beyond, word): (TokenStream, _) = match bound.keyword {
        "minimum" => (quote! { < }, "below"),
        _ => (quote! { > }, "above"),
    };
    let beyond = quote! { i64::from(it) #beyond limits::#module::#constant };
    let is_beyond = match argument_of(ty, "Option") {
        Some(_) => quote! { #ident.is_some_and(|it| #beyond) },
        None => quote! { { let it = #ident; #beyond } },
    };
    let message = format!("`{}` is {word} {}", bound.property, bound.bound);
    Ok(parse_quote! {
        if #is_beyond {
            return Err(Error::InvalidRequest(#message.to_owned()));
        }
    })
}

/// Lets a method give `None` for 204.
fn admit_nothing(function: &mut ImplItemFn) -> Option<()> {
    let answer = answer_type(function)?;
    *answer = parse_quote! { ::std::option::Option<#answer> };
    let Some(Stmt::Expr(Expr::Match(by_status), None)) = function.block.stmts.last_mut() else {
        return None;
    };
    let response = call_receiver(call_receiver(&by_status.expr)?)?;
    let arm = parse_quote! {
        204u16 => Ok(ResponseValue::new(
            ::std::option::Option::None,
            #response.status(),
            #response.headers().clone(),
        )),
    };
    by_status.arms.insert(0, arm);
    Some(())
}
