//! TLS on the API's port, and the plain port beside it.

use std::{future::Future, net::SocketAddr, sync::Arc};

use tokio::{net::TcpListener, task::JoinSet};

use super::listen;
use crate::{
    builder::SandboxBuilder,
    engine::Engine,
    error::Error,
    http::{
        redirect::{self, Redirect, RedirectStatus},
        server,
        tls::{Certified, Tls},
    },
};

/// What TLS needs before anybody is served.
pub(super) struct Secured {
    certified: Arc<Certified>,
    redirect: Option<(TcpListener, SocketAddr)>,
    status: RedirectStatus,
}

impl Secured {
    /// Makes or takes the certificate and listens for whom to redirect; `None` if no TLS is wanted.
    pub(super) async fn prepare(setup: &SandboxBuilder) -> Result<Option<Self>, Error> {
        let Some(identity) = &setup.tls else {
            return match setup.redirect {
                Some(_) => Err(Error::RedirectWithoutTls),
                None => Ok(None),
            };
        };
        let certified = identity.at(setup.address.ip())?;
        let redirect = match setup.redirect {
            Some(asked) => Some(listen(asked).await?),
            None => None,
        };
        Ok(Some(Self {
            certified,
            redirect,
            status: setup.redirect_status,
        }))
    }

    /// What clients are to trust, in PEM.
    pub(super) fn pem(&self) -> String {
        self.certified.pem().to_owned()
    }

    /// Serves the API by TLS, and the redirect if it is wanted; returns where that is.
    pub(super) fn serve<S: Future<Output = ()> + Send + 'static>(
        self,
        (listener, address): (TcpListener, SocketAddr),
        engine: &Arc<Engine>,
        until_stopped: impl Fn() -> S,
        servers: &mut JoinSet<()>,
    ) -> Option<SocketAddr> {
        let tls = Tls::new(&self.certified);
        let from = self.redirect.map(|(listener, plain)| {
            let redirect = Redirect {
                status: self.status,
                address,
                certified: self.certified,
            };
            let engine = Arc::clone(engine);
            servers.spawn(redirect::serve(listener, redirect, engine, until_stopped()));
            plain
        });
        let engine = Arc::clone(engine);
        servers.spawn(server::serve(listener, tls, engine, until_stopped()));
        from
    }
}
