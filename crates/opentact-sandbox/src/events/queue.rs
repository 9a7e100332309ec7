//! What waits for a connection to be sent: so many messages and bytes, and no more.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use tokio::sync::mpsc;
use tokio_websockets::Message;

use crate::faults::Met;

/// How many messages may wait.
const MOST: usize = 1000;

/// How many bytes may wait; one message may have more if nothing else waits.
const MOST_BYTES: usize = 1024 * 1024;

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
#[derive(Debug)]
pub(super) struct Entrance {
    messages: mpsc::Sender<Queued>,
    bytes: Arc<AtomicUsize>,
}

/// Where they are taken.
#[derive(Debug)]
pub(super) struct Exit {
    messages: mpsc::Receiver<Queued>,
    bytes: Arc<AtomicUsize>,
}

/// As much waits as may.
#[derive(Debug)]
pub(super) struct Full;

/// An empty queue.
pub(super) fn queue() -> (Entrance, Exit) {
    let (sender, receiver) = mpsc::channel(MOST);
    let bytes = Arc::default();
    let entrance = Entrance {
        messages: sender,
        bytes: Arc::clone(&bytes),
    };
    let exit = Exit {
        messages: receiver,
        bytes,
    };
    (entrance, exit)
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

impl Entrance {
    /// Puts a message behind the others, with the fault that it meets if there is room. Only one
    /// may do so at a time.
    pub(super) fn put(
        &self,
        message: Message,
        fault: impl FnOnce() -> Option<Met>,
    ) -> Result<(), Full> {
        let length = message.as_payload().len();
        let waiting = self.bytes.load(Ordering::Relaxed);
        if waiting > 0 && waiting.saturating_add(length) > MOST_BYTES {
            return Err(Full);
        }
        let place = self.messages.try_reserve().map_err(|_| Full)?;
        // Before it can be taken, so that it never counts as less than nothing.
        self.bytes.fetch_add(length, Ordering::Relaxed);
        let fault = fault().map(Box::new);
        place.send(Queued {
            fault,
            ..message.into()
        });
        Ok(())
    }
}

impl Exit {
    /// The next message; `None` once there is none and nobody can put one.
    ///
    /// # Cancellation
    ///
    /// Loses no message.
    pub(super) async fn next(&mut self) -> Option<Queued> {
        let message = self.messages.recv().await;
        message.inspect(|it| self.taken(&it.message))
    }

    /// The next message, if one waits.
    pub(super) fn waiting(&mut self) -> Option<Queued> {
        let message = self.messages.try_recv().ok();
        message.inspect(|it| self.taken(&it.message))
    }

    fn taken(&self, message: &Message) {
        let length = message.as_payload().len();
        self.bytes.fetch_sub(length, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(length: usize) -> Message {
        Message::text("x".repeat(length))
    }

    fn put(entrance: &Entrance, message: Message) -> Result<(), Full> {
        entrance.put(message, || None)
    }

    #[test]
    fn so_many_bytes_may_wait() {
        let (entrance, mut exit) = queue();
        put(&entrance, text(MOST_BYTES / 2)).unwrap();
        put(&entrance, text(MOST_BYTES / 2)).unwrap();
        put(&entrance, text(1)).unwrap_err();
        exit.waiting().unwrap();
        put(&entrance, text(1)).unwrap();
        put(&entrance, text(MOST_BYTES / 2)).unwrap_err();
    }

    #[test]
    fn one_message_may_have_more_if_nothing_waits() {
        let (entrance, mut exit) = queue();
        put(&entrance, text(3 * MOST_BYTES)).unwrap();
        put(&entrance, text(1)).unwrap_err();
        exit.waiting().unwrap();
        put(&entrance, text(3 * MOST_BYTES)).unwrap();
    }

    #[tokio::test]
    async fn so_many_messages_may_wait_and_they_come_in_order() {
        let (entrance, mut exit) = queue();
        for length in 1..=MOST {
            put(&entrance, text(length)).unwrap();
        }
        put(&entrance, text(1)).unwrap_err();
        for length in 1..=MOST {
            assert_eq!(
                exit.next().await.unwrap().message.as_payload().len(),
                length
            );
        }
        put(&entrance, text(1)).unwrap();
        drop(entrance);
        assert!(exit.next().await.is_some() && exit.next().await.is_none());
        assert_eq!(exit.bytes.load(Ordering::Relaxed), 0);
    }
}
