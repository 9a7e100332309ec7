//! The documentation of a call: what the contract says of it, for whoever calls it.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::argument::{Argument, Arguments, Place};
use super::example::example;
use super::names::Accessor;
use crate::document::{Document, child};
use crate::extensions::{EVIDENCE, IN_DOUBT, SAFE};
use crate::operation::Operation;
use crate::rustdoc::escape;

/// What an error of that status is to a caller.
const KINDS: [(&str, &str); 8] = [
    ("401", "Credentials"),
    ("404", "NotFound"),
    ("408", "Timeout"),
    ("429", "RateLimited"),
    ("3", "Redirected"),
    ("4", "Refused"),
    ("5", "Server"),
    ("", "UnexpectedResponse"),
];

/// The text as the lines of a documentation comment.
pub(super) fn comment(text: &str) -> TokenStream {
    let lines = text.lines().map(|line| match line {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote! { #(#[doc = #lines])* }
}

/// The documentation of the method of an operation.
pub(super) fn method(
    document: &Document,
    accessor: &Accessor<'_>,
    name: &str,
    operation: &Operation<'_>,
    arguments: &Arguments,
) -> String {
    let mut text = escape(&described(operation));
    let mut section = |part: String| {
        if !part.is_empty() {
            text.push_str("\n\n");
            text.push_str(&part);
        }
    };
    section(list(&arguments.required));
    section(settings(&arguments.optional));
    section(repetition(operation));
    section(errors(document, operation, arguments));
    section(cancellation(operation).to_owned());
    section(format!(
        "# Example\n\n{}",
        example(accessor, name, operation, arguments)
    ));
    section(sources(operation));
    text
}

/// The documentation of a setter.
pub(super) fn setter(argument: &Argument) -> String {
    let mut text = sentence(argument);
    if let Some(default) = &argument.default {
        text.push_str(&format!(" Sent as `{default}` where this is not set."));
    }
    text
}

/// Whether a request may be sent again by itself.
pub(super) fn is_safe(operation: &Operation<'_>) -> bool {
    SAFE.of(operation.value)
        .unwrap_or(operation.method != "POST")
}

/// Whether it only reads.
fn only_reads(operation: &Operation<'_>) -> bool {
    match SAFE.of(operation.value) {
        Some(safe) => safe && operation.method != "DELETE",
        None => operation.method == "GET",
    }
}

fn described(operation: &Operation<'_>) -> String {
    let text = |key: &str| operation.value.get(key).and_then(Value::as_str);
    let text = text("description").or_else(|| text("summary"));
    text.unwrap_or(operation.id).trim().to_owned()
}

/// What the contract says of an argument, as a sentence.
fn sentence(argument: &Argument) -> String {
    let text = match argument.description.as_str() {
        "" => format!("Sets `{}`.", argument.name),
        text => escape(text),
    };
    match text.ends_with(['.', '!', '?', ':', '`']) {
        true => text,
        false => format!("{text}."),
    }
}

fn list(required: &[Argument]) -> String {
    let lines = required
        .iter()
        .map(|it| format!("* `{}`: {}", it.ident, sentence(it).replace('\n', "\n  ")));
    lines.collect::<Vec<_>>().join("\n")
}

fn settings(optional: &[Argument]) -> String {
    let links = optional
        .iter()
        .map(|it| format!("[`{0}`](Request::{0})", it.ident));
    let links: Vec<String> = links.collect();
    match links.as_slice() {
        [] => String::new(),
        [one] => format!("Await it, with or without {one}."),
        [first @ .., last] => {
            format!("Await it, with or without {} and {last}.", first.join(", "))
        }
    }
}

fn repetition(operation: &Operation<'_>) -> String {
    let doubt = match IN_DOUBT.of(operation.value) {
        Some(hint) => format!(
            "\n[`Error::may_have_been_carried_out`](crate::Error::may_have_been_carried_out) is true \
             where it is not known whether it was carried out, and the message says: {}.",
            escape(hint.trim_end_matches('.'))
        ),
        None => String::new(),
    };
    if is_safe(operation) {
        if only_reads(operation) {
            return String::new();
        }
        let told = match operation.method.as_str() {
            "DELETE" => {
                " Where the repetition finds nothing, the message says that the first may have deleted it."
            }
            _ => "",
        };
        return format!("A request that got no response is repeated.{told}{doubt}");
    }
    format!("The request is repeated only when it never arrived.{doubt}")
}

fn errors(document: &Document, operation: &Operation<'_>, arguments: &Arguments) -> String {
    let mut text = "# Errors\n\n| status | kind | meaning |\n| --- | --- | --- |\n".to_owned();
    let all = arguments.required.iter().chain(&arguments.optional);
    let is_checked = all
        .chain(&arguments.scope)
        .any(|it| it.place != Place::Query || it.has_limits());
    if is_checked || arguments.whole.is_some() {
        text.push_str(
            "| none | [`Input`](crate::ErrorKind::Input) | An argument is outside its limits; nothing was sent. |\n",
        );
    }
    let responses = child(&operation.pointer, "responses");
    let all = document
        .value()
        .pointer(&responses)
        .and_then(Value::as_object);
    for status in all.into_iter().flat_map(|all| all.keys()) {
        let kind = KINDS.iter().find(|(start, _)| status.starts_with(start));
        let (Some((_, kind)), false) = (kind, status.starts_with('2')) else {
            continue;
        };
        let response = document.follow(&child(&responses, status));
        let meaning = response.and_then(|(_, it)| it.get("description")?.as_str());
        let meaning = escape(meaning.unwrap_or(""))
            .replace('\n', " ")
            .replace('|', "\\|");
        text.push_str(&format!(
            "| {status} | [`{kind}`](crate::ErrorKind::{kind}) | {} |\n",
            meaning.trim()
        ));
    }
    text.push_str("\n[`ErrorKind`](crate::ErrorKind) says what to do about each, and which there are without a response.");
    text
}

fn cancellation(operation: &Operation<'_>) -> &'static str {
    if only_reads(operation) {
        "# Cancellation\n\nDropping the future is safe."
    } else {
        "# Cancellation\n\nA future that is dropped may have been carried out or not."
    }
}

fn sources(operation: &Operation<'_>) -> String {
    let mut text = String::new();
    let page = operation.value.pointer("/externalDocs/url");
    if let Some(page) = page.and_then(Value::as_str) {
        text = format!("See [the vendor's page]({page}). ");
    }
    if let Some(evidence) = EVIDENCE.of(operation.value) {
        text.push_str(evidence.sentence());
    }
    text.trim_end().to_owned()
}
