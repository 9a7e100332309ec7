//! The wire vectors, held against what the SDK sends: the check that a client in any language can make for itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use opentact::{Client, Credential, CredentialKind};
use opentact_client::security::Operation;
use opentact_tests::Peer;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::calls;

/// The files of vectors, by name.
fn files() -> BTreeMap<String, Value> {
    std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, read(&path))
        })
        .collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key]
        .as_str()
        .unwrap_or_else(|| panic!("no {key} in {value}"))
}

/// The credential of a vector, in the SDK's words.
fn credential(given: &Value) -> Credential {
    if given.is_null() {
        return Credential::api_token("a public operation leaves it out");
    }
    let kind = CredentialKind::ALL
        .iter()
        .find(|kind| kind.name() == text(given, "kind"))
        .unwrap();
    let value = || text(given, "value");
    let credential = match kind {
        CredentialKind::Basic => Credential::basic(text(given, "user"), text(given, "password")),
        CredentialKind::Bearer => Credential::api_token(value()),
        CredentialKind::Jwt => Credential::jwt(value()),
        CredentialKind::Google => Credential::google(value()),
        CredentialKind::Facebook => Credential::facebook(value()),
        CredentialKind::Ha1b if given.get("login").is_some() => Credential::ha1b_from(
            text(given, "login"),
            text(given, "domain"),
            text(given, "password"),
        ),
        CredentialKind::Ha1b => Credential::ha1b(value()),
        other => panic!(
            "a way to make a {} credential is missing here",
            other.name()
        ),
    };
    match text(given, "in") {
        "query" => credential.in_query(),
        _ => credential,
    }
}

/// The call that the contract shows for an operation: its path, query and body.
pub(crate) fn example(operation: Operation) -> Value {
    read(&folder().join(format!("{}.json", operation.id())))["vectors"][0]["call"].take()
}

/// Makes the call of a vector; what is answered does not matter.
async fn call(client: &Client, operation: &str, call: &Value) {
    let operation = Operation::ALL.iter().find(|it| it.id() == operation);
    let (path, query, body) = (&call["path"], &call["query"], &call["body"]);
    let operation = *operation.unwrap();
    drop(calls::call(client, operation, path, query, body, &mut ()).await);
}

/// What differs between a request as it came and the one that a vector asks for.
fn differences(request: &str, wanted: &Value, places: &Value) -> Vec<String> {
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let mut first = lines.next().unwrap().split(' ');
    let (method, target) = (first.next().unwrap(), first.next().unwrap());
    let url = reqwest::Url::parse(&format!("http://peer{target}")).unwrap();
    let headers: Vec<(String, String)> = lines
        .map(|line| line.split_once(": ").unwrap())
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let values = |name: &str| -> Vec<&str> {
        let same = |it: &&(String, String)| it.0 == name.to_lowercase();
        headers
            .iter()
            .filter(same)
            .map(|(_, value)| value.as_str())
            .collect()
    };
    let query: Vec<Value> = url
        .query_pairs()
        .map(|(key, value)| Value::from(vec![key.into_owned(), value.into_owned()]))
        .collect();
    let mut found = Vec::new();
    let mut compare = |what: &str, sent: Value, wanted: Value| {
        if sent != wanted {
            found.push(format!("{what}: {sent} instead of {wanted}"));
        }
    };
    compare("method", method.into(), wanted["method"].clone());
    compare("path", segments(url.path()), segments(text(wanted, "path")));
    compare("query", query.into(), wanted["query"].clone());
    let wanted_headers = wanted["headers"].as_object().unwrap();
    for (name, value) in wanted_headers {
        compare(name, values(name).into(), vec![value.clone()].into());
    }
    for place in places["headers"].as_array().unwrap() {
        let name = place.as_str().unwrap();
        if !wanted_headers.contains_key(name) {
            compare(name, values(name).into(), Value::Array(Vec::new()));
        }
    }
    let body = match body {
        "" => Value::Null,
        body => serde_json::from_str(body).unwrap(),
    };
    compare("body", body, wanted["body"].clone());
    found
}

/// The segments of a path, decoded: which harmless characters are encoded is a client's choice.
fn segments(path: &str) -> Value {
    path.split('/')
        .map(|segment| percent_decode_str(segment).decode_utf8().unwrap())
        .map(|segment| Value::from(segment.into_owned()))
        .collect()
}

#[tokio::test]
async fn the_sdk_sends_exactly_what_the_vectors_ask_for() {
    let files = files();
    for operation in Operation::ALL {
        assert!(files.contains_key(operation.id()), "{}", operation.id());
    }
    let mut count = 0;
    for file in files.values() {
        for vector in file["vectors"].as_array().unwrap() {
            let peer = Peer::answering("200 OK", "application/json", "{}").await;
            let client = Client::builder(credential(&vector["credential"]))
                .base_url(peer.base_url())
                .without_session()
                .build()
                .unwrap();
            call(&client, text(vector, "operation"), &vector["call"]).await;
            let requests = peer.requests();
            assert_eq!(requests.len(), 1, "{}: {requests:?}", vector["name"]);
            let found = differences(&requests[0], &vector["request"], &file["places"]);
            assert_eq!(found, Vec::<String>::new(), "{}", vector["name"]);
            count += 1;
        }
    }
    assert!(count > 99, "{count}");
}

#[test]
fn every_difference_is_seen() {
    let files = files();
    let file = &files["createToken"];
    let vector = &file["vectors"][2];
    assert_eq!(vector["credential"]["scheme"], "bearerQuery");
    let good = "POST /rest/token?bearer=made-up-bearer HTTP/1.1\r\nHost: peer\r\n\
                Content-Type: application/json\r\n\r\n{\"name\":\"string\",\"ttl\":60}";
    let seen = |request: &str| differences(request, &vector["request"], &file["places"]);
    assert_eq!(seen(good), Vec::<String>::new());
    for (from, to, what) in [
        ("POST", "PUT", "method"),
        ("/rest/token", "/rest/tokens", "path"),
        ("/rest/token", "/rest%2Ftoken", "path"),
        ("bearer=made-up-bearer", "bearer=made-up", "query"),
        ("bearer=made-up-bearer", "jwt=made-up-bearer", "query"),
        ("made-up-bearer", "made-up-bearer&jwt=x", "query"),
        ("application/json", "text/plain", "Content-Type"),
        (
            "Host: peer",
            "authorization: Bearer made-up-bearer",
            "Authorization",
        ),
        ("Host: peer", "X-Auth-Token: x", "X-Auth-Token"),
        ("60", "61", "body"),
    ] {
        let found = seen(&good.replacen(from, to, 1));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(what), "{found:?}");
    }
}
