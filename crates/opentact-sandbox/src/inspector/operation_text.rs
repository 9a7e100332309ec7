//! What the contract says of an operation: credentials, parameters, body and answers.

use maud::{Markup, html};
use opentact_client::{
    Location,
    security::{Operation, SecurityScheme},
};
use serde_json::Value;

use super::{
    badge,
    contract::{self, resolved, text},
    panes::copyable,
    prose, schema_view,
};

/// The parameters, if there are any.
pub(super) fn parameters(document: &'static Value) -> Markup {
    html! {
        @if let Some(parameters) = document["parameters"].as_array() {
            h3 { "Parameters" }
            ul.schema {
                @for it in parameters.iter().map(resolved) {
                    li {
                        code.name { (text(it, "name")) } " "
                        span.kind { "in the " (text(it, "in")) }
                        p { (prose::line(text(it, "description"))) }
                    }
                }
            }
        }
    }
}

/// The body of the request, if there is one.
pub(super) fn body(document: &'static Value) -> Markup {
    let content = &resolved(&document["requestBody"])["content"];
    html! {
        @if content.is_object() {
            h3 { "Body" }
            (schema_view::render(&content["application/json"]["schema"]))
        }
    }
}

/// The credentials that it takes, any one of them.
pub(super) fn credentials(operation: Operation) -> Markup {
    html! {
        h3 { "Credentials" }
        p { "Any one of these." }
        table.schemes {
            tbody {
                @for scheme in operation.security() {
                    tr {
                        th scope="row" { (scheme.name()) }
                        td {
                            code { (place(*scheme)) }
                            div { (prose::line(text(contract::scheme(scheme.name()), "description"))) }
                        }
                    }
                }
            }
        }
    }
}

/// The answers by status.
pub(super) fn answers(document: &'static Value) -> Markup {
    let answers = document["responses"].as_object();
    html! {
        h3 { "Answers" }
        @for (status, answer) in answers.into_iter().flatten() {
            @let answer = resolved(answer);
            @let content = &answer["content"];
            details.answer {
                summary {
                    (badge::status(status.parse().unwrap_or(0))) " "
                    (prose::line(text(answer, "description")))
                }
                (schema_view::render(&content["application/json"]["schema"]))
                @if let Some(example) = contract::example(content) {
                    (copyable(&format!("An example of {status}"), &format!("{example:#}")))
                }
            }
        }
    }
}

/// Where a scheme puts its credential.
pub(super) fn place(scheme: SecurityScheme) -> String {
    match scheme.location() {
        Location::Basic => "Authorization: Basic".to_owned(),
        Location::Bearer => "Authorization: Bearer".to_owned(),
        Location::Header(name) => name.to_owned(),
        Location::Query(name) => format!("?{name}="),
        _ => String::new(),
    }
}
