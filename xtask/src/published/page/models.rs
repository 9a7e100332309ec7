//! The models: a table of fields for each component schema.

use maud::{Markup, html};

use super::{code, joined, line, paragraphs, table};
use crate::node::Node;

/// The section about all models.
pub(super) fn section(models: &[(String, Node)]) -> Markup {
    html! {
        section #models {
            h2 { "Models" }
            p { "What a server sends is open: it may have more fields, and more values, than are listed." }
            @for (name, schema) in models {
                article id={ "model-" (name) } {
                    h3 { a href={ "#model-" (name) } { (name) } }
                    (paragraphs(schema.str("description")))
                    @if schema.get("properties").is_some() { (fields(schema)) } @else { p { (kind(schema)) } }
                }
            }
        }
    }
}

fn fields(schema: &Node) -> Markup {
    let required = schema.down(&["required"]).items();
    let properties = schema.down(&["properties"]).entries().iter();
    let rows = properties.map(|(name, it)| {
        let mark = required.contains(&Node::text(name));
        let name = html! { code { (name) } @if mark { " " span.required { "required" } } };
        [name, kind(it), line(it.str("description"))]
    });
    table(["Field", "Type", "What"], rows)
}

/// The type of a schema in a few words; a component is linked.
pub(super) fn kind(schema: &Node) -> Markup {
    let target = schema.str("$ref").rsplit_once('/');
    let list = |keyword| schema.down(&[keyword]).items();
    html! {
        @if let Some((_, name)) = target { a href={ "#model-" (name) } { (name) } }
        @else if let [only] = list("allOf") { (kind(only)) }
        @else if let all @ [_, ..] = list("oneOf") { (joined(all, " or ", kind)) }
        @else if let known @ [_, ..] = list("x-extensible-enum") {
            "string, known today: " (joined(known, ", ", |it| code(it.as_str().unwrap_or_default())))
        } @else {
            @match (schema.str("type"), schema.str("format"), schema.get("additionalProperties")) {
                ("", ..) => { "anything" }
                ("array", ..) => { "list of " (kind(schema.down(&["items"]))) }
                ("object", _, Some(value)) => { "object of " (kind(value)) }
                (name, "", _) => { (name) }
                (name, format, _) => { (name) " (" (format) ")" }
            }
        }
        @for (keyword, words, unit) in [
            ("minLength", "at least", " characters"), ("maxLength", "at most", " characters"),
            ("minimum", "at least", ""), ("maximum", "at most", ""),
        ] {
            @if let Some(Node::Scalar(bound)) = schema.get(keyword) { ", " (words) " " (bound) (unit) }
        }
        @if schema.is("nullable") { " or null" }
    }
}
