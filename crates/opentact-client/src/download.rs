//! The body of an answer that is not read into memory: audio, an image, a file.

use std::fmt;

use bytes::Bytes;
use futures_core::Stream;
use futures_util::stream::TryStreamExt;

/// The bytes of an answer, as they come. `Debug` shows none of them.
///
/// ```no_run
/// # async fn save(mut recording: opentact_client::Download) -> Result<(), Box<dyn std::error::Error>> {
/// let mut size = 0;
/// while let Some(chunk) = recording.chunk().await? {
///     size += chunk.len();
/// }
/// # Ok(())
/// # }
/// ```
pub struct Download(reqwest::Response);

impl Download {
    /// The next bytes; `None` at the end.
    ///
    /// # Errors
    ///
    /// [`DownloadError`]: the connection broke before the end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, DownloadError> {
        self.0.chunk().await.map_err(DownloadError::new)
    }

    /// The bytes as a stream.
    pub fn bytes_stream(self) -> impl Stream<Item = Result<Bytes, DownloadError>> + Send {
        self.0.bytes_stream().map_err(DownloadError::new)
    }
}

impl From<reqwest::Response> for Download {
    fn from(response: reqwest::Response) -> Self {
        Self(response)
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Download")
    }
}

/// The body of an answer ended before it was complete.
#[derive(Debug, thiserror::Error)]
#[error("the answer broke off before it was complete")]
pub struct DownloadError(#[source] reqwest::Error);

impl DownloadError {
    /// Without the URL, which may carry a credential.
    fn new(cause: reqwest::Error) -> Self {
        Self(cause.without_url())
    }
}
