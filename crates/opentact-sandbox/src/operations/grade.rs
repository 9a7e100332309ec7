//! How an operation is answered: by code of its own, by keeping, or with an example.

use opentact_client::security::Operation;

use super::written;
use crate::contract::described;

/// How the sandbox answers an operation; the header `x-sandbox-grade` of an answer says it too.
///
/// ```
/// use opentact_sandbox::{Grade, Operation};
///
/// assert_eq!(Grade::of(Operation::CreateToken), Grade::Written);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Grade {
    /// By code of its own.
    Written,
    /// By keeping things, as the contract's `x-resource` says.
    Kept,
    /// With the contract's example, after the same checks as all others.
    Example,
}

impl Grade {
    /// The grade of an operation.
    #[must_use]
    pub fn of(operation: Operation) -> Self {
        match (written(operation), described(operation)) {
            (Some(_), _) => Self::Written,
            (None, Some(described)) if described.kept.is_some() => Self::Kept,
            _ => Self::Example,
        }
    }

    /// The word for it, as the header has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Kept => "kept",
            Self::Example => "example",
        }
    }
}
