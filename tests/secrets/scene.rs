//! Clients whose credential is planted, one for every scheme of the contract.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::LazyLock;
use std::time::Duration;

use opentact::retry::RetryPolicy;
use opentact::{Client, ClientBuilder, Credential, CredentialKind, Error, Placement};
use opentact_client::security::{Operation, SecurityScheme};
use serde_json::Value;

use crate::calls::{self, See};
use crate::watch::Watch;

/// The settings of a client that gives up soon: it repeats once, at once.
pub(crate) fn settings(base_url: &str, credential: Credential) -> ClientBuilder {
    let policy = RetryPolicy::new()
        .first_wait(Duration::ZERO)
        .longest_server_wait(Duration::ZERO);
    Client::builder(credential)
        .base_url(base_url)
        .attempt_timeout(Duration::from_secs(5))
        .max_retries(1)
        .retry_policy(policy)
}

/// A planted credential for a scheme, and the secret in it.
pub(crate) fn planted(watch: &Watch, scheme: SecurityScheme) -> (Credential, String) {
    let kind = scheme.credential();
    let (credential, secret) = if kind == CredentialKind::Basic {
        let password = watch.password(scheme.name());
        (
            Credential::basic("me@example.com", password.as_str()),
            password,
        )
    } else {
        let token = watch.token(scheme.name());
        (Credential::new(kind, token.as_str()), token)
    };
    let placement = if scheme.location().is_in_url() {
        Placement::Query
    } else {
        Placement::Header
    };
    (credential.placed(placement), secret)
}

/// Makes every call that there is, and shows what comes of it.
pub(crate) async fn call_everything(watch: &Watch, client: &Client, token: &str) {
    watch.debug(client);
    for operation in Operation::ALL {
        watch.outcome(&call(&mut Seen(watch), client, *operation, token).await);
    }
    let request = client.request(opentact::Method::GET, "/rest/user/cart");
    watch.debug(&request);
    let answer = request.await;
    watch.outcome(&answer);
    if let Ok(answer) = answer {
        watch.outcome(&answer.json::<Vec<u8>>());
        watch.outcome(&answer.payload::<u8>());
    }
}

/// Makes the call that the contract shows for an operation, with that token where its path has one.
pub(crate) async fn call(
    seen: &mut impl See,
    client: &Client,
    operation: Operation,
    token: &str,
) -> Result<(), Error> {
    static CALLS: LazyLock<BTreeMap<&str, Value>> = LazyLock::new(|| {
        let read = |operation: &Operation| {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors");
            let text = std::fs::read_to_string(format!("{folder}/{}.json", operation.id()));
            let mut file: Value = serde_json::from_str(&text.unwrap()).unwrap();
            (operation.id(), file["vectors"][0]["call"].take())
        };
        Operation::ALL.iter().map(read).collect()
    });
    let mut made = CALLS[operation.id()].clone();
    if operation == Operation::DeleteToken {
        made["path"]["token"] = token.into();
    }
    let (path, query, body) = (&made["path"], &made["query"], &made["body"]);
    calls::call(client, operation, path, query, body, seen).await
}

struct Seen<'w>(&'w Watch);

impl See for Seen<'_> {
    fn see<T: Debug>(&mut self, value: &T) {
        self.0.debug(value);
    }
}
