//! One operation: what it takes, what it answers, and what both look like.

use maud::{Markup, html};

use super::curl::curl;
use super::{code, joined, line, link, models::kind, paragraphs, table};
use crate::operations::{Operation, examples, media, media_type, resolved};
use crate::{node::Node, published::to_json, schemes::schemes};

/// The section about an operation.
pub(super) fn section(contract: &Node, operation: &Operation<'_>) -> Markup {
    let (id, node, parameters) = (operation.id(), operation.node, operation.parameters());
    let docs = node.get("externalDocs");
    html! {
        article id=(id) aria-labelledby={ (id) "-title" } {
            h3 id={ (id) "-title" } { a href={ "#" (id) } { (node.str("summary")) } }
            p.request { (method(operation)) " " code { (operation.path) } " " span.id { (id) } }
            (paragraphs(node.str("description")))
            p { "Credential: " (credential(contract, &operation.security())) "." }
            @if let Some(how) = evidence(node.str("x-evidence")) { p.evidence { "Evidence: " (how) "." } }
            @if let Some(it) = docs { p { (link(it.str("url"), "The vendor's page")) } }
            pre.curl tabindex="0" { code { (curl(contract, operation)) } }
            @if !parameters.is_empty() { h4 { "Parameters" } (self::parameters(&parameters)) }
            @if let Some(body) = operation.body() {
                h4 { "Body" } p { @if media_type(body) == "application/json" { "JSON: " } @else { "A form with a file: " }  (content(body)) }
                (shown(contract, body, true))
            }
            h4 { "Answers" }
            @for (status, it) in operation.answers() { (answer(contract, status, it)) }
        }
    }
}

/// How sure it is that the operation is as described.
fn evidence(key: &str) -> Option<&'static str> {
    Some(match key {
        "documented" => "documented, by a page of the vendor or a real answer",
        "client" => "client, the running code of a customer",
        "schema" => "schema, the vendor's own types of 2021 alone",
        "inferred" => "inferred from other operations",
        _ => return None,
    })
}

/// The method of a request.
pub(super) fn method(operation: &Operation<'_>) -> Markup {
    let method = operation.method();
    html! { span class={ "method " (method.to_lowercase()) } { (method) } }
}

fn credential(contract: &Node, security: &[&str]) -> Markup {
    let all = schemes(contract).len();
    html! {
        @if security.is_empty() { "none" }
        @else if security.len() == all { a href="#credentials" { "any of the " (all) } }
        @else { (joined(security, " or ", |it| html! { a href={ "#scheme-" (it) } { (code(it)) } })) }
    }
}

fn parameters(parameters: &[&Node]) -> Markup {
    let rows = parameters.iter().map(|it| {
        let what = html! {
            (line(it.str("description")))
            @if let Some(Node::Scalar(value)) = it.get("example") {
                br; "Example: " code { @if let Some(text) = value.as_str() { (text) } @else { (value) } }
            }
        };
        let (name, place, required) = (code(it.str("name")), line(it.str("in")), it.is("required"));
        let required = line(if required { "yes" } else { "no" });
        [name, place, kind(it.down(&["schema"])), required, what]
    });
    table(["Name", "Where", "Type", "Required", "What"], rows)
}

fn answer(contract: &Node, status: &str, answer: &Node) -> Markup {
    let class = status.get(..1).unwrap_or_default();
    let entries = |key| answer.down(&[key]).entries().iter();
    let headers = entries("headers").map(|(name, it)| {
        let it = resolved(contract, it);
        let what = line(it.str("description"));
        [code(name), what, code(it.str("example"))]
    });
    html! {
        div.answer {
            p {
                span class={ "status s" (class) } { (status) } " " (line(answer.str("description")))
                @if media(answer).is_some() { " " (content(answer)) }
            }
            @if headers.len() > 0 { (table(["Header", "What", "Example"], headers)) }
            (shown(contract, answer, false))
            @for it in entries("links").map(|(_, it)| resolved(contract, it)) {
                @let id = it.str("operationId");
                p.next { "Next: " a href={ "#" (id) } { (id) } ". " (line(it.str("description"))) }
            }
        }
    }
}

/// What a body or an answer is: a schema, or the media type of what has none.
fn content(owner: &Node) -> Markup {
    match media_type(owner) {
        "application/json" | "multipart/form-data" => {
            kind(media(owner).unwrap_or(owner).down(&["schema"]))
        }
        other => code(other),
    }
}

fn shown(contract: &Node, owner: &Node, open: bool) -> Markup {
    html! {
        @for (name, summary, value) in media(owner).map_or_else(Vec::new, |it| examples(contract, it)) {
            details open[open] {
                summary { "Example: " (line(if summary.is_empty() { name } else { summary })) }
                pre tabindex="0" { code { (to_json(value).trim_end()) } }
            }
        }
    }
}
