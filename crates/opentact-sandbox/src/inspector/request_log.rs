//! The requests that the API has received, newest first, and one of them in full.

use std::sync::Arc;

use axum::{
    extract::State,
    http::Uri,
    response::{Html, Response},
};
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::{
    Inspector, badge,
    notice::{Notice, parameter},
    panes::{copyable, panes},
    problem::Problem,
    request_detail,
    shell::Section,
    time_view,
};
use crate::record::RequestRecord;

/// How many requests a page shows.
const SHOWN: usize = 200;

/// Which requests are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    All,
    Refused,
    Failed,
    Faults,
}

const CHOICES: [(Choice, &str, &str); 4] = [
    (Choice::All, "all", "All"),
    (Choice::Refused, "refused", "4xx"),
    (Choice::Failed, "failed", "5xx and none"),
    (Choice::Faults, "faults", "Faults"),
];

impl Choice {
    fn of(uri: &Uri) -> (Self, &'static str) {
        let asked = parameter(uri, "show").unwrap_or_default();
        let found = CHOICES.into_iter().find(|(_, key, _)| *key == asked);
        found.map_or((Self::All, "all"), |(choice, key, _)| (choice, key))
    }

    fn fits(self, record: &RequestRecord) -> bool {
        match self {
            Self::All => true,
            Self::Refused => (400..500).contains(&record.status),
            Self::Failed => record.status == 0 || record.status >= 500,
            Self::Faults => record.fault.is_some(),
        }
    }
}

/// `GET /`; `request` chooses one, `show` some, and `after` those with a higher number.
pub(super) async fn show(
    State(inspector): State<Arc<Inspector>>,
    uri: Uri,
) -> Result<Html<String>, Problem> {
    let number = |name| parameter(&uri, name).and_then(|it| it.parse::<u64>().ok());
    let (choice, key) = Choice::of(&uri);
    let recorder = &inspector.owner.engine.recorder;
    let (kept, records) =
        recorder.newest(SHOWN, number("after").unwrap_or(0), |it| choice.fits(it));
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
            @for (it, key, name) in CHOICES {
                a href={ "/?show=" (key) } aria-current=[(it == choice).then_some("true")] { (name) }
            }
        }
        ol.log #log data-shown=(SHOWN) {
            @for record in &records {
                (row(record, key, now, chosen == Some(record.id)))
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
    let back = format!("/?show={key}");
    let back = chosen.map(|_| (back.as_str(), "All requests"));
    let page = panes(&list, &detail, back);
    Ok(inspector.page(Section::Requests, "Requests", Notice::of(&uri), &page))
}

/// `POST /inspector/requests/clear`
pub(super) async fn clear(State(inspector): State<Arc<Inspector>>) -> Response {
    inspector.owner.clear_requests();
    Notice::LogCleared.on("/")
}

fn row(record: &RequestRecord, show: &str, now: DateTime<Utc>, chosen: bool) -> Markup {
    html! {
        li data-id=(record.id) {
            a href={ "/?show=" (show) "&request=" (record.id) }
                aria-current=[chosen.then_some("true")] {
                (badge::method(&record.method)) " "
                span.path { (record.path) } " "
                @if let Some(fault) = record.fault { span.tag { "fault " (fault) } " " }
                (badge::status(record.status)) " "
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
                    a href="/inspector/reference/authenticate" { "try it here" } "."
                }
            }
        }
    })
}
