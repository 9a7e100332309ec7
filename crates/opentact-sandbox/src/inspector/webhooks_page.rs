//! What applications were sent over HTTP, with what came of it, and a button that sends it again.

use axum::{
    extract::State,
    http::Uri,
    response::{Html, Response},
};
use maud::{Markup, html};

use super::{
    Inspector, Shared,
    named::Named,
    notice::Notice,
    panes::{copyable, panes},
    problem::Problem,
    request_detail::pretty,
    shell::Section,
    time_view,
};
use crate::{owner::telephony::WebhookRecord, store::webhooks::WebhookState};

/// Where the page is.
const PAGE: &str = "/inspector/webhooks";

/// `GET /inspector/webhooks`
pub(super) async fn list(State(inspector): Shared, uri: Uri) -> Result<Html<String>, Problem> {
    page(&inspector, Notice::of(&uri), None).await
}

/// `GET /inspector/webhooks/{webhook}`
pub(super) async fn show(
    State(inspector): Shared,
    Named(webhook): Named<i64>,
    uri: Uri,
) -> Result<Html<String>, Problem> {
    page(&inspector, Notice::of(&uri), Some(webhook)).await
}

/// `POST /inspector/webhooks/{webhook}/resend`
pub(super) async fn resend(
    State(inspector): Shared,
    Named(webhook): Named<i64>,
) -> Result<Response, Problem> {
    inspector.owner.resend_webhook(webhook).await?;
    Ok(Notice::WebhookSent.on(PAGE))
}

async fn page(
    inspector: &Inspector,
    done: Option<Notice>,
    chosen: Option<i64>,
) -> Result<Html<String>, Problem> {
    let webhooks = inspector.owner.webhooks().await?;
    let now = inspector.owner.clock().now();
    let list = html! {
        div.list-head { h1 #list-title { "Webhooks" } }
        ul.items #webhooks data-refresh {
            @for it in &webhooks {
                li {
                    a.item href={ (PAGE) "/" (it.id) } aria-current=[(Some(it.id) == chosen).then_some("true")] {
                        span.item-text {
                            span.item-name { span.tag { (it.id) } " " (it.urls.first().map_or("", String::as_str)) }
                            span.item-more { (time_view::ago(now, it.created_on)) }
                        }
                        (state(it.state))
                    }
                }
            }
        }
        @if webhooks.is_empty() {
            p.note { "No application was told of anything so far: a messaging profile with a " code { "callback_url" }
                " has it told of messages." }
        }
    };
    let detail = match chosen {
        None => html! {
            h2 #detail-title { "What an application is sent" }
            p.note { "The message itself, as JSON, by POST. Requests stay on this machine unless the sandbox was "
                "started with " code { "--webhooks-anywhere" } ". None is signed: the API documents no signature." }
        },
        Some(id) => {
            let found = webhooks.iter().find(|it| it.id == id);
            detail(found.ok_or_else(|| Problem::not_found("There is no such webhook."))?)
        }
    };
    let back = chosen.map(|_| (PAGE, "Webhooks"));
    Ok(inspector.page(
        Section::Webhooks,
        "Webhooks",
        done,
        &panes(&list, &detail, back),
    ))
}

fn detail(webhook: &WebhookRecord) -> Markup {
    html! {
        h2 #detail-title { "Webhook " (webhook.id) " " (state(webhook.state)) }
        @for attempt in &webhook.attempts {
            p { "POST " code { (attempt.url) } ": "
                @match (attempt.status, attempt.error.as_deref()) {
                    (Some(status), _) => { b { (status) } },
                    (None, error) => { (error.unwrap_or("no answer")) },
                }
            }
        }
        @if webhook.attempts.is_empty() { p.note { "Nothing was tried so far." } }
        (copyable("Body", &pretty(&webhook.body.to_string())))
        form method="post" action={ (PAGE) "/" (webhook.id) "/resend" } {
            button.small type="submit" { "Send again" }
        }
    }
}

fn state(state: WebhookState) -> Markup {
    let is_bad = matches!(state, WebhookState::Failed | WebhookState::Refused);
    let name = match state {
        WebhookState::Waiting => "waiting",
        WebhookState::Delivered => "delivered",
        WebhookState::Failed => "failed",
        WebhookState::Refused => "refused",
    };
    html! { span.tag.tag-bad[is_bad] { (name) } }
}
