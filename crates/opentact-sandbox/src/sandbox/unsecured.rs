//! What stands for TLS in a sandbox that is built without it: nothing.

use std::{future::Future, net::SocketAddr, sync::Arc};

use tokio::{net::TcpListener, task::JoinSet};

use crate::{builder::SandboxBuilder, engine::Engine, error::Error};

/// Never there.
pub(super) enum Secured {}

impl Secured {
    pub(super) async fn prepare(_: &SandboxBuilder) -> Result<Option<Self>, Error> {
        Ok(None)
    }

    pub(super) const fn pem(&self) -> String {
        match *self {}
    }

    pub(super) fn serve<S: Future<Output = ()> + Send + 'static>(
        self,
        _: (TcpListener, SocketAddr),
        _: &Arc<Engine>,
        _: impl Fn() -> S,
        _: &mut JoinSet<()>,
    ) -> Option<SocketAddr> {
        match self {}
    }
}
