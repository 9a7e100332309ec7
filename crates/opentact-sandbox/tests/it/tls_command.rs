//! The command `opentact-sandbox` with TLS and the redirect.

use std::fs;

use reqwest::{Client, redirect::Policy};
use tokio::io::{AsyncBufReadExt, BufReader};

use crate::{
    command::{command, output},
    tls_identity::pair,
    world::trusting,
};

/// Starts the command; what it says from its address on.
async fn start(arguments: &[&str]) -> (tokio::process::Child, Vec<String>) {
    let mut child = command(&["--listen", "127.0.0.1:0"])
        .args(arguments)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    while let Some(line) = lines.next_line().await.unwrap() {
        let last = line.starts_with("control on ");
        said.push(line);
        if last {
            break;
        }
    }
    (child, said)
}

fn url<'s>(said: &'s [String], start: &str) -> &'s str {
    let mut lines = said.iter();
    lines
        .find_map(|line| line.strip_prefix(start))
        .unwrap_or_else(|| panic!("{said:?}"))
}

async fn status(client: &Client, url: &str) -> u16 {
    let request = client.get(format!("{url}/rest/auth"));
    let request = request.basic_auth("demo@example.com", Some("demo password"));
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn the_made_certificate_is_on_the_control_port_without_a_key() {
    let (_child, said) = start(&["--tls"]).await;
    let control = url(&said, "control on ");
    let offered = reqwest::get(format!("{control}/certificate.pem"));
    let pem = offered.await.unwrap().text().await.unwrap();
    assert!(!pem.contains("PRIVATE"));
    let base = url(&said, "listening on ");
    assert!(base.starts_with("https://127.0.0.1:"), "{base}");
    assert_eq!(status(&trusting(&pem), base).await, 200);
}

#[tokio::test]
async fn the_redirect_has_the_status_that_was_asked_for() {
    for (arguments, status) in [
        (vec!["--tls"], 302),
        (vec!["--tls", "--redirect-status", "302"], 302),
        (vec!["--tls", "--redirect-status", "301"], 301),
    ] {
        let (_child, said) =
            start(&[&arguments[..], &["--redirect", "127.0.0.1:0"]].concat()).await;
        let plain = url(&said, "redirecting on ");
        let client = Client::builder().redirect(Policy::none()).build().unwrap();
        let response = client
            .get(format!("{plain}/rest/auth"))
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), status);
        let there = format!("{}/rest/auth", url(&said, "listening on "));
        assert_eq!(response.headers()["location"], there);
    }
}

#[tokio::test]
async fn a_given_certificate_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let [cert, key] = ["cert.pem", "key.pem"].map(|name| folder.path().join(name));
    let (certificate, private_key) = pair();
    fs::write(&cert, &certificate).unwrap();
    fs::write(&key, private_key).unwrap();
    let files = [
        "--tls-cert",
        cert.to_str().unwrap(),
        "--tls-key",
        key.to_str().unwrap(),
    ];
    let (_child, said) = start(&files).await;
    let base = url(&said, "listening on ");
    assert_eq!(status(&trusting(&certificate), base).await, 200);
    // The key of another: told by file and flag, and the key is not.
    let other = pair().1;
    fs::write(&key, &other).unwrap();
    let (output, stderr) = output(&files).await;
    assert_eq!(output.status.code(), Some(1));
    for part in ["key.pem", "--tls-key", "not that of the certificate"] {
        assert!(stderr.contains(part), "{part}: {stderr}");
    }
    assert!(!stderr.contains(other.lines().nth(1).unwrap()), "{stderr}");
}

#[tokio::test]
async fn options_that_do_not_fit_together_are_refused() {
    for arguments in [
        &["--tls-cert", "cert.pem"][..],
        &["--tls-key", "key.pem"],
        &["--tls", "--tls-cert", "cert.pem", "--tls-key", "key.pem"],
        &["--redirect", "127.0.0.1:0"],
        &["--tls", "--redirect-status", "301"],
        &[
            "--tls",
            "--redirect",
            "127.0.0.1:0",
            "--redirect-status",
            "307",
        ],
    ] {
        let (output, stderr) = output(arguments).await;
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {stderr}");
    }
}
