//! The names of the generated client that a caller can write.

use quote::ToTokens;
use syn::{Attribute, File, ImplItem, Item, ReturnType, Visibility};

use super::Ledger;
use crate::error::Error;

/// Adds a line for each public name of generated code.
pub(super) fn add(generated: &str, place: &str, ledger: &mut Ledger) -> Result<(), Error> {
    let file: File = syn::parse_str(generated)
        .map_err(|cause| Error::failed("reading the generated client", cause))?;
    collect(&file.items, place, ledger);
    Ok(())
}

fn collect(items: &[Item], place: &str, ledger: &mut Ledger) {
    for item in items {
        match item {
            Item::Mod(module) if is_public(&module.vis) => {
                let place = format!("{place}{}::", module.ident);
                if let Some((_, items)) = &module.content {
                    collect(items, &place, ledger);
                }
            }
            Item::Const(item) if is_public(&item.vis) => {
                // A limit's value has a line of the contract's.
                let value = match place {
                    "servers::" => format!(" = {}", text(&item.expr)),
                    _ => String::new(),
                };
                let value = format!("{}{value}", text(&item.ty));
                ledger.add(format!("const {place}{}", item.ident), value);
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let name = format!("{place}{}", item.ident);
                ledger.add(format!("enum {name}"), openness(&item.attrs, "exhaustive"));
                for variant in &item.variants {
                    ledger.add(
                        format!("variant {name}::{}", variant.ident),
                        text(&variant.fields),
                    );
                }
            }
            Item::Struct(item) if is_public(&item.vis) => {
                let name = format!("{place}{}", item.ident);
                ledger.add(format!("struct {name}"), openness(&item.attrs, "opaque"));
                for field in item.fields.iter().filter(|field| is_public(&field.vis)) {
                    let field_name = field.ident.as_ref().map(ToString::to_string);
                    let key = format!("field {name}.{}", field_name.unwrap_or_default());
                    ledger.add(key, text(&field.ty));
                }
            }
            Item::Type(item) if is_public(&item.vis) => {
                ledger.add(format!("type {place}{}", item.ident), text(&item.ty));
            }
            Item::Impl(block) if block.trait_.is_none() => {
                let owner = format!("{place}{}", text(&block.self_ty));
                for item in &block.items {
                    match item {
                        ImplItem::Fn(function) if is_public(&function.vis) => {
                            let key = format!("fn {owner}::{}", function.sig.ident);
                            ledger.add(key, signature(&function.sig));
                        }
                        ImplItem::Const(item) if is_public(&item.vis) => {
                            ledger.add(format!("const {owner}::{}", item.ident), text(&item.ty));
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether callers have to expect more than is listed.
fn openness(attributes: &[Attribute], otherwise: &str) -> String {
    let is_open = attributes
        .iter()
        .any(|it| it.path().is_ident("non_exhaustive"));
    if is_open { "non_exhaustive" } else { otherwise }.to_owned()
}

fn signature(signature: &syn::Signature) -> String {
    let arguments: Vec<String> = signature.inputs.iter().map(text).collect();
    let output = match &signature.output {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, ty) => format!(" -> {}", text(ty)),
    };
    let waits = signature.asyncness.map_or("", |_| "async ");
    format!("{waits}({}){output}", arguments.join(", "))
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Tokens as a person would space them.
fn text(node: &impl ToTokens) -> String {
    let mut text = node.to_token_stream().to_string();
    for (from, to) in [
        ("'a ", ""),
        (" :: ", "::"),
        (":: ", "::"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        ("& ", "&"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" :::", ": ::"),
        (" : ", ": "),
        (",>", ">"),
        ("::std::string::String", "String"),
        ("::std::option::Option", "Option"),
        ("::std::vec::Vec", "Vec"),
        ("::std::boxed::Box", "Box"),
        ("::std::collections::BTreeMap", "BTreeMap"),
    ] {
        text = text.replace(from, to);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_public_name_has_a_line_and_no_private_one() {
        let code = "
            pub mod types {
                pub struct Thing { pub name: ::std::option::Option<::std::string::String>, hidden: u8 }
                pub enum Kind { A, Unknown(::std::string::String) }
                pub const LIMIT: usize = 5usize;
                struct Private;
                pub type Name = crate::Thing;
                #[non_exhaustive]
                pub struct Open {}
            }
            impl Client {
                pub async fn get_thing<'a>(&'a self, thing: &'a crate::PathSegment) -> Result<types::Thing, Error<()>> { loop {} }
                fn hidden(&self) {}
            }";
        let mut ledger = Ledger::default();
        add(code, "", &mut ledger).unwrap();
        let lines: Vec<_> = ledger
            .lines
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            lines,
            [
                ("const types::LIMIT", "usize"),
                ("enum types::Kind", "exhaustive"),
                ("field types::Thing.name", "Option<String>"),
                (
                    "fn Client::get_thing",
                    "async (&self, thing: &crate::PathSegment) -> Result<types::Thing, Error<()>>"
                ),
                ("struct types::Open", "non_exhaustive"),
                ("struct types::Thing", "opaque"),
                ("type types::Name", "crate::Thing"),
                ("variant types::Kind::A", ""),
                ("variant types::Kind::Unknown", "(String)"),
            ]
        );
    }
}
