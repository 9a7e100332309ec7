//! What a request sends: JSON, or a form with a file.

use std::error::Error as StdError;
use std::fmt;
use std::io;

use bytes::Bytes;
use futures_util::stream::{self, StreamExt};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use serde::Serialize;

use crate::limit::LimitError;
use crate::secret::{Revealed, Secret};
use crate::unread_file::UnreadFile;

/// The body of an operation's request: JSON, or a form. It knows the limits that the contract sets.
///
/// The generated methods check before they send.
///
/// ```
/// use opentact_client::RequestBody;
/// use opentact_client::types::CreateTokenRequest;
///
/// assert!(CreateTokenRequest::new("ci").check().is_ok());
/// let error = CreateTokenRequest::new("ci").ttl(30).check().unwrap_err();
/// assert_eq!(error.to_string(), "`ttl` is 30; 60 to 2147483647 are allowed");
/// ```
pub trait RequestBody: fmt::Debug + Send + Sync + 'static {
    /// Whether it is sent; `()` stands for none.
    const IS_SENT: bool = true;

    /// Writes the body, with the secrets in it.
    ///
    /// # Errors
    ///
    /// [`BodyError`]: what is known before anything is sent.
    fn encode(&self) -> Result<EncodedBody, BodyError>;

    /// Whether it keeps its limits.
    ///
    /// # Errors
    ///
    /// The first limit that it does not keep.
    fn check(&self) -> Result<(), LimitError> {
        Ok(())
    }

    /// Adds the secrets in it.
    fn secrets<'b>(&'b self, found: &mut Vec<&'b Secret>) {
        let _ = found;
    }
}

impl RequestBody for () {
    const IS_SENT: bool = false;

    fn encode(&self) -> Result<EncodedBody, BodyError> {
        EncodedBody::json(self)
    }
}

impl<T: RequestBody + Serialize> RequestBody for Vec<T> {
    fn encode(&self) -> Result<EncodedBody, BodyError> {
        EncodedBody::json(self)
    }

    fn check(&self) -> Result<(), LimitError> {
        for (index, item) in self.iter().enumerate() {
            item.check()
                .map_err(|cause| cause.within(&format!("[{index}]")))?;
        }
        Ok(())
    }

    fn secrets<'b>(&'b self, found: &mut Vec<&'b Secret>) {
        self.iter().for_each(|item| item.secrets(found));
    }
}

/// A body as it is sent, which can be put into each attempt of a request. `Debug` does not show it.
#[derive(Clone)]
pub struct EncodedBody {
    content_type: HeaderValue,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Whole(Bytes),
    /// A file that is not in memory, and what stands around it.
    Around {
        before: Bytes,
        file: UnreadFile,
        /// How large the file may be.
        limit: u64,
        after: Bytes,
    },
}

impl EncodedBody {
    /// A value as JSON, with the secrets in it.
    ///
    /// # Errors
    ///
    /// [`BodyError::Json`]: it does not serialize.
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<Self, BodyError> {
        let json = serde_json::to_vec(&Revealed(value)).map_err(|_| BodyError::Json)?;
        let content_type = HeaderValue::from_static("application/json");
        Ok(Self::whole(content_type, json.into()))
    }

    pub(crate) const fn whole(content_type: HeaderValue, bytes: Bytes) -> Self {
        Self {
            content_type,
            content: Content::Whole(bytes),
        }
    }

    pub(crate) const fn around(
        content_type: HeaderValue,
        before: Bytes,
        file: UnreadFile,
        limit: u64,
        after: Bytes,
    ) -> Self {
        let content = Content::Around {
            before,
            file,
            limit,
            after,
        };
        Self {
            content_type,
            content,
        }
    }

    /// Puts the body into a request. A file that is named by its path is opened now.
    ///
    /// # Errors
    ///
    /// [`BodyError`]: the file cannot be sent, or not once more.
    pub fn put(&self, request: &mut reqwest::Request) -> Result<(), BodyError> {
        let (body, length) = match &self.content {
            Content::Whole(bytes) => (bytes.clone().into(), None),
            Content::Around {
                before,
                file,
                limit,
                after,
            } => {
                let (file, length) = file.open(*limit)?;
                let around = (before.len() + after.len()) as u64;
                let (before, after) = (Ok(before.clone()), Ok(after.clone()));
                let before = stream::iter([before]);
                let all = before.chain(file).chain(stream::iter([after]));
                let length = length.map(|length| length + around);
                (reqwest::Body::wrap_stream(all), length)
            }
        };
        *request.body_mut() = Some(body);
        let headers = request.headers_mut();
        headers.insert(CONTENT_TYPE, self.content_type.clone());
        if let Some(length) = length {
            headers.insert(CONTENT_LENGTH, length.into());
        }
        Ok(())
    }

    /// Whether the body can be sent more than once: all but the stream of an [`Upload`](crate::Upload).
    pub fn is_repeatable(&self) -> bool {
        match &self.content {
            Content::Whole(_) => true,
            Content::Around { file, .. } => file.is_repeatable(),
        }
    }
}

impl fmt::Debug for EncodedBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EncodedBody")
    }
}

/// Why a body cannot be sent. While it is sent, it is among the sources of the HTTP library's error.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BodyError {
    /// The file has another size than it had when the request began.
    #[error("the file changed its size while it was sent")]
    Changed,
    /// The file cannot be read.
    #[error("the file cannot be read")]
    File(#[source] io::Error),
    /// The body cannot be written as JSON.
    #[error("the body cannot be written as JSON")]
    Json,
    /// What was given as a media type is none.
    #[error("the media type of the file is none; write one like `audio/mpeg`")]
    MediaType,
    /// The stream has been sent, and cannot be sent once more.
    #[error("the stream of the file was sent before; give bytes or a path to send it repeatedly")]
    Spent,
    /// The stream failed.
    #[error("the stream of the file failed")]
    Stream(#[source] Box<dyn StdError + Send + Sync>),
    /// The file is larger than it may be.
    #[error("the file is larger than {limit} bytes (`Upload::max_bytes`)")]
    TooLarge {
        /// How large it may be.
        limit: u64,
    },
}

impl BodyError {
    /// The one among an error and its sources.
    pub fn of<'e>(error: &'e (dyn StdError + 'static)) -> Option<&'e Self> {
        let mut next = Some(error);
        while let Some(error) = next {
            if let Some(found) = error.downcast_ref() {
                return Some(found);
            }
            next = error.source();
        }
        None
    }
}

/// Puts a body into a request of the generated client, or says why not.
pub(crate) fn put(body: &impl RequestBody, request: &mut reqwest::Request) -> Result<(), String> {
    let put = body.encode().and_then(|it| it.put(request));
    put.map_err(|cause| {
        let reason = cause.source().map(|it| format!(": {it}"));
        format!("{cause}{}", reason.unwrap_or_default())
    })
}
