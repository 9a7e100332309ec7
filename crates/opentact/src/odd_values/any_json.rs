//! Any JSON in the place of a field, and what nearly is JSON.

use opentact_client::tolerant;
use opentact_client::types::{
    Account, AuthenticateResponse, ListTokensResponse, TokenResponse, User,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{ID, PLACES};
use crate::fuzzing::agrees;

/// Any JSON, and what is nearly JSON, as a text.
fn odd_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|it| it.to_string()),
        any::<i64>().prop_map(|it| it.to_string()),
        "-?[1-9]\\.[0-9]{1,3}[eE][+-]?[0-9]{1,4}",
        "\"(\\\\u[dD][89abcdef][0-9]{2}|[a-z ]|\\\\[nt\"\\\\]){0,6}\"",
        "\\PC{0,8}".prop_map(|it| Value::from(it).to_string()),
        (100_usize..115).prop_map(|depth| "[".repeat(depth) + &"]".repeat(depth)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let key = "[a-c]|\\\\ud83[0-9a-f]|uuid|token|message|\\\\u0000";
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4)
                .prop_map(|items| format!("[{}]", items.join(","))),
            proptest::collection::vec((key, inner), 0..4).prop_map(|fields| {
                let fields = fields.into_iter();
                let fields = fields.map(|(key, value)| format!("\"{key}\":{value}"));
                format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
            }),
        ]
    })
}

/// An object of a model in which some fields have other values.
fn odd_object(valid: Value) -> impl Strategy<Value = Value> {
    let names: Vec<String> = valid.as_object().unwrap().keys().cloned().collect();
    let odd = proptest::collection::btree_map(proptest::sample::select(names), odd_json(), 0..3);
    odd.prop_map(move |odd| {
        let mut value = valid.clone();
        for (name, odd) in odd {
            value[&name] = serde_json::from_str(&tolerant::text(odd.as_bytes())).unwrap();
        }
        value
    })
}

fn user() -> Value {
    json!({
        "uuid": ID, "email": "ann@example.com", "role": "user", "token": "made up", "dob": null,
        "avatar": "a", "created_on": "2024-02-19T16:06:00.210Z", "wss_online": true, "new": [],
        "account": account(), "phone_number": "+1 202 555 0100", "gender": "female",
    })
}

fn account() -> Value {
    json!({
        "uuid": ID, "email": "a@example.com", "name": "A", "level": "level0", "balance": 99.8,
        "phone": 12_025_550_100_i64, "city": null, "disabled_on": "2024-02-19T16:06:00.210Z",
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_may_stand_for_an_optional_text(json in odd_json()) {
        let mended: Value = serde_json::from_str(&tolerant::text(json.as_bytes())).unwrap();
        for outcome in PLACES {
            let found = outcome("{", &json);
            prop_assert_eq!(found.written, Some(mended.clone()));
            let has_one = found.read.is_some() ^ found.kept.is_some_and(|it| !it.is_null());
            prop_assert!(has_one || mended.is_null());
        }
    }

    #[test]
    fn both_readers_agree(user in odd_object(user()), account in odd_object(account())) {
        agrees::<User>(&user);
        agrees::<Account>(&account);
        let body = json!({ "success": true, "payload": [user, account] });
        agrees::<ListTokensResponse>(&body);
        agrees::<AuthenticateResponse>(&json!({ "success": true, "payload": user }));
        agrees::<TokenResponse>(&json!({ "success": true, "payload": user }));
    }
}
