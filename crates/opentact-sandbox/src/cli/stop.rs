//! When the command has to stop: at a signal, or at the end of the process that started it.

use std::io::{self, Read};
#[cfg(unix)]
use std::{
    fs::File,
    os::{
        fd::AsFd,
        unix::{fs::FileTypeExt, process::parent_id},
    },
    time::Duration,
};

use super::failure::Failure;

/// Waits until it is time to stop.
pub(super) async fn told(signals: &mut Signals, parent: Option<&Parent>) -> Result<(), Failure> {
    let parent_is_gone = async {
        match parent {
            Some(parent) => parent.gone().await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        () = signals.next() => Ok(()),
        gone = parent_is_gone => gone.map_err(Failure::Thread),
    }
}

/// Ctrl-C and SIGTERM, listened for from now on, so that none is missed during the start.
pub(super) struct Signals {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

impl Signals {
    #[cfg(unix)]
    pub(super) fn listen() -> Result<Self, Failure> {
        use tokio::signal::unix::{SignalKind, signal};
        // Whoever listens is not ended by it: a file past its limit then refuses like a full disk.
        drop(signal(SignalKind::from_raw(libc::SIGXFSZ))?);
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    #[cfg(unix)]
    pub(super) async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    #[cfg(not(unix))]
    pub(super) fn listen() -> Result<Self, Failure> {
        Ok(Self {})
    }

    #[cfg(not(unix))]
    pub(super) async fn next(&mut self) {
        // Without Ctrl-C there is still the end of the process.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// How often the parent is looked at.
#[cfg(unix)]
const INTERVAL: Duration = Duration::from_millis(200);

/// Who started the command.
///
/// A process whose parent ends gets another one, whatever ended it. The system can also send a
/// signal then, but at the end of the parent's *thread*, and test runners start processes from
/// threads that end early. The end of stdin would tell nothing where it is not a pipe, and
/// something else where it is one that the parent has inherited; it is taken only where a process
/// cannot ask for its parent, or gets no good answer: that is 0 where the parent is in another
/// namespace, and 1 where it may have been gone already.
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

    /// Refuses where nothing would tell that it is gone.
    #[cfg(unix)]
    pub(super) fn check(&self) -> Result<(), Failure> {
        if self.id == 0 && !stdin_is_a_pipe()? {
            return Err(Failure::UnseenParent);
        }
        Ok(())
    }

    #[cfg(not(unix))]
    #[expect(clippy::unnecessary_wraps, reason = "on Unix it may fail")]
    pub(super) const fn check(&self) -> Result<(), Failure> {
        Ok(())
    }

    /// Waits until it is gone.
    #[cfg(unix)]
    pub(super) async fn gone(&self) -> io::Result<()> {
        let let_go = async {
            match self.id <= 1 && stdin_is_a_pipe().unwrap_or(false) {
                true => end_of(io::stdin()).await,
                false => std::future::pending().await,
            }
        };
        let replaced = async {
            let mut interval = tokio::time::interval(INTERVAL);
            while parent_id() == self.id {
                interval.tick().await;
            }
        };
        tokio::select! {
            let_go = let_go => let_go,
            () = replaced => Ok(()),
        }
    }

    #[cfg(not(unix))]
    pub(super) async fn gone(&self) -> io::Result<()> {
        end_of(io::stdin()).await
    }
}

/// Whether stdin ends with whoever holds its other end.
#[cfg(unix)]
fn stdin_is_a_pipe() -> io::Result<bool> {
    let stdin = File::from(io::stdin().as_fd().try_clone_to_owned()?);
    let kind = stdin.metadata()?.file_type();
    Ok(kind.is_fifo() || kind.is_socket())
}

/// Waits until there is nothing left to read, for which it needs a thread.
async fn end_of(mut input: impl Read + Send + 'static) -> io::Result<()> {
    let (ended, end) = tokio::sync::oneshot::channel();
    // A thread of its own: the runtime would wait for one of its own when it ends.
    let read = move || {
        let mut rest = [0; 512];
        while !matches!(input.read(&mut rest), Ok(0) | Err(_)) {}
        // Nobody may be listening any more.
        let _ = ended.send(());
    };
    std::thread::Builder::new().spawn(read)?;
    // The thread lets go of the sender only at the end.
    let _ = end.await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[tokio::test]
    async fn an_input_ends_when_its_last_writer_is_gone() {
        let (reader, mut writer) = io::pipe().unwrap();
        let end = tokio::spawn(end_of(reader));
        writer.write_all(b"something").unwrap();
        tokio::task::yield_now().await;
        assert!(!end.is_finished());
        drop(writer);
        end.await.unwrap().unwrap();
    }
}
