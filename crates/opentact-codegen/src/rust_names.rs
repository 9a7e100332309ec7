//! The names that the generator makes of those in a contract.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToUpperCamelCase};
use serde_json::Value;

use crate::extensions::NAME;

/// Whether a text is an identifier of Rust and no keyword of it.
pub(crate) fn is_identifier(text: &str) -> bool {
    // A keyword only since edition 2024, which the parser does not know of.
    text != "gen" && syn::parse_str::<syn::Ident>(text).is_ok()
}

/// The field that a property becomes.
pub(crate) fn field(property: &str) -> String {
    sanitized(property, str::to_snake_case, "x")
}

/// The field of a property for those who use it: as the contract says, and `type` is a kind.
pub(crate) fn member(name: &str, property: &Value) -> String {
    match NAME.of(property) {
        Some(name) => name,
        None if name == "type" => "kind".to_owned(),
        None => field(name),
    }
}

/// The argument that a parameter becomes.
pub(crate) fn argument(parameter: &str) -> String {
    sanitized(parameter, str::to_snake_case, "_")
}

/// The type or the variant that a text becomes.
pub(crate) fn camel(text: &str) -> String {
    sanitized(text, str::to_upper_camel_case, "X")
}

/// The variants that the values of a closed enumeration become.
pub(crate) fn variants<'v>(values: &[&'v str]) -> Vec<(&'v str, String)> {
    let named = |name: fn(&str) -> String| values.iter().map(move |it| (*it, name(it))).collect();
    let mut variants: Vec<(&str, String)> = named(camel);
    let distinct: BTreeSet<&String> = variants.iter().map(|(_, name)| name).collect();
    if distinct.len() < variants.len() {
        // What else is dropped between words tells them apart.
        variants = named(|it| camel(&it.replace(|it| it == '_' || !is_kept(it), "X")));
    }
    variants
}

/// What the generator makes of a name; `prefix` stands before a digit.
fn sanitized(name: &str, to_case: fn(&str) -> String, prefix: &str) -> String {
    let words = match name {
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        _ => to_case(&name.replace('\'', "").replace(|it| !is_kept(it), "-")),
    };
    let name = match words.chars().next() {
        None => to_case("x"),
        Some(first) if is_identifier(&first.to_string()) => words,
        Some(_) => format!("{prefix}{words}"),
    };
    if is_identifier(&name) {
        name
    } else {
        format!("{name}_")
    }
}

fn is_kept(character: char) -> bool {
    !character.is_whitespace() && is_identifier(&format!("x{character}"))
}
