//! One connection of a scripted peer.

use std::io;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::script::Script;
use super::step::Step;

/// Plays the script on a connection until one side ends it.
pub(super) async fn play(stream: TcpStream, number: usize, script: Arc<Script>) {
    let mut connection = Connection {
        stream,
        number,
        script,
        unread: Vec::new(),
    };
    // Whoever has heard enough may leave in the middle.
    let _ = connection.play().await;
}

struct Connection {
    stream: TcpStream,
    number: usize,
    script: Arc<Script>,
    /// What has come of the next request.
    unread: Vec<u8>,
}

/// Whether the connection goes on after a step.
type GoesOn = bool;

impl Connection {
    async fn play(&mut self) -> io::Result<()> {
        // A byte of a drip has to leave at once.
        self.stream.set_nodelay(true)?;
        loop {
            if self.script.expects_request() && !self.is_spoken_to().await? {
                return Ok(());
            }
            for step in self.script.take() {
                if !self.perform(step).await? {
                    return Ok(());
                }
            }
        }
    }

    async fn perform(&mut self, step: Step) -> io::Result<GoesOn> {
        match step {
            Step::Hear => return self.hear(is_complete).await,
            Step::HearHead => return self.hear(|bytes| end_of_head(bytes).is_some()).await,
            Step::Notice => return self.is_spoken_to().await,
            Step::Say(bytes) => self.stream.write_all(&bytes).await?,
            Step::Flood(bytes) => loop {
                self.stream.write_all(&bytes).await?;
            },
            Step::Drip(bytes) => {
                for byte in bytes.iter().cycle() {
                    self.stream.write_all(&[*byte]).await?;
                    tokio::task::yield_now().await;
                }
            }
            Step::Wait(gate) => gate.pass().await,
            Step::Stall => {
                self.hear_out().await;
                return Ok(false);
            }
            Step::HalfClose => self.stream.shutdown().await?,
            Step::Close => {
                self.stream.shutdown().await?;
                // Bytes that nobody has read would turn the end into a reset.
                self.hear_out().await;
                return Ok(false);
            }
            Step::Reset => {
                self.stream.set_zero_linger()?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Waits for the beginning of a request; the client may leave instead.
    async fn is_spoken_to(&mut self) -> io::Result<GoesOn> {
        Ok(!self.unread.is_empty() || self.stream.peek(&mut [0]).await? > 0)
    }

    /// Reads until `is_enough`, and notes what came.
    async fn hear(&mut self, is_enough: fn(&[u8]) -> bool) -> io::Result<GoesOn> {
        while !is_enough(&self.unread) {
            if self.stream.read_buf(&mut self.unread).await? == 0 {
                return Ok(false);
            }
        }
        let request = String::from_utf8_lossy(&std::mem::take(&mut self.unread)).into_owned();
        self.script.note(self.number, request);
        Ok(true)
    }

    /// Reads and forgets until the client leaves.
    async fn hear_out(&mut self) {
        let mut buffer = [0; 4096];
        while self
            .stream
            .read(&mut buffer)
            .await
            .is_ok_and(|count| count > 0)
        {}
    }
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let end = bytes.windows(4).position(|it| it == b"\r\n\r\n")?;
    Some(end + 4)
}

/// Whether a request's head is there, and as much of a body as it announces.
pub fn is_complete(bytes: &[u8]) -> bool {
    let Some(end) = end_of_head(bytes) else {
        return false;
    };
    let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok())
        .unwrap_or(0);
    bytes.len() - end >= length
}
