//! What a scripted peer does, one thing after the other.

use std::sync::Arc;

use tokio::sync::Semaphore;

/// One thing that a scripted peer does on a connection.
///
/// After its last step the connection waits for the next request, unless it is gone.
#[derive(Clone, Debug)]
pub enum Step {
    /// Waits for a whole request and notes it.
    Hear,
    /// Waits for the head of a request and notes what has come; the rest of a body stays unread.
    HearHead,
    /// Waits until a request begins to arrive, and neither reads nor notes it.
    Notice,
    /// Sends these bytes.
    Say(Arc<[u8]>),
    /// Sends these bytes over and over, as fast as they are taken, without end.
    Flood(Arc<[u8]>),
    /// Sends these bytes over and over, one at a time, letting everybody else work in between.
    Drip(Arc<[u8]>),
    /// Waits until the test opens the gate.
    Wait(Gate),
    /// Says no more until the client leaves.
    Stall,
    /// Says no more (FIN), and goes on to hear.
    HalfClose,
    /// Ends the connection in order (FIN), and hears the client out.
    Close,
    /// Breaks the connection (RST).
    Reset,
}

impl Step {
    /// Sends these bytes.
    pub fn say(bytes: impl Into<Vec<u8>>) -> Self {
        Self::Say(bytes.into().into())
    }

    /// Sends these bytes over and over, as fast as they are taken, without end.
    pub fn flood(bytes: impl Into<Vec<u8>>) -> Self {
        Self::Flood(bytes.into().into())
    }

    /// Sends these bytes over and over, one at a time.
    pub fn drip(bytes: impl Into<Vec<u8>>) -> Self {
        Self::Drip(bytes.into().into())
    }

    /// Whether the step waits for a request.
    pub(super) const fn expects_request(&self) -> bool {
        matches!(self, Self::Hear | Self::HearHead | Self::Notice)
    }
}

/// A gate at which a peer waits. Clones are the same gate.
#[derive(Clone, Debug)]
pub struct Gate {
    passes: Arc<Semaphore>,
    arrived: Arc<Semaphore>,
}

impl Gate {
    /// A closed gate.
    pub fn new() -> Self {
        let closed = || Arc::new(Semaphore::new(0));
        Self {
            passes: closed(),
            arrived: closed(),
        }
    }

    /// Lets one through, now or when it comes.
    pub fn open(&self) {
        self.passes.add_permits(1);
    }

    /// Waits until somebody stands at the gate.
    ///
    /// # Cancellation
    ///
    /// Dropping the future is safe: whoever stands at the gate is found by the next call.
    pub async fn reached(&self) {
        take_one(&self.arrived).await;
    }

    pub(super) async fn pass(&self) {
        self.arrived.add_permits(1);
        take_one(&self.passes).await;
    }
}

impl Default for Gate {
    fn default() -> Self {
        Self::new()
    }
}

async fn take_one(permits: &Semaphore) {
    // The semaphore is never closed.
    if let Ok(permit) = permits.acquire().await {
        permit.forget();
    }
}

/// A whole answer in JSON, after which the connection can be used again.
pub fn json(status: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}
