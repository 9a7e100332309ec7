//! A form to try an operation: a real request over loopback, which the log shows like any other.
//!
//! The page is of another origin than the API, which lets no page of another origin in; so the
//! control port sends what the form says.

use std::{error::Error, time::Duration};

use axum::{extract::State, response::Html};
use maud::{Markup, html};
use opentact_client::{Secret, security::Operation};
use reqwest::{
    Client, Method, Request, Url,
    header::{CONTENT_TYPE, HeaderValue, USER_AGENT},
    redirect::Policy,
};
use serde_json::Value;

use super::{
    Inspector, Shared,
    form::Form,
    named::Named,
    panes::{copyable, panes},
    problem::Problem,
    request_detail::{header_table, method_badge, pretty, status_badge},
    shell::Section,
};

/// How long an answer may take, by the real clock: a fault can hold it back for ever.
const PATIENCE: Duration = Duration::from_secs(10);

/// `GET /inspector/try/{operation}`
pub(super) async fn show(
    State(inspector): Shared,
    Named(id): Named<String>,
) -> Result<Html<String>, Problem> {
    Ok(page(&inspector, found(&id)?, None))
}

/// `POST /inspector/try/{operation}`: sends the request to the API and shows the answer.
pub(super) async fn send(
    State(inspector): Shared,
    Named(id): Named<String>,
    form: Form,
) -> Result<Html<String>, Problem> {
    let operation = found(&id)?;
    let answer = match request(&inspector.api, operation, &form) {
        Ok(request) => exchange(request).await,
        Err(problem) => Err(problem),
    };
    let answer = answer.unwrap_or_else(|problem| html! { p.wrong { (problem.message()) } });
    Ok(page(&inspector, operation, Some((&form, &answer))))
}

fn found(id: &str) -> Result<Operation, Problem> {
    let mut all = Operation::ALL.iter().copied();
    let found = all.find(|operation| operation.id() == id);
    found.ok_or_else(|| Problem::not_found("The API has no such operation."))
}

/// The name of the parameter that a part of a path stands for.
fn parameter(part: &str) -> Option<&str> {
    part.strip_prefix('{')?.strip_suffix('}')
}

/// The contract's example of a body, if the operation takes one.
fn example(operation: Operation) -> Option<String> {
    let document: Value = serde_json::from_str(include_str!("../../opentact.json")).ok()?;
    let method = operation.method().to_lowercase();
    let body = &document["paths"][operation.path()][method]["requestBody"]["content"];
    let examples = body["application/json"]["examples"].as_object()?;
    let pointer = examples.values().next()?["$ref"].as_str()?;
    let example = document.pointer(pointer.strip_prefix('#')?)?;
    Some(format!("{:#}", example["value"]))
}

fn request(api: &str, operation: Operation, form: &Form) -> Result<Request, Problem> {
    let unfit = |error: &dyn Error| Problem::form(format!("This cannot be sent: {error}."));
    let mut url: Url = api.parse().map_err(|error| unfit(&error))?;
    for part in operation.path().split('/').skip(1) {
        let value = match parameter(part) {
            Some(name) => form.get(name).trim(),
            None => part,
        };
        if matches!(value, "" | "." | "..") {
            return Err(Problem::form("The path needs a value for its parameter."));
        }
        // Everything is escaped that could end the part. An address of http has a path.
        if let Ok(mut path) = url.path_segments_mut() {
            path.push(value);
        }
    }
    let method: Method = operation.method().parse().map_err(|error| unfit(&error))?;
    let mut request = Request::new(method, url);
    let headers = request.headers_mut();
    let agent = HeaderValue::from_static("opentact-sandbox-inspector");
    headers.insert(USER_AGENT, agent);
    if let Some(body) = form.filled("body") {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        *request.body_mut() = Some(body.to_owned().into());
    }
    let mut schemes = operation.security().iter();
    if let Some(scheme) = schemes.find(|it| it.name() == form.get("scheme")) {
        let credential = Secret::new(form.get("credential").trim());
        let applied = scheme.apply(&mut request, &credential);
        applied.map_err(|error| unfit(&error))?;
    }
    Ok(request)
}

async fn exchange(request: Request) -> Result<Markup, Problem> {
    let client = Client::builder().no_proxy().redirect(Policy::none());
    // The server is this process, whatever a certificate that was given to it says.
    #[cfg(feature = "tls")]
    let client = client.tls_danger_accept_invalid_certs(true);
    let client = client.timeout(PATIENCE).build().map_err(unanswered)?;
    let response = client.execute(request).await.map_err(unanswered)?;
    let (status, headers) = (response.status(), response.headers().clone());
    let body = response.text().await.map_err(unanswered)?;
    let headers = headers.iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.to_string(), value.into_owned())
    });
    let headers: Vec<_> = headers.collect();
    Ok(html! {
        p.answer-line { (status_badge(status.as_u16())) " answered" }
        (copyable("The body of the answer", &pretty(&body)))
        details { summary { "Headers" } (header_table(&headers)) }
    })
}

/// Why there is no answer; without the address, as its query may hold the credential.
fn unanswered(error: reqwest::Error) -> Problem {
    let error = error.without_url();
    let mut cause: &dyn Error = &error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    Problem::form(format!("There was no answer: {cause}."))
}

/// The form, as it was sent apart from secrets, and the answer if it was. What a path names may be
/// the value of a token, so it is as little repeated as a credential.
fn page(
    inspector: &Inspector,
    operation: Operation,
    tried: Option<(&Form, &Markup)>,
) -> Html<String> {
    let list = html! {
        div.list-head { h1 #list-title { "Try the API" } }
        ul.items.operations {
            @for it in Operation::ALL {
                li {
                    a href={ "/inspector/try/" (it.id()) }
                        aria-current=[(*it == operation).then_some("true")] {
                        (method_badge(it.method())) " "
                        span.item-text {
                            span.item-name.path { (it.path()) } " "
                            span.item-more { (it.id()) }
                        }
                    }
                }
            }
        }
    };
    let sent = |name| tried.map(|(form, _)| form.get(name));
    let chosen = sent("scheme");
    let detail = html! {
        h2.wire #detail-title { (method_badge(operation.method())) " " span.path { (operation.path()) } }
        p { "What it takes and answers is in "
            a href={ "/inspector/reference#" (operation.id()) } { "the reference" } "." }
        form.fields #try-form method="post" autocomplete="off" action={ "/inspector/try/" (operation.id()) } {
            div.field { label for="scheme" { "Credential" }
                select #scheme name="scheme" {
                    @for it in operation.security() {
                        option selected[chosen == Some(it.name())] { (it.name()) }
                    }
                    option value="" selected[chosen == Some("")] { "none" }
                }
            }
            div.field { label for="credential" { "Its value" }
                input #credential name="credential" type="password" autocomplete="off"
                    placeholder="email:password for basic" aria-describedby="credential-help";
                p.help #credential-help {
                    "Not kept and not shown again. The " a href="/inspector/users" { "users' pages" }
                    " make tokens."
                }
            }
            @for name in operation.path().split('/').filter_map(parameter) {
                div.field { label for={ "path-" (name) } { (name) ", in the path" }
                    input id={ "path-" (name) } name=(name) required; }
            }
            @if let Some(example) = example(operation) {
                div.field { label for="body" { "Body" }
                    textarea #body name="body" rows="5" spellcheck="false" {
                        (sent("body").unwrap_or(&example))
                    }
                }
            }
            div.actions { button.primary type="submit" { "Send" } }
        }
        div #answer role="status" { @if let Some((_, answer)) = tried { (answer) } }
    };
    let main = panes(&list, &detail, None);
    inspector.page(Section::Try, operation.id(), None, &main)
}
