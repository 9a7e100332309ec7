//! One connection of a scripted event service.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::YES_2024;
use crate::peer::is_complete;

/// A frame as it came from a client, without its mask.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Frame {
    /// 1 for text, 2 for binary, 8 for close, 9 for ping, 10 for pong.
    pub opcode: u8,
    /// What is in it.
    pub payload: Vec<u8>,
}

pub(super) trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

/// One connection of a scripted event service, after the upgrade. Dropping it ends it.
///
/// What a client no longer hears is no failure here: the test sees it at the client.
pub struct EventSocket(Box<dyn Wire>);

impl EventSocket {
    /// Agrees to an upgrade, and gives the head of its request.
    pub(super) async fn upgrade(mut wire: impl Wire + 'static) -> Option<(Self, String)> {
        let mut head = Vec::new();
        while !is_complete(&head) {
            if wire.read_buf(&mut head).await.ok()? == 0 {
                return None;
            }
        }
        let head = String::from_utf8(head).ok()?;
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        let key = lines.find(|(name, _)| name.eq_ignore_ascii_case("sec-websocket-key"))?;
        let hash = format!("{}258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key.1);
        let accept = STANDARD.encode(sha1_smol::Sha1::from(hash).digest().bytes());
        let answer = format!(
            "HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\
             sec-websocket-accept: {accept}\r\n\r\n"
        );
        wire.write_all(answer.as_bytes()).await.ok()?;
        Some((Self(Box::new(wire)), head))
    }

    /// The next frame; `None` when the client has left.
    pub async fn hear(&mut self) -> Option<Frame> {
        let mut head = [0; 2];
        self.0.read_exact(&mut head).await.ok()?;
        let length = match head[1] & 0x7f {
            126 => u64::from(self.0.read_u16().await.ok()?),
            127 => self.0.read_u64().await.ok()?,
            short => u64::from(short),
        };
        // A client masks every frame.
        let mut mask = [0; 4];
        if head[1] & 0x80 != 0 {
            self.0.read_exact(&mut mask).await.ok()?;
        }
        let mut payload = vec![0; usize::try_from(length).ok()?];
        self.0.read_exact(&mut payload).await.ok()?;
        for (byte, mask) in payload.iter_mut().zip(mask.iter().cycle()) {
            *byte ^= mask;
        }
        Some(Frame {
            opcode: head[0] & 0x0f,
            payload,
        })
    }

    /// Hears until the client leaves.
    pub async fn hear_out(&mut self) {
        while self.hear().await.is_some() {}
    }

    /// The token in the message that a client begins with; `None` when it does not begin so.
    pub async fn hear_token(&mut self) -> Option<String> {
        let frame = self.hear().await.filter(|frame| frame.opcode == 1)?;
        let message: serde_json::Value = serde_json::from_slice(&frame.payload).ok()?;
        let is_auth = message["type"] == "auth";
        let token = message["payload"].as_str().filter(|_| is_auth);
        token.map(str::to_owned)
    }

    /// Hears the token and takes it, whatever it is.
    pub async fn accept(&mut self) {
        if self.hear_token().await.is_some() {
            self.say(YES_2024).await;
        }
    }

    /// Sends a text message.
    pub async fn say(&mut self, text: &str) {
        self.frame(0x81, text.as_bytes()).await;
    }

    /// Sends a frame with that first byte: the end of the message (0x80) and the opcode.
    pub async fn frame(&mut self, first: u8, payload: &[u8]) {
        let mut bytes = vec![first];
        if let Ok(short @ ..126) = u8::try_from(payload.len()) {
            bytes.push(short);
        } else if let Ok(length) = u16::try_from(payload.len()) {
            bytes.push(126);
            bytes.extend(length.to_be_bytes());
        } else {
            bytes.push(127);
            bytes.extend(payload.len().to_be_bytes());
        }
        bytes.extend(payload);
        self.bytes(&bytes).await;
    }

    /// Sends bytes, whatever they mean; `false` when the client has left.
    pub async fn bytes(&mut self, bytes: &[u8]) -> bool {
        self.0.write_all(bytes).await.is_ok() && self.0.flush().await.is_ok()
    }

    /// Closes with that code and those words, and hears the client out.
    pub async fn close(mut self, code: u16, reason: &str) {
        let payload = [&code.to_be_bytes(), reason.as_bytes()].concat();
        self.frame(0x88, &payload).await;
        self.hear_out().await;
    }
}

impl fmt::Debug for EventSocket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventSocket").finish_non_exhaustive()
    }
}
