//! What becomes of the credential of an event stream.

use std::error::Error as _;
use std::time::Duration;

use opentact::events::{AuthRefusal, DisconnectReason, EventItem, EventStreamState};
use opentact::{Client, Credential, ErrorKind, ManualClock};
use opentact_tests::{EventPeer, Gate, Peer, Step, YES_2021, YES_2024, json};
use tokio::sync::mpsc;

use super::{SECOND, TOKEN, after_wait, connected, disconnected, end, event, item, stream};

const NO: &str = r#"{"success":false,"type":"auth","message":"planted words"}"#;

/// The answer to a login that brings that JWT.
fn login(jwt: &str) -> Vec<Step> {
    let payload = serde_json::json!({
        "uuid": "60e9fa76-20e7-45ee-bf24-8c4a95143dad", "email": "me@example.com", "role": "User",
        "token": jwt,
    });
    let body = serde_json::json!({ "success": true, "payload": payload });
    vec![Step::Hear, Step::say(json("200 OK", &body.to_string()))]
}

fn with_login(api: &Peer, clock: &ManualClock) -> Client {
    Client::builder(Credential::basic("me@example.com", "made up"))
        .base_url(api.base_url())
        .max_retries(0)
        .clock(clock.clone())
        .build()
        .unwrap()
}

/// A JWT that lives for ten minutes.
fn jwt(name: &str) -> String {
    use base64::Engine;
    let claims = format!(r#"{{"jti":"{name}","iat":0,"exp":600}}"#);
    let claims = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(claims);
    format!("e30.{claims}.c2ln")
}

#[tokio::test]
async fn both_published_answers_are_a_yes() {
    for answer in [YES_2021, YES_2024] {
        let (told, mut tokens) = mpsc::unbounded_channel();
        let peer = EventPeer::start(move |mut socket, _| {
            let told = told.clone();
            async move {
                told.send(socket.hear_token().await).unwrap();
                socket.say(answer).await;
                socket.hear_out().await;
            }
        })
        .await;
        let mut stream = stream(&peer, &ManualClock::new());
        assert_eq!(stream.state(), EventStreamState::Connecting);
        let EventItem::Connected(it) = item(&mut stream).await else {
            panic!("no connection");
        };
        assert_eq!(it.answer().as_str(), answer);
        assert_eq!(it.reconnects(), 0);
        assert_eq!(stream.state(), EventStreamState::Live);
        assert_eq!(tokens.recv().await.flatten().as_deref(), Some(TOKEN));

        let head = peer.heads().remove(0).to_lowercase();
        assert!(head.starts_with("get /wss http/1.1\r\n"), "{head}");
        for hidden in [
            "planted",
            "authorization",
            "x-auth",
            "cookie",
            "jwt",
            "bearer",
        ] {
            assert!(!head.contains(hidden), "{head}");
        }
    }
}

#[tokio::test]
async fn refusal_of_an_api_token_ends_the_stream() {
    let peer = EventPeer::start(|mut socket, _| async move {
        socket.hear_token().await;
        socket.say(NO).await;
        socket.hear_out().await;
    })
    .await;
    let mut stream = stream(&peer, &ManualClock::new());
    let error = end(&mut stream).await;
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(!error.is_login());
    let refusal = error.source().unwrap().downcast_ref::<AuthRefusal>();
    assert_eq!(refusal.unwrap().message(), Some("planted words"));
    assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
    assert_eq!(peer.heads().len(), 1);
}

#[tokio::test]
async fn close_before_the_answer_is_tried_again_unless_its_code_refuses() {
    for code in [1000, 1011, 4401, 1008, 3000, 3003] {
        let peer = EventPeer::start(move |mut socket, _| async move {
            socket.hear_token().await;
            socket.close(code, "planted words").await;
        })
        .await;
        let mut stream = stream(&peer, &ManualClock::new());
        if [1008, 3000, 3003].contains(&code) {
            assert_eq!(end(&mut stream).await.kind(), ErrorKind::Credentials);
            continue;
        }
        let it = disconnected(&mut stream).await;
        assert!(
            matches!(it.reason(), DisconnectReason::Closed { code: Some(it), .. } if *it == code),
            "{it:?}"
        );
        assert!(!it.was_live());
        assert!(!format!("{it} {it:?}").contains("planted"), "{it}");
        assert!(matches!(stream.state(), EventStreamState::Waiting { .. }));
    }
}

#[tokio::test]
async fn connection_that_breaks_before_the_answer_is_tried_again() {
    let peer = EventPeer::start(|mut socket, number| async move {
        socket.hear_token().await;
        if number > 0 {
            socket.say(YES_2024).await;
            socket.hear_out().await;
        }
    })
    .await;
    let clock = ManualClock::new();
    let mut stream = stream(&peer, &clock);
    let it = disconnected(&mut stream).await;
    assert!(matches!(it.reason(), DisconnectReason::Lost(_)), "{it:?}");
    let (next, wait) = after_wait(&mut stream, &clock).await;
    assert_eq!(wait, it.wait());
    assert!(matches!(next, EventItem::Connected(it) if it.reconnects() == 0));
}

#[tokio::test]
async fn ten_seconds_without_an_answer_are_enough_whatever_else_comes() {
    for chatter in [None, Some(r#"{"type":"sms"}"#)] {
        let (told, mut heard) = mpsc::unbounded_channel();
        let peer = EventPeer::start(move |mut socket, _| {
            let told = told.clone();
            async move {
                socket.hear_token().await;
                told.send(()).unwrap();
                while let Some(text) = chatter
                    && socket.bytes(&[&[0x81, 14], text.as_bytes()].concat()).await
                {
                }
                socket.hear_out().await;
            }
        })
        .await;
        let clock = ManualClock::new();
        let mut stream = stream(&peer, &clock);
        let hurry = async {
            heard.recv().await;
            clock.advance(10 * SECOND);
        };
        let last = async {
            loop {
                match item(&mut stream).await {
                    EventItem::Event(_) => assert!(chatter.is_some()),
                    EventItem::Disconnected(it) => return it,
                    other => panic!("{other:?}"),
                }
            }
        };
        let (it, ()) = tokio::join!(last, hurry);
        let limit = 10 * SECOND;
        assert!(
            matches!(it.reason(), DisconnectReason::NoAnswer { limit: it, .. } if *it == limit),
            "{it:?}"
        );
    }
}

#[tokio::test]
async fn what_comes_before_the_answer_is_not_lost() {
    let peer = EventPeer::start(|mut socket, _| async move {
        socket.hear_token().await;
        socket.say(r#"{"type":"sms"}"#).await;
        socket.say(YES_2021).await;
        socket.hear_out().await;
    })
    .await;
    let mut stream = stream(&peer, &ManualClock::new());
    assert_eq!(event(&mut stream).await, r#"{"type":"sms"}"#);
    assert_eq!(stream.state(), EventStreamState::Authenticating);
    assert_eq!(connected(&mut stream).await, 0);
}

#[tokio::test]
async fn later_message_of_that_kind_is_an_event_like_others() {
    let peer = EventPeer::start(|mut socket, _| async move {
        socket.accept().await;
        socket.say(NO).await;
        socket.hear_out().await;
    })
    .await;
    let mut stream = stream(&peer, &ManualClock::new());
    assert_eq!(connected(&mut stream).await, 0);
    assert_eq!(event(&mut stream).await, NO);
    assert_eq!(stream.state(), EventStreamState::Live);
}

#[tokio::test]
async fn each_attempt_has_a_token_that_is_still_good() {
    let (told, mut tokens) = mpsc::unbounded_channel();
    let peer = EventPeer::start(move |mut socket, _| {
        let told = told.clone();
        async move {
            told.send(socket.hear_token().await.unwrap()).unwrap();
            socket.say(YES_2024).await;
        }
    })
    .await;
    let jwts = ["first", "second", "third"].map(jwt);
    let api = Peer::playing(jwts.iter().map(|it| login(it))).await;
    let clock = ManualClock::new();
    let client = with_login(&api, &clock);
    let mut stream = client.events().url(peer.url()).stream().unwrap();
    for (number, jwt) in jwts.iter().enumerate() {
        assert_eq!(connected(&mut stream).await, number as u64);
        assert_eq!(tokens.recv().await.as_ref(), Some(jwt));
        disconnected(&mut stream).await;
        clock.advance(600 * SECOND);
    }
    assert_eq!(api.requests().len(), 3);
}

#[tokio::test]
async fn refused_jwt_is_replaced_once_without_a_wait() {
    let (told, mut tokens) = mpsc::unbounded_channel();
    let peer = EventPeer::start(move |mut socket, number| {
        let told = told.clone();
        async move {
            told.send(socket.hear_token().await.unwrap()).unwrap();
            // Later on, each JWT is refused.
            let answer = if number == 1 { YES_2021 } else { NO };
            socket.say(answer).await;
        }
    })
    .await;
    let jwts = ["first", "second", "third", "fourth"].map(jwt);
    let api = Peer::playing(jwts.iter().map(|it| login(it))).await;
    let clock = ManualClock::new();
    let client = with_login(&api, &clock);
    let mut stream = client.events().url(peer.url()).stream().unwrap();
    // Nobody moves the clock: there is no wait.
    assert_eq!(connected(&mut stream).await, 0);
    disconnected(&mut stream).await;
    // The connection was good, so that a refusal is worth another attempt again.
    let error = tokio::join!(end(&mut stream), clock.wait_over()).0;
    assert_eq!(error.kind(), ErrorKind::Credentials);
    let mut heard = Vec::new();
    while let Ok(token) = tokens.try_recv() {
        heard.push(token);
    }
    let [first, second, third, _] = &jwts;
    assert_eq!(
        heard.iter().collect::<Vec<_>>(),
        [first, second, second, third]
    );
}

#[tokio::test]
async fn end_instead_of_an_answer_costs_one_other_jwt() {
    for says_goodbye in [true, false] {
        let (told, mut tokens) = mpsc::unbounded_channel();
        let peer = EventPeer::start(move |mut socket, _| {
            let told = told.clone();
            async move {
                told.send(socket.hear_token().await.unwrap()).unwrap();
                if says_goodbye {
                    socket.close(4401, "").await;
                }
            }
        })
        .await;
        let jwts = ["first", "second", "third"].map(jwt);
        let api = Peer::playing(jwts.iter().map(|it| login(it))).await;
        let clock = ManualClock::new();
        let client = with_login(&api, &clock);
        let mut stream = client.events().url(peer.url()).stream().unwrap();
        disconnected(&mut stream).await;
        for _ in 0..3 {
            after_wait(&mut stream, &clock).await;
        }
        let [first, second, _] = &jwts;
        for expected in [first, second, second, second] {
            assert_eq!(tokens.recv().await.as_ref(), Some(expected));
        }
    }
}

#[tokio::test]
async fn end_instead_of_an_answer_is_no_refusal_that_counts() {
    let peer = EventPeer::start(|mut socket, number| async move {
        socket.hear_token().await;
        match number {
            0 => {}
            1 => socket.say(NO).await,
            _ => socket.say(YES_2024).await,
        }
        if number > 0 {
            socket.hear_out().await;
        }
    })
    .await;
    let api = Peer::playing(["first", "second", "third"].map(|it| login(&jwt(it)))).await;
    let clock = ManualClock::new();
    let client = with_login(&api, &clock);
    let mut stream = client.events().url(peer.url()).stream().unwrap();
    disconnected(&mut stream).await;
    let (next, _) = after_wait(&mut stream, &clock).await;
    assert!(matches!(next, EventItem::Connected(_)), "{next:?}");
    assert_eq!(api.requests().len(), 3);
}

#[tokio::test]
async fn ends_instead_of_answers_never_end_the_stream() {
    let peer = EventPeer::start(|mut socket, number| async move {
        socket.hear_token().await;
        if number % 2 == 1 {
            socket.say(YES_2024).await;
        }
    })
    .await;
    let api = Peer::playing(["first", "second"].map(|it| login(&jwt(it)))).await;
    let clock = ManualClock::new();
    let client = with_login(&api, &clock);
    let events = client.events().url(peer.url()).first_wait(Duration::ZERO);
    let mut stream = events.stream().unwrap();
    for number in 0..10 {
        disconnected(&mut stream).await;
        assert_eq!(connected(&mut stream).await, number);
        disconnected(&mut stream).await;
    }
    assert_eq!(api.requests().len(), 2);
}

#[tokio::test]
async fn garbage_before_the_answer_is_told_and_the_answer_counts() {
    let peer = EventPeer::start(|mut socket, _| async move {
        socket.hear_token().await;
        socket.say("garbage").await;
        socket.frame(0x82, b"garbage").await;
        socket.say("[]").await;
        socket.say(YES_2024).await;
        socket.hear_out().await;
    })
    .await;
    let mut stream = stream(&peer, &ManualClock::new());
    for _ in 0..3 {
        let it = item(&mut stream).await;
        assert!(matches!(it, EventItem::Unreadable(_)), "{it:?}");
        assert_eq!(stream.state(), EventStreamState::Authenticating);
    }
    assert_eq!(connected(&mut stream).await, 0);
}

#[tokio::test]
async fn refused_login_ends_the_stream_and_a_failed_one_does_not() {
    let peer = EventPeer::start(|mut socket, _| async move { socket.accept().await }).await;
    let clock = ManualClock::new();
    for (status, is_final) in [("401 Unauthorized", true), ("503 Unavailable", false)] {
        let api = Peer::answering(status, "application/json", r#"{"message":"no"}"#).await;
        let client = with_login(&api, &clock);
        let mut stream = client.events().url(peer.url()).stream().unwrap();
        let error = if is_final {
            end(&mut stream).await
        } else {
            let it = disconnected(&mut stream).await;
            let DisconnectReason::NotConnected(error) = it.reason() else {
                panic!("{it:?}");
            };
            error.clone()
        };
        assert!(
            error.is_login() && error.operation() == "Client::events",
            "{error:?}"
        );
    }
    assert_eq!(peer.heads().len(), 0);
}

#[tokio::test]
async fn many_streams_make_one_login() {
    let peer = EventPeer::start(|mut socket, _| async move {
        socket.accept().await;
        socket.hear_out().await;
    })
    .await;
    let api = Peer::repeating(login(&jwt("the"))).await;
    let client = with_login(&api, &ManualClock::new());
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let mut stream = client.events().url(peer.url()).stream().unwrap();
        tasks.spawn(async move { connected(&mut stream).await });
    }
    assert_eq!(tasks.join_all().await, [0; 50]);
    assert_eq!(api.requests().len(), 1);
}

/// Who waits for the same login would wait for ever.
#[tokio::test]
async fn login_goes_on_while_nobody_polls() {
    let peer = EventPeer::start(|mut socket, _| async move {
        socket.accept().await;
        socket.hear_out().await;
    })
    .await;
    let gate = Gate::new();
    let mut slow = login(&jwt("the"));
    slow.insert(1, Step::Wait(gate.clone()));
    let api = Peer::playing([slow, login("never asked for")]).await;
    let client = with_login(&api, &ManualClock::new());
    let mut stream = client.events().url(peer.url()).stream().unwrap();
    tokio::select! {
        biased;
        _ = stream.next() => panic!("no login yet"),
        () = gate.reached() => {}
    }
    gate.open();
    // The stream has begun to log in, and is not polled.
    let call = client
        .request(opentact::Method::GET, "/rest/user/cart")
        .await;
    assert!(call.is_ok(), "{call:?}");
    assert_eq!(connected(&mut stream).await, 0);
}

#[test]
fn without_a_runtime_there_is_an_error_and_no_panic() {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};
    let client = Client::builder(Credential::api_token(TOKEN))
        .build()
        .unwrap();
    let mut stream = client.events().stream().unwrap();
    let next = pin!(stream.next());
    let Poll::Ready(Some(Err(error))) = next.poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("no error");
    };
    assert_eq!(error.kind(), ErrorKind::Configuration);
}
