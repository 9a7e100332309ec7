//! The reference of the API: every operation of the contract, and a way to try it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::Uri,
    response::{Html, Redirect},
};
use maud::{Markup, html};
use opentact_client::security::Operation;

use super::{
    Inspector, badge, contract,
    form::Form,
    named::Named,
    notice::Notice,
    operation_page,
    panes::panes,
    problem::Problem,
    shell::Section,
    try_it::{self, Tried},
};

/// `GET /inspector/reference`
pub(super) async fn list() -> Redirect {
    Redirect::to("/inspector/reference/authenticate")
}

/// `GET /inspector/reference/{operation}`
pub(super) async fn show(
    State(inspector): State<Arc<Inspector>>,
    Named(id): Named<String>,
    uri: Uri,
) -> Result<Html<String>, Problem> {
    let operation = found(&id)?;
    page(&inspector, operation, Notice::of(&uri), None).await
}

/// `POST /inspector/reference/{operation}`: sends the request to the API and shows the answer.
pub(super) async fn try_it(
    State(inspector): State<Arc<Inspector>>,
    Named(id): Named<String>,
    form: Form,
) -> Result<Html<String>, Problem> {
    let operation = found(&id)?;
    let tried = try_it::send(&inspector.api, operation, form).await;
    page(&inspector, operation, None, Some(&tried)).await
}

async fn page(
    inspector: &Inspector,
    operation: Operation,
    done: Option<Notice>,
    tried: Option<&Tried>,
) -> Result<Html<String>, Problem> {
    let detail = operation_page::render(inspector, operation, tried);
    let page = panes(&operations(operation), &detail, None);
    Ok(inspector.page(Section::Reference, operation.id(), done, &page))
}

fn operations(chosen: Operation) -> Markup {
    html! {
        div.list-head { h1 #list-title { "API reference" } }
        ul.items.operations {
            @for it in Operation::ALL.iter().copied() {
                li {
                    a href={ "/inspector/reference/" (it.id()) }
                        aria-current=[(it == chosen).then_some("true")] {
                        (badge::method(it.method())) " "
                        span.item-text {
                            span.item-name.path { (it.path()) } " "
                            span.item-more { (contract::text(contract::operation(it), "summary")) }
                        }
                    }
                }
            }
        }
        p.note {
            "From the contract that the client is generated from. The control port has a document of its own: "
            a href="/openapi.yaml" { "openapi.yaml" } "."
        }
    }
}

fn found(id: &str) -> Result<Operation, Problem> {
    let found = Operation::ALL.iter().find(|operation| operation.id() == id);
    found
        .copied()
        .ok_or_else(|| Problem::not_found("The API has no such operation."))
}
