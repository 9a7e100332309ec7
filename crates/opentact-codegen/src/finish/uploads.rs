//! Keeps a form from being sent as JSON: a file has none, and is equal to nothing.

use std::collections::BTreeSet;

use syn::punctuated::Punctuated;
use syn::{Attribute, Item, Path, Token, parse_quote};

/// What cannot be derived where there is a file among the fields.
const UNFIT: [&str; 2] = ["Serialize", "PartialEq"];

/// Takes these derivations from the structs of forms.
pub(super) fn rewrite(items: &mut [Item], forms: &BTreeSet<String>) {
    for item in items {
        if let Item::Struct(item) = item
            && forms.contains(&item.ident.to_string())
        {
            item.attrs.iter_mut().for_each(derive_less);
        }
    }
}

fn derive_less(attribute: &mut Attribute) {
    let parser = Punctuated::<Path, Token![,]>::parse_terminated;
    if !attribute.path().is_ident("derive") {
        return;
    }
    if let Ok(paths) = attribute.parse_args_with(parser) {
        let is_fit = |path: &Path| {
            let last = path.segments.last();
            last.is_none_or(|it| UNFIT.iter().all(|unfit| it.ident != unfit))
        };
        let paths: Vec<Path> = paths.into_iter().filter(is_fit).collect();
        *attribute = parse_quote! { #[derive(#(#paths),*)] };
    }
}
