//! What the command line says about TLS and the redirect to it.

use std::{fs, path::Path};

use opentact_sandbox::{RedirectStatus, Sandbox, SandboxBuilder, TlsIdentity};

use super::{
    arguments::{Redirected, Tls},
    failure::Failure,
};

/// Sets who the sandbox is, and whether plain http is redirected.
pub(super) fn put_into(
    mut builder: SandboxBuilder,
    arguments: &Tls,
) -> Result<SandboxBuilder, Failure> {
    if arguments.tls {
        builder = builder.tls(TlsIdentity::generated());
    }
    if let (Some(certificate), Some(key)) = (&arguments.tls_cert, &arguments.tls_key) {
        builder = builder.tls(TlsIdentity::from_files(certificate, key)?);
    }
    if let Some(address) = arguments.redirect {
        builder = builder.redirect_on(address);
    }
    Ok(builder.redirect_status(match arguments.redirect_status {
        Redirected::MovedPermanently => RedirectStatus::MovedPermanently,
        Redirected::Found => RedirectStatus::Found,
    }))
}

/// Writes what clients are to trust.
pub(super) fn write_certificate(sandbox: &Sandbox, file: &Path) -> Result<(), Failure> {
    let certificate = sandbox.certificate().unwrap_or_default();
    fs::write(file, certificate).map_err(|source| Failure::Certificate {
        file: file.to_owned(),
        source,
    })
}
