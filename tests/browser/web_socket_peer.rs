//! A page's own `WebSocket`, and what it has seen.

use std::{
    fmt::Debug,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::browser::Browser;

/// How long the browser is waited for. The event service waits 10 seconds for a credential.
const PATIENCE: Duration = Duration::from_secs(40);

/// A `WebSocket` of the page that is open, under a name of its own.
pub(crate) struct WebSocketPeer<'b> {
    browser: &'b Browser,
    name: &'static str,
}

impl<'b> WebSocketPeer<'b> {
    /// Connects to an address.
    pub(crate) async fn connect(browser: &'b Browser, name: &'static str, url: &str) -> Self {
        let script = format!(
            "const seen = {{ socket: new WebSocket({}), opened: false, messages: [], closed: null }};
             window[{}] = seen;
             seen.socket.onopen = () => {{ seen.opened = true; }};
             seen.socket.onmessage = ({{ data }}) => seen.messages.push(data);
             seen.socket.onclose = ({{ code, reason, wasClean }}) =>
               {{ seen.closed = {{ code, reason, wasClean }}; }};",
            json!(url),
            json!(name)
        );
        browser.evaluate(&script).await;
        let peer = Self { browser, name };
        peer.until("opened", |it| *it == true).await;
        // The sandbox agrees to nothing that the browser offers.
        assert_eq!(peer.seen("socket.extensions").await, "");
        assert_eq!(peer.seen("socket.protocol").await, "");
        peer
    }

    /// Sends its credential.
    pub(crate) async fn introduce(&self, token: &str) {
        let message = json!({ "type": "auth", "payload": token }).to_string();
        self.run(&format!("send({})", json!(message))).await;
    }

    /// Does something with the `WebSocket`.
    pub(crate) async fn run(&self, call: &str) {
        let script = format!("window[{}].socket.{call}", json!(self.name));
        self.browser.evaluate(&script).await;
    }

    /// The message of that number, as soon as it is there.
    pub(crate) async fn message(&self, number: usize) -> String {
        let message = format!("messages[{number}]");
        let message = self.until(&message, Value::is_string).await;
        message.as_str().unwrap().to_owned()
    }

    /// How many messages have come.
    pub(crate) async fn messages(&self) -> Value {
        self.seen("messages.length").await
    }

    /// Waits until it is closed, with that code, and in the way of the protocol or not. The reason.
    pub(crate) async fn closes(&self, code: u16, clean: bool) -> String {
        let closed = self.until("closed", Value::is_object).await;
        let seen = (&closed["code"], &closed["wasClean"]);
        assert_eq!(seen, (&json!(code), &json!(clean)), "{self:?}: {closed}");
        closed["reason"].as_str().unwrap().to_owned()
    }

    /// Waits until something of it is as it should be.
    async fn until(&self, what: &str, done: impl Fn(&Value) -> bool) -> Value {
        let mut pace = tokio::time::interval(Duration::from_millis(20));
        let since = Instant::now();
        loop {
            let seen = self.seen(what).await;
            if done(&seen) {
                return seen;
            }
            assert!(since.elapsed() < PATIENCE, "{self:?}: {what} is {seen}");
            pace.tick().await;
        }
    }

    async fn seen(&self, what: &str) -> Value {
        let script = format!("return window[{}].{what} ?? null", json!(self.name));
        self.browser.evaluate(&script).await
    }
}

impl Debug for WebSocketPeer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the WebSocket `{}`", self.name)
    }
}
