//! A browser's `WebSocket` before the event service, of which it shares nothing.

use std::time::Duration;

use opentact_sandbox::{AuthAnswer, Sandbox, TlsIdentity};
use opentact_tests::EMAIL;
use serde_json::{Value, json};

use crate::{browser::Browser, place::Place, web_socket_peer::WebSocketPeer};

/// The older path of the service, and the newer one.
const PATHS: [&str; 2] = ["/", "/wss"];

/// The address of the event service.
fn service(place: &Place, path: &str) -> String {
    let base = place.sandbox.base_url();
    format!("ws{}{path}", base.strip_prefix("http").unwrap())
}

/// A token of Ann's, and her subscription to the events of this type.
async fn subscribed(place: &Place, kind: &str) -> String {
    place.ann().subscriptions().create(kind).await.unwrap();
    let token = place.sandbox.create_token(EMAIL, "a page", None).await;
    token.unwrap().token.expose().to_owned()
}

/// Opens a page that may connect to this machine, as pages of elsewhere may not, and to other origins,
/// as the inspector's may not: JSON of the control port.
async fn page(place: &Place, browser: &Browser) {
    place.open(browser, "/clock").await;
}

fn json_of(message: &str) -> Value {
    serde_json::from_str(message).unwrap()
}

/// Looks at what the browser wrote last: the origin of another port, and an offer to compress.
fn of_another_origin(place: &Place) {
    let handshake = place.sandbox.requests().pop().unwrap();
    let header = |name| handshake.headers.iter().find(|it| it.0 == name);
    assert_eq!(handshake.status, 101);
    assert_eq!(header("origin").unwrap().1, place.url);
    assert!(header("sec-websocket-extensions").is_some());
}

/// Introduces itself in both places, reads events and is told when the service restarts.
async fn a_life(place: &Place, browser: &Browser, succeeds: &Value) {
    let token = subscribed(place, "sms").await;
    page(place, browser).await;
    for path in PATHS {
        let peer = WebSocketPeer::connect(browser, "peer", &service(place, path)).await;
        peer.introduce(&token).await;
        let answer = json_of(&peer.message(0).await);
        assert_eq!(answer["type"], "auth", "{path}");
        assert_eq!(answer["success"], *succeeds, "{path}");
        assert_eq!(answer["payload"]["user"]["email"], EMAIL, "{path}");
        of_another_origin(place);

        let event =
            |number| json!({ "type": "sms", "message": "Grüße, 世界 🐦", "number": number });
        let long = json!({ "type": "sms", "message": "🐦".repeat(50_000) });
        let other = json!({ "type": "call_state" });
        assert_eq!(place.sandbox.send_event(EMAIL, &other).await.unwrap(), 0);
        for number in 1..=50 {
            let sent = place.sandbox.send_event(EMAIL, &event(number)).await;
            assert_eq!(sent.unwrap(), 1);
        }
        place.sandbox.send_event(EMAIL, &long).await.unwrap();
        assert_eq!(peer.message(51).await, long.to_string());
        for number in 1..=50 {
            assert_eq!(peer.message(number).await, event(number).to_string());
        }
        assert_eq!(peer.messages().await, 52);

        assert_eq!(place.sandbox.end_connections(Some(1012)).unwrap(), 1);
        peer.closes(1012, true).await;
        assert!(place.sandbox.connections().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn browser_is_answered_and_sent_its_events() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    a_life(&place, &browser, &Value::Null).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn so_it_is_with_the_older_answer_and_over_tls() {
    let builder = Sandbox::builder().auth_answer(AuthAnswer::Form2021);
    let place = Place::with(builder.tls(TlsIdentity::generated())).await;
    let browser = Browser::trusting().await;
    assert!(service(&place, "/").starts_with("wss://"));
    a_life(&place, &browser, &Value::Bool(true)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn browser_is_told_why_a_connection_ends() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    let token = subscribed(&place, "sms").await;
    page(&place, &browser).await;
    let service = service(&place, "/wss");
    let connect = |name| WebSocketPeer::connect(&browser, name, &service);

    let silent = connect("silent").await;

    let refused = connect("refused").await;
    refused.introduce("made up").await;
    let answer = json_of(&refused.message(0).await);
    assert_eq!(answer["type"], "auth");
    assert_eq!(answer["success"], false);
    refused.closes(4401, true).await;

    let binary = connect("binary").await;
    let bytes = json!({ "type": "auth", "payload": token }).to_string();
    binary
        .run(&format!("send(new TextEncoder().encode({}))", json!(bytes)))
        .await;
    assert_eq!(json_of(&binary.message(0).await)["success"], false);
    binary.closes(4400, true).await;

    let live = async |name| {
        let peer = connect(name).await;
        peer.introduce(&token).await;
        assert_eq!(json_of(&peer.message(0).await)["type"], "auth");
        peer
    };
    let chatty = live("chatty").await;
    chatty.run("send('a'.repeat(65537))").await;
    chatty.closes(1009, true).await;

    let polite = live("polite").await;
    polite.run("close(3000, 'that is all')").await;
    polite.closes(3000, true).await;
    assert!(place.sandbox.connections().is_empty());

    let cut = live("cut").await;
    place.sandbox.end_connections(None).unwrap();
    cut.closes(1006, false).await;

    let deleted = live("deleted").await;
    for it in place.sandbox.tokens(EMAIL).await.unwrap() {
        place
            .sandbox
            .delete_token(EMAIL, &it.uuid.to_string())
            .await
            .unwrap();
    }
    let reason = deleted.closes(4401, true).await;
    assert_eq!(reason, "the credential does not hold");

    place.sandbox.clock().advance(Duration::from_secs(10));
    silent.closes(4408, true).await;

    let last = connect("last").await;
    place.sandbox.shutdown().await;
    assert_eq!(last.closes(1001, true).await, "the sandbox stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn inspector_shows_the_connection_of_another_page() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    let token = subscribed(&place, "call_state").await;
    page(&place, &browser).await;
    let peer = WebSocketPeer::connect(&browser, "peer", &service(&place, "/wss")).await;
    peer.introduce(&token).await;
    peer.message(0).await;
    let with_the_peer = browser.client.window().await.unwrap();
    let inspector = browser.client.new_window(true).await.unwrap().handle;

    browser.client.switch_to_window(inspector).await.unwrap();
    place.open(&browser, "/inspector/events").await;
    browser.says("item-name", EMAIL).await;
    browser.says("item-more", "0 events").await;
    let page = browser.find("html").await;
    browser.click("Send the event").await;
    browser.left(&page).await;
    browser.says("item-more", "1 events").await;
    browser.picture("events").await;
    let button = format!("Drop the connection of {EMAIL}");
    browser.press(&button, "The connection was dropped.").await;
    browser.says("note", "Nobody is connected").await;

    browser
        .client
        .switch_to_window(with_the_peer)
        .await
        .unwrap();
    assert_eq!(json_of(&peer.message(1).await)["type"], "call_state");
    peer.closes(1006, false).await;
}
