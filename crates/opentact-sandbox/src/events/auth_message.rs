//! The first message of a client: its credential.

use opentact_client::{Secret, types::WssAuthRequest};
use tokio_websockets::Message;

/// The credential in a message; `None` if it is none.
pub(super) fn read(message: &Message) -> Option<Secret> {
    let request: WssAuthRequest = serde_json::from_str(message.as_text()?).ok()?;
    let secret = request.payload;
    (request.kind == "auth" && !secret.expose().is_empty()).then_some(secret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_object_with_type_and_payload_is_a_credential() {
        let token = |text: &str| read(&Message::text(text.to_owned()));
        let good = r#" {"type": "auth", "payload": "made up", "more": 1} "#;
        assert_eq!(token(good).unwrap().expose(), "made up");
        for text in [
            "",
            "made up",
            "null",
            r#""made up""#,
            r#"["auth", "made up"]"#,
            "{}",
            r#"{"type": "auth"}"#,
            r#"{"payload": "made up"}"#,
            r#"{"type": "auth", "payload": ""}"#,
            r#"{"type": "auth", "payload": null}"#,
            r#"{"type": "auth", "payload": ["made up"]}"#,
            r#"{"type": "Auth", "payload": "made up"}"#,
            r#"{"type": "auth", "payload": "made up"} {}"#,
        ] {
            assert!(token(text).is_none(), "{text}");
        }
        assert!(read(&Message::binary(good.as_bytes())).is_none());
    }
}
