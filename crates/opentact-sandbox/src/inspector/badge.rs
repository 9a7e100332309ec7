//! Methods and statuses, told by word and by colour.

use maud::{Markup, html};

/// A method of HTTP.
pub(super) fn method(method: &str) -> Markup {
    let kind = match method {
        "GET" | "HEAD" => "get",
        "POST" | "PUT" => "post",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ => "other",
    };
    html! { span class={ "method method-" (kind) } { (method) } }
}

/// A status of HTTP; 0 if there was no answer.
pub(super) fn status(status: u16) -> Markup {
    let kind = match status {
        0 => "none",
        200..=299 => "good",
        300..=399 => "other",
        400..=499 => "refused",
        _ => "failed",
    };
    html! {
        span class={ "status status-" (kind) } {
            @if status == 0 { "no answer" } @else { (status) }
        }
    }
}
