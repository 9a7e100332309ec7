//! One user: the account, the credentials, and what can be done about them.

use chrono::{DateTime, Utc};
use maud::{Markup, html};
use opentact_client::{Secret, security::SecurityScheme};

use super::{Inspector, panes::copyable, time_view};
use crate::owner::{tokens::TokenRecord, users::UserRecord};

/// A credential that was just made; this page is the one that shows it.
pub(super) struct Made(
    pub(super) &'static str,
    pub(super) SecurityScheme,
    pub(super) Secret,
);

/// The user, and a credential if one was just made.
pub(super) fn render(
    inspector: &Inspector,
    user: &UserRecord,
    tokens: &[TokenRecord],
    made: Option<&Made>,
) -> Markup {
    let path = format!("/inspector/users/{}", user.uuid);
    let now = inspector.owner.clock().now();
    html! {
        div.detail-head {
            h2 #detail-title { (user.email) @if user.disabled { " " span.tag.tag-bad { "disabled" } } }
            (head_actions(&path, user))
        }
        @if let Some(made) = made { (once(inspector, made)) }
        dl.facts {
            div { dt { "Name" } dd { (user.first_name) " " (user.last_name) } }
            div { dt { "Account" } dd { (user.account.name) } }
            div { dt { "Balance" } dd { (format!("{:.2}", user.account.balance)) } }
            div { dt { "Added" } dd { (time_view::ago(now, user.created_on)) } }
            div.wide { dt { "Id" } dd { code { (user.uuid) } } }
        }
        h3 { "API tokens" }
        (token_table(&path, tokens, now))
        (new_token(&path))
        h3 { "Other credentials" }
        p { "The sandbox is its own Google and Facebook. A token is shown once." }
        div.actions {
            form method="post" action={ (path) "/google-tokens" } {
                button type="submit" { "Make a Google token" }
            }
            form method="post" action={ (path) "/facebook-tokens" } {
                button type="submit" { "Make a Facebook token" }
            }
        }
        h3 { "SIP users" }
        @if user.sip_users.is_empty() {
            p.note { "None: without one, there is no HA1B to log in with." }
        } @else {
            ul.plain { @for it in &user.sip_users { li { code { (it.login) "@" (it.domain) } } } }
        }
        (new_sip_user(&path))
    }
}

fn head_actions(path: &str, user: &UserRecord) -> Markup {
    html! {
        div.actions {
            form method="post" action={ (path) "/sessions/end" } {
                button type="submit" { "End sessions" }
            }
            @if user.disabled {
                form method="post" action={ (path) "/enable" } { button type="submit" { "Enable" } }
            } @else {
                form method="post" action={ (path) "/disable" } { button type="submit" { "Disable" } }
            }
            details.menu {
                summary.button.danger-quiet { "Delete" span aria-hidden="true" { "…" } }
                form method="post" action={ (path) "/delete" } {
                    p { "With the account, the SIP users and all tokens. Only a reset brings back whoever is "
                        "in the seed." }
                    button.danger type="submit" { "Delete " (user.email) }
                }
            }
        }
    }
}

/// The credential, and how a request carries it.
fn once(inspector: &Inspector, Made(what, scheme, value): &Made) -> Markup {
    let curl = inspector.curl("GET", "/rest/auth");
    let curl = curl.credential(*scheme, None);
    html! {
        section.once aria-labelledby="once-title" role="status" {
            h3 #once-title { "The new " (what) }
            p { "Copy it now: it is not shown again." }
            (copyable("The new credential", value.expose()))
            p { "A request carries it in the place of " code { "TOKEN" } ":" }
            (copyable("A request with it", &curl.command()))
        }
    }
}

/// The tokens, each with its two ends; `path` is the user's page.
fn token_table(path: &str, tokens: &[TokenRecord], now: DateTime<Utc>) -> Markup {
    if tokens.is_empty() {
        return html! { p.note #tokens { "None that lives. Make one, or let a program do it." } };
    }
    html! {
        table.tokens #tokens {
            thead {
                tr { @for name in ["Name", "Life", "Made", "Actions"] { th scope="col" { (name) } } }
            }
            tbody {
                @for token in tokens {
                    @let life = token.expired_on - token.modified_on;
                    @let left = token.expired_on - now;
                    tr {
                        th scope="row" { (token.name) }
                        td {
                            meter min="0" max=(life.num_milliseconds().max(1)) value=(left.num_milliseconds().max(0))
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

fn end(path: &str, token: &TokenRecord, how: &str, name: &str) -> Markup {
    html! {
        form method="post" action={ (path) "/tokens/" (token.uuid) "/" (how) } {
            button.small type="submit" aria-label={ (name) " the token " (token.name) } { (name) }
        }
    }
}

fn new_token(path: &str) -> Markup {
    html! {
        form.row method="post" action={ (path) "/tokens" } {
            div.field { label for="token-name" { "Name" }
                input #token-name name="name" required maxlength="255" placeholder="ci"; }
            div.field { label for="token-ttl" { "Life in seconds" }
                input #token-ttl name="ttl" inputmode="numeric" pattern="[0-9]*" placeholder="as long as is set"; }
            button.primary type="submit" { "Make a token" }
        }
    }
}

fn new_sip_user(path: &str) -> Markup {
    html! {
        form.row method="post" action={ (path) "/sip-users" } autocomplete="off" {
            div.field { label for="sip-login" { "Login" }
                input #sip-login name="login" required placeholder="1000"; }
            div.field { label for="sip-domain" { "Domain" }
                input #sip-domain name="domain" required placeholder="example.sip.opentact.org"; }
            div.field { label for="sip-password" { "Password" }
                input #sip-password name="password" type="password" required autocomplete="new-password"; }
            button type="submit" { "Add a SIP user" }
        }
    }
}
