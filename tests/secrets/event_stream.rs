//! A WebSocket carries the token, and events carry addresses: nothing prints a frame.

use std::time::Duration;

use opentact::events::{EventItem, EventStream};
use opentact::{Client, Credential, ManualClock};
use opentact_tests::{EventPeer, EventSocket};
use serde_json::json;

use crate::scene::settings;
use crate::scripted_peer::{ScriptedPeer, answer, json as json_answer};
use crate::watch::Watch;

/// What a service may know and repeat.
#[derive(Clone)]
struct Known {
    tokens: String,
    email: String,
    ip: String,
}

impl Known {
    fn everything(&self) -> String {
        format!("{} {} {}", self.tokens, self.email, self.ip)
    }

    /// A yes, then everything that a message can be, then a goodbye; later on a no.
    async fn serve(self, mut socket: EventSocket, number: usize) {
        let all = self.everything();
        socket.hear_token().await;
        if number > 0 {
            let no = json!({ "type": "auth", "success": false, "message": all, "payload": all });
            socket.say(&no.to_string()).await;
            return socket.hear_out().await;
        }
        let user = json!({ "email": self.email, "token": self.tokens });
        let yes = json!({
            "type": "auth",
            "message": format!("WSS connection x@{} - success auth {}", self.ip, self.email),
            "payload": { "ip": self.ip, "user": user, "account": user },
        });
        socket.say(&yes.to_string()).await;
        let event = json!({ "type": "sms", "message": all, "payload": { "message": all }, "account": user, "sms": user });
        socket.say(&event.to_string()).await;
        socket.say(&all).await;
        socket.frame(0x82, all.as_bytes()).await;
        let words: String = all.chars().filter(char::is_ascii).take(120).collect();
        socket.frame(0x89, words.as_bytes()).await;
        socket.close(1001, &words).await;
    }
}

/// Shows all that a stream yields until it ends.
async fn show(watch: &Watch, client: &Client, clock: &ManualClock, peer: &EventPeer) {
    let events = client.events().url(peer.url());
    watch.debug(&events);
    let mut stream: EventStream = events.stream().unwrap();
    let mut kinds = Vec::new();
    loop {
        watch.debug(&stream);
        let next = tokio::select! {
            next = stream.next() => next,
            _ = clock.wait_over() => continue,
        };
        let Some(next) = next else { break };
        watch.outcome(&next);
        let Ok(item) = next else { continue };
        kinds.push(match &item {
            EventItem::Connected(it) => {
                watch.debug(it);
                "connected"
            }
            EventItem::Event(it) => {
                watch.debug(&it.payload());
                "event"
            }
            EventItem::Unreadable(it) => {
                watch.debug(it);
                it.error().iter().for_each(|error| watch.error(error));
                "unreadable"
            }
            EventItem::Disconnected(it) => {
                watch.show(it);
                watch.error(it.reason());
                "disconnected"
            }
            _ => "unknown",
        });
    }
    assert_eq!(
        kinds,
        [
            "connected",
            "event",
            "unreadable",
            "unreadable",
            "disconnected"
        ]
    );
}

#[tokio::test]
async fn no_frame_is_printed() {
    let watch = Watch::new("event stream");
    let password = watch.password("the password");
    let jwt = watch.jwt("the JWT", Duration::from_secs(600));
    let token = watch.token("the API token");
    let known = Known {
        tokens: format!("{token} {jwt} {password}"),
        email: format!("{}@example.com", watch.word("an e-mail address")),
        ip: watch.word("an IP address"),
    };
    let (given, logins) = (jwt.clone(), known.clone());
    let api = ScriptedPeer::start(move |_| {
        json_answer("200 OK", &json!({ "success": true, "payload": {
            "uuid": "60e9fa76-20e7-45ee-bf24-8c4a95143dad", "email": logins.email, "role": "User",
            "token": given,
        }}))
    })
    .await;
    for credential in [
        Credential::api_token(token.as_str()),
        Credential::jwt(jwt.as_str()),
        Credential::basic("me@example.com", password.as_str()),
    ] {
        let serving = known.clone();
        let peer =
            EventPeer::start(move |socket, number| serving.clone().serve(socket, number)).await;
        let clock = ManualClock::new();
        let settings = settings(&api.base_url(), credential).clock(clock.clone());
        let client = settings.build().unwrap();
        show(&watch, &client, &clock, &peer).await;
    }
    watch.assert_clean();
}

#[tokio::test]
async fn no_answer_to_the_upgrade_is_printed() {
    let watch = Watch::new("event upgrade");
    let token = watch.token("the API token");
    for status in [
        "101 Switching Protocols",
        "302 Found",
        "401 No",
        "503 No",
        "200 OK",
    ] {
        let said = token.clone();
        let peer = ScriptedPeer::start(move |request| {
            assert!(!request.contains(&said), "the request has the token");
            let more = format!("x-said: {said}\r\nlocation: /{said}\r\nsec-websocket-accept: {said}\r\nupgrade: {said}\r\n");
            answer(status, &more, &said)
        })
        .await;
        let client = settings(&peer.base_url(), Credential::api_token(token.as_str()))
            .clock(ManualClock::new())
            .build()
            .unwrap();
        let mut stream = client.events().stream().unwrap();
        let next = stream.next().await.unwrap();
        watch.outcome(&next);
        if let Ok(EventItem::Disconnected(it)) = &next {
            watch.show(it);
            watch.error(it.reason());
        }
        watch.debug(&stream);
    }
    watch.assert_clean();
}
