//! The documents that are linted, each with a broken one that its linters have to object to.

/// A document and its broken counterpart, from the workspace's folder.
#[derive(Debug)]
pub(super) struct Linted {
    /// The document.
    pub(super) file: &'static str,
    /// The broken one.
    pub(super) broken: &'static str,
}

/// The contract.
pub(super) const CONTRACT: Linted = Linted {
    file: "openapi/opentact.yaml",
    broken: "openapi/lint/broken.yaml",
};

/// The WebSocket service, as it is published: only there it is whole.
pub(super) const EVENTS: Linted = Linted {
    file: "openapi/published/asyncapi.yaml",
    broken: "openapi/lint/broken-events.yaml",
};

/// All of them.
pub(super) const DOCUMENTS: [Linted; 2] = [CONTRACT, EVENTS];

/// What a file is called in the folder of the linters.
pub(super) fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}
