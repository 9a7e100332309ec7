//! The event service by the control port.

use reqwest::Method;
use serde_json::{Value, json};

use super::peer::{Peer, Seen, ann_who_listens, call_state};
use crate::{
    control::port::Port,
    world::{ANN, BOB},
};

#[tokio::test]
async fn connections_are_seen_sent_events_and_ended() {
    let port = Port::new().await;
    assert_eq!(port.get("/connections").await, json!([]));
    let mut ann = ann_who_listens(&port.world).await;
    let bob = Peer::bob(&port.world).await;

    let sending = json!({ "user": ANN, "event": call_state(1) });
    let sent = port
        .payload(202, Method::POST, "/events", Some(sending))
        .await;
    assert_eq!(sent, json!({ "connections": 1 }));
    assert_eq!(ann.next().await, Seen::Event(call_state(1)));
    let sending = json!({ "user": BOB, "event": call_state(2) });
    let sent = port
        .payload(202, Method::POST, "/events", Some(sending))
        .await;
    assert_eq!(sent, json!({ "connections": 0 }));

    let connections = port.get("/connections").await;
    let shown = [0, 1].map(|at| (&connections[at]["email"], &connections[at]["events"]));
    assert_eq!(shown, [(&json!(ANN), &json!(1)), (&json!(BOB), &json!(0))]);
    let stats = port.get("/stats").await;
    assert_eq!(
        (&stats["event_connections"], &stats["events"]),
        (&json!(2), &json!(1))
    );

    let path = format!(
        "/connections/{}?code=4000",
        connections[0]["id"].as_str().unwrap()
    );
    port.delete(&path).await;
    assert_eq!(ann.rest().await, [Seen::Closed(4000)]);
    assert_eq!(port.call(Method::DELETE, &path, None).await.0, 404);
    let ended = port
        .payload(200, Method::DELETE, "/connections", None)
        .await;
    assert_eq!(ended, json!({ "connections": 1 }));
    assert_eq!(bob.rest().await, [Seen::Cut]);
}

#[tokio::test]
async fn what_is_wrong_is_told_by_field() {
    let port = Port::new().await;
    for (event, field) in [
        (json!({}), "event"),
        (json!("sms"), "event"),
        (json!({ "type": 1 }), "event"),
    ] {
        let sending = json!({ "user": ANN, "event": event });
        let fields = port.wrong(Method::POST, "/events", sending).await;
        assert_ne!(fields[field], Value::Null, "{fields}");
    }
    let unknown = json!({ "user": "eve@example.com", "event": { "type": "sms" } });
    assert_eq!(
        port.call(Method::POST, "/events", Some(unknown)).await.0,
        404
    );
    for path in [
        "/connections?code=1005",
        "/connections?code=x",
        "/connections?user=x",
    ] {
        assert_eq!(port.call(Method::DELETE, path, None).await.0, 400, "{path}");
    }
    let fault = json!({ "action": "close", "code": 1013, "operation": "events" });
    assert_eq!(port.post("/faults", fault).await["operation"], "events");
}
