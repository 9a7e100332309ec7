//! What the contract says of an operation, as types: its request's body and its answer.

use serde::Serialize;

use crate::security::Operation;
use crate::tolerant::Tolerant;

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
/// assert_eq!(&*body.name, "ci");
/// ```
pub trait ApiOperation {
    /// Method, path and schemes.
    const OPERATION: Operation;
    /// The body of the request; `()` where it has none.
    type Body: Serialize;
    /// The answer that means success.
    type Response: Envelope;
}

/// The envelope that the API puts around what it answers.
pub trait Envelope: Tolerant {
    /// What is in it.
    type Payload;

    /// Whether it says success, and what is in it.
    fn open(self) -> (bool, Self::Payload);
}
