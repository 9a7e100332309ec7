//! The requests that the API has received, newest first, and one of them in full.

use axum::{
    extract::State,
    http::Uri,
    response::{Html, Response},
};
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::{
    Inspector, Shared,
    notice::{Notice, parameter},
    panes::{copyable, panes},
    problem::Problem,
    request_detail::{self, method_badge, status_badge},
    shell::Section,
    time_view,
};
use crate::record::RequestRecord;

/// How many requests a page shows.
const SHOWN: usize = 200;

/// Which requests are shown: a key in the address, a name, and the test.
type Choice = (&'static str, &'static str, fn(&RequestRecord) -> bool);

const CHOICES: [Choice; 4] = [
    ("all", "All", |_| true),
    ("refused", "4xx", |it| (400..500).contains(&it.status)),
    ("failed", "5xx and none", |it| {
        it.status == 0 || it.status >= 500
    }),
    ("faults", "Faults", |it| it.fault.is_some()),
];

/// `GET /`; `request` chooses one, `show` some, and `after` those with a higher number.
pub(super) async fn show(State(inspector): Shared, uri: Uri) -> Result<Html<String>, Problem> {
    let number = |name| parameter(&uri, name).and_then(|it| it.parse::<u64>().ok());
    let asked = parameter(&uri, "show").unwrap_or_default();
    let choice = CHOICES.into_iter().find(|(key, ..)| *key == asked);
    let (show, _, fits) = choice.unwrap_or(CHOICES[0]);
    let recorder = &inspector.owner.engine.recorder;
    let (kept, records) = recorder.newest(SHOWN, number("after").unwrap_or(0), fits);
    let chosen = number("request");
    let now = inspector.owner.clock().now();
    let list = html! {
        div.list-head {
            h1 #list-title { "Requests" }
            @if kept > 0 {
                form method="post" action="/inspector/requests/clear" {
                    button.quiet type="submit" { "Clear the log" }
                }
            }
        }
        nav.choices aria-label="Which requests" {
            @for (key, name, _) in CHOICES {
                a href={ "/?show=" (key) } aria-current=[(key == show).then_some("true")] { (name) }
            }
        }
        ol.log #log data-shown=(SHOWN) {
            @for record in &records {
                (row(record, show, now, chosen == Some(record.id)))
            }
        }
        @if kept > SHOWN {
            p.note { "The newest " (SHOWN) " of them are here; " code { "GET /requests" } " has all "
                (kept) " that are kept." }
        }
        noscript { p.note { "Without a script, load the page again to see what came since." } }
    };
    let detail = match chosen {
        Some(id) => request_detail::render(&inspector, recorder.get(id)).await,
        None => nothing_chosen(&inspector, kept == 0).await?,
    };
    let back = format!("/?show={show}");
    let back = chosen.map(|_| (back.as_str(), "All requests"));
    let page = panes(&list, &detail, back);
    Ok(inspector.page(Section::Requests, "Requests", Notice::of(&uri), &page))
}

/// `POST /inspector/requests/clear`
pub(super) async fn clear(State(inspector): Shared) -> Response {
    inspector.owner.clear_requests();
    Notice::LogCleared.on("/")
}

fn row(record: &RequestRecord, show: &str, now: DateTime<Utc>, chosen: bool) -> Markup {
    html! {
        li data-id=(record.id) {
            a href={ "/?show=" (show) "&request=" (record.id) }
                aria-current=[chosen.then_some("true")] {
                (method_badge(&record.method)) " "
                span.path { (record.path) } " "
                @if let Some(fault) = record.fault { span.tag { "fault " (fault) } " " }
                (status_badge(record.status)) " "
                (time_view::ago(now, record.time))
            }
        }
    }
}

/// What to do to see something.
async fn nothing_chosen(inspector: &Inspector, empty: bool) -> Result<Markup, Problem> {
    let users = inspector.owner.users().await?;
    let email = users.first().map(|user| user.email.as_str());
    let curl = inspector.curl("GET", "/rest/auth");
    let curl = curl.credential(opentact_client::security::SecurityScheme::Basic, email);
    Ok(html! {
        div.empty {
            @if empty {
                h2 #detail-title { "Nobody has asked anything yet" }
                p { "Requests to the API appear here as they come in. Send one:" }
            } @else {
                h2 #detail-title { "Choose a request" }
                p { "Its headers, its body and the credentials that it carried are shown here, with "
                    "every secret masked. To send one:" }
            }
            (copyable("A command to copy", &curl.command()))
            p {
                @if email.is_none() {
                    "There is no user yet: " a href="/inspector/users" { "add one" } "."
                } @else {
                    "The password is the one that the user was added with. Without a terminal, "
                    a href="/inspector/try/authenticate" { "try it here" } "."
                }
            }
        }
    })
}
