//! What waits for a connection to be sent: so many messages, and no more.

use tokio::sync::mpsc;
use tokio_websockets::Message;

use crate::faults::Met;

/// How many messages may wait.
const MOST: usize = 1000;

/// A message that waits.
#[derive(Debug)]
pub(super) struct Queued {
    pub(super) message: Message,
    /// What happens to it when its turn comes.
    pub(super) fault: Option<Box<Met>>,
    /// Whether the connection is cut after it.
    pub(super) is_last: bool,
}

/// Where messages are put.
pub(super) type Entrance = mpsc::Sender<Queued>;

/// Where they are taken.
pub(super) type Exit = mpsc::Receiver<Queued>;

/// An empty queue.
pub(super) fn queue() -> (Entrance, Exit) {
    mpsc::channel(MOST)
}

impl From<Message> for Queued {
    fn from(message: Message) -> Self {
        Self {
            message,
            fault: None,
            is_last: false,
        }
    }
}
