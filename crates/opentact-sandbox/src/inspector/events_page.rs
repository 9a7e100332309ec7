//! The connections of the event service, and the form that sends an event.

use axum::{
    extract::State,
    http::{StatusCode, Uri},
    response::{Html, IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use maud::{Markup, html};
use serde_json::Value;

use super::{
    Inspector, Shared, form::Form, named::Named, notice::Notice, panes::panes, problem::Problem,
    shell::Section, time_view,
};
use crate::{error::Error, events::EventConnection};

/// Where the page is.
const PAGE: &str = "/inspector/events";

/// What the form begins with.
const EXAMPLE: &str = r#"{
  "type": "call_state",
  "message": "CallSCA in +15550100 > +15550101 - live",
  "payload": { "state": "live" }
}"#;

/// `GET /inspector/events`
pub(super) async fn show(State(inspector): Shared, uri: Uri) -> Result<Html<String>, Problem> {
    page(&inspector, Notice::of(&uri), None, None).await
}

/// `POST /inspector/events`
pub(super) async fn send(State(inspector): Shared, form: Form) -> Result<Response, Problem> {
    match sent(&inspector, &form).await {
        Ok(0) => Ok(Notice::EventLost.on(PAGE)),
        Ok(_) => Ok(Notice::EventSent.on(PAGE)),
        Err(problem) => {
            let page = page(&inspector, None, Some(&form), Some(problem.message())).await?;
            Ok((StatusCode::BAD_REQUEST, page).into_response())
        }
    }
}

/// `POST /inspector/connections/{connection}/end`
pub(super) async fn end(
    State(inspector): Shared,
    Named(connection): Named<String>,
) -> Result<Response, Problem> {
    inspector.owner.end_connection(&connection, None)?;
    Ok(Notice::ConnectionEnded.on(PAGE))
}

/// `POST /inspector/connections/end`
pub(super) async fn end_all(State(inspector): Shared) -> Result<Response, Problem> {
    inspector.owner.end_connections(None)?;
    Ok(Notice::ConnectionsEnded.on(PAGE))
}

/// Sends what the form has; to how many connections.
async fn sent(inspector: &Inspector, form: &Form) -> Result<usize, Problem> {
    let event: Value = serde_json::from_str(form.get("event"))
        .map_err(|error| Problem::form(format!("The event is not valid JSON: {error}.")))?;
    let sent = inspector.owner.send_event(form.get("user"), &event).await;
    sent.map_err(|error| match error {
        Error::Event { reason } => Problem::form(format!("This is no event: {reason}.")),
        other => other.into(),
    })
}

async fn page(
    inspector: &Inspector,
    done: Option<Notice>,
    form: Option<&Form>,
    wrong: Option<&str>,
) -> Result<Html<String>, Problem> {
    let users = inspector.owner.users().await?;
    let emails: Vec<_> = users.into_iter().map(|it| it.email).collect();
    let open = inspector.owner.connections();
    let now = inspector.owner.clock().now();
    let list = html! {
        div.list-head {
            h1 #list-title { "Events" }
            @if !open.is_empty() {
                form method="post" action="/inspector/connections/end" {
                    button.quiet type="submit" { "Drop all" }
                }
            }
        }
        ul.items #connections data-refresh { @for it in &open { li { (connection(it, now)) } } }
        @if open.is_empty() {
            p.note { "Nobody is connected to the event service. A client connects to " code { "/wss" }
                " and sends a JWT or an API token." }
        }
    };
    let detail = html! {
        h2 #detail-title { "Send an event" }
        (send_form(&emails, form, wrong))
        p.note { "It goes to the connections of the user's account with a subscription in force for its type." }
    };
    Ok(inspector.page(
        Section::Events,
        "Events",
        done,
        &panes(&list, &detail, None),
    ))
}

fn send_form(emails: &[String], sent: Option<&Form>, wrong: Option<&str>) -> Markup {
    let user = sent.map_or("", |form| form.get("user"));
    let event = sent.map_or(EXAMPLE, |form| form.get("event"));
    html! {
        form.fields method="post" action=(PAGE) {
            @if let Some(wrong) = wrong { p.wrong role="alert" { (wrong) } }
            div.field { label for="event-user" { "Of the account of" }
                select #event-user name="user" {
                    @for it in emails { option value=(it) selected[it == user] { (it) } }
                }
            }
            div.field { label for="event" { "Event" }
                textarea #event name="event" rows="8" spellcheck="false" required { (event) }
            }
            div.actions { button.primary type="submit" { "Send the event" } }
        }
    }
}

fn connection(it: &EventConnection, now: DateTime<Utc>) -> Markup {
    html! {
        div.fault-set {
            span.item-text {
                span.item-name { (it.email) }
                span.item-more { "from " code { (it.ip) } ", since " (time_view::ago(now, it.since)) }
                span.item-more { b { (it.events) } " events" }
            }
            form method="post" action={ "/inspector/connections/" (it.id) "/end" } {
                button.small type="submit" aria-label={ "Drop the connection of " (it.email) } { "Drop" }
            }
        }
    }
}
