//! The operations of the contract by how they are answered, and what is kept by it.

use axum::{extract::State, http::Uri, response::Html};
use maud::{Markup, html};
use opentact_client::security::Operation;

use super::{
    Inspector, Shared,
    named::Named,
    notice::Notice,
    panes::{copyable, panes},
    problem::Problem,
    request_detail::{method_badge, pretty},
    shell::Section,
};
use crate::{
    contract::{RESOURCES, Resource},
    operations::Grade,
};

/// `GET /inspector/operations`
pub(super) async fn list(State(inspector): Shared, uri: Uri) -> Result<Html<String>, Problem> {
    page(&inspector, Notice::of(&uri), None).await
}

/// `GET /inspector/kept/{resource}`
pub(super) async fn show(
    State(inspector): Shared,
    Named(name): Named<String>,
    uri: Uri,
) -> Result<Html<String>, Problem> {
    page(&inspector, Notice::of(&uri), Some(found(&name)?)).await
}

/// `POST /inspector/kept/{resource}/{thing}/delete`
pub(super) async fn delete(
    State(inspector): Shared,
    Named((name, thing)): Named<(String, i64)>,
) -> Result<axum::response::Response, Problem> {
    let resource = found(&name)?;
    match inspector.owner.delete_kept(resource, thing).await? {
        true => Ok(Notice::ThingDeleted.on(&path(resource))),
        false => Err(Problem::not_found("It is gone already.")),
    }
}

fn found(name: &str) -> Result<&'static Resource, Problem> {
    let found = RESOURCES.iter().find(|it| it.name == name);
    found
        .copied()
        .ok_or_else(|| Problem::not_found("Nothing of that name is kept."))
}

/// The page of a resource.
fn path(resource: &Resource) -> String {
    let name =
        percent_encoding::utf8_percent_encode(resource.name, percent_encoding::NON_ALPHANUMERIC);
    format!("/inspector/kept/{name}")
}

async fn page(
    inspector: &Inspector,
    done: Option<Notice>,
    chosen: Option<&'static Resource>,
) -> Result<Html<String>, Problem> {
    let mut counts = Vec::new();
    for resource in RESOURCES {
        counts.push((*resource, inspector.owner.count_kept(resource).await?));
    }
    let list = html! {
        div.list-head { h1 #list-title { "Operations" } }
        @for grade in [Grade::Written, Grade::Kept, Grade::Example] {
            @let of_grade = Operation::ALL.iter().filter(|it| Grade::of(**it) == grade);
            h2 { (meaning(grade)) " (" (of_grade.clone().count()) ")" }
            ul.items {
                @for operation in of_grade {
                    li {
                        a.item href={ "/inspector/try/" (operation.id()) } {
                            span.item-text {
                                span.item-name { (method_badge(operation.method())) " " (operation.id()) }
                                span.item-more { (operation.path()) }
                            }
                        }
                    }
                }
            }
        }
    };
    let detail = match chosen {
        Some(resource) => things(inspector, resource).await?,
        None => html! {
            h2 #detail-title { "What is kept" }
            ul.items {
                @for (resource, count) in &counts {
                    li { a.item href=(path(resource)) {
                        span.item-text {
                            span.item-name { (resource.name) }
                            span.item-more { (count) " kept" }
                        }
                    } }
                }
            }
            @if counts.is_empty() { p.note { "The contract has nothing that is only kept." } }
        },
    };
    let back = chosen.map(|_| ("/inspector/operations", "Operations"));
    let page = panes(&list, &detail, back);
    Ok(inspector.page(Section::Operations, "Operations", done, &page))
}

const fn meaning(grade: Grade) -> &'static str {
    match grade {
        Grade::Written => "With behaviour of their own",
        Grade::Kept => "Kept by the contract",
        Grade::Example => "Answered with the contract's example",
    }
}

async fn things(inspector: &Inspector, resource: &'static Resource) -> Result<Markup, Problem> {
    let things = inspector.owner.kept(resource).await?;
    Ok(html! {
        h2 #detail-title { (resource.name) }
        p.note { "The last 100, newest first. The contract describes them in " code { (resource.place) } "." }
        @for (id, thing) in &things {
            h3 { code { (thing.key) } }
            (copyable(resource.name, &pretty(&serde_json::Value::Object(thing.values.clone()).to_string())))
            form method="post" action={ (path(resource)) "/" (id) "/delete" } {
                button.small type="submit" aria-label={ "Delete " (thing.key) } { "Delete" }
            }
        }
        @if things.is_empty() { p.note { "None is kept." } }
    })
}
