//! What a request is for, as far as its delivery depends on it.

use opentact_client::Secret;
use opentact_client::security::{Operation, SecurityScheme};

use super::options::RequestOptions;

/// What a request is for.
#[derive(Clone, Copy)]
pub(crate) struct RequestContext<'a> {
    /// How errors call it.
    pub(crate) label: &'a str,
    /// The path as the contract writes it; `None` where the contract does not know the endpoint.
    pub(crate) template: Option<&'static str>,
    /// The schemes that the contract allows; `None` where the contract does not know the endpoint.
    pub(crate) accepts: Option<&'static [SecurityScheme]>,
    /// Secrets in the request besides the credential.
    pub(crate) secrets: &'a [Secret],
    /// How this request differs from the client's settings.
    pub(crate) options: &'a RequestOptions,
    /// Whether it may be carried out twice, where the contract or the caller knows better than the method says.
    pub(crate) idempotent: Option<bool>,
    /// Whether the body of its response is read by the caller, as it comes.
    pub(crate) streams: bool,
}

impl<'a> RequestContext<'a> {
    /// A request for an operation of the contract, by the client's session or credential.
    pub(crate) const fn of(
        operation: Operation,
        secrets: &'a [Secret],
        options: &'a RequestOptions,
    ) -> Self {
        Self {
            label: operation.id(),
            template: Some(operation.path()),
            accepts: Some(operation.security()),
            secrets,
            options,
            idempotent: operation.is_safe(),
            streams: operation.is_download(),
        }
    }

    /// Whether the scheme's credential is accepted.
    pub(crate) fn takes(&self, scheme: SecurityScheme) -> bool {
        self.accepts
            .is_none_or(|accepted| accepted.contains(&scheme))
    }
}
