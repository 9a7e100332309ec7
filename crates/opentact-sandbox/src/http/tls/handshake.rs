//! The handshake of a connection, and what becomes of those who do not come to one.

use std::{io, sync::Arc, time::Duration};

use axum::http::StatusCode;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time,
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

use super::Certified;
use crate::http::{answer::Answer, connections::Wire};

/// How long a handshake may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// How much is read of a request in clear before it is refused, in bytes.
const READ: usize = 16 * 1024;

/// TLS below HTTP.
#[derive(Clone)]
pub(crate) struct Tls(TlsAcceptor);

impl Tls {
    pub(crate) fn new(certified: &Certified) -> Self {
        Self(Arc::clone(&certified.config).into())
    }
}

impl Wire for Tls {
    type Stream = TlsStream<TcpStream>;

    async fn open(self, stream: TcpStream) -> Option<Self::Stream> {
        let shaken = time::timeout(PATIENCE, shake(self.0, stream)).await;
        match shaken.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())) {
            Ok(stream) => Some(stream),
            Err(error) => {
                tracing::debug!(%error, "a connection came to no handshake");
                None
            }
        }
    }
}

async fn shake(acceptor: TlsAcceptor, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
    let mut first = [0];
    stream.peek(&mut first).await?;
    // A handshake does not begin with a letter, and a request in clear does.
    if first[0].is_ascii_alphabetic() {
        refuse(stream).await?;
        return Err(io::Error::other("it speaks HTTP without TLS"));
    }
    acceptor.accept(stream).await
}

/// Says that this is the wrong port, in the one way that the client understands.
async fn refuse(mut stream: TcpStream) -> io::Result<()> {
    // What has come is read, or closing would take the answer back.
    let mut request = vec![0; READ];
    if stream.read(&mut request).await? == 0 {
        return Ok(());
    }
    let message = "The plain HTTP request was sent to HTTPS port";
    let answer = Answer::failure(StatusCode::BAD_REQUEST, message);
    let body = answer.body();
    let head = format!(
        "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(&[head.as_bytes(), body].concat()).await?;
    stream.shutdown().await
}
