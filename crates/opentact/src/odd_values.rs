//! Odd values in answers, error bodies, events and webhooks: what is read, kept and written back, and what fails.

mod any_json;

use std::time::{Duration, Instant};

use bytes::Bytes;
use http::StatusCode;
use opentact_client::tolerant;
use opentact_client::types::{
    AuthenticateResponse, CreateTokenResponse, DeleteSubscriptionResponse, ErrorResponse,
    ListTokensResponse, User,
};
use opentact_client::{Envelope, Revealed};
use serde::Serialize;
use serde_json::{Value, json};

use crate::error::{Error, ErrorKind};
use crate::events::{Event, Payload};
use crate::models::CallState;
use crate::redaction::Redaction;
use crate::response::Response;
use crate::transport::received::Received;

const ID: &str = "81cb534d-8924-46d8-a8c3-ff62fd0c16e8";
/// What an API token of a list needs.
const TOKEN: &str =
    r#""uuid":"81cb534d-8924-46d8-a8c3-ff62fd0c16e8","expired_on":"2030-01-01T00:00:00Z""#;

/// What became of an optional text.
#[derive(Debug, PartialEq)]
struct Outcome {
    read: Option<String>,
    /// Among the fields that have no type.
    kept: Option<Value>,
    /// Once the model is written again.
    written: Option<Value>,
}

fn answer(status: u16, body: &[u8]) -> Received {
    let mut response = http::Response::new(Bytes::copy_from_slice(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    Received::new(
        Response::new("fuzzing", response),
        false,
        Redaction::default(),
    )
}

fn opened<T: Envelope>(body: &[u8]) -> Result<T::Payload, Error> {
    answer(200, body).open::<T>().map(|it| it.value)
}

fn written(model: &impl Serialize, field: &str) -> Option<Value> {
    let written = serde_json::to_value(Revealed(model)).unwrap();
    written.get(field).cloned()
}

/// The answer to a login.
fn in_answer(before: &str, value: &str) -> Outcome {
    let value = value.replace("FIELD", "first_name");
    let body = format!(
        r#"{before}"success":true,"payload":{{"uuid":"{ID}","email":"ann@example.com","role":"user",
           "token":"made up","first_name":{value}}}}}"#
    );
    let user = opened::<AuthenticateResponse>(body.as_bytes()).unwrap();
    assert_eq!(user.token.as_ref().unwrap().expose(), "made up");
    Outcome {
        read: user.first_name.value().cloned(),
        kept: user.extra.get("first_name").map(|it| it.0.clone()),
        written: written(&user, "first_name"),
    }
}

/// The body of an error.
fn in_error(before: &str, value: &str) -> Outcome {
    let value = value.replace("FIELD", "meta");
    let body = format!(r#"{before}"success":false,"message":"no","meta":{value}}}"#);
    let error = answer(402, body.as_bytes()).accept().unwrap_err();
    let envelope = error.server_error().unwrap();
    assert_eq!(envelope.message, "no");
    Outcome {
        read: envelope.meta.value().cloned(),
        kept: envelope.extra.get("meta").map(|it| it.0.clone()),
        written: written(envelope, "meta"),
    }
}

/// The payload of an event, whose own models keep nothing: the event has the text.
fn in_event(before: &str, value: &str) -> Outcome {
    let value = value.replace("FIELD", "q850_cause_string");
    let text = format!(
        r#"{before}"type":"call_state","payload":{{"state":"hangup","q850_cause_string":{value}}}}}"#
    );
    let event = Event::from_json(text).unwrap();
    let Payload::CallState(call) = event.payload() else {
        panic!("no call in {event:?}");
    };
    assert_eq!(call.state, Some(CallState::Hangup));
    let again = Event::from_json(serde_json::to_string(&event).unwrap()).unwrap();
    let payload: Value = again.get("payload").unwrap().read().unwrap();
    Outcome {
        kept: payload
            .get("q850_cause_string")
            .filter(|_| call.q850_cause_string.is_none())
            .cloned(),
        read: call.q850_cause_string,
        written: payload.get("q850_cause_string").cloned(),
    }
}

/// The account of a webhook, which keeps what it does not know.
fn in_webhook(before: &str, value: &str) -> Outcome {
    let value = value.replace("FIELD", "city");
    let text = format!(
        r#"{before}"type":"call_state","account":{{"uuid":"{ID}","email":"ann@example.com",
           "name":"Ann","level":"level0","city":{value}}}}}"#
    );
    let account = Event::from_json(text).unwrap().account().unwrap();
    Outcome {
        read: account.city.value().cloned(),
        kept: account.extra.get("city").map(|it| it.0.clone()),
        written: written(&account, "city"),
    }
}

const PLACES: [fn(&str, &str) -> Outcome; 4] = [in_answer, in_error, in_event, in_webhook];

#[test]
fn an_odd_value_costs_itself_alone() {
    let long = "9".repeat(400);
    // What stands before the other fields, the value, and what is read of it or else kept.
    let rows = [
        ("{", r#""Ann""#, Ok("Ann")),
        ("{", r#""""#, Ok("")),
        ("\u{feff}{", r#""Ann""#, Ok("Ann")),
        ("{", r#""Ann \ud83d""#, Ok("Ann \u{fffd}")),
        ("{", r#""\ude00 Ann""#, Ok("\u{fffd} Ann")),
        ("{", r#""\ud83d\ude00""#, Ok("😀")),
        ("{", r#""Bob","FIELD":"Ann""#, Ok("Ann")),
        ("{", r#"7,"FIELD":"Ann""#, Ok("Ann")),
        ("{", r#""Ann","FIELD":7"#, Err(json!(7))),
        (r#"{"\ud83d":1,"#, r#""Ann""#, Ok("Ann")),
        (r#"{"new":1e400,"#, r#""Ann""#, Ok("Ann")),
        (r#"{"new":"\ud83d","new":2,"#, r#""Ann""#, Ok("Ann")),
        (r#"{"success":7,"type":7,"#, r#""Ann""#, Ok("Ann")),
        (r#"{"payload":7,"account":7,"#, r#""Ann""#, Ok("Ann")),
        ("{", "{}", Err(json!({}))),
        ("{", "[]", Err(json!([]))),
        ("{", r#"["Ann"]"#, Err(json!(["Ann"]))),
        (
            "{",
            r#"{"en":"A \ud83d"}"#,
            Err(json!({ "en": "A \u{fffd}" })),
        ),
        ("{", r#"{"\ud83d":1}"#, Err(json!({ "\u{fffd}": 1 }))),
        ("{", r#"{"a":1,"a":2}"#, Err(json!({ "a": 2 }))),
        ("{", "true", Err(json!(true))),
        ("{", "0", Err(json!(0))),
        ("{", "-0.5", Err(json!(-0.5))),
        (
            "{",
            "12345678901234567890",
            Err(json!(12345678901234567890_u64)),
        ),
        ("{", "1e400", Ok("1e400")),
        ("{", &long, Ok(&long)),
        ("{", "[1e400,-1E999]", Err(json!(["1e400", "-1E999"]))),
    ];
    for (before, value, expected) in &rows {
        for (place, outcome) in PLACES.iter().enumerate() {
            let found = outcome(before, value);
            let (read, kept) = match expected {
                Ok(text) => (Some((*text).to_owned()), None),
                Err(kept) => (None, Some(kept.clone())),
            };
            let written = read.clone().map(Value::from).or_else(|| kept.clone());
            let expected = Outcome {
                read,
                kept,
                written,
            };
            assert_eq!(found, expected, "{before}{value:.80} in place {place}");
        }
    }
}

#[test]
fn what_stands_too_deep_is_kept_as_its_text() {
    let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
    for outcome in PLACES {
        let found = outcome("{", &deep);
        assert_eq!(found.read, None);
        assert_eq!(found.written, found.kept);
        let kept = found.kept.unwrap().to_string();
        assert_eq!(kept.replace('"', ""), deep);
        assert_eq!(kept.matches('"').count(), 2, "one text in {kept}");
    }
}

#[test]
fn null_and_nothing_stay_what_they_are() {
    for (value, expected) in [
        ("null", Some(Value::Null)),
        (r#"null,"FIELD":null"#, Some(Value::Null)),
    ] {
        for outcome in PLACES {
            let found = outcome("{", value);
            assert_eq!((found.read, &found.written), (None, &expected));
        }
    }
}

#[test]
fn an_item_with_an_odd_field_costs_that_field() {
    let items = format!(
        r#"{{{TOKEN}}},{{{TOKEN},"ttl":"60","name":"ci","new":1}},{{{TOKEN},"user":{{"uuid":"{ID}"}}}}"#
    );
    let body = format!(r#"{{"success":true,"payload":[{items}]}}"#);
    let tokens = opened::<ListTokensResponse>(body.as_bytes()).unwrap();
    assert_eq!(tokens.len(), 3);
    assert_eq!(
        (tokens[1].ttl, tokens[1].name.as_deref()),
        (None, Some("ci"))
    );
    assert_eq!(tokens[1].extra["ttl"].0, "60");
    assert_eq!(written(&tokens[1], "ttl"), Some(json!("60")));
    assert_eq!(written(&tokens[1], "new"), Some(json!(1)));
    assert!(tokens[2].user.is_none(), "a user without an e-mail is none");
    assert_eq!(written(&tokens[2], "user"), Some(json!({ "uuid": ID })));
}

#[test]
fn a_list_with_an_item_that_cannot_be_read_is_kept_whole() {
    let fields = json!({ "a": { "message": "bad", "value": 7 }, "b": { "value": 7 } });
    let body = json!({ "success": false, "message": "no", "fields": fields, "status": "402" });
    let error = answer(402, body.to_string().as_bytes())
        .accept()
        .unwrap_err();
    let envelope = error.server_error().unwrap();
    assert!(envelope.fields.is_absent());
    assert_eq!(envelope.extra["fields"].0, fields);
    assert_eq!(serde_json::to_value(Revealed(envelope)).unwrap(), body);

    let command = json!({ "name": "Answer", "children": [{ "name": 7, "children": [7] }] });
    let text = json!({ "type": "call_flow", "payload": { "command": command } }).to_string();
    let event = Event::from_json(text).unwrap();
    let Payload::CallFlow(flow) = event.payload() else {
        panic!("no flow in {event:?}");
    };
    let children = flow.command.unwrap().children.unwrap();
    assert!(children[0].name.is_none() && children[0].children.is_none());
}

#[test]
fn what_an_operation_cannot_do_without_is_named() {
    type Open = fn(&[u8]) -> Option<Error>;
    let user: Open = |body| opened::<AuthenticateResponse>(body).err();
    let list: Open = |body| opened::<ListTokensResponse>(body).err();
    let created: Open = |body| opened::<CreateTokenResponse>(body).err();
    let rows = [
        (user, "planted", "is not JSON"),
        (user, "", "is not JSON"),
        (user, r#"{"planted":"#, "is not JSON"),
        (user, r#"{"planted":1,}"#, "is not JSON"),
        (user, r#"["planted"]"#, "it has another type"),
        (user, "null", "it is null"),
        (user, r#"{"payload":{}}"#, "`payload.email` is missing"),
        (user, r#"{"success":true}"#, "`payload` is missing"),
        (
            user,
            r#"{"success":"planted","payload":{"uuid":"ID","email":"a","role":"user"}}"#,
            "`success` has another type",
        ),
        (
            user,
            r#"{"success":true,"payload":{"uuid":"planted","email":"a","role":"user"}}"#,
            "`payload.uuid` has another type",
        ),
        (
            user,
            r#"{"success":true,"payload":{"uuid":"ID","email":null,"role":"user"}}"#,
            "`payload.email` is null",
        ),
        (
            list,
            r#"{"success":true,"payload":{"planted":[]}}"#,
            "`payload` has another type",
        ),
        (
            list,
            r#"{"success":true,"payload":[{TOKEN},{"uuid":"ID","expired_on":["planted"]}]}"#,
            "`payload[1].expired_on` has another type",
        ),
        (
            list,
            r#"{"success":true,"payload":[{TOKEN},"planted"]}"#,
            "`payload[1]` has another type",
        ),
        (
            created,
            r#"{"success":true,"payload":{"uuid":"ID","expired_on":"2030-01-01T00:00:00Z"}}"#,
            "`payload.token` is missing",
        ),
        (
            created,
            r#"{"success":true,"payload":{"uuid":"ID","token":{"planted":1},"expired_on":"2030-01-01T00:00:00Z"}}"#,
            "`payload.token` has another type",
        ),
        (
            created,
            r#"{"success":true,"payload":{"uuid":"ID","token":"planted","expired_on":"planted"}}"#,
            "`payload.expired_on` has another type",
        ),
    ];
    for (open, body, words) in rows {
        let error = open(body.replace("TOKEN", TOKEN).replace("ID", ID).as_bytes());
        let error = error.unwrap_or_else(|| panic!("{body} was read"));
        assert_eq!(error.kind(), ErrorKind::UnexpectedResponse);
        let shown = error.to_string();
        assert!(
            shown.contains(&format!("{words} (a body of ")),
            "{body}: {shown}"
        );
        assert!(!format!("{shown} {error:?}").contains("planted"), "{shown}");
    }
    let misfit = tolerant::read::<ErrorResponse>(br#"{"success":false,"message":7}"#).unwrap_err();
    assert!(misfit.to_string().ends_with(": `message` has another type"));
    assert!(Event::from_json("\u{feff}[]").is_err());
}

#[test]
fn a_refusal_stays_one_whatever_is_odd() {
    for body in [
        r#"{"success":false,"\ud83d":1}"#,
        "\u{feff}{\"success\":false}",
        r#"{"success":true,"payload":1e400,"success":false}"#,
    ] {
        let refused = opened::<DeleteSubscriptionResponse>(body.as_bytes()).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::Refused, "{body}");
        let refused = answer(200, body.as_bytes()).accept().unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::Refused, "{body}");
    }
    let refused = Event::from_json(r#"{"\ud83d":1,"type":"auth","success":false}"#).unwrap();
    assert_eq!(refused.success(), Some(false));
}

#[test]
fn free_requests_read_odd_texts_too() {
    let answer = answer(
        200,
        "\u{feff}{\"payload\":[\"a\\ud83d\",\"b\"],\"payload\":[\"c\\ud83d\"]}".as_bytes(),
    )
    .response;
    assert_eq!(answer.payload::<Vec<String>>().unwrap(), ["c\u{fffd}"]);
    assert_eq!(
        answer.json::<Value>().unwrap(),
        json!({ "payload": ["c\u{fffd}"] })
    );
    let error = answer.payload::<u8>().unwrap_err();
    assert!(error.to_string().contains("at line 1 column 1"), "{error}");
}

#[test]
fn size_costs_time_in_proportion_and_no_stack() {
    let begun = Instant::now();
    for piece in ["[", r#"{"a":"#, "1e400,", r#""\ud83d","#] {
        let body = piece.repeat((4 << 20) / piece.len());
        assert!(tolerant::read::<User>(body.as_bytes()).is_err());
        assert!(Event::from_json(body).is_err());
    }
    let nested = format!("{}{}", "[".repeat(1 << 20), "]".repeat(1 << 20));
    for outcome in PLACES {
        assert!(outcome("{", &nested).kept.is_some());
    }
    let item = format!(r#"{{{TOKEN},"name":{{"odd":"\ud83d"}}}},"#);
    let body = format!(
        r#"{{"success":true,"payload":[{}{{{TOKEN}}}]}}"#,
        item.repeat(100_000)
    );
    let tokens = opened::<ListTokensResponse>(body.as_bytes()).unwrap();
    assert_eq!(tokens.len(), 100_001);
    assert!(
        tokens[..100_000]
            .iter()
            .all(|it| it.extra.contains_key("name"))
    );
    // In proportion to the square these are hours, optimized or not.
    assert!(
        begun.elapsed() < Duration::from_secs(120),
        "{:?}",
        begun.elapsed()
    );
}
