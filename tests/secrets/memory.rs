//! What of a secret is left in a process's memory after its owners are dropped.

#![cfg(target_os = "linux")]

use std::any::Any;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::FileExt;
use std::process::Command;

use opentact::events::{AuthMessage, EventItem};
use opentact::{Client, Credential, CredentialKind, Method, Secret};
use opentact_client::PathSegment;
use opentact_tests::EventPeer;
use serde_json::json;

use crate::forms::{NARROW, forms};
use crate::scripted_peer::{ScriptedPeer, json as json_answer};
use crate::sieve::{Sieve, fingerprints};
use crate::watch::Watch;

/// What the second process does; only that has it.
const CASE: &str = "OPENTACT_TESTS_MEMORY";
/// The secret, masked, so that the process does not have it before it makes it.
const MASKED: &str = "OPENTACT_TESTS_MASKED";
/// The fingerprints of its pieces, in the form in which it is looked for.
const PRINTS: &str = "OPENTACT_TESTS_PRINTS";
const ADDRESS: &str = "OPENTACT_TESTS_ADDRESS";

const MASK: u8 = 0x5a;

/// How often the second process does it.
const ROUNDS: usize = 8;

/// How much memory is read at once.
const STEP: usize = 1 << 20;

/// Runs a case in a second process, and says how many copies are left, by form.
fn left(case: &str, secret: &str, address: &str) -> BTreeMap<String, usize> {
    let folder = tempfile::tempdir().unwrap();
    let prints = folder.path().join("prints");
    let mut lines = String::new();
    for form in forms(secret).iter().filter(|form| form.width == NARROW) {
        for print in fingerprints(form) {
            lines.push_str(&format!("{print:x} {}\n", form.name));
        }
    }
    std::fs::write(&prints, lines).unwrap();
    let masked: Vec<String> = secret
        .bytes()
        .map(|byte| format!("{:02x}", byte ^ MASK))
        .collect();
    let second = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "memory::in_the_second_process", "--nocapture"])
        .env(CASE, case)
        .env(MASKED, masked.concat())
        .env(PRINTS, &prints)
        .env(ADDRESS, address)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&second.stdout);
    assert!(
        second.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&second.stderr)
    );
    let start = said.find("LEFT ").unwrap();
    let line = said[start + 5..].lines().next().unwrap();
    println!("{case}: {line}");
    serde_json::from_str(line).unwrap()
}

#[test]
fn a_copy_that_nobody_wiped_is_found() {
    let watch = Watch::new("memory, decoy");
    let secret = watch.token("kept on purpose");
    assert!(left("kept", &secret, "").contains_key("raw"));
    assert!(left("freed", &secret, "").contains_key("raw"));
    assert!(left("base64", &secret, "").contains_key("base64"));
}

#[test]
fn nothing_is_left_of_what_the_sdk_held() {
    let watch = Watch::new("memory");
    let secret = watch.token("a secret");
    let none = BTreeMap::new();
    for case in [
        "secret",
        "credentials",
        "basic",
        "ha1b",
        "builder",
        "client",
        "refused",
        "segment",
        "applied",
        "frame",
    ] {
        assert_eq!(left(case, &secret, ""), none, "{case}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_request_leaves_is_known() {
    let watch = Watch::new("memory, sent");
    let (secret, answered) = (
        watch.token("a secret"),
        watch.jwt("a JWT", std::time::Duration::from_secs(600)),
    );
    let peer = ScriptedPeer::start(move |request| {
        let refused = request.starts_with("GET /refused ");
        let status = if refused { "402 No" } else { "200 OK" };
        json_answer(status, &json!({ "success": true, "payload": {
            "uuid": "60e9fa76-20e7-45ee-bf24-8c4a95143dad", "email": "me@example.com", "role": "User",
            "token": answered,
        }}))
    })
    .await;
    for case in [
        "sent in a header",
        "sent as Basic",
        "sent in the query",
        "sent in a body",
        "sent, and the error kept",
        "sent, and the response kept",
    ] {
        let (secret, address) = (secret.clone(), peer.base_url());
        let left = tokio::task::spawn_blocking(move || left(case, &secret, &address))
            .await
            .unwrap();
        // In buffers of the HTTP library, which it does not wipe: two for a request at the most. What
        // is kept has none of its own.
        let most = if case.contains("kept") {
            ROUNDS / 2
        } else {
            2 * ROUNDS
        };
        assert!(left.values().sum::<usize>() <= most, "{case}: {left:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_frame_leaves_is_nothing() {
    let watch = Watch::new("memory, frame");
    let secret = watch.token("a secret");
    let peer = EventPeer::start(|mut socket, _| async move {
        socket.accept().await;
        socket.hear_out().await;
    })
    .await;
    let address = peer.url();
    let left = tokio::task::spawn_blocking(move || left("sent in a frame", &secret, &address));
    assert_eq!(left.await.unwrap(), BTreeMap::new());
}

#[test]
fn in_the_second_process() {
    let Some(case) = std::env::var_os(CASE) else {
        return;
    };
    let mut sieve = Sieve::default();
    let mut names = Vec::new();
    for line in std::fs::read_to_string(std::env::var_os(PRINTS).unwrap())
        .unwrap()
        .lines()
    {
        let (print, name) = line.split_once(' ').unwrap();
        sieve.add_print(names.len(), NARROW, u64::from_str_radix(print, 16).unwrap());
        names.push(name.to_owned());
    }
    let masked = std::env::var_os(MASKED).unwrap().into_string().unwrap();
    let secret = || {
        let mut text = String::with_capacity(masked.len() / 2);
        for index in (0..masked.len()).step_by(2) {
            let byte = u8::from_str_radix(&masked[index..index + 2], 16).unwrap();
            text.push(char::from(byte ^ MASK));
        }
        text
    };
    let address = std::env::var_os(ADDRESS).unwrap().into_string().unwrap();
    // Whatever is allocated afterwards may hide what was left.
    let (mut maps, mut buffer) = (String::with_capacity(STEP), vec![0; STEP + NARROW]);
    let kept: Vec<_> = (0..8)
        .map(|_| play(case.to_str().unwrap(), &secret, &address))
        .collect();
    File::open("/proc/self/maps")
        .unwrap()
        .read_to_string(&mut maps)
        .unwrap();
    let left = copies(&sieve, &names, &maps, &mut buffer);
    drop(kept);
    println!("LEFT {}", serde_json::to_string(&left).unwrap());
}

fn play(case: &str, secret: &dyn Fn() -> String, address: &str) -> Option<Box<dyn Any>> {
    let settings = |credential| Client::builder(credential).base_url("http://127.0.0.1:9");
    let client = |credential| {
        Client::builder(credential)
            .base_url(address)
            .build()
            .unwrap()
    };
    match case {
        "kept" => return Some(Box::new(secret())),
        "freed" => drop([0; 32].map(|_| secret())),
        "base64" => {
            use base64::Engine;
            let text = Secret::new(secret());
            drop([0; 32].map(|_| base64::engine::general_purpose::STANDARD.encode(text.expose())));
        }
        "secret" => {
            let secret = Secret::new(secret());
            assert_eq!(
                format!("{:?}{:?}", secret.clone(), secret),
                "Secret([redacted])".repeat(2)
            );
        }
        "credentials" => {
            for kind in CredentialKind::ALL {
                let credential = Credential::new(*kind, secret()).in_query();
                drop((credential.clone(), credential));
            }
        }
        "basic" => drop(Credential::basic("me@example.com", secret())),
        "ha1b" => drop(Credential::ha1b_from("1000", "example.com", secret())),
        "builder" => {
            let builder = settings(Credential::jwt(secret()));
            drop((builder.clone(), builder));
        }
        "client" => {
            for credential in [
                Credential::basic("me@example.com", secret()),
                Credential::api_token(secret()),
            ] {
                let client = settings(credential).build().unwrap();
                drop((client.clone(), client.api(), client));
            }
        }
        "refused" => {
            let mut text = String::with_capacity(100);
            text.push_str(Secret::new(secret()).expose());
            text.push('\n');
            assert!(settings(Credential::api_token(text)).build().is_err());
        }
        "segment" => drop(PathSegment::new(secret()).unwrap()),
        "applied" => {
            for scheme in opentact_client::security::SecurityScheme::ALL {
                if scheme.location().is_in_url() {
                    continue;
                }
                let mut text = String::with_capacity(100);
                text.push_str("me:");
                text.push_str(Secret::new(secret()).expose());
                let url = "https://api.opentact.org/rest/auth".parse().unwrap();
                let mut request = reqwest::Request::new(Method::GET, url);
                scheme.apply(&mut request, &Secret::new(text)).unwrap();
            }
        }
        "frame" => {
            // Long, as a JWT is.
            let mut text = String::with_capacity(4096);
            for _ in 0..20 {
                text.push_str(Secret::new(secret()).expose());
            }
            drop(AuthMessage::new(Secret::new(text)).frame());
        }
        _ => {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            let mut kept: Option<Box<dyn Any>> = None;
            runtime.block_on(async {
                match case {
                    "sent, and the error kept" => {
                        let client = client(Credential::basic("me@example.com", secret()));
                        let request = client.request(Method::GET, "/refused");
                        kept = Some(Box::new(request.await.unwrap_err()));
                    }
                    "sent, and the response kept" => {
                        let client = client(Credential::api_token(secret()));
                        let request = client.request(Method::GET, "/rest/user/cart");
                        kept = Some(Box::new(request.await.unwrap()));
                    }
                    "sent in a header" => drop(
                        client(Credential::api_token(secret()))
                            .tokens()
                            .list()
                            .await,
                    ),
                    "sent as Basic" => drop(
                        client(Credential::basic("me@example.com", secret()))
                            .tokens()
                            .list()
                            .await,
                    ),
                    "sent in the query" => drop(
                        client(Credential::api_token(secret()).in_query())
                            .tokens()
                            .list()
                            .await,
                    ),
                    "sent in a body" => {
                        let client = client(Credential::api_token("made-up"));
                        let secret = Secret::new(secret());
                        drop(
                            client
                                .request(Method::POST, "/rest/user")
                                .json(&secret)
                                .await,
                        );
                    }
                    "sent in a frame" => {
                        let settings = Client::builder(Credential::api_token(secret()));
                        let client = settings.build().unwrap();
                        let mut stream = client.events().url(address).stream().unwrap();
                        let item = stream.next().await.unwrap().unwrap();
                        assert!(matches!(item, EventItem::Connected(_)), "{item:?}");
                    }
                    other => panic!("no case {other}"),
                }
            });
            return kept;
        }
    }
    None
}

/// The copies of a secret in all memory that this process can write to, by form.
fn copies(
    sieve: &Sieve,
    names: &[String],
    maps: &str,
    buffer: &mut [u8],
) -> BTreeMap<String, usize> {
    let memory = File::open("/proc/self/mem").unwrap();
    let own = buffer.as_ptr().addr();
    let own = own..own + buffer.len();
    let mut found = BTreeMap::new();
    for line in maps.lines() {
        let mut words = line.split(' ');
        let (range, rights) = (words.next().unwrap(), words.next().unwrap());
        if !rights.starts_with("rw") {
            continue;
        }
        let (start, end) = range.split_once('-').unwrap();
        let end = usize::from_str_radix(end, 16).unwrap();
        let mut at = usize::from_str_radix(start, 16).unwrap();
        while at < end {
            // What was read before is not searched again where it was read to.
            if own.contains(&at) {
                at = own.end;
                continue;
            }
            let stop = if at < own.start {
                end.min(own.start)
            } else {
                end
            };
            let length = (stop - at).min(STEP + NARROW);
            let Ok(read) = memory.read_at(&mut buffer[..length], at.try_into().unwrap()) else {
                break;
            };
            let mut last = None;
            for find in sieve.finds(&buffer[..read]) {
                // Neighbouring pieces are one copy.
                let name = &names[find.label];
                let goes_on =
                    last.replace((name, find.position))
                        .is_some_and(|(other, position)| {
                            other == name && find.position - position < NARROW
                        });
                if !goes_on {
                    *found.entry(name.clone()).or_default() += 1;
                }
            }
            at = if stop - at <= STEP + NARROW {
                stop
            } else {
                at + STEP
            };
        }
    }
    found
}
