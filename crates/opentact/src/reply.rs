//! What came of a call, with the answer that it was read from.

use crate::answer::Answer;

/// What came of a call, with the answer that it was read from: status, headers, request id.
///
/// From [`Call::with_answer`](crate::Call::with_answer).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Reply<T> {
    /// What came of it.
    pub value: T,
    answer: Answer,
}

impl<T> Reply<T> {
    pub(crate) const fn new(value: T, answer: Answer) -> Self {
        Self { value, answer }
    }

    /// The answer as it came.
    pub const fn answer(&self) -> &Answer {
        &self.answer
    }

    /// Both, to keep.
    pub fn into_parts(self) -> (T, Answer) {
        (self.value, self.answer)
    }

    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Reply<U> {
        Reply {
            value: change(self.value),
            answer: self.answer,
        }
    }
}
