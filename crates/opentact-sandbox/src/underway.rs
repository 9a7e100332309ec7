//! The requests that are being answered, whose clients may go away meanwhile.

use std::{
    future::Future,
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

use axum::response::Response;
use tokio::{sync::oneshot, task::JoinSet};

use crate::faults::NoAnswer;

/// A task for each request, so that none is left half done and none is forgotten; they end with
/// it.
#[derive(Debug, Default)]
pub(crate) struct Underway {
    tasks: Mutex<JoinSet<()>>,
}

/// Done once nobody waits for the answer any more.
pub(crate) type Gone = oneshot::Receiver<()>;

impl Underway {
    /// Has a request answered.
    ///
    /// # Cancellation
    ///
    /// The request is answered all the same, and the answer is lost.
    pub(crate) async fn answered<F>(
        &self,
        answer: impl FnOnce(Gone) -> F,
    ) -> Result<Response, NoAnswer>
    where
        F: Future<Output = Result<Response, NoAnswer>> + Send + 'static,
    {
        let (_here, gone) = oneshot::channel();
        let (sender, answered) = oneshot::channel();
        let answer = answer(gone);
        {
            let mut tasks = self.tasks();
            while tasks.try_join_next().is_some() {}
            tasks.spawn(async move {
                // Without a receiver there is nobody to be answered.
                let _ = sender.send(answer.await);
            });
        }
        answered.await.unwrap_or(Err(NoAnswer))
    }

    /// Waits for those whose clients have gone.
    pub(crate) async fn done(&self) {
        let mut tasks = mem::take(&mut *self.tasks());
        while tasks.join_next().await.is_some() {}
    }

    fn tasks(&self) -> MutexGuard<'_, JoinSet<()>> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
