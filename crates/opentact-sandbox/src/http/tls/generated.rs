//! A certificate that is made at the start, with an authority of its own.

use std::{
    collections::BTreeSet,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use chrono::{Datelike, TimeDelta};
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, SanType, date_time_ymd,
};
use tokio_rustls::rustls::{pki_types::PrivatePkcs8KeyDer, sign::CertifiedKey};
use zeroize::Zeroizing;

use super::{Certified, provider};
use crate::{clock::Clock, error::Error};

/// How long a certificate is valid, in days.
const DAYS: i64 = 365;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Makes a certificate for this machine and for that address.
pub(super) fn generate(address: IpAddr) -> Result<Certified, Error> {
    sign(address).map_err(Error::MakeCertificate)
}

fn sign(address: IpAddr) -> Result<Certified, Failure> {
    // The keys are wiped with the function; the one that is used has been copied by then.
    let authority_key = Zeroizing::new(KeyPair::generate()?);
    let key = Zeroizing::new(KeyPair::generate()?);

    let mut params = valid_now("opentact-sandbox, for one start")?;
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let authority = params.self_signed(&*authority_key)?;
    let issuer = Issuer::from_params(&params, &*authority_key);

    let mut params = valid_now("opentact-sandbox")?;
    params.use_authority_key_identifier_extension = true;
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    let (v4, v6) = (Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into());
    let addresses = BTreeSet::from([v4, v6, address]);
    params.subject_alt_names = vec![SanType::DnsName("localhost".try_into()?)];
    let addresses = addresses.into_iter().map(SanType::IpAddress);
    params.subject_alt_names.extend(addresses);
    let certificate = params.signed_by(&*key, &issuer)?;

    let der = PrivatePkcs8KeyDer::from(key.serialize_der());
    let key = provider().key_provider.load_private_key(der.into())?;
    let key = CertifiedKey::new(vec![certificate.der().clone()], key);
    Ok(Certified::new(key, &[authority.der().clone()])?)
}

/// The beginnings of a certificate that is valid from yesterday on.
fn valid_now(name: &str) -> Result<CertificateParams, Failure> {
    // Clients judge by the system's time, however far the sandbox's clock has been moved.
    let now = Clock::new().now();
    let mut params = CertificateParams::new(Vec::new())?;
    let [from, to] = [now - TimeDelta::days(1), now + TimeDelta::days(DAYS)].map(|time| {
        let (month, day) = (time.month() as u8, time.day() as u8);
        date_time_ymd(time.year(), month, day)
    });
    (params.not_before, params.not_after) = (from, to);
    params.distinguished_name.push(DnType::CommonName, name);
    Ok(params)
}

#[cfg(test)]
mod tests {
    use tokio_rustls::rustls::{
        RootCertStore,
        client::{verify_server_cert_signed_by_trust_anchor, verify_server_name},
        pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
        server::ParsedCertificate,
    };

    use super::*;

    /// Whether a client takes the certificate that many days from now.
    fn holds(certified: &Certified, trusted: &str, days: i64) -> bool {
        let mut roots = RootCertStore::empty();
        let root = CertificateDer::from_pem_slice(trusted.as_bytes()).unwrap();
        roots.add(root).unwrap();
        let own = ParsedCertificate::try_from(&certified.key.cert[0]).unwrap();
        let now = Clock::new().now() + TimeDelta::days(days);
        let since = std::time::Duration::from_secs(u64::try_from(now.timestamp()).unwrap());
        let now = UnixTime::since_unix_epoch(since);
        let algorithms = provider().signature_verification_algorithms.all;
        verify_server_cert_signed_by_trust_anchor(&own, &roots, &[], now, algorithms).is_ok()
    }

    #[test]
    fn it_is_valid_from_yesterday_for_a_year_and_by_its_own_authority_alone() {
        let listen = "192.0.2.7".parse().unwrap();
        let (one, other) = (generate(listen).unwrap(), generate(listen).unwrap());
        for (days, valid) in [
            (-3, false),
            (-1, true),
            (0, true),
            (364, true),
            (366, false),
        ] {
            assert_eq!(holds(&one, one.pem(), days), valid, "{days}");
        }
        assert!(!holds(&one, other.pem(), 0));
    }

    #[test]
    fn it_is_for_this_machine_and_for_the_address_that_is_listened_on() {
        let certified = generate("192.0.2.7".parse().unwrap()).unwrap();
        let own = ParsedCertificate::try_from(&certified.key.cert[0]).unwrap();
        for (name, expected) in [
            ("localhost", true),
            ("127.0.0.1", true),
            ("::1", true),
            ("192.0.2.7", true),
            ("192.0.2.8", false),
            ("example.com", false),
            ("localhost.example.com", false),
        ] {
            let server = ServerName::try_from(name).unwrap();
            assert_eq!(
                verify_server_name(&own, &server).is_ok(),
                expected,
                "{name}"
            );
            assert_eq!(certified.is_for(name), name == "localhost", "{name}");
        }
    }
}
