//! What the contract says of an operation, as types: its request's body and its answer.

use serde_json::Value;

use crate::body::RequestBody;
use crate::security::Operation;
use crate::tolerant::{self, Misfit, Tolerant};

/// An operation with the types of its request's body and of its answer, which the module
/// [`operations`](crate::operations) has for each operation of the contract.
///
/// For whoever builds requests without the generated methods.
///
/// ```
/// use opentact_client::{ApiOperation, operations::CreateToken, security::Operation};
///
/// assert_eq!(CreateToken::OPERATION, Operation::CreateToken);
/// let body: <CreateToken as ApiOperation>::Body =
///     serde_json::from_str(r#"{"name": "ci"}"#).unwrap();
/// assert_eq!(body.name, "ci");
/// ```
pub trait ApiOperation {
    /// Method, path and schemes.
    const OPERATION: Operation;
    /// The body of the request; `()` where it has none.
    type Body: RequestBody;
    /// The answer that means success: `()` where it has no body, `Option` where it may have none,
    /// `String` where it is text. All of these are an [`Envelope`]; a [`Download`](crate::Download),
    /// which is read as it comes, is none.
    type Response;
}

/// The envelope that the API puts around what it answers.
pub trait Envelope: Tolerant {
    /// What is in it.
    type Payload;

    /// Whether it says success, and what is in it.
    fn open(self) -> (bool, Self::Payload);

    /// What an answer without a body means, where that is a success.
    fn empty() -> Option<Self> {
        None
    }

    /// Reads the body of an answer, which may be empty where the contract says so.
    ///
    /// ```
    /// use opentact_client::{Envelope, types::TokenResponse};
    ///
    /// assert!(<()>::of(b"").is_ok());
    /// assert!(<Option<TokenResponse>>::of(b"")?.is_none());
    /// assert!(TokenResponse::of(b"").is_err());
    /// # Ok::<(), opentact_client::tolerant::Misfit>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When it is no such answer.
    fn of(body: &[u8]) -> Result<Self, Misfit> {
        match Self::empty() {
            Some(empty) if body.trim_ascii().is_empty() => Ok(empty),
            _ => tolerant::read(body),
        }
    }
}

/// The answer of an operation that answers with a status alone. What comes with it is no part of it,
/// except that it may deny the success.
impl Envelope for () {
    type Payload = ();

    fn open(self) -> (bool, ()) {
        (true, ())
    }

    fn empty() -> Option<Self> {
        Some(())
    }
}

/// The answer of an operation that answers with text: what is not UTF-8 in it becomes `\u{fffd}`. An
/// object in JSON may deny the success.
impl Envelope for String {
    type Payload = Self;

    fn open(self) -> (bool, Self) {
        (true, self)
    }

    fn of(body: &[u8]) -> Result<Self, Misfit> {
        if let Ok(value @ Value::Object(_)) = serde_json::from_slice(body) {
            <() as Tolerant>::read(&value)?;
        }
        Ok(Self::from_utf8_lossy(body).into_owned())
    }
}

/// The answer of an operation that may answer with a status alone.
impl<T: Envelope> Envelope for Option<T> {
    type Payload = Option<T::Payload>;

    fn open(self) -> (bool, Self::Payload) {
        self.map(T::open)
            .map_or((true, None), |(success, payload)| (success, Some(payload)))
    }

    fn empty() -> Option<Self> {
        Some(None)
    }
}
