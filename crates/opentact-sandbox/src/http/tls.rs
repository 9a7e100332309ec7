//! TLS: who the sandbox is, to clients that check.

use std::{fmt, net::IpAddr, path::Path, sync::Arc};

use tokio_rustls::rustls::{
    ServerConfig,
    client::verify_server_name,
    crypto::{CryptoProvider, aws_lc_rs},
    pki_types::{CertificateDer, ServerName},
    server::ParsedCertificate,
    sign::{CertifiedKey, SingleCertAndKey},
};

use crate::error::Error;

pub(crate) use self::handshake::Tls;

mod generated;
mod given;
mod handshake;

/// The certificate and the private key with which a sandbox speaks TLS.
///
/// The key is in no `Debug`, and the sandbox writes it nowhere.
#[derive(Clone, Debug)]
pub struct TlsIdentity(Source);

#[derive(Clone, Debug)]
enum Source {
    Generated,
    Given(Arc<Certified>),
}

impl TlsIdentity {
    /// A certificate that is made when the sandbox starts, for `localhost`, `127.0.0.1`, `::1`
    /// and the address it listens on.
    ///
    /// It is valid from the day before to 365 days after, by the system's time: clients do not
    /// know of a sandbox's clock. An authority vouches for it that is made for it alone, and
    /// whose key is gone at once: [`Sandbox::certificate`](crate::Sandbox::certificate) is
    /// what to trust, and trusting it lets nobody else in.
    #[must_use]
    pub const fn generated() -> Self {
        Self(Source::Generated)
    }

    /// A certificate with those that vouch for it, its own first, and its private key, all in
    /// PEM: PKCS #8, PKCS #1 or SEC1, without a password.
    ///
    /// Whether it has expired, and for whom it is, is not looked at: clients do that.
    ///
    /// # Errors
    ///
    /// [`Error::Certificate`], [`Error::PrivateKey`] when one of them cannot be read or is of no
    /// kind that TLS takes; [`Error::KeyMismatch`] when the key is another certificate's.
    pub fn from_pem(
        certificates: impl AsRef<[u8]>,
        private_key: impl AsRef<[u8]>,
    ) -> Result<Self, Error> {
        let (certificates, private_key) = (certificates.as_ref(), private_key.as_ref());
        let certified = given::read(certificates, private_key, None, None)?;
        Ok(Self(Source::Given(Arc::new(certified))))
    }

    /// The same from two files, which are read now.
    ///
    /// # Errors
    ///
    /// Those of [`TlsIdentity::from_pem`]; [`Error::TlsFile`] when a file cannot be read.
    pub fn from_files(
        certificates: impl AsRef<Path>,
        private_key: impl AsRef<Path>,
    ) -> Result<Self, Error> {
        let certified = given::read_files(certificates.as_ref(), private_key.as_ref())?;
        Ok(Self(Source::Given(Arc::new(certified))))
    }

    /// The identity of a sandbox that listens there.
    pub(crate) fn at(&self, address: IpAddr) -> Result<Arc<Certified>, Error> {
        match &self.0 {
            Source::Generated => generated::generate(address).map(Arc::new),
            Source::Given(certified) => Ok(Arc::clone(certified)),
        }
    }
}

/// A certificate with its key, ready for handshakes.
pub(crate) struct Certified {
    key: Arc<CertifiedKey>,
    config: Arc<ServerConfig>,
    /// What clients are to trust.
    pem: String,
}

impl Certified {
    /// Puts a certificate and its key together; `trusted` is what clients are to trust.
    fn new(
        key: CertifiedKey,
        trusted: &[CertificateDer<'_>],
    ) -> Result<Self, tokio_rustls::rustls::Error> {
        let key = Arc::new(key);
        let resolver = SingleCertAndKey::from(Arc::clone(&key));
        let mut config = ServerConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(resolver));
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        let certificates = trusted.iter();
        let certificates: Vec<_> = certificates
            .map(|der| pem::Pem::new("CERTIFICATE", der.to_vec()))
            .collect();
        let line_ending = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
        Ok(Self {
            key,
            config: Arc::new(config),
            pem: pem::encode_many_config(&certificates, line_ending),
        })
    }

    /// What clients are to trust, in PEM.
    pub(crate) fn pem(&self) -> &str {
        &self.pem
    }

    /// Whether the certificate is for that name; an address is none.
    pub(crate) fn is_for(&self, name: &str) -> bool {
        let Ok(name @ ServerName::DnsName(_)) = ServerName::try_from(name) else {
            return false;
        };
        let Some(Ok(own)) = self.key.cert.first().map(ParsedCertificate::try_from) else {
            return false;
        };
        verify_server_name(&own, &name).is_ok()
    }
}

impl fmt::Debug for Certified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certified").finish_non_exhaustive()
    }
}

/// The cryptography, named so that it does not matter what the process has chosen.
fn provider() -> Arc<CryptoProvider> {
    Arc::new(aws_lc_rs::default_provider())
}
