//! The API tokens of a user, with what is left of each life.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::time_view;
use crate::owner::tokens::TokenRecord;

/// The tokens, each with its two ends; `path` is the user's page.
pub(super) fn render(path: &str, tokens: &[TokenRecord], now: DateTime<Utc>) -> Markup {
    if tokens.is_empty() {
        return html! { p.note #tokens { "None that lives. Make one, or let a program do it." } };
    }
    html! {
        table.tokens #tokens {
            thead {
                tr {
                    th scope="col" { "Name" }
                    th scope="col" { "Life" }
                    th scope="col" { "Made" }
                    th scope="col" { "Actions" }
                }
            }
            tbody {
                @for token in tokens {
                    tr {
                        th scope="row" { (token.name) }
                        td {
                            meter min="0" max=(life_ms(token)) value=((token.expired_on - now).num_milliseconds().max(0))
                                aria-label="What is left of its life" {}
                            " " (time_view::left(now, token.expired_on))
                        }
                        td { (time_view::ago(now, token.created_on)) }
                        td.ends { (end(path, token, "expire", "Expire")) (end(path, token, "delete", "Delete")) }
                    }
                }
            }
        }
    }
}

fn life_ms(token: &TokenRecord) -> i64 {
    (token.expired_on - token.modified_on)
        .num_milliseconds()
        .max(1)
}

fn end(path: &str, token: &TokenRecord, how: &str, name: &str) -> Markup {
    html! {
        form method="post" action={ (path) "/tokens/" (token.uuid) "/" (how) } {
            button.small type="submit" aria-label={ (name) " the token " (token.name) } { (name) }
        }
    }
}
