//! Echoes WebSocket messages by the library of the event service, as `cargo xtask conformance` asks for.
//!
//! The Autobahn cases want an echo, which the sandbox is not, and messages of 16 MiB, which it does
//! not take; everything else is as there.

#![expect(clippy::print_stdout, reason = "the address has to be told")]

use futures_util::{SinkExt, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_websockets::{Config, Error, Limits, ServerBuilder};

/// The longest message of the cases, in bytes.
const LONGEST: usize = 16 * 1024 * 1024;

#[tokio::main]
async fn main() -> Result<(), std::io::Error> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("listening on ws://{}", listener.local_addr()?);
    loop {
        let (stream, _) = listener.accept().await?;
        // How a connection ends is for its client to judge.
        tokio::spawn(echo(stream));
    }
}

async fn echo(stream: TcpStream) -> Result<(), Error> {
    stream.set_nodelay(true)?;
    let limits = Limits::default().max_payload_len(Some(LONGEST));
    let config = Config::default().frame_size(usize::MAX);
    let builder = ServerBuilder::new().limits(limits).config(config);
    let (_, mut socket) = builder.accept(stream).await?;
    while let Some(message) = socket.next().await {
        let message = message?;
        if message.is_text() || message.is_binary() {
            socket.send(message).await?;
        }
    }
    Ok(())
}
