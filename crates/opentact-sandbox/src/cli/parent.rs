//! The process that started the command, and the wait for its end.

#[cfg(any(not(unix), test))]
use std::io::Read;
#[cfg(unix)]
use std::{os::unix::process::parent_id, time::Duration};

/// How often the parent is looked at.
#[cfg(unix)]
const INTERVAL: Duration = Duration::from_millis(200);

/// Who started the command.
///
/// A process whose parent ends gets another one, whatever ended it. The system can also send a
/// signal then, but at the end of the parent's *thread*, and test runners start processes from
/// threads that end early. The end of stdin would tell nothing where it is not a pipe, and
/// something else where it is one that the parent has inherited; it is taken only where a process
/// cannot ask for its parent.
#[derive(Debug)]
pub(crate) struct Parent {
    #[cfg(unix)]
    id: u32,
}

impl Parent {
    /// The parent of this moment.
    #[cfg(unix)]
    pub(crate) fn now() -> Self {
        Self { id: parent_id() }
    }

    #[cfg(not(unix))]
    pub(crate) const fn now() -> Self {
        Self {}
    }

    /// Waits until it is gone.
    #[cfg(unix)]
    pub(super) async fn gone(&self) {
        let mut interval = tokio::time::interval(INTERVAL);
        while parent_id() == self.id {
            interval.tick().await;
        }
    }

    #[cfg(not(unix))]
    pub(super) async fn gone(&self) {
        end_of(std::io::stdin()).await;
    }
}

/// Waits until there is nothing left to read.
#[cfg(any(not(unix), test))]
async fn end_of(mut input: impl Read + Send + 'static) {
    let (ended, end) = tokio::sync::oneshot::channel();
    // A thread of its own: the runtime would wait for one of its own when it ends.
    std::thread::spawn(move || {
        let mut rest = [0; 512];
        while !matches!(input.read(&mut rest), Ok(0) | Err(_)) {}
        // Nobody may be listening any more.
        let _ = ended.send(());
    });
    // The thread lets go of the sender only at the end.
    let _ = end.await;
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[tokio::test]
    async fn an_input_ends_when_its_last_writer_is_gone() {
        let (reader, mut writer) = std::io::pipe().unwrap();
        let end = tokio::spawn(end_of(reader));
        writer.write_all(b"something").unwrap();
        tokio::task::yield_now().await;
        assert!(!end.is_finished());
        drop(writer);
        end.await.unwrap();
    }
}
