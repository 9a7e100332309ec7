//! Makes optional fields that may be null `Maybe`, where the generator wraps them in an `Option`.

use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Field, File, Meta, Token, Type, parse_quote};

use super::forms::{argument_of, ends_with, unexpected};
use crate::error::Error;

/// Turns `Option<Maybe<T>>` into `Maybe<T>` and has serde leave out what is absent.
pub(super) fn rewrite(file: &mut File, expected: usize) -> Result<(), Error> {
    let mut fields = Fields {
        rewritten: 0,
        error: None,
    };
    fields.visit_file_mut(file);
    if let Some(error) = fields.error {
        return Err(error);
    }
    let mut left = Left(false);
    left.visit_file(file);
    if left.0 {
        return Err(unexpected(
            "the output",
            "has an `Option<Maybe>` that is no field",
        ));
    }
    let found = fields.rewritten;
    if found != expected {
        let message = format!("has {found} fields that are `Maybe`, not {expected}");
        return Err(unexpected("the output", message));
    }
    Ok(())
}

struct Fields {
    rewritten: usize,
    /// The first place that is not as expected.
    error: Option<Error>,
}

impl VisitMut for Fields {
    fn visit_field_mut(&mut self, field: &mut Field) {
        if let Some(inner) = maybe_in_option(&field.ty) {
            field.ty = inner;
            self.rewritten += 1;
            let leaves_out = field.attrs.iter_mut().any(leave_out_absent);
            if !leaves_out && self.error.is_none() {
                let name = field.ident.as_ref().map(ToString::to_string);
                let message = "has no `skip_serializing_if`";
                self.error = Some(unexpected(name.as_deref().unwrap_or("a field"), message));
            }
        }
        visit_mut::visit_field_mut(self, field);
    }
}

/// Rewrites a serde attribute that leaves out `None`; says whether it was one.
fn leave_out_absent(attribute: &mut Attribute) -> bool {
    if !attribute.path().is_ident("serde") {
        return false;
    }
    let parser = Punctuated::<Meta, Token![,]>::parse_terminated;
    let Ok(arguments) = attribute.parse_args_with(parser) else {
        return false;
    };
    let (skips, others): (Vec<Meta>, Vec<Meta>) = arguments
        .into_iter()
        .partition(|argument| argument.path().is_ident("skip_serializing_if"));
    let others = others
        .into_iter()
        .filter(|argument| !argument.path().is_ident("default"));
    *attribute = parse_quote! {
        #[serde(default, #(#others,)* skip_serializing_if = "crate::Maybe::is_absent")]
    };
    !skips.is_empty()
}

/// `Maybe<T>` out of `Option<Maybe<T>>`.
fn maybe_in_option(ty: &Type) -> Option<Type> {
    let inner = argument_of(ty, "Option")?;
    ends_with(inner, "Maybe").then(|| inner.clone())
}

/// Whether an `Option<Maybe<T>>` is left.
struct Left(bool);

impl Visit<'_> for Left {
    fn visit_type(&mut self, ty: &Type) {
        self.0 |= maybe_in_option(ty).is_some();
        visit::visit_type(self, ty);
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn a_field_becomes_maybe() {
        let mut file: File = parse_quote! {
            struct Thing {
                #[serde(rename = "a", skip_serializing_if = "::std::option::Option::is_none")]
                a_: ::std::option::Option<crate::Maybe<bool>>,
                b: Option<bool>,
            }
        };
        rewrite(&mut file, 1).unwrap();
        let expected: File = parse_quote! {
            struct Thing {
                #[serde(default, rename = "a", skip_serializing_if = "crate::Maybe::is_absent")]
                a_: crate::Maybe<bool>,
                b: Option<bool>,
            }
        };
        assert_eq!(
            file.to_token_stream().to_string(),
            expected.to_token_stream().to_string()
        );
    }

    #[test]
    fn what_could_not_be_rewritten_is_an_error() {
        let rows: [(File, usize); 3] = [
            (
                parse_quote! { struct Thing { a: Option<crate::Maybe<bool>> } },
                1,
            ),
            (
                parse_quote! { fn thing(a: Option<crate::Maybe<bool>>) {} },
                0,
            ),
            (parse_quote! { struct Thing { a: Option<bool> } }, 1),
        ];
        for (mut file, expected) in rows {
            let error = rewrite(&mut file, expected).unwrap_err();
            assert!(matches!(error, Error::Form { .. }), "{error}");
        }
    }
}
