//! What Facebook tells about a token: the answer of
//! [`debug_token`](https://developers.facebook.com/docs/graph-api/reference/debug_token/).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::jwt::some;

/// The answer; its other members do not matter here.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Inspection {
    pub(super) data: Data,
}

/// What it says.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Data {
    #[serde(
        default,
        deserialize_with = "some",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) app_id: Option<String>,
    #[serde(
        default,
        deserialize_with = "some",
        rename = "type",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) kind: Option<String>,
    pub(super) is_valid: bool,
    /// Seconds since 1970; 0 for a token that does not expire.
    #[serde(
        default,
        deserialize_with = "some",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) expires_at: Option<i64>,
    #[serde(
        default,
        deserialize_with = "some",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) user_id: Option<String>,
    #[serde(default)]
    pub(super) scopes: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<Value>,
}

impl Inspection {
    /// What is told about a token that is not known.
    pub(super) fn of_unknown_token() -> Self {
        let error = json!({ "code": 190, "message": "Invalid OAuth access token." });
        Self {
            data: Data {
                error: Some(error),
                ..Data::default()
            },
        }
    }

    /// The user of a token that is good for the app at `now_s`.
    pub(super) fn user(self, app_id: &str, now_s: i64) -> Option<String> {
        let Data { expires_at, .. } = self.data;
        let good = self.data.is_valid
            && self.data.error.is_none()
            && self.data.app_id.as_deref() == Some(app_id)
            && self.data.kind.is_none_or(|kind| kind == "USER")
            && expires_at.is_some_and(|end_s| end_s == 0 || now_s < end_s);
        self.data.user_id.filter(|user| good && !user.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_700_000_000;

    fn good() -> Value {
        json!({
            "app_id": "1", "type": "USER", "application": "made up", "is_valid": true,
            "expires_at": NOW + 1, "issued_at": NOW, "user_id": "7", "scopes": ["email"],
        })
    }

    fn user_of(data: Value) -> Option<String> {
        let inspection: Inspection = serde_json::from_value(json!({ "data": data })).ok()?;
        inspection.user("1", NOW)
    }

    #[test]
    fn a_good_token_has_a_user_until_it_expires() {
        assert_eq!(user_of(good()).as_deref(), Some("7"));
        let mut endless = good();
        endless["expires_at"] = json!(0);
        assert!(user_of(endless).is_some());
        let mut of_old_times = good();
        of_old_times.as_object_mut().unwrap().remove("type");
        assert!(user_of(of_old_times).is_some());
    }

    #[test]
    fn any_other_token_has_none() {
        for (name, value) in [
            ("app_id", json!("2")),
            ("app_id", json!(1)),
            ("type", json!("PAGE")),
            ("is_valid", json!(false)),
            ("is_valid", json!("true")),
            ("expires_at", json!(NOW)),
            ("expires_at", json!(-1)),
            ("expires_at", Value::Null),
            ("user_id", json!("")),
            ("user_id", json!(7)),
            ("error", json!({ "code": 190 })),
        ] {
            let mut data = good();
            data[name] = value;
            assert_eq!(user_of(data), None, "{name}");
        }
        for name in ["app_id", "is_valid", "expires_at", "user_id"] {
            let mut data = good();
            data.as_object_mut().unwrap().remove(name);
            assert_eq!(user_of(data), None, "{name}");
        }
        assert_eq!(Inspection::of_unknown_token().user("1", NOW), None);
    }
}
