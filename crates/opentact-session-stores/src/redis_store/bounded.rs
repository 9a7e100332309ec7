//! The bytes of a connection to Redis: so many in answer to a question, and no more.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use redis::{ConnectionAddr, ConnectionInfo};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpStream, lookup_host};
use tokio::task::JoinSet;

/// How much may come, in bytes, until the next question. A session has a few thousand; a thousand
/// questions may wait for their answers at once.
const MOST: usize = 1024 * 1024;

/// A connection in both directions.
trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

/// The bytes of a connection to Redis: so many in answer to a question, and no more.
///
/// The library keeps what comes until an answer is whole, however long that is, and has the thread
/// to itself while it looks through it.
pub(super) struct Bounded {
    wire: Box<dyn Wire>,
    left: usize,
}

impl Bounded {
    /// Connects, and with TLS makes sure who is there.
    pub(super) async fn connect(address: &ConnectionInfo, tls: bool) -> io::Result<Self> {
        let wire: Box<dyn Wire> = match address.addr() {
            ConnectionAddr::Tcp(host, port) if tls => {
                secured(host, dial(host, *port).await?).await?
            }
            ConnectionAddr::Tcp(host, port) => Box::new(dial(host, *port).await?),
            #[cfg(unix)]
            ConnectionAddr::Unix(path) => Box::new(tokio::net::UnixStream::connect(path).await?),
            _ => return Err(io::ErrorKind::Unsupported.into()),
        };
        Ok(Self { wire, left: MOST })
    }
}

/// The first of the host's addresses that answers.
async fn dial(host: &str, port: u16) -> io::Result<TcpStream> {
    let addresses = lookup_host((host, port)).await?;
    let mut attempts: JoinSet<_> = addresses.map(TcpStream::connect).collect();
    let mut outcome = Err(io::ErrorKind::NotFound.into());
    while outcome.is_err()
        && let Some(next) = attempts.join_next().await
    {
        outcome = next.map_err(io::Error::from).flatten();
    }
    outcome.and_then(|stream| stream.set_nodelay(true).map(|()| stream))
}

#[cfg(feature = "redis-tls")]
async fn secured(host: &str, stream: TcpStream) -> io::Result<Box<dyn Wire>> {
    use std::sync::Arc;

    use rustls::crypto::{CryptoProvider, aws_lc_rs};
    use rustls::pki_types::ServerName;
    use rustls::{ClientConfig, RootCertStore};

    let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let chosen = CryptoProvider::get_default().cloned();
    let provider = chosen.unwrap_or_else(|| Arc::new(aws_lc_rs::default_provider()));
    let settings = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector = tokio_rustls::TlsConnector::from(Arc::new(settings));
    Ok(Box::new(connector.connect(name, stream).await?))
}

#[cfg(not(feature = "redis-tls"))]
async fn secured(_: &str, _: TcpStream) -> io::Result<Box<dyn Wire>> {
    Err(io::ErrorKind::Unsupported.into())
}

impl AsyncRead for Bounded {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.wire).poll_read(context, buffer))?;
        let came = buffer.filled().len().saturating_sub(before);
        let left = self.left.checked_sub(came);
        Poll::Ready(left.map_or_else(
            || Err(io::ErrorKind::QuotaExceeded.into()),
            |left| {
                self.left = left;
                Ok(())
            },
        ))
    }
}

impl AsyncWrite for Bounded {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.wire).poll_write(context, bytes))?;
        self.left = MOST;
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.wire).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.wire).poll_shutdown(context)
    }
}
