//! Testing your code: a server of your own, faults, a clock, and values that no server has to send.
//!
//! For the feature `test-util`, which belongs among your `dev-dependencies`.
//!
//! # A server in the test
//!
//! The crate `opentact-sandbox` is the API in your process: it verifies credentials, keeps what is
//! created, and starts in milliseconds. Your code runs unchanged; only the base URL differs.
//!
//! ```
//! use opentact::{Client, Credential};
//! use opentact_sandbox::{Sandbox, UserSeed};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let ann = UserSeed::new("ann@example.com", "made up");
//! let sandbox = Sandbox::builder().user(ann).start().await?;
//! let client = Client::builder(Credential::basic("ann@example.com", "made up"))
//!     .base_url(sandbox.base_url())
//!     .build()?;
//!
//! client.tokens().create("ci").await?;
//! assert_eq!(client.tokens().list().await?.len(), 1);
//! # Ok(())
//! # }
//! ```
//!
//! # A server that fails
//!
//! A fault makes one operation fail, for as often as you say; the client retries as it does in
//! production.
//!
//! ```
//! use opentact::ErrorKind;
//! use opentact_sandbox::{Fault, Operation};
//! # use opentact::{Client, Credential};
//! # use opentact_sandbox::{Sandbox, UserSeed};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let ann = UserSeed::new("ann@example.com", "made up");
//! # let sandbox = Sandbox::builder().user(ann).start().await?;
//! # let client = Client::builder(Credential::basic("ann@example.com", "made up"))
//! #     .base_url(sandbox.base_url())
//! #     .build()?;
//! sandbox.faults().add(Fault::status(503).on(Operation::ListTokens))?;
//!
//! let error = client.tokens().list().max_retries(0).await.unwrap_err();
//! assert_eq!(error.kind(), ErrorKind::Server);
//! assert!(error.is_retryable());
//! # Ok(())
//! # }
//! ```
//!
//! # Time
//!
//! [`ManualClock`](crate::ManualClock) stands still until the test moves it: sessions expire, waits end
//! and timeouts run out when it does. Give it to
//! [`ClientBuilder::clock`](crate::ClientBuilder::clock).
//!
//! # Values without a server
//!
//! Where your code hides the client behind a trait of its own, a test makes what the client would
//! have given. Every model has `new` with what the API always sends, and a setter for each other
//! field:
//!
//! ```
//! use opentact::models::{Token, User};
//! use uuid::Uuid;
//!
//! let me = User::new(Uuid::nil(), "ann@example.com", "User").first_name("Ann");
//! assert_eq!(me.first_name.as_deref(), Some("Ann"));
//! let token = Token::new("2031-01-01T00:00:00Z".parse::<opentact::Timestamp>()?).name("ci");
//! assert_eq!(token.name.as_deref(), Some("ci"));
//! # Ok::<(), opentact::TimestampError>(())
//! ```
//!
//! [`Error::for_test`] makes an error of a kind, [`Error::for_test_response`] the error that a client
//! makes of a response, and [`WithResponse::for_test`] a value with its response:
//!
//! ```
//! use opentact::{Error, ErrorKind};
//!
//! let offline = Error::for_test(ErrorKind::Transport, "listTokens");
//! assert!(offline.response().is_none());
//!
//! let response = http::Response::builder()
//!     .status(402)
//!     .body(r#"{"success":false,"message":"Not enough money","status":402}"#)?;
//! let broke = Error::for_test_response("createToken", response);
//! assert_eq!(broke.kind(), ErrorKind::Refused);
//! assert_eq!(broke.server_error().map(|it| it.message.as_str()), Some("Not enough money"));
//! # Ok::<(), http::Error>(())
//! ```

use bytes::Bytes;

use crate::error::{Error, ErrorKind};
use crate::redaction::Redaction;
use crate::response::Response;
use crate::retry::outcome::is_passing;
use crate::transport::received::Received;
use crate::with_response::WithResponse;

impl Error {
    /// An error of that kind, as though that operation had failed and no response had come.
    ///
    /// It counts as retryable where a client's errors of this kind mostly are: after a timeout and
    /// where no complete response came.
    pub fn for_test(kind: ErrorKind, operation: &str) -> Self {
        let is_retryable = matches!(kind, ErrorKind::Timeout | ErrorKind::Transport);
        Self::new(kind, operation, "made up by a test").with_retryable(is_retryable)
    }

    /// The error that a client makes of a response to that operation.
    ///
    /// A response that says success gives an
    /// [`UnexpectedResponse`](ErrorKind::UnexpectedResponse), as though it could not be read.
    pub fn for_test_response(operation: &str, response: http::Response<impl Into<Bytes>>) -> Self {
        match of(operation, response).accept() {
            Err(error) => error,
            Ok(response) => {
                let message = format!("made up by a test ({})", response.appearance());
                response.error(ErrorKind::UnexpectedResponse, message)
            }
        }
    }
}

impl<T> WithResponse<T> {
    /// A value with the response that it was read from.
    pub fn for_test(value: T, response: http::Response<impl Into<Bytes>>) -> Self {
        Self::new(value, of("made up by a test", response).response)
    }
}

fn of(operation: &str, response: http::Response<impl Into<Bytes>>) -> Received {
    let may_pass = is_passing(response.status().as_u16());
    let response = Response::new(operation, response.map(Into::into));
    Received::new(response, false, Redaction::default()).after(1, false, may_pass)
}
