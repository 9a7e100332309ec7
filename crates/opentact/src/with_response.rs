//! What came of a request, with the response that it was read from.

use crate::response::Response;

/// What came of a request, with the response that it was read from: status, headers, request id.
///
/// From [`Request::with_response`](crate::Request::with_response).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct WithResponse<T> {
    /// What came of it.
    pub value: T,
    /// The response as it came.
    pub response: Response,
}

impl<T> WithResponse<T> {
    pub(crate) const fn new(value: T, response: Response) -> Self {
        Self { value, response }
    }

    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> WithResponse<U> {
        WithResponse {
            value: change(self.value),
            response: self.response,
        }
    }
}
