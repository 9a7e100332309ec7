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

/// Takes the answer to a request; it is closed once the client is gone.
pub(crate) type Client = oneshot::Sender<Result<Response, NoAnswer>>;

impl Underway {
    /// Has a request answered from the call on; what the work does after the answer is not waited for.
    ///
    /// # Cancellation
    ///
    /// The work is done all the same, and the answer is lost.
    pub(crate) fn answered<F: Future<Output = ()> + Send + 'static, W: FnOnce(Client) -> F>(
        &self,
        work: W,
    ) -> impl Future<Output = Result<Response, NoAnswer>> + use<F, W> {
        let (client, answered) = oneshot::channel();
        let work = work(client);
        {
            let mut tasks = self.tasks();
            while tasks.try_join_next().is_some() {}
            tasks.spawn(work);
        }
        async { answered.await.unwrap_or(Err(NoAnswer)) }
    }

    /// Waits for what is still at work, such as for clients that have gone.
    pub(crate) async fn done(&self) {
        let mut tasks = mem::take(&mut *self.tasks());
        while tasks.join_next().await.is_some() {}
    }

    fn tasks(&self) -> MutexGuard<'_, JoinSet<()>> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
