//! A client of the event service; every frame is held against the published schemas.

use std::{sync::LazyLock, time::Duration};

use futures_util::{SinkExt, StreamExt};
use jsonschema::Validator;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Error, Message, error::ProtocolError},
};

use crate::world::{ANN, ANN_PASSWORD, BOB, BOB_PASSWORD, World, send};

/// More than anything takes that goes well.
const PATIENCE: Duration = Duration::from_secs(30);

/// The published schemas of what the service sends.
static SCHEMAS: LazyLock<Value> = LazyLock::new(|| {
    let published = include_str!("../../../../../openapi/published/events.schemas.json");
    serde_json::from_str(published).unwrap()
});

/// What comes from the service.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Seen {
    /// A text message, which was JSON.
    Event(Value),
    /// A close frame with this code.
    Closed(u16),
    /// The end of the connection without one.
    Cut,
    /// What is no frame, or no JSON.
    Garbage,
}

/// A connection to the service.
pub(crate) struct Peer(pub(super) WebSocketStream<TcpStream>);

impl Peer {
    /// Connects, and sends nothing yet.
    pub(crate) async fn connect(world: &World) -> Self {
        Self::connect_to(world, "/wss").await
    }

    pub(crate) async fn connect_to(world: &World, path: &str) -> Self {
        let address = world.sandbox.address();
        let stream = TcpStream::connect(address).await.unwrap();
        let url = format!("ws://{address}{path}");
        let (socket, answer) = client_async(url, stream).await.unwrap();
        assert!(answer.headers().get("sec-websocket-extensions").is_none());
        Self(socket)
    }

    /// Connects with a credential that has to be good.
    pub(crate) async fn with(world: &World, credential: &str) -> Self {
        let mut peer = Self::connect(world).await;
        let answer = peer.authenticate(credential).await;
        let Seen::Event(answer) = answer else {
            panic!("{answer:?}")
        };
        assert_fits("AuthEvent", &answer);
        peer
    }

    /// Connects as Ann by a new JWT.
    pub(crate) async fn ann(world: &World) -> Self {
        Self::with(world, &world.jwt(ANN, ANN_PASSWORD).await).await
    }

    /// Connects as Bob by a new JWT.
    pub(crate) async fn bob(world: &World) -> Self {
        Self::with(world, &world.jwt(BOB, BOB_PASSWORD).await).await
    }

    /// Sends a credential, and sees what comes back.
    pub(crate) async fn authenticate(&mut self, credential: &str) -> Seen {
        let message = json!({ "type": "auth", "payload": credential });
        self.say(&message.to_string()).await;
        self.next().await
    }

    pub(crate) async fn say(&mut self, text: &str) {
        self.0.send(Message::text(text)).await.unwrap();
    }

    /// What comes next that is not about the connection itself.
    pub(crate) async fn next(&mut self) -> Seen {
        loop {
            let next = timeout(PATIENCE, self.0.next()).await;
            return match next.unwrap() {
                Some(Ok(Message::Text(text))) => match serde_json::from_str(&text) {
                    Ok(event) => {
                        assert_fits("Event", &event);
                        Seen::Event(event)
                    }
                    Err(_) => Seen::Garbage,
                },
                Some(Ok(Message::Close(Some(frame)))) => Seen::Closed(frame.code.into()),
                Some(Ok(Message::Close(None))) => Seen::Closed(1005),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
                None | Some(Err(Error::Io(_) | Error::ConnectionClosed)) => Seen::Cut,
                Some(Err(Error::Protocol(ProtocolError::ResetWithoutClosingHandshake))) => {
                    Seen::Cut
                }
                Some(Err(Error::Protocol(_))) => Seen::Garbage,
                other => panic!("{other:?}"),
            };
        }
    }

    /// Everything that comes to the end of the connection.
    pub(crate) async fn rest(mut self) -> Vec<Seen> {
        let mut rest = Vec::new();
        loop {
            rest.push(self.next().await);
            if !matches!(rest.last(), Some(Seen::Event(_) | Seen::Garbage)) {
                return rest;
            }
        }
    }
}

/// Holds a message against one of the published schemas.
pub(crate) fn assert_fits(definition: &str, message: &Value) {
    let mut schema = SCHEMAS.clone();
    schema["$ref"] = format!("#/$defs/{definition}").into();
    let validator: Validator = jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let errors: Vec<_> = validator
        .iter_errors(message)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, [""; 0], "{definition}: {message}");
}

/// A new subscription of whom the JWT names; its uuid.
pub(crate) async fn subscribe(world: &World, jwt: &str, more: Value) -> String {
    let mut body = json!({ "channel": "wss", "type": "call_state" });
    body.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    let request = world.request(Method::POST, "/rest/event/subscription");
    let (status, answer) = send(request.header("X-Auth-Token", jwt).json(&body)).await;
    assert_eq!(status, 201, "{answer}");
    answer["payload"]["uuid"].as_str().unwrap().to_owned()
}

/// Ann, connected and subscribed to call states.
pub(crate) async fn ann_who_listens(world: &World) -> Peer {
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    subscribe(world, &jwt, json!({})).await;
    Peer::with(world, &jwt).await
}

/// A call state with a number, to be told from others.
pub(crate) fn call_state(number: usize) -> Value {
    json!({ "type": "call_state", "payload": { "state": "live", "duration": number } })
}
