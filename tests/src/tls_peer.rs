//! A server that speaks TLS, HTTP/2 included, with a certificate that nobody knows.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use http::{HeaderMap, Method, Response, Uri, Version};
use hyper::body::Incoming;
use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{self, ServerConfig};

/// HTTP/2 and HTTP/1.1, as a modern server offers them.
pub const MODERN: &[&str] = &["h2", "http/1.1"];
/// HTTP/1.1 alone.
pub const CLASSIC: &[&str] = &["http/1.1"];

/// A request that a [`TlsPeer`] has heard.
#[derive(Clone, Debug)]
pub struct TlsRequest {
    /// The number of its connection, counted from 0 in the order of their handshakes.
    pub connection: usize,
    /// HTTP/1.1 or HTTP/2.
    pub version: Version,
    /// The method.
    pub method: Method,
    /// Path and query.
    pub target: String,
    /// The headers.
    pub headers: HeaderMap,
}

/// What a peer answers to a request.
type Answering = dyn Fn(&TlsRequest) -> Response<String> + Send + Sync;

#[derive(Default)]
struct Seen {
    requests: Mutex<Vec<TlsRequest>>,
    accepted: AtomicUsize,
    shaken: AtomicUsize,
    /// Turns true when every connection is to be dropped.
    hung_up: watch::Sender<bool>,
}

/// A name off this machine, which no resolver knows and a [`ConnectProxy`](crate::ConnectProxy) takes
/// for this machine.
pub(crate) const PROXIED: &str = "peer.example";

/// A server on loopback that speaks TLS. Its certificate is good for `localhost`, `127.0.0.1` and `peer.example`,
/// and signed by an authority of its own.
///
/// Dropping it ends it with all of its connections.
pub struct TlsPeer {
    address: SocketAddr,
    authority: String,
    seen: Arc<Seen>,
    task: JoinHandle<()>,
}

impl TlsPeer {
    /// Starts a peer that offers these protocols by ALPN.
    #[expect(
        clippy::expect_used,
        reason = "a test ends where its peer does not start"
    )]
    pub async fn start(
        offered: &[&str],
        answering: impl Fn(&TlsRequest) -> Response<String> + Send + Sync + 'static,
    ) -> Self {
        let (authority, config) = certified(offered).expect("a certificate");
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port");
        let address = listener.local_addr().expect("an address");
        let seen = Arc::new(Seen::default());
        let shared = Arc::clone(&seen);
        let answering: Arc<Answering> = Arc::new(answering);
        let task = tokio::spawn(async move {
            // The connections end with the task.
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                shared.accepted.fetch_add(1, Ordering::SeqCst);
                let (acceptor, seen) = (acceptor.clone(), Arc::clone(&shared));
                connections.spawn(serve(stream, acceptor, seen, Arc::clone(&answering)));
            }
        });
        Self {
            address,
            authority,
            seen,
            task,
        }
    }

    /// Starts a peer that answers everything with 200 and that JSON.
    pub async fn answering(offered: &[&str], body: &'static str) -> Self {
        Self::start(offered, move |_| {
            let mut response = Response::new(body.to_owned());
            let kind = http::HeaderValue::from_static("application/json");
            response.headers_mut().insert("content-type", kind);
            response
        })
        .await
    }

    /// Drops every connection, and those to come as soon as they are made. When this returns, the
    /// other side's system knows.
    ///
    /// # Cancellation
    ///
    /// Dropping the future is safe: the connections are dropped all the same.
    pub async fn hang_up(&self) {
        self.seen.hung_up.send_replace(true);
        // Each connection holds a receiver until it is gone.
        self.seen.hung_up.closed().await;
    }

    /// Lets new connections stay again.
    pub fn come_back(&self) {
        self.seen.hung_up.send_replace(false);
    }

    /// The peer's address as a base URL.
    pub fn base_url(&self) -> String {
        format!("https://{}", self.address)
    }

    /// The same by a name that a proxy alone knows.
    pub fn proxied_base_url(&self) -> String {
        format!("https://{PROXIED}:{}", self.port())
    }

    /// The port of the peer.
    pub const fn port(&self) -> u16 {
        self.address.port()
    }

    /// The certificate of the authority that vouches for the peer, in PEM.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The requests so far, in the order in which they came.
    pub fn requests(&self) -> Vec<TlsRequest> {
        let requests = self.seen.requests.lock();
        requests.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many connections have been accepted, handshake or not.
    pub fn connections(&self) -> usize {
        self.seen.accepted.load(Ordering::SeqCst)
    }

    /// How many handshakes have succeeded.
    pub fn handshakes(&self) -> usize {
        self.seen.shaken.load(Ordering::SeqCst)
    }
}

impl Drop for TlsPeer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl std::fmt::Debug for TlsPeer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TlsPeer")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// A new authority in PEM, and the settings of a server that it vouches for.
pub(crate) fn certified(
    offered: &[&str],
) -> Result<(String, ServerConfig), Box<dyn std::error::Error>> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate()?)?;

    let key = KeyPair::generate()?;
    let names = ["localhost", "127.0.0.1", PROXIED].map(str::to_owned);
    let certificate = CertificateParams::new(names)?.signed_by(&key, &authority)?;

    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::Pkcs8(key.serialize_der().into()),
        )?;
    config.alpn_protocols = offered
        .iter()
        .map(|name| name.as_bytes().to_vec())
        .collect();
    Ok((authority.as_ref().pem(), config))
}

/// Whether the handshake chose HTTP/2.
fn is_http2(connection: &rustls::ServerConnection) -> bool {
    connection.alpn_protocol() == Some(b"h2")
}

async fn serve(
    stream: TcpStream,
    acceptor: TlsAcceptor,
    seen: Arc<Seen>,
    answering: Arc<Answering>,
) -> io::Result<()> {
    let stream = acceptor.accept(stream).await?;
    let number = seen.shaken.fetch_add(1, Ordering::SeqCst);
    let http2 = is_http2(stream.get_ref().1);
    let gone = seen.hung_up.clone();
    let service = service_fn(move |request: http::Request<Incoming>| {
        let request = TlsRequest {
            connection: number,
            version: request.version(),
            method: request.method().clone(),
            target: target(request.uri()),
            headers: request.headers().clone(),
        };
        let response = answering(&request);
        let requests = seen.requests.lock();
        requests
            .unwrap_or_else(PoisonError::into_inner)
            .push(request);
        std::future::ready(Ok::<_, Infallible>(response))
    });
    let mut hung_up = gone.subscribe();
    let stream = TokioIo::new(stream);
    let serving = async {
        // Clients leave as they like.
        let _ = if http2 {
            let http2 = http2::Builder::new(TokioExecutor::new());
            http2.serve_connection(stream, service).await
        } else {
            let http1 = http1::Builder::new();
            http1.serve_connection(stream, service).await
        };
    };
    tokio::select! {
        () = serving => {}
        _ = hung_up.wait_for(|gone| *gone) => {}
    }
    Ok(())
}

fn target(uri: &Uri) -> String {
    uri.path_and_query()
        .map_or_else(String::new, |it| it.as_str().to_owned())
}
