//! Reads the body of a request, as much of it as a request may have.

use std::time::Duration;

use axum::body::Body;
use futures_util::StreamExt;
use tokio::time::timeout;

/// The longest body that is looked at, in bytes.
pub(crate) const LONGEST: usize = 100 * 1024;

/// The longest form, in bytes.
pub(crate) const LONGEST_FORM: usize = 16 * 1024 * 1024;

/// How long nothing may come of a body, by the real clock.
const PATIENCE: Duration = Duration::from_secs(30);

/// How much of a body that is too long is read on, so that its sender gets to read the answer.
const DRAINED: usize = 8 * 1024 * 1024;

/// A text without the byte order mark that may stand in front of it (RFC 8259, 8.1).
pub(crate) fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text)
}

/// The body of a request.
#[derive(Debug)]
pub(crate) enum RequestBody {
    /// All of it.
    Complete(Vec<u8>),
    /// More than it may have, which is so many bytes.
    TooLong(usize),
    /// What came before it broke off, or stopped being a body, counts for nothing.
    Broken,
}

/// Reads a body to its end, which may be `longest` bytes away.
pub(crate) async fn read_up_to(longest: usize, body: Body) -> RequestBody {
    let mut stream = body.into_data_stream();
    let mut bytes = Vec::new();
    let mut length = 0_usize;
    loop {
        let chunk = match timeout(PATIENCE, stream.next()).await {
            Ok(None) => break,
            Ok(Some(Ok(chunk))) => chunk,
            Ok(Some(Err(_))) | Err(_) => return RequestBody::Broken,
        };
        length = length.saturating_add(chunk.len());
        if length <= longest {
            bytes.extend_from_slice(&chunk);
        } else if length > longest.saturating_add(DRAINED) {
            break;
        }
    }
    if length > longest {
        RequestBody::TooLong(longest)
    } else {
        RequestBody::Complete(bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use futures_util::stream;
    use tokio::time::sleep;

    use super::*;

    async fn read(body: Body) -> RequestBody {
        read_up_to(LONGEST, body).await
    }

    #[tokio::test]
    async fn a_body_is_read_up_to_its_limit() {
        for (length, fits) in [(0, true), (LONGEST, true), (LONGEST + 1, false)] {
            match read(Body::from(vec![b'x'; length])).await {
                RequestBody::Complete(bytes) => assert!(fits && bytes.len() == length),
                RequestBody::TooLong(_) => assert!(!fits),
                RequestBody::Broken => panic!("{length}"),
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_of_which_nothing_comes_for_30_seconds_is_broken() {
        let late = |seconds| async move {
            sleep(Duration::from_secs(seconds)).await;
            Ok::<_, io::Error>(vec![b'x'])
        };
        let body = |seconds| Body::from_stream(stream::iter([29, seconds]).then(late));
        assert!(matches!(read(body(29)).await, RequestBody::Complete(_)));
        assert!(matches!(read(body(31)).await, RequestBody::Broken));
    }

    #[tokio::test]
    async fn a_body_that_breaks_off_is_broken_however_much_of_it_has_come() {
        for length in [1, LONGEST + 1] {
            let chunks = [Ok(vec![b'x'; length]), Err(io::Error::other("made up"))];
            let body = Body::from_stream(stream::iter(chunks));
            assert!(matches!(read(body).await, RequestBody::Broken), "{length}");
        }
    }
}
