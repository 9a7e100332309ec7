//! The two panes of a page: what there is, and one of it.

use maud::{Markup, html};

/// A list and what is chosen of it. On a narrow screen what is chosen takes the place of the
/// list, with a way `back` to it.
pub(super) fn panes(list: &Markup, chosen: &Markup, back: Option<(&str, &str)>) -> Markup {
    html! {
        div.panes.chosen[back.is_some()] {
            section.list aria-labelledby="list-title" { (list) }
            section.detail #detail aria-labelledby="detail-title" {
                @if let Some((href, label)) = back {
                    a.back href=(href) { span aria-hidden="true" { "← " } (label) }
                }
                (chosen)
            }
        }
    }
}

/// A text to be copied, in one line or in several.
pub(super) fn copyable(label: &str, text: &str) -> Markup {
    html! {
        div.copyable {
            pre tabindex="0" role="region" aria-label=(label) { code { (text) } }
            (copy_button(label, text))
        }
    }
}

/// A button that the script shows, as copying takes one.
pub(super) fn copy_button(label: &str, text: &str) -> Markup {
    html! {
        button.copy type="button" data-copy=(text) aria-label={ "Copy " (label) } hidden { "Copy" }
    }
}
