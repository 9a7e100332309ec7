//! What waits for a connection to be sent: so many messages and bytes, and no more.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use tokio::sync::mpsc;
use tokio_websockets::Message;

/// How many messages may wait.
const MOST: usize = 1000;

/// How many bytes may wait; one message may have more if nothing else waits.
const MOST_BYTES: usize = 1024 * 1024;

/// Where messages are put.
#[derive(Debug)]
pub(super) struct Entrance {
    messages: mpsc::Sender<Message>,
    bytes: Arc<AtomicUsize>,
}

/// Where they are taken.
#[derive(Debug)]
pub(super) struct Exit {
    messages: mpsc::Receiver<Message>,
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

impl Entrance {
    /// Puts a message behind the others. Only one may do so at a time.
    pub(super) fn put(&self, message: Message) -> Result<(), Full> {
        let length = message.as_payload().len();
        let waiting = self.bytes.load(Ordering::Relaxed);
        if waiting > 0 && waiting.saturating_add(length) > MOST_BYTES {
            return Err(Full);
        }
        // Before it can be taken, so that it never counts as less than nothing.
        self.bytes.fetch_add(length, Ordering::Relaxed);
        self.messages.try_send(message).map_err(|_| {
            self.bytes.fetch_sub(length, Ordering::Relaxed);
            Full
        })
    }
}

impl Exit {
    /// The next message; `None` once there is none and nobody can put one.
    ///
    /// # Cancellation
    ///
    /// Loses no message.
    pub(super) async fn next(&mut self) -> Option<Message> {
        let message = self.messages.recv().await;
        message.inspect(|it| self.taken(it))
    }

    /// The next message, if one waits.
    pub(super) fn waiting(&mut self) -> Option<Message> {
        let message = self.messages.try_recv().ok();
        message.inspect(|it| self.taken(it))
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

    #[test]
    fn so_many_bytes_may_wait() {
        let (entrance, mut exit) = queue();
        entrance.put(text(MOST_BYTES / 2)).unwrap();
        entrance.put(text(MOST_BYTES / 2)).unwrap();
        entrance.put(text(1)).unwrap_err();
        exit.waiting().unwrap();
        entrance.put(text(1)).unwrap();
        entrance.put(text(MOST_BYTES / 2)).unwrap_err();
    }

    #[test]
    fn one_message_may_have_more_if_nothing_waits() {
        let (entrance, mut exit) = queue();
        entrance.put(text(3 * MOST_BYTES)).unwrap();
        entrance.put(text(1)).unwrap_err();
        exit.waiting().unwrap();
        entrance.put(text(3 * MOST_BYTES)).unwrap();
    }

    #[tokio::test]
    async fn so_many_messages_may_wait_and_they_come_in_order() {
        let (entrance, mut exit) = queue();
        for length in 1..=MOST {
            entrance.put(text(length)).unwrap();
        }
        entrance.put(text(1)).unwrap_err();
        for length in 1..=MOST {
            assert_eq!(exit.next().await.unwrap().as_payload().len(), length);
        }
        entrance.put(text(1)).unwrap();
        drop(entrance);
        assert!(exit.next().await.is_some() && exit.next().await.is_none());
        assert_eq!(exit.bytes.load(Ordering::Relaxed), 0);
    }
}
