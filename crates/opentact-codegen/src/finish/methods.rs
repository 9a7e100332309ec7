//! Finishes the generated methods by what the contract says of their operations.

use quote::{format_ident, quote};
use syn::{Attribute, Expr, File, FnArg, ImplItemFn, Stmt, parse_quote};

use super::forms::{
    answer_type, argument_of, call_receiver, method_of_client, named_arguments, unexpected,
};
use super::request_bodies::check;
use crate::error::Error;
use crate::limits::Limit;
use crate::methods::Method;
use crate::rust_names::argument;

/// Gives each method its arguments in the contract's order, its deprecation, a check of the limits of
/// its arguments, and `Option` where 204 may come.
pub(super) fn rewrite(file: &mut File, methods: &[Method]) -> Result<(), Error> {
    for method in methods {
        let function = method_of_client(file, &method.name)
            .ok_or_else(|| unexpected(&method.name, "is not there as a method of the client"))?;
        order(function, &method.arguments)?;
        if method.is_deprecated {
            function.attrs.push(parse_quote! { #[deprecated] });
        }
        let checks = checks(function, &method.limits)?;
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

/// The statements that refuse what is beyond the limits of an argument or of the body.
fn checks(function: &ImplItemFn, limits: &[Limit]) -> Result<Vec<Stmt>, Error> {
    let mut names: Vec<&str> = limits.iter().map(|it| it.property.as_str()).collect();
    names.dedup();
    let mut statements = Vec::new();
    for name in names {
        let ident = format_ident!("{}", argument(name));
        let found = named_arguments(&function.sig).find(|(name, _)| **name == ident);
        let Some((_, ty)) = found else {
            let message = format!("does not take `{ident}`");
            return Err(unexpected(&function.sig.ident.to_string(), message));
        };
        let (ty, value) = match argument_of(ty, "Option") {
            Some(ty) => (ty, quote! { #ident.as_ref() }),
            None => (ty, quote! { Some(&#ident) }),
        };
        let limits: Vec<&Limit> = limits.iter().filter(|it| it.property == name).collect();
        statements.extend(check(name, ty, &value, &limits));
    }
    let takes_body = named_arguments(&function.sig).any(|(name, _)| name == "body");
    if takes_body {
        statements.push(quote! { crate::RequestBody::check(body)?; });
    }
    let refused = statements.into_iter().map(|statement| -> Stmt {
        parse_quote! { #statement }
    });
    Ok(refused.collect())
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
