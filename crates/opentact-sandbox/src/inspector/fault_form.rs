//! The form that sets a fault: how it looks, and the fault that it means.

use maud::{Markup, html};
use opentact_client::security::Operation;
use serde_json::{Map, Value};

use super::{form::Form, problem::Problem};
use crate::faults::Fault;

/// The ways to misbehave: as in the JSON of a fault, a name, what the client meets, and the fields
/// that go with it.
const ACTIONS: &str = "\
status | Answer with a status | this status, with an envelope or a body of your own; nothing is done | status message body
rate_limit | Answer with 429 | 429 with Retry-After; nothing is done | retry_after
delay | Answer late | the answer, up to a minute late | delay_ms
stall | Do not answer | nothing, until the fault is removed |
close_before | Close the connection, undone | a closed connection; nothing is done |
close_after | Close the connection, done | a closed connection, although it is done |
close_midway | Close amid the body | a connection that closes in the middle of the body; it is done |
truncate | Send half of the body | half of the body as if it were all; it is done |
merge | Change the answer | the answer with a JSON merge patch laid over it; it is done | patch
garbage | Send what is no frame | bytes that are no WebSocket frame; for the event service and deliveries alone |
close | Close with a code | a WebSocket that is closed with this code; for the event service and deliveries alone | code";

/// What is typed into a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typed {
    Number,
    Text,
    Json,
}

/// The fields that go with some of the actions only: a name, a label, an example, a first value, and
/// what is typed there.
const DETAILS: [(&str, &str, &str, &str, Typed); 7] = [
    ("status", "Status", "200 to 599", "503", Typed::Number),
    (
        "retry_after",
        "Retry-After in seconds",
        "1",
        "",
        Typed::Number,
    ),
    (
        "delay_ms",
        "Delay in milliseconds",
        "0 to 60000",
        "1000",
        Typed::Number,
    ),
    (
        "message",
        "Message",
        "what the envelope says",
        "",
        Typed::Text,
    ),
    ("body", "Body", "in place of the envelope", "", Typed::Text),
    (
        "patch",
        "Merge patch",
        "null removes a field",
        r#"{"payload": {"role": "Auditor"}}"#,
        Typed::Json,
    ),
    ("code", "Close code", "1000 to 4999", "1012", Typed::Number),
];

/// Key, name, what the client meets, and fields of each action.
fn actions() -> impl Iterator<Item = [&'static str; 4]> {
    ACTIONS.lines().map(|line| {
        let mut parts = line.split('|').map(str::trim);
        std::array::from_fn(|_| parts.next().unwrap_or_default())
    })
}

/// What people call an action.
pub(super) fn name_of(action: &str) -> &str {
    let known = actions().find(|[key, ..]| *key == action);
    known.map_or(action, |[_, name, ..]| name)
}

/// The fault that a form means. What goes with another action is left out, as the form hides it.
pub(super) fn read(form: &Form) -> Result<Fault, Problem> {
    let action = form.get("action");
    let mut fault = Map::new();
    fault.insert("action".to_owned(), action.into());
    fault.insert(
        "operation".to_owned(),
        form.filled("operation").unwrap_or("*").into(),
    );
    for (name, label, .., typed) in DETAILS {
        if !with(name).any(|it| it == action) {
            continue;
        }
        let value = match typed {
            Typed::Number => form.number::<u64>(name, label)?.map(Value::from),
            Typed::Text => form.filled(name).map(Value::from),
            Typed::Json => {
                let json = form.filled(name).map(serde_json::from_str).transpose();
                json.map_err(|_| Problem::form(format!("{label} has to be JSON.")))?
            }
        };
        fault.extend(value.map(|value| (name.to_owned(), value)));
    }
    match form.get("how_often") {
        "probability" => {
            let share = form.number::<f64>("probability", "The probability")?;
            fault.insert("probability".to_owned(), share.unwrap_or(0.5).into());
            let seed = form.number::<u32>("seed", "The seed")?;
            fault.extend(seed.map(|seed| ("seed".to_owned(), seed.into())));
        }
        _ => {
            let next = form.number::<u32>("next", "The number of requests")?;
            fault.insert("next".to_owned(), next.unwrap_or(1).into());
        }
    }
    let fault = serde_json::from_value(Value::Object(fault));
    fault.map_err(|error| Problem::form(error.to_string()))
}

/// The form, with what was sent and what is wrong with it.
pub(super) fn render(sent: Option<&Form>, wrong: Option<&str>) -> Markup {
    let value = |name: &str, first: &'static str| match sent {
        Some(form) => form.get(name).to_owned(),
        None => first.to_owned(),
    };
    let (action, operation) = (value("action", "status"), value("operation", "*"));
    let dice = value("how_often", "next") == "probability";
    html! {
        form.fields.fault method="post" action="/inspector/faults" {
            @if let Some(wrong) = wrong { p.wrong role="alert" { (wrong) } }
            div.field { label for="action" { "What happens" }
                select #action name="action" {
                    @for [key, name, ..] in actions() {
                        option value=(key) selected[key == action] { (name) }
                    }
                }
                @for [key, _, meets, _] in actions() {
                    p class={ "help with-" (key) } { "The client meets " (meets) "." }
                }
            }
            div.field { label for="operation" { "To requests for" }
                select #operation name="operation" {
                    option value="*" selected[operation == "*"] { "everything" }
                    option value="events" selected[operation == "events"] { "the event service" }
                    option value="delivery" selected[operation == "delivery"] {
                        "deliveries: no requests, but each event to each connection"
                    }
                    @for it in Operation::ALL {
                        option value=(it.id()) selected[operation == it.id()] {
                            (it.id()) " · " (it.method()) " " (it.path())
                        }
                    }
                }
            }
            @for (name, label, example, first, typed) in DETAILS {
                div class={ "field" @for action in with(name) { " with-" (action) } } {
                    label for={ "fault-" (name) } { (label) }
                    input id={ "fault-" (name) } name=(name) placeholder=(example)
                        value=(value(name, first)) inputmode=[(typed == Typed::Number).then_some("numeric")];
                }
            }
            fieldset {
                legend { "How often" }
                label.inline { input type="radio" name="how_often" value="next" checked[!dice];
                    "The next" }
                input.short name="next" aria-label="How many requests" inputmode="numeric"
                    value=(value("next", "1"));
                span { "requests" }
                br;
                label.inline { input type="radio" name="how_often" value="probability" checked[dice];
                    "Any, with the probability" }
                input.short name="probability" aria-label="Probability, 0 to 1" inputmode="decimal"
                    value=(value("probability", "0.1"));
                label.inline { "and the seed"
                    input.short name="seed" inputmode="numeric" placeholder="drawn" value=(value("seed", "")); }
            }
            div.actions { button.primary type="submit" { "Set the fault" } }
        }
    }
}

/// The actions that a field goes with.
fn with(field: &str) -> impl Iterator<Item = &'static str> {
    actions()
        .filter(move |[.., fields]| fields.split(' ').any(|it| it == field))
        .map(|[key, ..]| key)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_form_offers_every_action_of_the_document() {
        let document: Value = serde_saphyr::from_str(include_str!("../../control.yaml")).unwrap();
        let known = &document["components"]["schemas"]["Fault"]["properties"]["action"]["enum"];
        let ours: Vec<_> = actions().map(|[key, ..]| key).collect();
        assert_eq!(json!(ours), *known);
    }

    #[test]
    fn each_action_takes_the_fields_that_go_with_it() {
        for [action, .., fields] in actions() {
            let mut fault = json!({ "action": action });
            if ["garbage", "close"].contains(&action) {
                fault["operation"] = "events".into();
            }
            for name in fields
                .split(' ')
                .filter(|it| !it.is_empty() && *it != "body")
            {
                let (.., first, typed) = DETAILS.iter().find(|it| it.0 == name).unwrap();
                fault[name] = match typed {
                    Typed::Number => first.parse::<u64>().unwrap_or(1).into(),
                    Typed::Text => "made up".into(),
                    Typed::Json => serde_json::from_str(first).unwrap(),
                };
            }
            let fault: Fault = serde_json::from_value(fault).unwrap();
            fault.check().unwrap();
        }
    }
}
