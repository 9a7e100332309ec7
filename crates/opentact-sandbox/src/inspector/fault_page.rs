//! The faults that are set, and the form that sets one.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{StatusCode, Uri},
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};
use serde_json::Value;

use super::{
    Inspector, fault_form, form::Form, named::Named, notice::Notice, panes::panes,
    problem::Problem, shell::Section,
};
use crate::faults::FaultRecord;

/// What is asked for most, in one step.
const READY: [(&str, &[(&str, &str)]); 4] = [
    ("503 once", &[("action", "status"), ("status", "503")]),
    (
        "429 once",
        &[("action", "rate_limit"), ("retry_after", "1")],
    ),
    (
        "2 s late once",
        &[("action", "delay"), ("delay_ms", "2000")],
    ),
    ("Drop the answer once", &[("action", "close_after")]),
];

/// `GET /inspector/faults`
pub(super) async fn show(State(inspector): State<Arc<Inspector>>, uri: Uri) -> Html<String> {
    page(
        &inspector,
        Notice::of(&uri),
        &fault_form::render(None, None),
    )
}

/// `POST /inspector/faults`
pub(super) async fn add(State(inspector): State<Arc<Inspector>>, form: Form) -> Response {
    let add = |fault| inspector.owner.faults().add(fault).map_err(Problem::from);
    match fault_form::read(&form).and_then(add) {
        Ok(_) => Notice::FaultSet.on("/inspector/faults"),
        Err(problem) => {
            let form = fault_form::render(Some(&form), Some(problem.message()));
            (StatusCode::BAD_REQUEST, page(&inspector, None, &form)).into_response()
        }
    }
}

/// `POST /inspector/faults/{fault}/remove`
pub(super) async fn remove(
    State(inspector): State<Arc<Inspector>>,
    Named(fault): Named<u64>,
) -> Result<Response, Problem> {
    match inspector.owner.faults().remove(fault) {
        true => Ok(Notice::FaultRemoved.on("/inspector/faults")),
        false => Err(Problem::not_found("There is no such fault.")),
    }
}

/// `POST /inspector/faults/clear`
pub(super) async fn clear(State(inspector): State<Arc<Inspector>>) -> Response {
    inspector.owner.faults().clear();
    Notice::FaultsCleared.on("/inspector/faults")
}

fn page(inspector: &Inspector, done: Option<Notice>, form: &Markup) -> Html<String> {
    let faults = inspector.owner.faults().list();
    let list = html! {
        div.list-head {
            h1 #list-title { "Faults" }
            @if !faults.is_empty() {
                form method="post" action="/inspector/faults/clear" {
                    button.quiet type="submit" { "Remove all" }
                }
            }
        }
        ul.items #faults data-refresh { @for fault in &faults { li { (set(fault)) } } }
        @if faults.is_empty() {
            p.note { "The sandbox behaves. A fault lets it misbehave on command, so that a client's retries "
                "and timeouts can be seen at work." }
        }
    };
    let detail = html! {
        h2 #detail-title { "Set a fault" }
        div.actions.ready {
            @for (name, fields) in READY {
                form method="post" action="/inspector/faults" {
                    @for (field, value) in fields { input type="hidden" name=(field) value=(value); }
                    button type="submit" { (name) }
                }
            }
        }
        (form)
        p.note { "A request meets the first fault, from the top of the list, that is for it and whose turn it is." }
    };
    inspector.page(
        Section::Faults,
        "Faults",
        done,
        &panes(&list, &detail, None),
    )
}

fn set(record: &FaultRecord) -> Markup {
    // What a fault is made of is private to it, so it is shown as what it is as JSON.
    let json = serde_json::to_value(&record.fault).unwrap_or_default();
    let text = |name: &str| match &json[name] {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    let action = text("action").unwrap_or_default();
    let operation = text("operation").filter(|it| it != "*");
    let details = [
        "status",
        "retry_after",
        "delay_ms",
        "message",
        "body",
        "patch",
        "code",
    ];
    let turns = text("next");
    html! {
        div.fault-set {
            span.item-text {
                span.item-name {
                    span.tag { (record.id) } " " (fault_form::name_of(&action))
                }
                span.item-more {
                    @for (name, value) in details.iter().filter_map(|it| Some((it, text(it)?))) {
                        (name) " " code { (value) } ", "
                    }
                    @match &operation {
                        Some(operation) => { "on " code { (operation) } },
                        None => { "on everything" },
                    }
                }
                span.item-more {
                    "met " b { (record.met) }
                    @if let Some(probability) = text("probability") {
                        " times, with the probability " (probability) ", seed "
                        (text("seed").unwrap_or_default())
                    } @else {
                        " of " (turns.as_deref().unwrap_or("1")) " times"
                    }
                }
            }
            form method="post" action={ "/inspector/faults/" (record.id) "/remove" } {
                button.small type="submit" aria-label={ "Remove fault " (record.id) } { "Remove" }
            }
        }
    }
}
