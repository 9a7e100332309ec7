//! The prose of the contract: paragraphs with code in backticks and links.

use maud::{Markup, html};

/// The text in paragraphs.
pub(super) fn paragraphs(text: &str) -> Markup {
    html! { @for paragraph in text.split("\n\n") { p { (line(paragraph)) } } }
}

/// The text in one piece. Of a link its text stays: no page leads away from this machine.
pub(super) fn line(text: &str) -> Markup {
    let parts = text.split('`').enumerate();
    html! {
        @for (place, part) in parts {
            @if place % 2 == 1 { code { (part) } } @else { (without_links(part)) }
        }
    }
}

fn without_links(text: &str) -> String {
    let mut rest = text;
    let mut found = String::new();
    while let Some((before, link)) = rest.split_once('[') {
        let Some((label, after)) = link.split_once("](") else {
            break;
        };
        let Some((_, after)) = after.split_once(')') else {
            break;
        };
        found.push_str(before);
        found.push_str(label);
        rest = after;
    }
    found + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_links_are_told_from_text() {
        assert_eq!(
            line("See [Google](https://x.example.com/a), `<b>` and [this]").into_string(),
            "See Google, <code>&lt;b&gt;</code> and [this]"
        );
    }
}
