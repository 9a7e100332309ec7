//! Writes request bodies by the crate's own trait: with the secrets in them, and forms as forms.

use syn::visit_mut::{self, VisitMut};
use syn::{Expr, File, ImplItemFn, parse_quote};

use super::forms::{named_arguments, request, unexpected};
use crate::error::Error;

/// Turns `.json(&body)` into a statement of its own, once in each function with a body.
pub(super) fn rewrite(file: &mut File) -> Result<(), Error> {
    let mut bodies = Bodies {
        in_function: 0,
        error: None,
    };
    bodies.visit_file_mut(file);
    bodies.error.map_or(Ok(()), Err)
}

struct Bodies {
    /// Bodies taken out of the function being visited.
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
        let place = request(function).filter(|_| self.in_function == expected);
        match place {
            _ if expected == 0 && self.in_function == 0 => {}
            Some((index, request)) => {
                let put = parse_quote! {
                    crate::body::put(body, &mut #request).map_err(Error::InvalidRequest)?;
                };
                function.block.stmts.insert(index + 1, put);
            }
            None => {
                let found = self.in_function;
                let message = format!("writes {found} JSON bodies and takes {expected}");
                let error = unexpected(&function.sig.ident.to_string(), message);
                self.error.get_or_insert(error);
            }
        }
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        if let Expr::MethodCall(call) = expression
            && call.method == "json"
            && call.args.len() == 1
        {
            let before = (*call.receiver).clone();
            *expression = before;
            self.in_function += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn a_body_is_put_into_its_request() {
        let mut file: File = parse_quote! {
            impl Client {
                fn call(&self, body: &Body) {
                    let mut request = self.post().json(&body).build()?;
                    send(request)
                }
            }
        };
        rewrite(&mut file).unwrap();
        let expected: File = parse_quote! {
            impl Client {
                fn call(&self, body: &Body) {
                    let mut request = self.post().build()?;
                    crate::body::put(body, &mut request).map_err(Error::InvalidRequest)?;
                    send(request)
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
            impl Client {
                fn call(&self, body: &Body) {
                    let mut request = self.post().form(&body).build()?;
                }
            }
        };
        let error = rewrite(&mut file).unwrap_err();
        assert!(matches!(error, Error::Form { place, .. } if place == "call"));
    }
}
