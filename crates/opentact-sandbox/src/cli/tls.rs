//! What the command line says about TLS and the redirect to it.

use std::{
    fs::{File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

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

/// The file for what clients are to trust.
pub(super) struct TrustFile {
    path: PathBuf,
    file: File,
}

impl TrustFile {
    /// Opens the file, before anything listens; what is in it stays until there is more to say.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let mut options = OpenOptions::new();
        let opened = options.write(true).create(true).truncate(false).open(path);
        let file = opened.map_err(|source| failure(path, source))?;
        let path = path.to_owned();
        Ok(Self { path, file })
    }

    /// Writes what clients are to trust.
    pub(super) fn write(mut self, sandbox: &Sandbox) -> Result<(), Failure> {
        let certificate = sandbox.certificate().unwrap_or_default();
        let mut write = || {
            // A pipe has nothing that could be cut off.
            if self.file.metadata()?.is_file() {
                self.file.set_len(0)?;
            }
            self.file.write_all(certificate.as_bytes())
        };
        write().map_err(|source| failure(&self.path, source))
    }
}

fn failure(path: &Path, source: io::Error) -> Failure {
    let file = path.to_owned();
    Failure::Certificate { file, source }
}
