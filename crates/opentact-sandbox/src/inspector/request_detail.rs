//! One request that the API has received, as far as it may be shown, and what is shown alike of any.

use maud::{Markup, html};

use super::{Inspector, panes::copyable, time_view};
use crate::{operations::Grade, record::RequestRecord};

/// What is known of the request, if it is still kept.
pub(super) async fn render(inspector: &Inspector, record: Option<RequestRecord>) -> Markup {
    let Some(record) = record else {
        return html! {
            div.empty {
                h2 #detail-title { "This request is no longer kept" }
                p { "The log keeps the last 10,000 requests, until it is cleared." }
            }
        };
    };
    let user = match record.user {
        Some(uuid) => inspector.owner.user(&uuid.to_string()).await.ok(),
        None => None,
    };
    let email = user.as_ref().map(|user| user.email.as_str());
    html! {
        h2.wire #detail-title {
            (method_badge(&record.method)) " " span.path { (record.path) } " " (status_badge(record.status))
        }
        dl.facts {
            div { dt { "When" } dd { (time_view::ago(inspector.owner.clock().now(), record.time)) } }
            div { dt { "Took" } dd { (format!("{:.1} ms", record.duration.as_secs_f64() * 1000.0)) } }
            div { dt { "Number" } dd { (record.id) } }
            div {
                dt { "Operation" }
                dd {
                    @if let Some(operation) = record.operation {
                        a href={ "/inspector/reference#" (operation.id()) } { (operation.id()) }
                    } @else { "none of the API" }
                }
            }
            div {
                dt { "User" }
                dd {
                    @if let Some(user) = &user {
                        a href={ "/inspector/users/" (user.uuid) } { (user.email) }
                    } @else if let Some(uuid) = record.user {
                        code { (uuid) }
                    } @else { "none" }
                }
            }
            div {
                dt { "Credentials" }
                dd {
                    @if record.credentials.is_empty() { "none" }
                    @for scheme in &record.credentials { span.tag { (scheme.name()) } " " }
                }
            }
            @if let Some(operation) = record.operation {
                div { dt { "Answered" } dd { (Grade::of(operation).name()) } }
            }
            @if let Some(stub) = record.stub {
                div { dt { "Stub" } dd { a href={ "/inspector/stubs/" (stub) } { "number " (stub) } } }
            }
            @if let Some(fault) = record.fault {
                div { dt { "Fault" } dd { a href="/inspector/faults" { "number " (fault) } } }
            }
        }
        @if !record.query.is_empty() {
            h3 { "Query" }
            (copyable("Query", &record.query))
        }
        @if record.headers.is_empty() {
            p.note { "Headers and bodies are kept for the last 1,000 requests." }
        } @else {
            h3 { "Headers" }
            (header_table(&record.headers))
        }
        @if let Some(body) = &record.body {
            h3 { "Body" }
            (copyable("Body", &pretty(body)))
        }
        h3 { "Send it again" }
        (copyable("The request as a command", &command(inspector, &record, email)))
        p.note { "What is masked here was masked before it was kept." }
    }
}

fn command(inspector: &Inspector, record: &RequestRecord, email: Option<&str>) -> String {
    let mut curl = inspector.curl(&record.method, &record.path);
    for scheme in &record.credentials {
        curl = curl.credential(*scheme, email);
    }
    if let Some(body) = &record.body {
        curl = curl.json(body);
    }
    curl.command()
}

/// JSON with a line for each member; anything else as it is.
pub(super) fn pretty(text: &str) -> String {
    let value = serde_json::from_str::<serde_json::Value>(text);
    let pretty = value.and_then(|value| serde_json::to_string_pretty(&value));
    pretty.unwrap_or_else(|_| text.to_owned())
}

/// Names of headers with their values.
pub(super) fn header_table(headers: &[(String, String)]) -> Markup {
    html! {
        table.headers {
            tbody {
                @for (name, value) in headers { tr { th scope="row" { (name) } td { (value) } } }
            }
        }
    }
}

/// A method of HTTP, told by word and by colour.
pub(super) fn method_badge(method: &str) -> Markup {
    let kind = match method {
        "GET" | "HEAD" => "get",
        "POST" | "PUT" => "post",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ => "other",
    };
    html! { span class={ "method method-" (kind) } { (method) } }
}

/// A status of HTTP, told by word and by colour; 0 if there was no answer.
pub(super) fn status_badge(status: u16) -> Markup {
    let kind = match status {
        0 => "none",
        200..=299 => "good",
        300..=399 => "other",
        400..=499 => "refused",
        _ => "failed",
    };
    html! {
        span class={ "status status-" (kind) } {
            @if status == 0 { "no answer" } @else { (status) }
        }
    }
}
