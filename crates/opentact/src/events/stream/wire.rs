//! The bytes below a WebSocket: counted, and read to their end whatever becomes of what is sent.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// How often is read in one turn.
const READS: u32 = 32;

/// A connection in both directions.
pub(super) trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

/// The bytes below a WebSocket.
///
/// It counts what comes, so that part of a message proves life as well.
///
/// What cannot be sent is dropped. A service that leaves hears no pong any more, and what it said
/// before is still to be read; reading tells how the connection ended.
pub(super) struct Bytes {
    wire: Box<dyn Wire>,
    received: u64,
    reads: u32,
}

impl Bytes {
    pub(super) fn of(wire: impl Wire + 'static) -> Self {
        Self {
            wire: Box::new(wire),
            received: 0,
            reads: 0,
        }
    }

    /// How many have come.
    pub(super) const fn received(&self) -> u64 {
        self.received
    }

    /// Begins a turn, after which others on the thread have theirs, however much comes.
    pub(super) const fn begin_turn(&mut self) {
        self.reads = 0;
    }
}

impl AsyncRead for Bytes {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.reads == READS {
            self.reads = 0;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.wire).poll_read(context, buffer))?;
        let count = buffer.filled().len().saturating_sub(before);
        self.received += u64::try_from(count).unwrap_or(0);
        self.reads += 1;
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Bytes {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.wire).poll_write(context, bytes));
        Poll::Ready(Ok(written.unwrap_or(bytes.len())))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.wire).poll_write_vectored(context, parts));
        let all = || parts.iter().map(|part| part.len()).sum();
        Poll::Ready(Ok(written.unwrap_or_else(|_| all())))
    }

    fn is_write_vectored(&self) -> bool {
        self.wire.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let _ = ready!(Pin::new(&mut self.wire).poll_flush(context));
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.wire).poll_shutdown(context)
    }
}
