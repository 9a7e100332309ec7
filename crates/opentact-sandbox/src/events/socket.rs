//! A WebSocket of the service: its limits, and how it is written to and closed.

use std::{future::poll_fn, time::Duration};

use futures_util::{SinkExt, StreamExt};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    time,
};
use tokio_websockets::{Config, Error, Limits, Message, ServerBuilder, WebSocketStream};

use super::{
    Ending,
    queue::{Exit, Queued},
};

/// The longest message that is read, in bytes.
pub(super) const LONGEST: usize = 64 * 1024;

/// How long a client has to take its leave.
pub(super) const FAREWELL: Duration = Duration::from_secs(1);

/// What is no frame: reserved bits, and an opcode that nobody has defined.
const GARBAGE: &[u8] = b"\xff\xffthis is no frame";

/// A WebSocket.
#[derive(Debug)]
pub(super) struct Socket<I> {
    stream: WebSocketStream<I>,
    /// Whether nothing may follow what was written: the connection is only to be cut.
    is_over: bool,
}

impl<I: AsyncRead + AsyncWrite + Unpin> Socket<I> {
    /// Takes over a connection whose handshake is done.
    pub(super) fn new(io: I) -> Self {
        let limits = Limits::default().max_payload_len(Some(LONGEST));
        // One message, one frame.
        let config = Config::default().frame_size(usize::MAX);
        let builder = ServerBuilder::new().limits(limits).config(config);
        Self {
            stream: builder.serve(io),
            is_over: false,
        }
    }

    /// The next message that is not about the connection itself. Pings are answered meanwhile.
    ///
    /// # Cancellation
    ///
    /// Loses no message.
    pub(super) async fn next(&mut self) -> Result<Message, Ending> {
        loop {
            // What a ping has called for is written first: otherwise pings would fill the memory.
            self.stream.flush().await.map_err(|_| Ending::ByClient)?;
            match self.stream.next().await {
                Some(Ok(message)) if message.is_text() || message.is_binary() => {
                    return Ok(message);
                }
                Some(Ok(message)) if message.is_close() => return Err(Ending::ByClient),
                Some(Ok(_)) => {}
                Some(Err(Error::PayloadTooLong { .. })) => return Err(Ending::TooLong),
                Some(Err(Error::Protocol(_))) => return Err(Ending::Broken),
                Some(Err(_)) | None => return Err(Ending::ByClient),
            }
        }
    }

    /// Reads on, whatever comes, until there is nothing more to read.
    pub(super) async fn ignore(&mut self) -> Ending {
        loop {
            if let Err(ending) = self.next().await {
                return ending;
            }
        }
    }

    /// Sends one message.
    pub(super) async fn send(&mut self, message: Message) -> Result<(), Ending> {
        let sent = self.stream.send(message).await;
        sent.map_err(|_| Ending::ByClient)
    }

    /// Sends the message that is held and those that wait behind it, up to one that has met a
    /// fault, which is then held, or one that is the last.
    ///
    /// # Cancellation
    ///
    /// Loses no message: what is not written yet is still held or waiting.
    pub(super) async fn send_all(
        &mut self,
        held: &mut Option<Queued>,
        waiting: &mut Exit,
    ) -> Result<(), Ending> {
        let gone = |_| Ending::ByClient;
        loop {
            if self.is_over {
                self.stream.flush().await.map_err(gone)?;
                return Err(Ending::Cut);
            }
            if held.is_none() {
                *held = waiting.try_recv().ok();
            }
            if held.as_ref().is_none_or(|it| it.fault.is_some()) {
                return self.stream.flush().await.map_err(gone);
            }
            let ready = poll_fn(|context| self.stream.poll_ready_unpin(context));
            ready.await.map_err(gone)?;
            if let Some(next) = held.take() {
                self.stream.start_send_unpin(next.message).map_err(gone)?;
                self.is_over = next.is_last;
            }
        }
    }

    /// Writes what is no frame.
    pub(super) async fn send_garbage(&mut self) {
        self.write(GARBAGE).await;
    }

    /// Writes the first half of a text message.
    pub(super) async fn send_half(&mut self, text: &str) {
        let mut frame = vec![0x81];
        match (u8::try_from(text.len()), u16::try_from(text.len())) {
            (Ok(length @ ..=125), _) => frame.push(length),
            (_, Ok(length)) => {
                frame.push(126);
                frame.extend(length.to_be_bytes());
            }
            (..) => {
                frame.push(127);
                let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
                frame.extend(length.to_be_bytes());
            }
        }
        frame.extend(&text.as_bytes()[..text.len() / 2]);
        self.write(&frame).await;
    }

    /// Closes the connection, for which the client has a second.
    pub(super) async fn close(mut self, ending: Ending) {
        if ending == Ending::Cut || self.is_over {
            return;
        }
        let farewell = async {
            if let Some(message) = ending.message() {
                // It is closed already where the library has told the client itself.
                let _ = self.stream.send(message).await;
            }
            let _ = self.stream.flush().await;
            while let Some(Ok(_)) = self.stream.next().await {}
            let mut io = self.stream.into_inner();
            let _ = io.shutdown().await;
            // With something unread, the system would take back what was written.
            let mut unread = [0; 4096];
            while io.read(&mut unread).await.is_ok_and(|count| count > 0) {}
        };
        // Who takes longer is cut off.
        let _ = time::timeout(FAREWELL, farewell).await;
    }

    /// Writes bytes as they are, for which the client has a second. The connection is closed after
    /// that, so a failure is of no interest.
    async fn write(&mut self, bytes: &[u8]) {
        // However far it comes: half of a frame is half of none.
        self.is_over = true;
        let io = self.stream.get_mut();
        let written = async {
            let _ = io.write_all(bytes).await;
            let _ = io.flush().await;
        };
        let _ = time::timeout(FAREWELL, written).await;
    }
}
