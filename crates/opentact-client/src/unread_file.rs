//! A file that is read while it is sent.

use std::error::Error as StdError;
use std::fs::File;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::stream::{self, TryStreamExt};
use tokio::io::AsyncReadExt;

use crate::body::BodyError;

/// How much of a file is in memory at once.
const CHUNK: usize = 64 * 1024;

/// The bytes of a file, as they come.
pub(crate) type FileBytes = Pin<Box<dyn Stream<Item = Result<Bytes, BodyError>> + Send>>;

/// A file that is read while it is sent.
#[derive(Clone)]
pub(crate) enum UnreadFile {
    Path(PathBuf),
    /// A stream, until it has been sent.
    Stream(Arc<Mutex<Option<FileBytes>>>),
}

impl UnreadFile {
    pub(crate) fn of_stream<S, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        let stream: FileBytes = Box::pin(stream.map_err(|it| BodyError::Stream(it.into())));
        Self::Stream(Arc::new(Mutex::new(Some(stream))))
    }

    /// Opens the file, which may have so many bytes; its length comes with it where it is known.
    pub(crate) fn open(&self, limit: u64) -> Result<(FileBytes, Option<u64>), BodyError> {
        match self {
            Self::Path(path) => {
                let file = File::open(path).map_err(BodyError::File)?;
                let length = file.metadata().map_err(BodyError::File)?.len();
                if length > limit {
                    return Err(BodyError::TooLarge { limit });
                }
                Ok((Box::pin(exactly(file, length)), Some(length)))
            }
            Self::Stream(shared) => {
                let mut stream = shared.lock().unwrap_or_else(PoisonError::into_inner);
                let stream = stream.take().ok_or(BodyError::Spent)?;
                Ok((Box::pin(at_most(stream, limit)), None))
            }
        }
    }

    /// Whether it can be opened more than once.
    pub(crate) const fn is_repeatable(&self) -> bool {
        matches!(self, Self::Path(_))
    }
}

/// A file that has been announced to have so many bytes.
fn exactly(file: File, length: u64) -> impl Stream<Item = Result<Bytes, BodyError>> {
    let file = tokio::fs::File::from_std(file);
    stream::try_unfold((file, length), |(mut file, left)| async move {
        let mut chunk = BytesMut::with_capacity(CHUNK);
        let read = file.read_buf(&mut chunk).await.map_err(BodyError::File)?;
        match left.checked_sub(read as u64) {
            Some(0) if read == 0 => Ok(None),
            Some(left) if read > 0 => Ok(Some((chunk.freeze(), (file, left)))),
            _ => Err(BodyError::Changed),
        }
    })
}

/// A stream that ends with an error where it has more bytes.
fn at_most(stream: FileBytes, limit: u64) -> impl Stream<Item = Result<Bytes, BodyError>> {
    stream::try_unfold((stream, limit), move |(mut stream, left)| async move {
        let Some(chunk) = stream.try_next().await? else {
            return Ok(None);
        };
        let left = left.checked_sub(chunk.len() as u64);
        let left = left.ok_or(BodyError::TooLarge { limit })?;
        Ok(Some((chunk, (stream, left))))
    })
}
