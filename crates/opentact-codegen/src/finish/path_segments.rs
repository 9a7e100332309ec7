//! Takes path segments from their validated type, which has no `Display` to leak them.

use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, File, Ident, ImplItemFn, Macro, Token, parse_quote};

use super::forms::{ends_with, named_arguments, unexpected};
use crate::error::Error;

/// Turns `encode_path(&segment.to_string())` into `segment.encoded()`, for each argument that is a
/// path segment: the generator's own encoding leaves a backslash, which a URL takes for a slash.
pub(super) fn rewrite(file: &mut File) -> Result<(), Error> {
    let mut functions = Functions { error: None };
    functions.visit_file_mut(file);
    functions.error.map_or(Ok(()), Err)
}

struct Functions {
    /// The first place that is not as expected.
    error: Option<Error>,
}

impl VisitMut for Functions {
    fn visit_impl_item_fn_mut(&mut self, function: &mut ImplItemFn) {
        for name in segments(function) {
            let mut uses = Uses { name, rewritten: 0 };
            uses.visit_block_mut(&mut function.block);
            if uses.rewritten != 1 && self.error.is_none() {
                let Uses { name, rewritten } = uses;
                let message = format!("puts the path segment `{name}` into {rewritten} places");
                self.error = Some(unexpected(&function.sig.ident.to_string(), message));
            }
        }
    }
}

/// The arguments of a function that are path segments.
fn segments(function: &ImplItemFn) -> Vec<Ident> {
    named_arguments(&function.sig)
        .filter(|(_, ty)| ends_with(ty, "PathSegment"))
        .map(|(name, _)| name.clone())
        .collect()
}

struct Uses {
    name: Ident,
    rewritten: usize,
}

impl VisitMut for Uses {
    fn visit_macro_mut(&mut self, node: &mut Macro) {
        // The path is put together in `format!`, whose arguments are plain tokens to the visitor.
        if !node.path.is_ident("format") {
            return;
        }
        let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let Ok(mut arguments) = parser.parse2(node.tokens.clone()) {
            for argument in &mut arguments {
                self.visit_expr_mut(argument);
            }
            node.tokens = arguments.into_token_stream();
        }
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if is_encoded(expression, &self.name) {
            let name = &self.name;
            *expression = parse_quote! { #name.encoded() };
            self.rewritten += 1;
        } else {
            visit_mut::visit_expr_mut(self, expression);
        }
    }
}

/// Whether an expression is `encode_path(&name.to_string())`.
fn is_encoded(expression: &Expr, name: &Ident) -> bool {
    let Expr::Call(call) = expression else {
        return false;
    };
    let Expr::Path(function) = &*call.func else {
        return false;
    };
    function.path.is_ident("encode_path")
        && call.args.len() == 1
        && call
            .args
            .first()
            .is_some_and(|argument| is_printed(argument, name))
}

/// Whether an expression is `&name.to_string()`.
fn is_printed(expression: &Expr, name: &Ident) -> bool {
    let Expr::Reference(reference) = expression else {
        return false;
    };
    let Expr::MethodCall(call) = &*reference.expr else {
        return false;
    };
    let Expr::Path(receiver) = &*call.receiver else {
        return false;
    };
    call.method == "to_string" && call.args.is_empty() && receiver.path.is_ident(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_encodes_itself() {
        let mut file: File = parse_quote! {
            impl Client {
                fn call(&self, thing: &crate::PathSegment, other: &Uuid) {
                    format!("{}/{}/{}", self.baseurl, encode_path(&thing.to_string()), encode_path(&other.to_string()),)
                }
            }
        };
        rewrite(&mut file).unwrap();
        let expected: File = parse_quote! {
            impl Client {
                fn call(&self, thing: &crate::PathSegment, other: &Uuid) {
                    format!("{}/{}/{}", self.baseurl, thing.encoded(), encode_path(&other.to_string()),)
                }
            }
        };
        assert_eq!(
            file.to_token_stream().to_string(),
            expected.to_token_stream().to_string()
        );
    }

    #[test]
    fn a_segment_in_another_form_is_an_error() {
        let mut file: File = parse_quote! {
            impl Client {
                fn call(&self, thing: &crate::PathSegment) { format!("{}/{thing}", self.baseurl) }
            }
        };
        let error = rewrite(&mut file).unwrap_err();
        assert!(matches!(error, Error::Form { place, .. } if place == "call"));
    }
}
