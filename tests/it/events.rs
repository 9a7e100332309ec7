//! Every event that a page shows or a client reads, read by its model and written back.

use std::path::{Path, PathBuf};

use opentact::events::{AuthAnswer, AuthMessage, Entity, Event, Payload};
use opentact::models::{
    Call, CallFlow, CallState, EventType, FlowCommand, Order, OrderState, Sms, SmsState, User,
};
use opentact::{Revealed, Secret};
use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/events")
}

/// The frames, by their names.
fn frames() -> Vec<(String, String)> {
    let mut found: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    found.sort();
    found
}

fn event(name: &str) -> Event {
    let frames = frames();
    let (_, text) = frames.iter().find(|(it, _)| it == name).unwrap();
    Event::from_json(text.as_str()).unwrap()
}

/// What a caller gets to see of an event by its accessors.
fn seen(event: &Event) -> String {
    let related = event.related().map(|it| it.entity).collect::<Vec<_>>();
    let account = event.account().map(|it| it.uuid);
    format!(
        "{event:#?}\nmessage: {:?}\npayload: {:#?}\nuuid: {:?}\nref_id: {:?}\ncreated_on: {:?}\n\
         modified_on: {:?}\ntimestamp: {:?}\naccount: {account:?}\nrelated: {related:?}\n\
         delivery_report: {:?}\nsuccess: {:?}\ncommand: {:?}\nanswer: {:?}",
        event.message(),
        event.payload(),
        event.uuid(),
        event.ref_id(),
        event.created_on(),
        event.modified_on(),
        event.timestamp(),
        event.delivery_report(),
        event.success(),
        event.command(),
        AuthAnswer::of(event),
    )
}

#[test]
fn every_event_is_read_and_written_back_as_it_was() {
    let frames = frames();
    assert!(frames.len() >= 11);
    for (name, text) in frames {
        let event = Event::from_json(text.as_str()).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_value(&event).unwrap(), value, "{name}");
        // In one line, as logs of JSON have it.
        let line = text.trim_end().replace(['\r', '\n'], " ");
        assert_eq!(serde_json::to_string(&event).unwrap(), line);
        assert_eq!(event.as_str(), text);
        assert!(!matches!(event.kind(), EventType::Unknown(_)), "{name}");
        let is_refused = name == "auth_refused";
        assert_eq!(matches!(event.payload(), Payload::Other(_)), is_refused);
        insta::assert_snapshot!(format!("event.{name}"), seen(&event));
    }
}

#[test]
fn the_published_answer_of_2021_is_no_json_until_it_is_repaired() {
    let printed = std::fs::read_to_string(folder().join("auth_2021_as_printed.txt")).unwrap();
    serde_json::from_str::<Value>(&printed).unwrap_err();
    insta::assert_snapshot!(Event::from_json(printed.as_str()).unwrap_err(), @"the frame is no JSON object (line 35, column 3); the service sends nothing else, so look at what stands between it and this client");
    let repaired = printed.replace("    },\n  }\n}", "    }\n  }\n}");
    assert_eq!(event("auth_2021_repaired").as_str(), repaired);
}

#[test]
fn both_published_answers_are_a_yes_and_everything_else_of_their_kind_is_a_no() {
    for name in ["auth_2021_repaired", "auth_2024"] {
        let yes = event(name);
        assert_eq!(AuthAnswer::of(&yes), Some(AuthAnswer::Accepted), "{name}");
        let value = serde_json::to_value(&yes).unwrap();
        for (key, changed) in [
            ("success", json!(false)),
            ("success", json!("true")),
            ("success", json!(1)),
            ("payload", json!(null)),
            ("payload", json!({})),
            ("payload", json!({ "user": null })),
            ("payload", json!([])),
        ] {
            let mut value = value.clone();
            value[key] = changed.clone();
            let answer = AuthAnswer::of(&serde_json::from_value(value).unwrap());
            assert!(
                matches!(answer, Some(AuthAnswer::Refused(_))),
                "{name}: {key}: {changed}"
            );
        }
        // A user that no model of today reads is a user.
        for changed in [json!({ "user": {} }), json!({ "user": { "role": 7 } })] {
            let mut value = value.clone();
            value["payload"] = changed;
            let event = serde_json::from_value(value).unwrap();
            assert_eq!(AuthAnswer::of(&event), Some(AuthAnswer::Accepted));
            assert!(matches!(event.payload(), Payload::Other(_)));
        }
    }
    assert_eq!(AuthAnswer::of(&event("call_state_live")), None);
}

#[test]
fn a_call_is_read_from_the_entity_as_well() {
    let event = event("call_state_hangup");
    let call: Call = event.entity(Entity::Call).unwrap().read().unwrap();
    assert_eq!(call.state, Some(CallState::Hangup));
    assert_eq!(call.uuid, event.ref_id());
    assert_eq!(call.q850_cause_string.as_deref(), Some("NO_USER_RESPONSE"));
    assert_eq!(event.entity(Entity::User), None);
    assert_eq!(event.get("user").unwrap().as_str(), "null");
    assert_eq!(event.get("brand_new"), None);
    event
        .entity(Entity::Call)
        .unwrap()
        .read::<User>()
        .unwrap_err();
}

#[test]
fn what_is_new_is_an_event_all_the_same() {
    for (name, text) in frames() {
        let mut value: Value = serde_json::from_str(&text).unwrap();
        value["brand_new"] = json!({ "deep": [1, null, "made up"] });
        value["uuid"] = json!(7);
        value["created_on"] = json!("tomorrow");
        value["account"] = json!("nobody");
        value["payload"] = json!({ "state": 5, "user": { "uuid": 5 }, "command": 5, "uuid": {} });
        value["sms_brand"] = json!("a brand");
        let event: Event = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(serde_json::to_value(&event).unwrap(), value, "{name}");
        match event.payload() {
            Payload::Other(payload) => {
                let requires = [EventType::Auth, EventType::Sms, EventType::TnOrder];
                assert!(requires.contains(event.kind()), "{name}");
                assert_eq!(Some(payload), event.get("payload"));
            }
            Payload::CallState(call) => assert_eq!(*call, Call::default()),
            Payload::CallFlow(flow) => assert_eq!(*flow, CallFlow::default()),
            other => panic!("{name}: {other:?}"),
        }
        assert_eq!(event.uuid(), None);
        assert_eq!(event.created_on(), None);
        assert_eq!(event.account(), None);
        assert_eq!(
            event.entity(Entity::SmsBrand).unwrap().as_str(),
            "\"a brand\""
        );
        value["type"] = json!("brand_new");
        let event: Event = serde_json::from_value(value).unwrap();
        assert_eq!(event.kind().as_str(), "brand_new");
        assert_eq!(event.kind(), &EventType::from("brand_new"));
    }
}

#[test]
fn whose_a_connection_is_is_read_whole() {
    for name in ["auth_2021_repaired", "auth_2024"] {
        let event = event(name);
        let Payload::Auth(connection) = event.payload() else {
            panic!("{name}: {:?}", event.payload());
        };
        let raw: Value = event.get("payload").unwrap().read().unwrap();
        assert_eq!(serde_json::to_value(&connection).unwrap(), raw, "{name}");
        let account = event.get("account").map(|it| it.read::<Value>().unwrap());
        let read = event.account().map(|it| serde_json::to_value(it).unwrap());
        assert_eq!(read, account, "{name}");
    }
}

/// Each field of a model has the value of its key.
macro_rules! assert_read {
    ($model:expr, $raw:expr, $($field:ident = $key:literal),+ $(,)?) => {
        assert_eq!($raw.as_object().unwrap().len(), [$($key),+].len());
        $(assert_eq!(serde_json::to_value(&$model.$field).unwrap(), $raw[$key]);)+
    };
}

#[test]
fn every_field_of_a_payload_is_read() {
    let uuid = "81cb534d-8924-46d8-a8c3-ff62fd0c16e8";
    let time = |second: u32| format!("2024-02-19T16:06:0{second}.210Z");
    let raw = json!({
        "uuid": uuid, "direction": "in", "state": "live", "from": "+1", "to": "carol", "duration": 7,
        "type": "CallSCA", "created_on": time(0), "modified_on": time(1), "init_on": time(2),
        "ring_on": time(3), "answer_on": time(4), "hangup_on": time(5), "destroy_on": time(6),
        "finished_on": time(7), "q850_cause": 16, "q850_cause_string": "NORMAL_CLEARING",
    });
    let call: Call = serde_json::from_value(raw.clone()).unwrap();
    assert_read!(
        call,
        raw,
        uuid = "uuid",
        direction = "direction",
        state = "state",
        from = "from",
        to = "to",
        duration = "duration",
        kind = "type",
        created_on = "created_on",
        modified_on = "modified_on",
        init_on = "init_on",
        ring_on = "ring_on",
        answer_on = "answer_on",
        hangup_on = "hangup_on",
        destroy_on = "destroy_on",
        finished_on = "finished_on",
        q850_cause = "q850_cause",
        q850_cause_string = "q850_cause_string",
    );
    let raw = json!({
        "uuid": uuid, "type": "smso", "from": "+1", "to": "+2", "thread": "0f", "message": "Hello",
        "state": "sent", "delivered": false, "automated": true, "reason": "none",
        "created_on": time(0), "modified_on": time(1),
    });
    let sms: Sms = serde_json::from_value(raw.clone()).unwrap();
    assert_read!(
        sms,
        raw,
        uuid = "uuid",
        kind = "type",
        from = "from",
        to = "to",
        thread = "thread",
        message = "message",
        state = "state",
        delivered = "delivered",
        automated = "automated",
        reason = "reason",
        created_on = "created_on",
        modified_on = "modified_on",
    );
    let raw = json!({ "uuid": uuid, "state": "success" });
    let order: Order = serde_json::from_value(raw.clone()).unwrap();
    assert_read!(order, raw, uuid = "uuid", state = "state");
    let raw = json!({ "name": "Answer", "success": true, "reason": "none", "path": "Answer[0]" });
    let command: FlowCommand = serde_json::from_value(raw.clone()).unwrap();
    assert_read!(
        command,
        raw,
        name = "name",
        success = "success",
        reason = "reason",
        path = "path",
    );
}

#[test]
fn a_field_of_another_form_costs_no_other() {
    for (name, known) in [
        ("call_state_hangup", "state"),
        ("sms_success_2022", "state"),
        ("tn_order_2021", "state"),
        ("call_flow_answer_2022", "command"),
    ] {
        let whole = serde_json::to_value(event(name)).unwrap();
        let keys: Vec<&String> = whole["payload"].as_object().unwrap().keys().collect();
        // What has no id is no message and no order.
        let required = |key: &str| {
            key == known || key == "uuid" && known == "state" && name != "call_state_hangup"
        };
        for key in keys.into_iter().filter(|key| !required(key)) {
            for other in [
                json!([true]),
                json!({ "a": 1 }),
                json!("1"),
                json!(-1.5e300),
            ] {
                let mut changed = whole.clone();
                changed["payload"][key] = other;
                let event: Event = serde_json::from_value(changed).unwrap();
                let is_known = match event.payload() {
                    Payload::CallState(call) => call.state == Some(CallState::Hangup),
                    Payload::Sms(sms) => sms.state == SmsState::Success,
                    Payload::TnOrder(order) => order.state == OrderState::Success,
                    Payload::CallFlow(flow) => flow.command.is_some(),
                    _ => false,
                };
                assert!(is_known, "{name}: {key}: {}", event.as_str());
            }
        }
    }
}

#[test]
fn a_list_is_no_payload_and_no_yes() {
    for kind in ["auth", "call_state", "call_flow", "sms", "tn_order"] {
        for count in 0..30 {
            for value in [json!(null), json!({ "user": {} })] {
                let list = json!(vec![value; count]);
                let event = json!({ "type": kind, "payload": list, "account": list });
                let event: Event = serde_json::from_value(event).unwrap();
                assert!(
                    matches!(event.payload(), Payload::Other(_)),
                    "{kind}: {}",
                    event.as_str()
                );
                assert_eq!(event.account(), None);
                let answer = AuthAnswer::of(&event);
                assert!(
                    !matches!(answer, Some(AuthAnswer::Accepted)),
                    "{}",
                    event.as_str()
                );
            }
        }
    }
}

/// A message that is cut in the middle of an emoji comes like this.
#[test]
fn half_a_character_costs_no_text() {
    let event = Event::from_json(
        r#"{"type":"sms","message":"a\ud83d","command":"\ude00","payload":{"uuid":"81cb534d-8924-46d8-a8c3-ff62fd0c16e8","message":"Hello \ud83d","reason":"\ud83d\ude00","state":"sent"}}"#,
    )
    .unwrap();
    assert!(event.message().unwrap().starts_with('a'));
    assert!(event.command().is_some());
    let Payload::Sms(sms) = event.payload() else {
        panic!("{:?}", event.payload());
    };
    assert!(
        sms.message
            .as_deref()
            .unwrap()
            .starts_with("Hello \u{fffd}")
    );
    assert_eq!(sms.reason.as_deref(), Some("😀"));
}

#[test]
fn a_type_that_is_no_text_is_not_shown() {
    for kind in [json!({ "email": "planted" }), json!(["planted"])] {
        let event: Event = serde_json::from_value(json!({ "type": kind })).unwrap();
        assert!(!format!("{event:?}").contains("planted"), "{event:?}");
        assert_eq!(
            event.get("type").unwrap().read::<Value>().unwrap(),
            kind,
            "it is kept all the same"
        );
    }
}

#[test]
fn no_event_shows_whose_it_is() {
    let planted = [
        "@",
        "192.0.2",
        "+1",
        "1000000",
        "Hello",
        "sometown",
        "carol",
        "Unauthorized",
    ];
    for (name, text) in frames() {
        let event = Event::from_json(text.as_str()).unwrap();
        let related: Vec<_> = event.related().collect();
        let shown = format!(
            "{event:?} {event:#?} {:?} {:#?} {related:?} {:?}",
            event.payload(),
            event.payload(),
            AuthAnswer::of(&event),
        );
        for word in planted {
            assert!(!shown.contains(word), "{name} shows {word}: {shown}");
        }
    }
}

#[test]
fn the_first_message_carries_the_token_and_does_not_show_it() {
    let message = AuthMessage::new(Secret::new("planted-4711"));
    let frame: Value = serde_json::from_str(message.frame().expose()).unwrap();
    assert_eq!(frame, json!({ "type": "auth", "payload": "planted-4711" }));
    assert!(!format!("{message:?} {:?}", message.frame()).contains("planted"));
    assert!(
        serde_json::to_string(&Revealed(&message))
            .unwrap()
            .contains("planted")
    );
    assert!(!serde_json::to_string(&message).unwrap().contains("planted"));
}
