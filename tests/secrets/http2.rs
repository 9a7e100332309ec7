//! TLS and HTTP/2, in a process of its own that trusts the test's certificate.

#![cfg(target_os = "linux")]

use std::convert::Infallible;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use bytes::Bytes;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use opentact_client::security::SecurityScheme;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::recorder::{self, Channel};
use crate::scene::{call_everything, planted, settings};
use crate::watch::Watch;

/// The folder with the certificate; only the second process has it.
const FOLDER: &str = "OPENTACT_TESTS_CERTIFICATE";

#[test]
fn no_secret_is_shown_over_tls_and_http2() {
    let folder = tempfile::tempdir().unwrap();
    let key = KeyPair::generate().unwrap();
    let mut authority = CertificateParams::new(Vec::new()).unwrap();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let root = authority.self_signed(&key).unwrap();
    let issuer = Issuer::new(authority, key);
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    let leaf = leaf.signed_by(&key, &issuer).unwrap();
    for (name, text) in [
        ("root.pem", root.pem()),
        ("leaf.pem", leaf.pem()),
        ("key.pem", key.serialize_pem()),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let second = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "http2::in_the_second_process", "--nocapture"])
        .env("SSL_CERT_FILE", folder.path().join("root.pem"))
        .env(FOLDER, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&second.stdout);
    println!("{said}{}", String::from_utf8_lossy(&second.stderr));
    assert!(second.status.success());
    assert!(
        said.contains("HTTP/2 was spoken"),
        "the second process did nothing"
    );
}

#[tokio::test]
async fn in_the_second_process() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let acceptor = acceptor(Path::new(&folder));
    let watch = Watch::new("http2");
    let base_url = repeating(acceptor.clone()).await;
    for scheme in SecurityScheme::ALL {
        let (credential, _) = planted(&watch, *scheme);
        let client = settings(&base_url, credential).build().unwrap();
        let token = watch.token("the token to delete");
        call_everything(&watch, &client, &token).await;
    }
    // The suite hears what it claims to hear.
    for target in ["h2", "hyper_util", "reqwest", "rustls", "mio"] {
        assert!(recorder::heard(target) > 0, "{target} said nothing");
    }
    watch.assert_clean();
    a_server_says_goodbye(acceptor).await;
    println!("HTTP/2 was spoken");
}

/// h2 logs what a server says when it ends a connection, at DEBUG and TRACE, and nothing turns that
/// off. All else has to hide it.
async fn a_server_says_goodbye(acceptor: TlsAcceptor) {
    let watch = Watch::new("http2, goodbye");
    for scheme in SecurityScheme::ALL {
        let (credential, secret) = planted(&watch, *scheme);
        let base_url = leaving(acceptor.clone(), &secret).await;
        let client = settings(&base_url, credential).build().unwrap();
        call_everything(&watch, &client, "made-up").await;
    }
    let (known, others): (Vec<_>, Vec<_>) = watch.leaks().into_iter().partition(|leak| {
        leak.channel == Channel::Tracing
            && leak.text.contains(" h2::")
            && leak.text.contains("GoAway")
    });
    assert!(
        !known.is_empty(),
        "h2 no longer does this: delete the exception"
    );
    assert!(others.is_empty(), "{others:#?}");
}

fn acceptor(folder: &Path) -> TlsAcceptor {
    let leaf = CertificateDer::from_pem_file(folder.join("leaf.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_file(folder.join("key.pem")).unwrap();
    let mut config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![leaf], key)
        .unwrap();
    config.alpn_protocols = vec![b"h2".to_vec()];
    TlsAcceptor::from(Arc::new(config))
}

/// A server that refuses every request and repeats what it got.
async fn repeating(acceptor: TlsAcceptor) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(stream) = acceptor.accept(stream).await else {
                    return;
                };
                let service = service_fn(|request: hyper::Request<Incoming>| async move {
                    let uri = request.uri().to_string();
                    let values = request.headers().values();
                    let values: Vec<_> = values
                        .map(|it| String::from_utf8_lossy(it.as_bytes()))
                        .collect();
                    let said = format!("{uri} {}", values.join(" "));
                    let body =
                        serde_json::json!({ "success": false, "message": said, "meta": said });
                    let mut answer =
                        hyper::Response::new(Body(Some(Bytes::from(body.to_string()))));
                    *answer.status_mut() = hyper::StatusCode::UNAUTHORIZED;
                    let headers = answer.headers_mut();
                    for value in request.headers().values() {
                        headers.append("x-got", value.clone());
                    }
                    assert_eq!(request.version(), hyper::Version::HTTP_2);
                    Ok::<_, Infallible>(answer)
                });
                let _ = hyper::server::conn::http2::Builder::new(TokioExecutor::new())
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    });
    format!("https://{address}")
}

/// A server that ends every connection and says why, with a secret in it.
async fn leaving(acceptor: TlsAcceptor, secret: &str) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let said = secret.as_bytes();
    let length = u8::try_from(said.len() + 8).unwrap();
    let mut frames = vec![0, 0, 0, 4, 0, 0, 0, 0, 0];
    frames.extend([0, 0, length, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11]);
    frames.extend(said);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(mut stream) = acceptor.accept(stream).await else {
                continue;
            };
            let mut buffer = [0; 4096];
            let _ = stream.read(&mut buffer).await;
            let _ = stream.write_all(&frames).await;
            let _ = stream.shutdown().await;
        }
    });
    format!("https://{address}")
}

/// A body of one piece.
struct Body(Option<Bytes>);

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, Infallible>>> {
        std::task::Poll::Ready(self.0.take().map(|it| Ok(hyper::body::Frame::data(it))))
    }
}
