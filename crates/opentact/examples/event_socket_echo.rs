//! Echoes WebSocket messages by the socket of the event stream, as `cargo xtask conformance` asks for.
//!
//! The Autobahn cases want a client that echoes, which the stream is not. So its socket is compiled
//! here once more, as it is, over the same kind of connection; it takes messages of 16 MiB, as a
//! stream with that `max_message_bytes` would.
//!
//! `cargo run --package opentact --features events --example event_socket_echo ws://HOST:PORT`

use std::error::Error;
use std::future::poll_fn;
use std::time::Duration;

use opentact_client::Secret;
use tokio_websockets::Message;

#[expect(dead_code, reason = "the stream needs more of it")]
#[path = "../src/events/stream/socket.rs"]
mod socket;
#[path = "../src/events/stream/wire.rs"]
mod wire;

use socket::{Incoming, Socket};

/// The longest message of the cases, in bytes.
const LONGEST: usize = 16 * 1024 * 1024;
/// How long a case may take; the longest take some seconds.
const PATIENCE: Duration = Duration::from_secs(60);
/// Whose report it is.
const AGENT: &str = "opentact";
/// The key of the handshake's example in RFC 6455. The handshake is not what is judged.
const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_default();
    let address = address.strip_prefix("ws://");
    let address = address.ok_or("give the address of the fuzzing server: ws://HOST:PORT")?;
    let http = reqwest::Client::builder().no_proxy().build()?;
    let connect = async |path: String| connect(&http, &format!("http://{address}{path}")).await;
    let count = number(connect("/getCaseCount".to_owned()).await?).await?;
    for case in 1..=count {
        let socket = connect(format!("/runCase?case={case}&agent={AGENT}")).await?;
        let over = tokio::time::timeout(PATIENCE, echo(socket)).await;
        over.map_err(|_| format!("case {case} of {count} is not over after {PATIENCE:?}"))?;
    }
    echo(connect(format!("/updateReports?agent={AGENT}")).await?).await;
    Ok(())
}

async fn connect(http: &reqwest::Client, url: &str) -> Result<Socket, reqwest::Error> {
    let request = http
        .get(url)
        .header(http::header::CONNECTION, "Upgrade")
        .header(http::header::UPGRADE, "websocket")
        .header(http::header::SEC_WEBSOCKET_VERSION, "13")
        .header(http::header::SEC_WEBSOCKET_KEY, KEY);
    let wire = request.send().await?.upgrade().await?;
    Ok(Socket::over(wire, LONGEST))
}

/// The number that the server tells.
async fn number(mut socket: Socket) -> Result<u32, Box<dyn Error>> {
    match poll_fn(|context| socket.poll_incoming(context)).await {
        Ok(Incoming::Text(text)) => Ok(text.parse()?),
        _ => Err("the server does not say how many cases there are".into()),
    }
}

/// Sends back what comes. Like the stream, it lets go of a connection that is closed or broken.
async fn echo(mut socket: Socket) {
    loop {
        match poll_fn(|context| socket.poll_incoming(context)).await {
            Ok(Incoming::Text(text)) => socket.send(&Secret::new(text.into_string())),
            Ok(Incoming::Binary(payload)) => socket.queue(Message::binary(payload)),
            Ok(Incoming::PingOrPong) => {}
            Ok(Incoming::Close { .. }) | Err(_) => return,
        }
    }
}
