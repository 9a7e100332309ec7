//! Reads the server's error, also where it is not quite what the contract says.

use opentact_client::Unrecognized;
use opentact_client::tolerant::Tolerant;
use opentact_client::types::ErrorResponse;
use serde_json::{Map, Value};

/// What stands for a message where there is none.
const NO_MESSAGE: &str = "(no message)";

/// The server's error out of a JSON object, or `None` when the object does not look like one.
///
/// Nothing is lost: a field that does not have the contract's type goes to `extra` as it is.
pub(crate) fn read(mut fields: Map<String, Value>) -> Option<ErrorResponse> {
    let success = fields.get("success").and_then(Value::as_bool);
    if success != Some(false) && !fields.contains_key("message") {
        return None;
    }
    fields.insert("success".to_owned(), success.unwrap_or(false).into());
    let message = fields.remove("message");
    let (message, odd) = match message {
        Some(Value::String(message)) => (message, None),
        odd => (NO_MESSAGE.to_owned(), odd),
    };
    fields.insert("message".to_owned(), message.into());
    let mut envelope = ErrorResponse::read(&Value::Object(fields)).ok()?;
    let odd = odd.map(|it| ("message".to_owned(), Unrecognized(it)));
    envelope.extra.extend(odd);
    Some(envelope)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use opentact_client::Revealed;
    use serde_json::json;

    use super::*;

    fn read_value(value: &Value) -> Option<ErrorResponse> {
        read(value.as_object().unwrap().clone())
    }

    #[test]
    fn an_error_of_the_contract_is_read_whole() {
        let value = json!({
            "success": false, "message": "no", "status": 402, "meta": null, "code": 7,
            "fields": { "params.to": { "message": "bad", "value": null } },
        });
        let envelope = read_value(&value).unwrap();
        assert_eq!(serde_json::to_value(Revealed(&envelope)).unwrap(), value);
    }

    #[test]
    fn what_does_not_fit_is_kept_beside() {
        let value =
            json!({ "success": false, "message": { "en": "no" }, "status": "402", "fields": [] });
        let envelope = read_value(&value).unwrap();
        assert_eq!(
            (envelope.message.as_str(), envelope.status),
            (NO_MESSAGE, None)
        );
        assert_eq!(envelope.extra["message"].0, json!({ "en": "no" }));
        assert_eq!(envelope.extra["status"].0, "402");
        assert_eq!(envelope.extra["fields"].0, json!([]));
    }

    #[test]
    fn an_object_that_is_no_error_is_none() {
        assert!(read_value(&json!({})).is_none());
        assert!(read_value(&json!({ "success": true, "payload": [] })).is_none());
        assert!(read_value(&json!({ "message": "pay" })).is_some());
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "\\PC{0,8}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inside| {
            let name = "success|message|status|meta|fields|value|[a-z]{1,4}";
            prop_oneof![
                proptest::collection::vec(inside.clone(), 0..4).prop_map(Value::from),
                proptest::collection::btree_map(name, inside, 0..6)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_is_lost(value in any_json()) {
            let Some(fields) = value.as_object() else { return Ok(()) };
            let says_no = fields.get("success") == Some(&Value::from(false));
            match read(fields.clone()) {
                None => prop_assert!(!says_no && !fields.contains_key("message")),
                Some(envelope) => {
                    let kept = serde_json::to_value(Revealed(&envelope)).unwrap();
                    for (name, field) in fields {
                        let is_kept = kept.get(name) == Some(field);
                        let is_number = name == "status" && kept[name].as_f64() == field.as_f64();
                        prop_assert!(is_kept || is_number || name == "success", "{name} in {kept}");
                    }
                    prop_assert!(!envelope.success || !says_no);
                }
            }
        }
    }
}
