//! The page of the event service: who is connected, what they are sent, and their end.

use opentact_sandbox::Fault;
use reqwest::Method;

use super::page::Inspector;
use crate::{
    events::peer::{Peer, Seen, ann_who_listens, call_state},
    world::{ANN, BOB},
};

const PAGE: &str = "/inspector/events";

#[tokio::test]
async fn connections_are_shown_sent_events_and_dropped() {
    let inspector = Inspector::new().await;
    let empty = inspector.get(PAGE).await;
    assert!(empty.text.contains("Nobody is connected"));
    let mut ann = ann_who_listens(&inspector.world).await;
    let bob = Peer::bob(&inspector.world).await;
    let event = call_state(1).to_string();
    let form = [("user", ANN), ("event", event.as_str())];
    assert_eq!(inspector.done(PAGE, &form).await, "The event was sent.");
    assert_eq!(ann.next().await, Seen::Event(call_state(1)));
    let form = [("user", BOB), ("event", event.as_str())];
    let lost = inspector.done(PAGE, &form).await;
    assert!(lost.starts_with("Nobody was sent the event"), "{lost}");
    let page = inspector.get(PAGE).await;
    assert_eq!(
        page.all("#connections .item-name"),
        [ANN, BOB],
        "{}",
        page.text
    );
    assert_eq!(page.all("#connections b"), ["1", "0"]);
    let id = inspector.world.sandbox.connections()[0].id;
    let end = format!("/inspector/connections/{id}/end");
    assert_eq!(
        inspector.done(&end, &[]).await,
        "The connection was dropped."
    );
    assert_eq!(ann.rest().await, [Seen::Cut]);
    assert_eq!(inspector.send(&end, &[]).await.status, 404);
    let all = inspector.done("/inspector/connections/end", &[]).await;
    assert_eq!(all, "All connections were dropped.");
    assert_eq!(bob.rest().await, [Seen::Cut]);
}

#[tokio::test]
async fn what_is_no_event_is_told_beside_what_was_typed() {
    let inspector = Inspector::new().await;
    for (event, said) in [
        ("{", "not valid JSON"),
        (r#"{"no": "type <b>"}"#, "has to have a `type`"),
        ("[]", "has to be an object"),
    ] {
        let page = inspector
            .send(PAGE, &[("user", BOB), ("event", event)])
            .await;
        assert_eq!(page.status, 400);
        assert!(page.one("[role=alert]").contains(said), "{}", page.text);
        assert_eq!(page.one("textarea"), event);
        assert_eq!(page.one("option[selected]"), BOB);
    }
}

#[tokio::test]
async fn faults_of_the_service_are_set_and_shown() {
    let inspector = Inspector::new().await;
    let form = [
        ("action", "close"),
        ("operation", "events"),
        ("code", "1013"),
    ];
    inspector.done("/inspector/faults", &form).await;
    let faults = inspector.world.sandbox.faults();
    let expected = Fault::close(1013).on_events().next(1);
    assert_eq!(faults.list()[0].fault, expected);
    let page = inspector.get("/inspector/faults").await;
    let shown = page.all("#faults .item-more");
    assert_eq!(shown[0], "code 1013 , on events");
    let form = [("action", "stall"), ("operation", "delivery")];
    inspector.done("/inspector/faults", &form).await;
    let expected = Fault::stall().on_delivery().next(1);
    assert_eq!(faults.list()[1].fault, expected);
    // What is not for the service alone is not taken for another operation.
    let form = [("action", "garbage"), ("operation", "*")];
    let wrong = inspector.send("/inspector/faults", &form).await;
    assert_eq!(wrong.status, 400);
    let request = inspector.world.request(Method::GET, "/rest/auth");
    assert_eq!(request.send().await.unwrap().status(), 401);
    assert_eq!(faults.list().len(), 2);
}
