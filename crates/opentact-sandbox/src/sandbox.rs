//! A running sandbox, as its owner sees it.

use std::{net::SocketAddr, ops::Deref, sync::Arc, time::Duration};

use tokio::{net::TcpListener, sync::watch, task::JoinSet};

use self::secured::Secured;
use crate::{
    builder::SandboxBuilder,
    control,
    engine::Engine,
    error::Error,
    events,
    http::{connections::Plain, cors::Cors, server},
    owner::Owner,
    seed::reset,
    settings::Settings,
    store::{Store, users},
    telephony,
};

#[cfg(feature = "inspector")]
use crate::inspector;

#[cfg(feature = "tls")]
mod secured;
#[cfg(not(feature = "tls"))]
#[path = "sandbox/unsecured.rs"]
mod secured;

/// How long requests at work may take when the sandbox is shut down.
const PATIENCE: Duration = Duration::from_secs(5);

/// A server that behaves as the contract says.
///
/// It derefs to its [`Owner`], who can do and see everything in it. Dropping it stops it at once,
/// whatever requests are at work; see [`Sandbox::shutdown`].
#[derive(Debug)]
pub struct Sandbox {
    address: SocketAddr,
    control: Option<SocketAddr>,
    redirect: Option<SocketAddr>,
    owner: Owner,
    /// Dropped to say that it is time to stop.
    stop: watch::Sender<()>,
    /// A task for each port; they end with the set.
    servers: JoinSet<()>,
}

impl Sandbox {
    /// Starts a sandbox on a free port of 127.0.0.1, in memory, without users.
    ///
    /// # Errors
    ///
    /// [`Error::Listen`] when no port is free.
    ///
    /// # Cancellation
    ///
    /// As [`SandboxBuilder::start`].
    pub async fn start() -> Result<Self, Error> {
        Self::builder().start().await
    }

    /// Sets up a sandbox.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::new()
    }

    pub(crate) async fn start_with(setup: SandboxBuilder) -> Result<Self, Error> {
        if let Some(address) = setup.control.filter(|it| !it.ip().is_loopback()) {
            return Err(Error::ControlAddress { address });
        }
        let cors = setup.cors.as_deref().map(Cors::new).transpose()?;
        // All that can fail without a trace comes before the data file is touched.
        let secured = Secured::prepare(&setup).await?;
        let (listener, address) = listen(setup.address).await?;
        let control = match setup.control {
            Some(asked) => Some(listen(asked).await?),
            None => None,
        };
        let store = Store::open(setup.data_file).await?;
        let mut seed = setup.seed;
        if let Some(user) = setup.user_if_none
            && seed.users().is_empty()
            && !store.read(users::any).await?
        {
            seed = seed.user(user);
        }
        let settings = Settings {
            cors,
            ..setup.settings
        };
        let takes_up = setup.clock.is_none();
        let clock = setup.clock.unwrap_or_default();
        let mut engine = Engine::new(settings, clock, store, seed).await?;
        if takes_up {
            engine.take_up_clock().await?;
        }
        engine.certificate = secured.as_ref().map(Secured::pem);
        let engine = Arc::new(engine);
        reset::start(&engine).await?;
        let (stop, stopped) = watch::channel(());
        let until_stopped = || {
            let mut stopped = stopped.clone();
            async move {
                // Nothing is ever sent: an error says that the sender is gone.
                while stopped.changed().await.is_ok() {}
            }
        };
        let mut servers = JoinSet::new();
        let (watched, stopped) = (Arc::clone(&engine), until_stopped());
        servers.spawn(async move {
            tokio::select! {
                () = events::validity::watch(Arc::clone(&watched)) => {}
                () = events::token_life::watch(Arc::clone(&watched)) => {}
                () = telephony::steps::watch(Arc::clone(&watched)) => {}
                () = telephony::webhooks::watch(watched) => {}
                () = stopped => {}
            }
        });
        servers.spawn(Arc::clone(&engine).store_moves(until_stopped()));
        let control = control.map(|(listener, its_address)| {
            let pages = pages(&engine, address, its_address);
            let engine = Arc::clone(&engine);
            let owner = Owner { engine };
            servers.spawn(control::serve(listener, owner, pages, until_stopped()));
            its_address
        });
        let api = (listener, address);
        let redirect = match secured {
            Some(secured) => secured.serve(api, &engine, until_stopped, &mut servers),
            None => {
                let (engine, stopped) = (Arc::clone(&engine), until_stopped());
                servers.spawn(server::serve(api.0, Plain, engine, stopped));
                None
            }
        };
        Ok(Self {
            address,
            control,
            redirect,
            owner: Owner { engine },
            stop,
            servers,
        })
    }

    /// Where the sandbox is, such as `http://127.0.0.1:49152`, or `https` with TLS; paths begin
    /// with `/rest`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("{}://{}", self.owner.engine.scheme(), self.address)
    }

    /// What clients are to trust, in PEM, if the sandbox speaks TLS: the authority of a
    /// certificate that was made at the start, or all certificates that were given.
    #[must_use]
    pub fn certificate(&self) -> Option<&str> {
        self.owner.engine.certificate.as_deref()
    }

    /// Where plain http is redirected to https, such as `http://127.0.0.1:49154`, if it is.
    #[must_use]
    pub fn redirect_url(&self) -> Option<String> {
        self.redirect.map(|address| format!("http://{address}"))
    }

    /// The address it listens on.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where the control port is, such as `http://127.0.0.1:49153`, if there is one.
    #[must_use]
    pub fn control_url(&self) -> Option<String> {
        self.control.map(|address| format!("http://{address}"))
    }

    /// Stops the sandbox after it has answered the requests at work, for which it waits up to
    /// five seconds; those that take longer are not answered. A request whose body stays away has
    /// them too, as nothing tells it from one that is late; to wait for none, drop the sandbox.
    ///
    /// # Cancellation
    ///
    /// Dropped while it waits, it stops at once, as if the sandbox had been dropped.
    pub async fn shutdown(self) {
        let Self {
            owner: Owner { engine },
            stop,
            mut servers,
            ..
        } = self;
        drop(stop);
        // Whoever waits for a fault to end, or follows the requests, need not wait for us.
        engine.faults.clear();
        engine.recorder.stop();
        let all = async { while servers.join_next().await.is_some() {} };
        // Past its patience, the rest is the same as for a dropped sandbox.
        let _ = tokio::time::timeout(PATIENCE, all).await;
        servers.shutdown().await;
    }
}

impl Deref for Sandbox {
    type Target = Owner;

    fn deref(&self) -> &Owner {
        &self.owner
    }
}

/// What the control port has for people.
#[cfg(feature = "inspector")]
fn pages(engine: &Arc<Engine>, api: SocketAddr, control: SocketAddr) -> axum::Router {
    inspector::router(inspector::Inspector {
        owner: Owner {
            engine: Arc::clone(engine),
        },
        api: format!("{}://{}", engine.scheme(), seen_from_here(api)),
        control: format!("http://{control}"),
        start: uuid::Uuid::new_v4(),
    })
}

/// Where that is on this machine, on which the pages are looked at.
#[cfg(feature = "inspector")]
const fn seen_from_here(mut address: SocketAddr) -> SocketAddr {
    use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => IpAddr::V4(Ipv4Addr::LOCALHOST),
            SocketAddr::V6(_) => IpAddr::V6(Ipv6Addr::LOCALHOST),
        });
    }
    address
}

#[cfg(not(feature = "inspector"))]
fn pages(_: &Arc<Engine>, _: SocketAddr, _: SocketAddr) -> axum::Router {
    axum::Router::new()
}

async fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), Error> {
    let refused = |source| Error::Listen { address, source };
    let listener = TcpListener::bind(address).await.map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    Ok((listener, address))
}

#[cfg(all(test, feature = "inspector"))]
mod tests {
    use super::*;

    #[test]
    fn the_pages_name_an_address_of_the_apis_own_family() {
        for (address, expected) in [
            ("0.0.0.0:1", "127.0.0.1:1"),
            ("[::]:1", "[::1]:1"),
            ("192.0.2.7:1", "192.0.2.7:1"),
            ("[::1]:1", "[::1]:1"),
        ] {
            let seen = seen_from_here(address.parse().unwrap());
            assert_eq!(seen.to_string(), expected);
        }
    }
}
