//! The prose of the contract as HTML: paragraphs, with code in backticks and links.

use maud::{Markup, html};

/// A text of several paragraphs.
pub(super) fn paragraphs(text: &str) -> Markup {
    let paragraphs = text.lines().map(str::trim).filter(|it| !it.is_empty());
    html! { @for paragraph in paragraphs { p { (line(paragraph)) } } }
}

/// A line of text with its `code` and its `[links](https://...)`.
pub(super) fn line(text: &str) -> Markup {
    if let Some((before, rest)) = text.split_once('`')
        && let Some((code, after)) = rest.split_once('`')
    {
        return html! { (line(before)) code { (code) } (line(after)) };
    }
    if let Some((before, rest)) = text.split_once('[')
        && let Some((words, rest)) = rest.split_once("](")
        && let Some((address, after)) = rest.split_once(')')
    {
        return html! { (before) (link(address, words)) (line(after)) };
    }
    html! { (text) }
}

/// A link; where the address is not of the web, its words only.
pub(super) fn link(address: &str, words: &str) -> Markup {
    let words = if words.is_empty() { address } else { words };
    html! {
        @if address.starts_with("https://") { a href=(address) { (words) } } @else { (words) }
    }
}

/// What is shown of each item, with words between them.
pub(super) fn joined<'i, T>(items: &'i [T], between: &str, show: fn(&'i T) -> Markup) -> Markup {
    html! {
        @for (place, item) in items.iter().enumerate() {
            @if place > 0 { (between) }
            (show(item))
        }
    }
}
