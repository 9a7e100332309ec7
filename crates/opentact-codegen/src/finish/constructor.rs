//! Takes `Client::new` away, which panics where no HTTP client can be built.

use syn::{File, ImplItem, Item};

use super::forms::ends_with;

/// Removes the constructor; it is no loss when there is none.
pub(super) fn remove(file: &mut File) {
    for item in &mut file.items {
        if let Item::Impl(block) = item
            && block.trait_.is_none()
            && ends_with(&block.self_ty, "Client")
        {
            block.items.retain(
                |item| !matches!(item, ImplItem::Fn(function) if function.sig.ident == "new"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;
    use syn::parse_quote;

    use super::*;

    #[test]
    fn only_the_constructor_of_the_client_goes() {
        let mut file: File = parse_quote! {
            impl Client {
                pub fn new() -> Self { Self }
                pub fn new_with_client() -> Self { Self }
            }
            impl Other { pub fn new() -> Self { Self } }
        };
        remove(&mut file);
        let rest: File = parse_quote! {
            impl Client {
                pub fn new_with_client() -> Self { Self }
            }
            impl Other { pub fn new() -> Self { Self } }
        };
        assert_eq!(
            file.to_token_stream().to_string(),
            rest.to_token_stream().to_string()
        );
    }
}
