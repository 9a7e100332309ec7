//! Certificates and keys that somebody gives, good and bad.

use std::{error::Error as _, fs, path::Path};

use opentact_sandbox::{Error, Sandbox, TlsIdentity};
use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P384_SHA384, PKCS_ED25519};
use reqwest::Method;

use crate::world::{ANN, ANN_PASSWORD, World};

/// A certificate for 127.0.0.1 and its key, in PEM.
pub(crate) fn pair() -> (String, String) {
    certified(&KeyPair::generate().unwrap())
}

fn certified(key: &KeyPair) -> (String, String) {
    let params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    (params.self_signed(key).unwrap().pem(), key.serialize_pem())
}

#[tokio::test]
async fn a_given_certificate_is_shown_whatever_its_key() {
    for algorithm in [
        &rcgen::PKCS_ECDSA_P256_SHA256,
        &PKCS_ECDSA_P384_SHA384,
        &PKCS_ED25519,
    ] {
        let (certificate, key) = certified(&KeyPair::generate_for(algorithm).unwrap());
        let identity = TlsIdentity::from_pem(&certificate, &key).unwrap();
        let world = World::with(Sandbox::builder().tls(identity)).await;
        let request = world.request(Method::GET, "/rest/auth");
        let request = request.basic_auth(ANN, Some(ANN_PASSWORD));
        assert_eq!(request.send().await.unwrap().status(), 200);
    }
}

#[tokio::test]
async fn a_key_beside_the_certificate_is_not_offered() {
    let (certificate, key) = pair();
    let both = format!("{key}{certificate}");
    let identity = TlsIdentity::from_pem(&both, &both).unwrap();
    let sandbox = Sandbox::builder().tls(identity).start().await.unwrap();
    let offered = sandbox.certificate().unwrap();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(offered), lines(&certificate));
}

/// Everything that an error shows.
fn everything(error: &Error) -> String {
    let mut shown = format!("{error} {error:?}");
    let mut source = error.source();
    while let Some(cause) = source {
        shown = format!("{shown} {cause} {cause:?}");
        source = cause.source();
    }
    shown
}

#[test]
fn what_cannot_be_used_is_told_by_its_file_and_without_the_key() {
    let ((certificate, key), (_, other_key)) = (pair(), pair());
    let middle = |text: &str| text.lines().nth(1).unwrap().to_owned();
    let cut = |text: &str| text[..text.len() / 2].to_owned();
    let of_no_kind = key.replace(&middle(&key), &"A".repeat(middle(&key).len()));
    let no_certificate = certificate.replace(&middle(&certificate), &middle(&key));
    let encrypted = key.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
    let illegal = format!("-----BEGIN {}-----x\n", middle(&key));
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    for (certificate, private_key, at_fault, said) in [
        (
            &*certificate,
            &*other_key,
            "key.pem",
            "not that of the certificate",
        ),
        (&certificate, "", "key.pem", "no `BEGIN PRIVATE KEY`"),
        (
            &certificate,
            &certificate,
            "key.pem",
            "no `BEGIN PRIVATE KEY`",
        ),
        (&certificate, &encrypted, "key.pem", "decrypted"),
        (&certificate, &cut(&key), "key.pem", "damaged"),
        (&certificate, &illegal, "key.pem", "damaged"),
        (
            &certificate,
            &of_no_kind,
            "key.pem",
            "ECDSA, Ed25519 or RSA",
        ),
        ("", &key, "cert.pem", "no `BEGIN CERTIFICATE`"),
        (&key, &key, "cert.pem", "no `BEGIN CERTIFICATE`"),
        (&cut(&certificate), &key, "cert.pem", "damaged"),
        (&no_certificate, &key, "cert.pem", "no X.509 certificate"),
    ] {
        fs::write(file("cert.pem"), certificate).unwrap();
        fs::write(file("key.pem"), private_key).unwrap();
        let error = TlsIdentity::from_files(file("cert.pem"), file("key.pem")).unwrap_err();
        let shown = everything(&error);
        assert!(
            shown.contains(said) && shown.contains(at_fault),
            "{said}: {shown}"
        );
        let error = TlsIdentity::from_pem(certificate, private_key).unwrap_err();
        assert!(error.to_string().contains(said), "{said}: {error}");
        for shown in [shown, everything(&error)] {
            for secret in [&key, &other_key].map(|key| middle(key)) {
                assert!(!shown.contains(&secret[..16]), "{shown}");
            }
        }
        let is_typed = match at_fault {
            "cert.pem" => matches!(error, Error::Certificate { file: None, .. }),
            _ => matches!(
                error,
                Error::PrivateKey { file: None, .. } | Error::KeyMismatch { file: None }
            ),
        };
        assert!(is_typed, "{error:?}");
    }
    let mismatch = TlsIdentity::from_pem(&certificate, &other_key).unwrap_err();
    assert_eq!(
        mismatch.to_string(),
        "the private key is not that of the certificate: give the two that belong together, the \
         server's own certificate first"
    );
    let missing = TlsIdentity::from_files(file("missing"), file("key.pem")).unwrap_err();
    assert!(missing.to_string().contains("missing"), "{missing}");
    assert!(matches!(missing, Error::TlsFile { .. }));
    fs::write(file("cert.pem"), &certificate).unwrap();
    let missing = TlsIdentity::from_files(file("cert.pem"), Path::new("/nowhere/key"));
    assert!(missing.unwrap_err().to_string().contains("/nowhere/key"));
}

#[test]
fn an_identity_shows_nothing_of_its_key() {
    let (certificate, key) = pair();
    let identity = TlsIdentity::from_pem(certificate, &key).unwrap();
    let builder = Sandbox::builder().tls(identity.clone());
    let shown = format!("{identity:?} {builder:?}");
    assert!(!shown.contains("BEGIN") && shown.len() < 2000, "{shown}");
}
