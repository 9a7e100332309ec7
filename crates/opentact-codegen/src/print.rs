//! Prints generated items as the text of a Rust file.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::File;

use crate::error::Error;

const BANNER: &str = "\
// Generated from openapi/opentact.yaml by `cargo xtask regen`; do not edit.

";

/// The generated file's text: a banner, then the items, then the further modules.
pub(crate) fn print(mut file: File, modules: TokenStream) -> Result<String, Error> {
    let modules: File = syn::parse2(modules).map_err(Error::Output)?;
    file.items.extend(modules.items);
    // Re-parsing puts tokens from other hands into the one form that the printer knows.
    let file: File = syn::parse2(file.to_token_stream()).map_err(Error::Output)?;
    Ok(format!("{BANNER}{}", prettyplease::unparse(&file)))
}
