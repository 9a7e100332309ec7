//! The messages as conversations, and the form that sends one from outside.

use axum::{
    extract::State,
    http::{StatusCode, Uri},
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};
use serde_json::Value;

use super::{
    Inspector, Shared, form::Form, named::Named, notice::Notice, panes::panes, problem::Problem,
    shell::Section,
};
use crate::telephony::messages::RECEIVED;

/// Where the page is.
const PAGE: &str = "/inspector/messages";

/// The fields of the form: a name, a label and an example.
const FIELDS: [(&str, &str, &str); 2] = [
    ("from", "From", "12125550123"),
    ("to", "To, a number of an account", "12015550100"),
];

/// `GET /inspector/messages`
pub(super) async fn list(State(inspector): Shared, uri: Uri) -> Result<Html<String>, Problem> {
    page(&inspector, Notice::of(&uri), None, &form(None, None)).await
}

/// `GET /inspector/messages/{thread}`
pub(super) async fn show(
    State(inspector): Shared,
    Named(thread): Named<String>,
    uri: Uri,
) -> Result<Html<String>, Problem> {
    page(
        &inspector,
        Notice::of(&uri),
        Some(&thread),
        &form(None, None),
    )
    .await
}

/// `POST /inspector/messages`
pub(super) async fn receive(State(inspector): Shared, given: Form) -> Result<Response, Problem> {
    let [from, to, message] = ["from", "to", "message"].map(|it| given.get(it));
    match inspector.owner.receive_sms(from, to, message).await {
        Ok(_) => Ok(Notice::MessageReceived.on(PAGE)),
        Err(error) => {
            let problem = Problem::from(error);
            let form = form(Some(&given), Some(problem.message()));
            let page = page(&inspector, None, None, &form).await?;
            Ok((StatusCode::BAD_REQUEST, page).into_response())
        }
    }
}

/// A conversation: what ties it, and its messages, newest first.
type Conversation<'m> = (&'m str, Vec<&'m Value>);

/// Messages by conversation, the one with the newest message first.
fn conversations(messages: &[Value]) -> Vec<Conversation<'_>> {
    let mut found: Vec<Conversation<'_>> = Vec::new();
    for message in messages {
        let thread = text(message, "thread");
        match found.iter_mut().find(|(it, _)| *it == thread) {
            Some((_, own)) => own.push(message),
            None => found.push((thread, vec![message])),
        }
    }
    found
}

async fn page(
    inspector: &Inspector,
    done: Option<Notice>,
    chosen: Option<&str>,
    form: &Markup,
) -> Result<Html<String>, Problem> {
    let messages = inspector.owner.messages().await?;
    let conversations = conversations(&messages);
    let list = html! {
        div.list-head { h1 #list-title { "Messages" } }
        ul.items #messages data-refresh {
            @for (thread, own) in &conversations {
                li {
                    a.item href={ (PAGE) "/" (thread) } aria-current=[(Some(*thread) == chosen).then_some("true")] {
                        span.item-text {
                            span.item-name { (numbers(own)) }
                            span.item-more { b { (own.len()) } " · " (own.first().map_or("", |it| text(it, "message"))) }
                        }
                    }
                }
            }
        }
        @if conversations.is_empty() { p.note { "Nobody has sent a message so far." } }
    };
    let conversation = conversations.iter().find(|(it, _)| Some(*it) == chosen);
    let detail = match (chosen, conversation) {
        (None, _) => form.clone(),
        (Some(_), None) => return Err(Problem::not_found("There is no such conversation.")),
        (Some(_), Some((_, own))) => html! {
            h2 #detail-title { (numbers(own)) }
            ol.items #conversation data-refresh { @for it in own.iter().rev() { li { (message(it)) } } }
        },
    };
    let back = chosen.map(|_| (PAGE, "Messages"));
    Ok(inspector.page(
        Section::Messages,
        "Messages",
        done,
        &panes(&list, &detail, back),
    ))
}

/// Who writes to whom, the sandbox's number first.
fn numbers(messages: &[&Value]) -> String {
    let Some(message) = messages.first() else {
        return String::new();
    };
    let (from, to) = (text(message, "from"), text(message, "to"));
    match text(message, "type") == RECEIVED {
        true => format!("{to} and {from}"),
        false => format!("{from} and {to}"),
    }
}

fn message(message: &Value) -> Markup {
    let is_received = text(message, "type") == RECEIVED;
    let state = match message["delivered"] == true && !is_received {
        true => "delivered",
        false => text(message, "state"),
    };
    html! {
        div.fault-set {
            span.item-text {
                span.item-more { (if is_received { "received from " } else { "sent by " }) code { (text(message, "from")) }
                    " · " (text(message, "created_on")) }
                span { (text(message, "message")) }
                @if let Some(reason) = message["reason"].as_str() { span.item-more { (reason) } }
            }
            @if !is_received { span.tag.tag-bad[state == "failed"] { (state) } }
        }
    }
}

fn form(given: Option<&Form>, wrong: Option<&str>) -> Markup {
    html! {
        h2 #detail-title { "Receive a message" }
        @if let Some(wrong) = wrong { p.wrong role="alert" { (wrong) } }
        form.fields method="post" action=(PAGE) {
            @for (name, label, example) in FIELDS {
                div.field {
                    label for=(name) { (label) }
                    input #(name) name=(name) placeholder=(example) required value=(given.map_or("", |it| it.get(name)));
                }
            }
            div.field {
                label for="message" { "Message" }
                textarea #message name="message" rows="3" required { (given.map_or("", |it| it.get("message"))) }
            }
            div.actions { button.primary type="submit" { "Receive the message" } }
        }
        p.note { "The number has to be leased, with SMS on. The account is told by an event and by the webhook of its "
            "messaging profile." }
    }
}

fn text<'m>(message: &'m Value, name: &str) -> &'m str {
    message[name].as_str().unwrap_or_default()
}
