//! The form that tries an operation, and the answer.

use maud::{Markup, html};
use opentact_client::security::{Operation, SecurityScheme};

use super::{
    Inspector, badge, contract,
    operation_text::place,
    panes::copyable,
    request_detail::pretty,
    try_it::{Tried, path},
};

/// The form as it was sent, but for the credential, and the answer if it was.
pub(super) fn render(inspector: &Inspector, operation: Operation, tried: Option<&Tried>) -> Markup {
    let document = contract::operation(operation);
    let example = contract::example(&contract::resolved(&document["requestBody"])["content"]);
    let body = match tried {
        Some(tried) => tried.body.clone(),
        None => example.map(|it| format!("{it:#}")).unwrap_or_default(),
    };
    let chosen = match tried {
        Some(tried) => tried.scheme,
        None => operation.security().first().copied(),
    };
    // What a path names may be the value of a token, so it is as little repeated as a credential.
    let repeated = tried.map(|it| it.parameter.trim());
    let repeated = repeated.filter(|it| uuid::Uuid::parse_str(it).is_ok());
    html! {
        section.try aria-labelledby="try-title" {
            h3 #try-title { "Try it" }
            form.fields #try-form method="post" autocomplete="off" action={ "/inspector/reference/" (operation.id()) } {
                div.field { label for="scheme" { "Credential" }
                    select #scheme name="scheme" {
                        option value="" selected[chosen.is_none()] { "none" }
                        @for it in operation.security() {
                            option value=(it.name()) selected[chosen == Some(*it)] { (it.name()) " · " (place(*it)) }
                        }
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
                @if operation.path().contains('{') {
                    div.field { label for="parameter" { "token, in the path" }
                        input #parameter name="token" required value=[repeated]; }
                }
                @if example.is_some() {
                    div.field { label for="body" { "Body" }
                        textarea #body name="body" rows="5" spellcheck="false" { (body) } }
                }
                div.actions { button.primary type="submit" { "Send" } }
            }
            div #answer role="status" { @if let Some(tried) = tried { (answer(tried)) } }
            h4 { "As a command" }
            (copyable("The request as a command", &command(inspector, operation, chosen, repeated, &body)))
        }
    }
}

fn answer(tried: &Tried) -> Markup {
    html! {
        @match &tried.outcome {
            Err(said) => p.wrong { (said) },
            Ok(answer) => {
                p.answer-line { (badge::status(answer.status)) " answered" }
                (copyable("The body of the answer", &pretty(&answer.body)))
                details {
                    summary { "Headers" }
                    table.headers {
                        tbody {
                            @for (name, value) in &answer.headers {
                                tr { th scope="row" { (name) } td { (value) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn command(
    inspector: &Inspector,
    operation: Operation,
    scheme: Option<SecurityScheme>,
    parameter: Option<&str>,
    body: &str,
) -> String {
    let path = path(operation, parameter.unwrap_or("TOKEN"));
    let mut curl = inspector.curl(operation.method(), &path);
    if let Some(scheme) = scheme {
        curl = curl.credential(scheme, None);
    }
    if !body.trim().is_empty() {
        curl = curl.json(body);
    }
    curl.command()
}
