//! A certificate and a private key that somebody gives, in PEM.

use std::{fs, path::Path};

use tokio_rustls::rustls::{
    self, InconsistentKeys,
    pki_types::{
        CertificateDer, PrivateKeyDer,
        pem::{self, PemObject},
    },
    server::ParsedCertificate,
    sign::CertifiedKey,
};
use zeroize::Zeroizing;

use super::{Certified, provider};
use crate::error::Error;

/// Where something comes from: a file, if it is one.
type Origin<'o> = Option<&'o Path>;

/// Reads two files.
pub(super) fn read_files(certificates: &Path, private_key: &Path) -> Result<Certified, Error> {
    let read = |path: &Path| {
        fs::read(path).map_err(|source| Error::TlsFile {
            path: path.to_owned(),
            source,
        })
    };
    let pem = read(certificates)?;
    let key_pem = Zeroizing::new(read(private_key)?);
    self::read(&pem, &key_pem, Some(certificates), Some(private_key))
}

/// Reads two texts; nothing of them is in an error.
pub(super) fn read(
    certificates: &[u8],
    private_key: &[u8],
    certificates_from: Origin<'_>,
    private_key_from: Origin<'_>,
) -> Result<Certified, Error> {
    let refuse = |reason| Error::Certificate {
        file: certificates_from.map(Path::to_owned),
        reason,
    };
    let chain = read_chain(certificates).map_err(refuse)?;
    let key = PrivateKeyDer::from_pem_slice(private_key)
        .map_err(|error| match error {
            pem::Error::NoItemsFound => {
                "it has no `BEGIN PRIVATE KEY`; one with a password has to be decrypted before"
            }
            _ => "it is damaged",
        })
        .and_then(|der| {
            let key = provider().key_provider.load_private_key(der);
            key.map_err(|_| "it is no ECDSA, Ed25519 or RSA key that TLS takes")
        })
        .map_err(|reason| Error::PrivateKey {
            file: private_key_from.map(Path::to_owned),
            reason,
        })?;
    let key = CertifiedKey::new(chain.clone(), key);
    match key.keys_match() {
        // A key that cannot tell is not known to be wrong.
        Ok(()) | Err(rustls::Error::InconsistentKeys(InconsistentKeys::Unknown)) => {}
        Err(rustls::Error::InconsistentKeys(_)) => {
            return Err(Error::KeyMismatch {
                file: private_key_from.map(Path::to_owned),
            });
        }
        Err(_) => return Err(refuse("it is no X.509 certificate")),
    }
    Certified::new(key, &chain).map_err(|source| Error::MakeCertificate(source.into()))
}

fn read_chain(text: &[u8]) -> Result<Vec<CertificateDer<'static>>, &'static str> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(text).collect();
    let chain = chain.map_err(|_| "it is damaged")?;
    if chain.is_empty() {
        return Err("it has no `BEGIN CERTIFICATE`; it has to be PEM text, not DER");
    }
    for certificate in &chain {
        ParsedCertificate::try_from(certificate).map_err(|_| "it is no X.509 certificate")?;
    }
    Ok(chain)
}
