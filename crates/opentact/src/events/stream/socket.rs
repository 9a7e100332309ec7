//! A WebSocket that a poll can read, with bounded memory and a count of what came.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_sink::Sink;
use opentact_client::Secret;
use tokio_websockets::{ClientBuilder, Error, Limits, Message, Payload, WebSocketStream};

use super::wire::{Bytes, Wire};

/// A message, or something that is none and proves life.
pub(super) enum Incoming {
    Text(Box<str>),
    Binary(Payload),
    Close { code: Option<u16> },
    PingOrPong,
}

/// Why nothing more can be read.
#[derive(Debug)]
pub(super) enum Broken {
    Lost(io::ErrorKind),
    TooLarge,
    Violation,
}

/// A WebSocket, the client's side.
pub(super) struct Socket {
    inner: WebSocketStream<Bytes>,
    /// Whether something may wait to be sent.
    unsent: bool,
}

impl Socket {
    /// Speaks WebSocket over an upgraded connection, and takes messages up to that size in bytes.
    pub(super) fn over(wire: impl Wire + 'static, max_message_bytes: usize) -> Self {
        let limits = Limits::default().max_payload_len(Some(max_message_bytes));
        let wire = Bytes::of(wire);
        Self {
            inner: ClientBuilder::new().limits(limits).take_over(wire),
            unsent: false,
        }
    }

    /// How many bytes have come.
    pub(super) fn received(&self) -> u64 {
        self.inner.get_ref().received()
    }

    /// Begins a turn of polls, after which others on the thread have theirs.
    pub(super) fn begin_turn(&mut self) {
        self.inner.get_mut().begin_turn();
    }

    /// Puts a text into the queue, which the next poll sends.
    pub(super) fn send(&mut self, text: &Secret) {
        // Masked in place on its way out, so that no copy of the secret stays.
        self.queue(Message::text(text.expose().to_owned()));
    }

    /// Puts a ping into the queue, which the next poll sends.
    pub(super) fn ping(&mut self) {
        self.queue(Message::ping(""));
    }

    /// Puts a message into the queue, which the next poll sends.
    pub(super) fn queue(&mut self, message: Message) {
        // It fails on a connection that is over, which the next poll says.
        let _ = Pin::new(&mut self.inner).start_send(message);
        self.unsent = true;
    }

    /// Whether so much waits to be sent that nothing more is to be added.
    pub(super) fn poll_room(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Broken>> {
        if self.unsent
            && let Poll::Ready(sent) = Pin::new(&mut self.inner).poll_flush(context)
        {
            sent?;
            self.unsent = false;
        }
        Pin::new(&mut self.inner)
            .poll_ready(context)
            .map_err(Broken::from)
    }

    /// Sends what waits, and reads the next message.
    ///
    /// Nothing is read while the peer does not take what it asked for: a peer that sends pings and
    /// reads no pong would fill the memory.
    pub(super) fn poll_incoming(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Result<Incoming, Broken>> {
        ready!(self.poll_room(context))?;
        let message = match ready!(Pin::new(&mut self.inner).poll_next(context)) {
            Some(Ok(message)) => message,
            Some(Err(error)) => {
                self.send_last_words(context);
                return Poll::Ready(Err(error.into()));
            }
            None => return Poll::Ready(Err(Broken::Lost(io::ErrorKind::UnexpectedEof))),
        };
        Poll::Ready(Ok(if let Some(text) = message.as_text() {
            Incoming::Text(text.into())
        } else if let Some((code, _)) = message.as_close() {
            self.send_last_words(context);
            // An empty close is told as this number, which is never sent.
            let code = Some(u16::from(code)).filter(|code| *code != 1005);
            Incoming::Close { code }
        } else if message.is_binary() {
            Incoming::Binary(message.into_payload())
        } else {
            // A ping is answered by the next poll.
            self.unsent = true;
            Incoming::PingOrPong
        }))
    }

    /// Sends the goodbye that the library has put into the queue, if the system takes it at once.
    fn send_last_words(&mut self, context: &mut Context<'_>) {
        let _ = Pin::new(&mut self.inner).poll_flush(context);
    }

    /// Says goodbye and waits until the peer has, reading what comes until then for nobody.
    pub(super) fn poll_close(&mut self, context: &mut Context<'_>) -> Poll<()> {
        Pin::new(&mut self.inner).poll_close(context).map(drop)
    }
}

impl fmt::Debug for Socket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The library's own would print what is in its buffers.
        f.debug_struct("Socket")
            .field("received", &self.received())
            .finish_non_exhaustive()
    }
}

impl From<Error> for Broken {
    fn from(error: Error) -> Self {
        match error {
            Error::Io(cause) => Self::Lost(cause.kind()),
            Error::PayloadTooLong { .. } => Self::TooLarge,
            Error::AlreadyClosed => Self::Lost(io::ErrorKind::NotConnected),
            _ => Self::Violation,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::task::Waker;

    use tokio::io::{
        AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, DuplexStream, ReadBuf, duplex,
    };

    use super::*;

    const LIMIT: usize = 1024;

    /// A socket and its peer, with that much room between them in each direction.
    fn pair(room: usize) -> (Socket, DuplexStream) {
        let (near, far) = duplex(room);
        (Socket::over(near, LIMIT), far)
    }

    fn poll(socket: &mut Socket) -> Poll<Result<Incoming, Broken>> {
        socket.poll_incoming(&mut Context::from_waker(Waker::noop()))
    }

    /// How many of so many bytes a peer that sends this over and over gets rid of.
    fn taken(socket: &mut Socket, peer: &mut DuplexStream, piece: &[u8], most: usize) -> usize {
        let mut taken = 0;
        while taken < most {
            let mut context = Context::from_waker(Waker::noop());
            let rest = &piece[taken % piece.len()..];
            match Pin::new(&mut *peer).poll_write(&mut context, rest) {
                Poll::Ready(count) => taken += count.unwrap(),
                Poll::Pending => {
                    let before = socket.received();
                    socket.begin_turn();
                    while let Poll::Ready(incoming) = poll(socket) {
                        incoming.unwrap();
                    }
                    if socket.received() == before {
                        break;
                    }
                }
            }
        }
        taken
    }

    /// A wire on which the same comes over and over, and which takes everything.
    struct Flood {
        first: &'static [u8],
        piece: &'static [u8],
        reads: usize,
    }

    impl AsyncRead for Flood {
        fn poll_read(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
            buffer: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            buffer.put_slice(std::mem::take(&mut self.first));
            self.reads += 1;
            while self.reads < 200 && buffer.remaining() >= self.piece.len() {
                buffer.put_slice(self.piece);
            }
            Poll::Ready(Ok(()))
        }
    }

    impl AsyncWrite for Flood {
        fn poll_write(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
            bytes: &[u8],
        ) -> Poll<io::Result<usize>> {
            Poll::Ready(Ok(bytes.len()))
        }

        fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }

        fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }
    }

    /// Outside of a runtime, whose budget for a task would end the flood.
    #[test]
    fn what_never_ends_does_not_hold_the_thread() {
        // Pings; and a message in fragments without end, with nothing in them.
        for (first, piece) in [(&[0x89, 0], &[0x89, 0]), (&[0x01, 0], &[0x00, 0])] {
            let reads = 0;
            let mut socket = Socket::over(
                Flood {
                    first,
                    piece,
                    reads,
                },
                LIMIT,
            );
            let polled = loop {
                match poll(&mut socket) {
                    Poll::Ready(Ok(Incoming::PingOrPong)) => {}
                    other => break other,
                }
            };
            assert!(polled.is_pending(), "after {} bytes", socket.received());
        }
    }

    /// Outside of a runtime, whose budget for a task would end the flood.
    #[test]
    fn pings_whose_pongs_nobody_reads_are_no_longer_read() {
        let (mut socket, mut peer) = pair(256);
        let ping = [[0x89, 8].as_slice(), b"aaaaaaaa"].concat();
        let taken = taken(&mut socket, &mut peer, &ping, 1024 * 1024);
        assert!((1024..64 * 1024).contains(&taken), "{taken} bytes");
    }

    #[tokio::test]
    async fn message_may_be_as_large_as_the_limit_and_no_larger() {
        for (pieces, is_taken) in [
            (vec![LIMIT], true),
            (vec![LIMIT + 1], false),
            (vec![LIMIT - 1, 1], true),
            (vec![LIMIT - 1, 2], false),
            (vec![1, LIMIT], false),
        ] {
            let (mut socket, mut peer) = pair(64 * 1024);
            let last = pieces.len() - 1;
            for (index, length) in pieces.iter().enumerate() {
                let opcode = u8::from(index == 0) | if index == last { 0x80 } else { 0 };
                let length = u16::try_from(*length).unwrap();
                let [high, low] = length.to_be_bytes();
                let head: &[u8] = if length > 125 {
                    &[opcode, 126, high, low]
                } else {
                    &[opcode, low]
                };
                peer.write_all(head).await.unwrap();
                peer.write_all(&vec![b'a'; usize::from(length)])
                    .await
                    .unwrap();
            }
            match poll(&mut socket) {
                Poll::Ready(Ok(Incoming::Text(text))) => assert!(is_taken && text.len() == LIMIT),
                Poll::Ready(Err(Broken::TooLarge)) => assert!(!is_taken, "{pieces:?}"),
                _ => panic!("{pieces:?}"),
            }
        }
    }

    #[tokio::test]
    async fn size_that_is_announced_is_judged_before_it_comes() {
        let (mut socket, mut peer) = pair(1024);
        let mut head = vec![0x81, 127];
        head.extend(u64::MAX.to_be_bytes());
        peer.write_all(&head).await.unwrap();
        assert!(matches!(
            poll(&mut socket),
            Poll::Ready(Err(Broken::TooLarge))
        ));
    }

    #[tokio::test]
    async fn what_is_sent_is_masked() {
        let (mut socket, mut peer) = pair(1024);
        socket.send(&Secret::new("planted"));
        assert!(poll(&mut socket).is_pending());
        let mut frame = [0; 13];
        peer.read_exact(&mut frame).await.unwrap();
        assert_eq!(frame[..2], [0x81, 0x87]);
        let unmasked: Vec<u8> = (0..7).map(|it| frame[6 + it] ^ frame[2 + it % 4]).collect();
        assert_eq!(unmasked, b"planted");
        assert!(!format!("{socket:?}").contains("planted"));
    }
}
