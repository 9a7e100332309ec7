//! Writes request bodies with the secrets in them, which do not serialize otherwise.

use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprMethodCall, File, ImplItemFn, parse_quote};

use super::forms::{named_arguments, unexpected};
use crate::error::Error;

/// Turns `.json(&body)` into `.json(&crate::Revealed(&body))`, once in each function with a body.
pub(super) fn rewrite(file: &mut File) -> Result<(), Error> {
    let mut bodies = Bodies {
        in_function: 0,
        error: None,
    };
    bodies.visit_file_mut(file);
    bodies.error.map_or(Ok(()), Err)
}

struct Bodies {
    /// Rewrites in the function being visited.
    in_function: usize,
    /// The first place that is not as expected.
    error: Option<Error>,
}

impl VisitMut for Bodies {
    fn visit_impl_item_fn_mut(&mut self, function: &mut ImplItemFn) {
        self.in_function = 0;
        visit_mut::visit_impl_item_fn_mut(self, function);
        let expected = named_arguments(&function.sig)
            .filter(|(name, _)| *name == "body")
            .count();
        if self.in_function != expected && self.error.is_none() {
            let found = self.in_function;
            let message = format!("writes {found} JSON bodies and takes {expected}");
            self.error = Some(unexpected(&function.sig.ident.to_string(), message));
        }
    }

    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        visit_mut::visit_expr_method_call_mut(self, call);
        if call.method == "json" && call.args.len() == 1 {
            let body: Expr = call.args[0].clone();
            call.args = parse_quote! { &crate::Revealed(#body) };
            self.in_function += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn a_body_is_revealed() {
        let mut file: File = parse_quote! {
            impl Client { fn call(&self, body: &Body) { self.post().json(&body).build() } }
        };
        rewrite(&mut file).unwrap();
        let expected: File = parse_quote! {
            impl Client {
                fn call(&self, body: &Body) {
                    self.post().json(&crate::Revealed(&body)).build()
                }
            }
        };
        assert_eq!(
            file.to_token_stream().to_string(),
            expected.to_token_stream().to_string()
        );
    }

    #[test]
    fn a_body_in_another_form_is_an_error() {
        let mut file: File = parse_quote! {
            impl Client { fn call(&self, body: &Body) { self.post().form(&body).build() } }
        };
        let error = rewrite(&mut file).unwrap_err();
        assert!(matches!(error, Error::Form { place, .. } if place == "call"));
    }
}
