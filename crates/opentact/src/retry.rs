//! When a failed request is sent again, how long it waits, and when it gives up.
//!
//! [`RetryPolicy`] has the waits. A client has one policy, and one retry budget for all requests of all
//! its clones.
//!
//! # What is guaranteed
//!
//! * A `POST` is sent again only when it never arrived. No response makes the client send it again,
//!   429 and 503 included, and neither does a connection that broke on the way: nothing is created
//!   twice. The one exception is a 401, which says that nothing was done.
//! * A wait never ends at or after the request's [`timeout`](crate::Request::timeout), counted from its
//!   start, with all attempts, waits and logins. A wait that would is not begun: the request fails at
//!   once.
//! * The server is never asked earlier than its `Retry-After` says. Where that is longer than
//!   [`longest_server_wait`](RetryPolicy::longest_server_wait), the request fails at once and
//!   [`Error::retry_after`](crate::Error::retry_after) has the wait.
//! * An outage is not multiplied: with 10,000 tasks and a dead server, the client sends at most 100
//!   retries in all.
//! * A wrong clock does no harm. The time of day is read only where `Retry-After` is a date and the
//!   response has no `Date`; then that one wait may be wrong, and is never longer than the ceiling.
//!
//! # What is not
//!
//! * *Exactly once.* A request without a response may have been carried out, and its error says so.
//! * *The same response.* The state after two `DELETE`s is that after one, but the second finds nothing:
//!   where the first one's response was lost, the request ends in
//!   [`NotFound`](crate::ErrorKind::NotFound).
//! * *Nobody in between.* A repeated `PUT`, `PATCH` or `DELETE` overwrites, or removes, what somebody
//!   else wrote after the first.
//! * *Any endpoint.* `PATCH` sets values here, and doing it twice is doing it once. Where an endpoint
//!   does something else with it, use [`idempotent(false)`](crate::Request::idempotent).
//! * *What HTTP/2 takes back.* If a server refuses a stream, or says that it never looked at it, the HTTP
//!   library sends the same request again, twice at most. This is safe, and not counted.
//! * *A rate limit.* The budget counts retries. First attempts are never held back.
//!
//! # What is repeated
//!
//! | outcome of an attempt | `GET`, `HEAD`, `OPTIONS`, `PUT`, `PATCH`, `DELETE` | `POST`, all others |
//! | --- | --- | --- |
//! | never arrived: name not resolved, connection refused, TLS handshake failed, no connection in time | yes | yes |
//! | may have arrived: connection broken, no complete response in time | yes | no |
//! | 408, 409, 429 | yes | no |
//! | 500, 502, 503, 504, and every other 5xx that is not in the next row | yes | no |
//! | 501, 505, 506, 507, 508, 510, 511: the server, or what stands before it, will say the same again | no | no |
//! | any other status | no | no |
//! | a certificate that is not trusted | no | no |
//! | arguments, settings, a refused login, a response that is too large or cannot be read | no | no |
//!
//! A 401 is not in the table: where a new login may help, the session logs in and repeats the request
//! once. That is no retry; of the settings below it obeys the timeout alone.
//!
//! # Figures
//!
//! | setting | default | meaning |
//! | --- | --- | --- |
//! | [`timeout`](crate::Request::timeout) | 120 s | all attempts, waits and logins of one request |
//! | [`max_retries`](crate::Request::max_retries) | 2 | attempts after the first |
//! | [`first_wait`](RetryPolicy::first_wait) | 0.5 s | wait before the first retry; it doubles with each |
//! | [`longest_wait`](RetryPolicy::longest_wait) | 8 s | where the doubling ends |
//! | [`longest_server_wait`](RetryPolicy::longest_server_wait) | 60 s | the longest `Retry-After` that is waited for |
//! | [`budget`](RetryPolicy::budget) | 500 | see below |
//!
//! Chance takes up to a quarter off a wait of our own, so that callers who failed together do not
//! return together:
//!
//! | after attempt | 1 | 2 | 3 | 4 | 5 and later |
//! | --- | --- | --- | --- | --- | --- |
//! | wait in seconds | 0.375 to 0.5 | 0.75 to 1 | 1.5 to 2 | 3 to 4 | 6 to 8 |
//!
//! Where a response that is retried has a `Retry-After`, whatever its status, the wait is the larger of the
//! one above and what the server asks; for the same reason chance *adds* up to a quarter to what the
//! server asks. So no wait is longer than 8 s, or than 75 s where the server asks for 60. Both forms
//! are read: seconds, also with a fraction, and a date, which is counted from the response's own `Date`.
//! What is neither counts as absent.
//!
//! # The budget
//!
//! A bucket holds 500. A retry takes 5 out of it, and 10 where the attempt before ran into a timeout;
//! an attempt that succeeds puts 1 back, up to the 500. A retry that finds too little is not made, and
//! the request fails with what it has. So a server that is gone gets at most 100 retries from a client,
//! or 50 where it lets connections hang; while it recovers, retries are at most one for every five
//! successes; after 500 successes the bucket is full again. It does not fill by time.
//!
//! A retry that is given up while it waits, because its future is dropped, has taken its share all the
//! same.
//!
//! # Sources
//!
//! * Methods that may be repeated: [RFC 9110, 9.2.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-9.2.2).
//!   Other libraries repeat a `POST` under an idempotency key, which this API does not have.
//! * `Retry-After`: [RFC 9110, 10.2.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.3);
//!   its dates: [5.6.7](https://www.rfc-editor.org/rfc/rfc9110.html#section-5.6.7).
//! * 507 must not be repeated unasked: [RFC 4918, 11.5](https://www.rfc-editor.org/rfc/rfc4918.html#section-11.5);
//!   511 is a network that wants a login: [RFC 6585, 6](https://www.rfc-editor.org/rfc/rfc6585.html#section-6).
//! * Number of retries, statuses, waits and their quarter: those of
//!   [openai-python](https://github.com/openai/openai-python/blob/main/src/openai/_base_client.py),
//!   which many SDKs share.
//! * The bucket and its prices: the retry quota of the
//!   [AWS SDKs](https://docs.rs/crate/aws-smithy-runtime/0.57.1/source/src/client/retries/token_bucket.rs).

pub(crate) mod budget;
pub(crate) mod decision;
pub(crate) mod outcome;
mod policy;
pub(crate) mod repeatable;
pub(crate) mod retry_after;

pub use policy::RetryPolicy;
