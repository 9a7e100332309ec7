//! The stubs that are set with what they have answered, and the form that sets one.

use axum::{
    extract::State,
    http::{StatusCode, Uri},
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};
use serde_json::Value;

use super::{
    Inspector, Shared,
    form::Form,
    named::Named,
    notice::Notice,
    panes::{copyable, panes},
    problem::Problem,
    request_detail::{header_table, pretty},
    shell::Section,
};
use crate::stubs::{ReceivedRequest, StubBuilder, StubRecord};

/// The fields of the form: a name, a label, an example and a first value.
const FIELDS: [(&str, &str, &str, &str); 4] = [
    ("method", "Method", "POST", "POST"),
    ("path", "Path", "/rest/sms or /rest/sms/{uuid}", ""),
    ("status", "Status", "200 to 599", "200"),
    ("times", "How often", "until it is removed", ""),
];

/// `GET /inspector/stubs`
pub(super) async fn list(State(inspector): Shared, uri: Uri) -> Html<String> {
    page(&inspector, Notice::of(&uri), &form(None, None), None)
}

/// `GET /inspector/stubs/{stub}`
pub(super) async fn show(
    State(inspector): Shared,
    Named(stub): Named<u64>,
    uri: Uri,
) -> Result<Html<String>, Problem> {
    let unknown = || Problem::not_found("There is no such stub.");
    let record = inspector.owner.stubs().get(stub).ok_or_else(unknown)?;
    let received = inspector.owner.stubs().received(stub);
    let detail = detail(&record, &received);
    let back = Some(("/inspector/stubs", "Stubs"));
    Ok(page(&inspector, Notice::of(&uri), &detail, back))
}

/// `POST /inspector/stubs`
pub(super) async fn add(State(inspector): Shared, given: Form) -> Response {
    match set(&inspector, &given) {
        Ok(_) => Notice::StubSet.on("/inspector/stubs"),
        Err(problem) => {
            let form = form(Some(&given), Some(problem.message()));
            (StatusCode::BAD_REQUEST, page(&inspector, None, &form, None)).into_response()
        }
    }
}

fn set(inspector: &Inspector, form: &Form) -> Result<StubRecord, Problem> {
    let owner = &inspector.owner;
    let mut stub: StubBuilder<'_> = owner.stub(form.get("method").trim(), form.get("path").trim());
    if let Some(times) = form.number("times", "How often")? {
        stub = stub.times(times);
    }
    let status = form.number("status", "The status")?.unwrap_or(0);
    let body = match form.filled("body") {
        None => Value::Null,
        Some(text) => serde_json::from_str(text)
            .map_err(|error| Problem::form(format!("The body is no JSON: {error}.")))?,
    };
    stub.reply(status, body).map_err(Problem::from)
}

/// `POST /inspector/stubs/{stub}/remove`
pub(super) async fn remove(
    State(inspector): Shared,
    Named(stub): Named<u64>,
) -> Result<Response, Problem> {
    match inspector.owner.stubs().remove(stub) {
        true => Ok(Notice::StubRemoved.on("/inspector/stubs")),
        false => Err(Problem::not_found("There is no such stub.")),
    }
}

fn page(
    inspector: &Inspector,
    done: Option<Notice>,
    detail: &Markup,
    back: Option<(&str, &str)>,
) -> Html<String> {
    let stubs = inspector.owner.stubs().list();
    let list = html! {
        div.list-head { h1 #list-title { "Stubs" } }
        ul.items #stubs data-refresh {
            @for stub in &stubs {
                li {
                    a.item href={ "/inspector/stubs/" (stub.id) } {
                        span.item-text {
                            span.item-name { span.tag { (stub.id) } " " (stub.stub.name()) }
                            span.item-more { "answered " b { (stub.met) } " requests" }
                        }
                    }
                }
            }
        }
        @if stubs.is_empty() {
            p.note { "A stub answers requests for a method and a path as you say, whatever the contract "
                "says, and keeps what came in." }
        }
    };
    inspector.page(Section::Stubs, "Stubs", done, &panes(&list, detail, back))
}

fn form(given: Option<&Form>, wrong: Option<&str>) -> Markup {
    html! {
        h2 #detail-title { "Set a stub" }
        @if let Some(wrong) = wrong { p.wrong role="alert" { (wrong) } }
        form method="post" action="/inspector/stubs" {
            @for (name, label, example, first) in FIELDS {
                div.field {
                    label for=(name) { (label) }
                    input #(name) name=(name) placeholder=(example) value=(given.map_or(first, |it| it.get(name)));
                }
            }
            div.field {
                label for="body" { "Body, as JSON" }
                textarea #body name="body" rows="6" { (given.map_or("", |it| it.get("body"))) }
            }
            button type="submit" { "Set the stub" }
        }
    }
}

fn detail(record: &StubRecord, received: &[ReceivedRequest]) -> Markup {
    let stub = serde_json::to_string(&record.stub).unwrap_or_default();
    html! {
        h2 #detail-title { (record.stub.name()) }
        (copyable("The stub", &pretty(&stub)))
        form method="post" action={ "/inspector/stubs/" (record.id) "/remove" } {
            button.small type="submit" { "Remove" }
        }
        h3 { "What it has answered" }
        @for request in received {
            h4 { (request.method) " " code { (request.path) } }
            @if !request.query.is_empty() { (header_table(&request.query)) }
            (header_table(&request.headers))
            @if !request.body.is_empty() { (copyable("Body", &pretty(&request.body))) }
        }
        @if received.is_empty() { p.note { "Nothing so far." } }
    }
}
