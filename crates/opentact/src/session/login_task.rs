//! A login under way, in a task of its own: whoever began it may leave, and all others wait for it.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::AbortHandle;
use tracing::Instrument;

use super::SessionJwt;
use crate::error::Error;

/// How a login ends.
pub(super) type Outcome = Result<Arc<SessionJwt>, Error>;

/// How long a login is joined. It ends by itself before that, unless nobody drives its runtime.
const LONGEST: Duration = Duration::from_secs(240);

/// A login under way. Dropping it ends the login.
#[derive(Debug)]
pub(super) struct LoginTask {
    outcome: watch::Receiver<Option<Outcome>>,
    task: AbortHandle,
    began: Instant,
}

impl LoginTask {
    /// Begins a login on that runtime.
    pub(super) fn begin(
        runtime: &Handle,
        now: Instant,
        login: impl Future<Output = Outcome> + Send + 'static,
    ) -> Self {
        let (sender, outcome) = watch::channel(None);
        let login = async move {
            let outcome = login.await;
            sender.send_replace(Some(outcome));
        };
        Self {
            outcome,
            task: runtime.spawn(login.in_current_span()).abort_handle(),
            began: now,
        }
    }

    /// Whether it can be waited for: it has neither ended nor been cut off.
    pub(super) fn is_underway(&self, now: Instant) -> bool {
        // A sender that is gone has left an outcome, or its runtime has ended.
        let is_running = self.outcome.has_changed().is_ok() && self.outcome.borrow().is_none();
        is_running && now.saturating_duration_since(self.began) < LONGEST
    }

    /// How it ends; `None` where it is cut off, as by the end of its runtime.
    ///
    /// # Cancellation
    ///
    /// Dropping the future leaves the login to the others.
    pub(super) fn outcome(&self) -> impl Future<Output = Option<Outcome>> + use<> {
        let mut outcome = self.outcome.clone();
        async move {
            let ended = outcome.wait_for(Option::is_some).await;
            ended.ok().and_then(|it| it.clone())
        }
    }
}

impl Drop for LoginTask {
    fn drop(&mut self) {
        self.task.abort();
    }
}
