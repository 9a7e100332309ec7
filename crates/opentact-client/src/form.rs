//! A form with a file, as `multipart/form-data` (RFC 7578).

use std::fmt;
use std::hash::{BuildHasher, RandomState};

use bytes::Bytes;
use http::header::HeaderValue;
use serde::Serialize;
use serde_json::Value;

use crate::body::{BodyError, EncodedBody};
use crate::secret::Revealed;
use crate::upload::{Content, Upload};

/// A form that is being written: its texts first, its file last. `Debug` shows nothing of it.
///
/// ```
/// use opentact_client::{Form, Upload};
///
/// let mut form = Form::new();
/// form.text("language", &"en")?;
/// let body = form.end("file", Some(&Upload::from("<flow/>")))?;
/// assert!(body.is_repeatable());
/// # Ok::<(), opentact_client::BodyError>(())
/// ```
pub struct Form {
    boundary: String,
    written: Vec<u8>,
}

impl Form {
    /// An empty form.
    pub fn new() -> Self {
        // Nobody who chooses a content can know it.
        let [left, right] = [(); 2].map(|()| RandomState::new().hash_one(()));
        Self {
            boundary: format!("{left:016x}{right:016x}"),
            written: Vec::new(),
        }
    }

    /// Adds a text, unless the value is null: a number and a boolean as JSON has them.
    ///
    /// # Errors
    ///
    /// [`BodyError::Json`]: the value does not serialize.
    pub fn text<T: Serialize>(&mut self, name: &str, value: &T) -> Result<(), BodyError> {
        let text = match serde_json::to_value(Revealed(value)).map_err(|_| BodyError::Json)? {
            Value::Null => return Ok(()),
            Value::String(text) => text,
            other => other.to_string(),
        };
        self.part(name, "");
        self.written.extend_from_slice(text.as_bytes());
        self.written.extend_from_slice(b"\r\n");
        Ok(())
    }

    /// Adds the file, if there is one, and ends the form.
    ///
    /// # Errors
    ///
    /// [`BodyError`]: the file is in memory and too large, or its media type is none.
    pub fn end(mut self, name: &str, file: Option<&Upload>) -> Result<EncodedBody, BodyError> {
        let content_type = format!("multipart/form-data; boundary={}", self.boundary);
        let content_type = HeaderValue::try_from(content_type).map_err(|_| BodyError::MediaType)?;
        let mut end = format!("--{}--\r\n", self.boundary);
        if let Some(file) = file {
            let file_name = escaped(file.name());
            let media_type = file.checked_media_type()?;
            let more = format!("; filename=\"{file_name}\"\r\nContent-Type: {media_type}");
            self.part(name, &more);
            end.insert_str(0, "\r\n");
            match &file.content {
                Content::InMemory(bytes) => {
                    let limit = file.max_bytes;
                    if bytes.len() as u64 > limit {
                        return Err(BodyError::TooLarge { limit });
                    }
                    self.written.extend_from_slice(bytes);
                }
                Content::Unread(unread) => {
                    let (before, limit) = (self.written.into(), file.max_bytes);
                    let end = Bytes::from(end);
                    return Ok(EncodedBody::around(
                        content_type,
                        before,
                        unread.clone(),
                        limit,
                        end,
                    ));
                }
            }
        }
        self.written.extend_from_slice(end.as_bytes());
        Ok(EncodedBody::whole(content_type, self.written.into()))
    }

    fn part(&mut self, name: &str, more: &str) {
        let (boundary, name) = (&self.boundary, escaped(name));
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n"
        );
        self.written.extend_from_slice(head.as_bytes());
    }
}

impl Default for Form {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Form")
    }
}

/// A name in quotes, as browsers write it.
fn escaped(name: &str) -> String {
    let name = name.replace('"', "%22");
    name.replace('\r', "%0D").replace('\n', "%0A")
}
