//! A port at which nobody listens.

use std::io;
use std::net::SocketAddr;

use tokio::net::TcpSocket;

use super::Peer;
use super::step::Step;

/// A port of this machine that refuses connections for as long as this value lives.
///
/// It is bound and not listened at, so that nobody else can open it meanwhile.
#[derive(Debug)]
pub struct ClosedPort {
    address: SocketAddr,
    socket: TcpSocket,
}

impl ClosedPort {
    /// Takes a port.
    ///
    /// # Errors
    ///
    /// No port is free.
    pub fn take() -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::from(([127, 0, 0, 1], 0)))?;
        Ok(Self {
            address: socket.local_addr()?,
            socket,
        })
    }

    /// The port's address as a base URL.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Opens the port with a peer behind it that plays these turns, the last one for ever.
    ///
    /// # Errors
    ///
    /// The system does not let anybody listen there.
    pub fn open(self, turns: impl IntoIterator<Item = Vec<Step>>) -> io::Result<Peer> {
        Peer::listening(self.socket.listen(1024)?, turns)
    }
}
