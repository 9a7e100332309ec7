//! Reads the body of a request, as much of it as a request may have.

use axum::body::Body;
use futures_util::StreamExt;

/// The longest body that is looked at, in bytes.
pub(crate) const LONGEST: usize = 100 * 1024;

/// How much of a body that is too long is read on, so that its sender gets to read the answer.
const DRAINED: usize = 8 * 1024 * 1024;

/// The body of a request.
#[derive(Debug)]
pub(crate) enum RequestBody {
    /// All of it.
    Complete(Vec<u8>),
    /// More than [`LONGEST`].
    TooLong,
}

/// Reads a body to its end.
pub(crate) async fn read(body: Body) -> RequestBody {
    let mut stream = body.into_data_stream();
    let mut bytes = Vec::new();
    let mut length = 0_usize;
    // A sender that breaks off does not wait for an answer, so what has come is enough.
    while let Some(Ok(chunk)) = stream.next().await {
        length = length.saturating_add(chunk.len());
        if length <= LONGEST {
            bytes.extend_from_slice(&chunk);
        } else if length > DRAINED {
            break;
        }
    }
    if length > LONGEST {
        RequestBody::TooLong
    } else {
        RequestBody::Complete(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_body_is_read_up_to_its_limit() {
        for (length, fits) in [(0, true), (LONGEST, true), (LONGEST + 1, false)] {
            match read(Body::from(vec![b'x'; length])).await {
                RequestBody::Complete(bytes) => assert!(fits && bytes.len() == length),
                RequestBody::TooLong => assert!(!fits),
            }
        }
    }
}
