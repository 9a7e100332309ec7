//! A file to be sent.

use std::error::Error as StdError;
use std::fmt;
use std::path::PathBuf;

use bytes::Bytes;
use futures_core::Stream;
use serde::{Deserialize, Deserializer};

use crate::body::BodyError;
use crate::unread_file::UnreadFile;

/// A file of a request: bytes, a file on disk, or a stream.
///
/// Bytes and a path can be sent several times, so a request with them is repeated like any other. A
/// stream is sent once. `Debug` shows neither name nor content.
///
/// ```
/// use opentact_client::Upload;
///
/// let flow = Upload::from("<flow/>").media_type("application/xml");
/// let greeting = Upload::from_path("greeting.mp3").media_type("audio/mpeg");
/// let small = Upload::from(vec![1, 2, 3]).file_name("three.bin").max_bytes(1_000);
/// # let _ = (flow, greeting, small);
/// ```
#[derive(Clone)]
pub struct Upload {
    pub(crate) content: Content,
    file_name: Option<String>,
    media_type: Option<String>,
    pub(crate) max_bytes: u64,
}

#[derive(Clone)]
pub(crate) enum Content {
    InMemory(Bytes),
    Unread(UnreadFile),
}

impl Upload {
    /// How large a file may be where [`max_bytes`](Self::max_bytes) says nothing else: 100 MiB.
    pub const MAX_BYTES: u64 = 100 * 1024 * 1024;

    /// A file on disk, which is read whenever it is sent. Its name goes with it.
    pub fn from_path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let file_name = path.file_name().map(|it| it.to_string_lossy().into_owned());
        Self {
            file_name,
            ..Self::new(Content::Unread(UnreadFile::Path(path)))
        }
    }

    /// A stream, which is sent once.
    pub fn from_stream<S, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        Self::new(Content::Unread(UnreadFile::of_stream(stream)))
    }

    const fn new(content: Content) -> Self {
        Self {
            content,
            file_name: None,
            media_type: None,
            max_bytes: Self::MAX_BYTES,
        }
    }

    /// Names the file; without it, bytes and streams are called `file`.
    pub fn file_name(self, name: impl Into<String>) -> Self {
        let file_name = Some(name.into());
        Self { file_name, ..self }
    }

    /// Says what the file is; without it, a `String` is `text/plain` and everything else
    /// `application/octet-stream`.
    pub fn media_type(self, media_type: impl Into<String>) -> Self {
        let media_type = Some(media_type.into());
        Self { media_type, ..self }
    }

    /// Sets how large the file may be. A larger one is not sent, or not to its end where its size shows
    /// only then.
    pub fn max_bytes(self, most: u64) -> Self {
        Self {
            max_bytes: most,
            ..self
        }
    }

    /// The name of the file.
    pub(crate) fn name(&self) -> &str {
        self.file_name.as_deref().unwrap_or("file")
    }

    /// The media type, as it is sent.
    pub(crate) fn checked_media_type(&self) -> Result<&str, BodyError> {
        let text = self.media_type.as_deref();
        let text = text.unwrap_or("application/octet-stream");
        let is_visible = text.bytes().all(|it| it == b' ' || it.is_ascii_graphic());
        match text.split_once('/') {
            Some((kind, rest)) if is_visible && !kind.is_empty() && !rest.is_empty() => Ok(text),
            _ => Err(BodyError::MediaType),
        }
    }
}

impl From<Bytes> for Upload {
    fn from(bytes: Bytes) -> Self {
        Self::new(Content::InMemory(bytes))
    }
}

impl From<Vec<u8>> for Upload {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from(Bytes::from(bytes))
    }
}

impl From<&[u8]> for Upload {
    fn from(bytes: &[u8]) -> Self {
        Self::from(Bytes::copy_from_slice(bytes))
    }
}

impl From<String> for Upload {
    fn from(text: String) -> Self {
        Self::from(Bytes::from(text)).media_type("text/plain; charset=utf-8")
    }
}

impl From<&str> for Upload {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// Reads text as the content of a file, as examples show one.
impl<'de> Deserialize<'de> for Upload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Upload")
    }
}
