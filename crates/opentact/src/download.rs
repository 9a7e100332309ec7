//! The body of a response that is not read into memory.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use futures_core::Stream;
use futures_util::stream;

use crate::error::Error;
use crate::redaction::Redaction;
use crate::transport::Transport;
use crate::transport::failure::{Attempted, Failure, TimeLimit};

/// The bytes of a response, as they come: from [`Request::download`](crate::Request::download).
///
/// A pause of [`read_timeout`](crate::ClientBuilder::read_timeout) ends it; no other time limit counts
/// from here on, and neither does [`max_response_bytes`](crate::ClientBuilder::max_response_bytes).
/// `Debug` shows nothing of it.
///
/// ```no_run
/// # async fn save(client: opentact::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use std::io::Write;
///
/// let mut file = std::fs::File::create("recording.mp3")?;
/// let request = client.request(opentact::Method::GET, "/rest/recording/1");
/// let mut recording = request.download().await?;
/// while let Some(chunk) = recording.chunk().await? {
///     file.write_all(&chunk)?;
/// }
/// # Ok(())
/// # }
/// ```
pub struct Download {
    pub(crate) response: reqwest::Response,
    pub(crate) transport: Arc<Transport>,
    pub(crate) operation: String,
    /// The secrets of the request, for the words of an error.
    pub(crate) redaction: Redaction,
    /// Whether the request changes what the server keeps.
    pub(crate) changes_state: bool,
}

impl Download {
    /// The next bytes; `None` at the end.
    ///
    /// # Errors
    ///
    /// [`Timeout`](crate::ErrorKind::Timeout) after too long a pause,
    /// [`Transport`](crate::ErrorKind::Transport) where the connection broke before the end.
    ///
    /// # Cancellation
    ///
    /// Dropping the future loses nothing: the next call goes on.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        let Self {
            response,
            transport,
            ..
        } = self;
        let pause = transport.read_timeout;
        let read = transport.clock.timeout(pause, response.chunk()).await;
        let status = self.response.status();
        let attempted = Attempted {
            operation: &self.operation,
            changes_state: self.changes_state,
            redaction: &self.redaction,
            proxy: self.transport.proxy.as_deref(),
        };
        let failure = match read {
            Ok(Ok(chunk)) => return Ok(chunk),
            Ok(Err(cause)) => {
                let connect_timeout = self.transport.connect_timeout;
                Failure::transport(attempted, Some(status), connect_timeout, cause)
            }
            Err(_) => Failure::pause_too_long(attempted, status, TimeLimit::of_pause(pause)),
        };
        Err(failure.error)
    }

    /// The bytes as a stream, which ends after an error.
    pub fn bytes_stream(self) -> impl Stream<Item = Result<Bytes, Error>> + Send {
        stream::try_unfold(self, |mut download| async move {
            let chunk = download.chunk().await?;
            Ok(chunk.map(|chunk| (chunk, download)))
        })
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Download")
    }
}
