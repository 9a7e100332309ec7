//! The ways to misbehave, as the form offers them: a name, what the client meets, and which of the
//! fields go with it.

/// One way to misbehave.
pub(super) struct FaultAction {
    /// As in the JSON of a fault.
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) client_meets: &'static str,
    /// The fields of the form that are sent along, if they are filled in.
    pub(super) fields: &'static [&'static str],
}

/// Every way, in the order of the form.
pub(super) const FAULT_ACTIONS: [FaultAction; 10] = [
    FaultAction {
        key: "status",
        name: "Answer with a status",
        client_meets: "this status, with an envelope or a body of your own; nothing is done",
        fields: &["status", "message", "body"],
    },
    FaultAction {
        key: "rate_limit",
        name: "Answer with 429",
        client_meets: "429 with Retry-After; nothing is done",
        fields: &["message", "retry_after"],
    },
    FaultAction {
        key: "delay",
        name: "Answer late",
        client_meets: "the answer, up to a minute late",
        fields: &["delay_ms"],
    },
    FaultAction {
        key: "stall",
        name: "Do not answer",
        client_meets: "nothing, until the fault is removed",
        fields: &[],
    },
    FaultAction {
        key: "close_before",
        name: "Close the connection, undone",
        client_meets: "a closed connection; nothing is done",
        fields: &[],
    },
    FaultAction {
        key: "close_after",
        name: "Close the connection, done",
        client_meets: "a closed connection, although it is done",
        fields: &[],
    },
    FaultAction {
        key: "close_midway",
        name: "Close amid the body",
        client_meets: "a connection that closes in the middle of the body; it is done",
        fields: &[],
    },
    FaultAction {
        key: "truncate",
        name: "Send half of the body",
        client_meets: "half of the body as if it were all; it is done",
        fields: &[],
    },
    FaultAction {
        key: "garbage",
        name: "Send what is no frame",
        client_meets: "bytes that are no WebSocket frame; for the event service and deliveries alone",
        fields: &[],
    },
    FaultAction {
        key: "close",
        name: "Close with a code",
        client_meets: "a WebSocket that is closed with this code; for the event service and deliveries alone",
        fields: &["code"],
    },
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::faults::Fault;

    #[test]
    fn the_form_offers_every_action_of_the_document() {
        let document: serde_json::Value =
            serde_saphyr::from_str(include_str!("../../control.yaml")).unwrap();
        let known = &document["components"]["schemas"]["Fault"]["properties"]["action"]["enum"];
        let ours: Vec<_> = FAULT_ACTIONS.iter().map(|it| it.key).collect();
        assert_eq!(json!(ours), *known);
        for key in ours {
            let fault = json!({ "action": key });
            assert!(serde_json::from_value::<Fault>(fault).is_ok(), "{key}");
        }
    }
}
