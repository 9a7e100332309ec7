//! Clients whose credential is planted, one for every scheme of the contract.

use std::time::Duration;

use opentact::retry::RetryPolicy;
use opentact::{Client, ClientBuilder, Credential, CredentialKind, Placement};
use opentact_client::security::SecurityScheme;

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
    watch.outcome(&client.whoami().await);
    let tokens = client.tokens();
    watch.debug(&tokens);
    watch.outcome(&tokens.list().await);
    watch.outcome(&tokens.create("ci").ttl(Duration::from_secs(60)).await);
    watch.outcome(&tokens.update(uuid::Uuid::nil()).name("ci").await);
    watch.outcome(&tokens.delete(token).await);
    watch.outcome(&tokens.delete_all().await);
    let subscriptions = client.subscriptions();
    watch.debug(&subscriptions);
    watch.outcome(&subscriptions.list().await);
    watch.outcome(&subscriptions.create("auth").is_active(false).await);
    watch.outcome(&subscriptions.delete(uuid::Uuid::nil()).await);
    let request = client.request(opentact::Method::GET, "/rest/user/cart");
    watch.debug(&request);
    let answer = request.await;
    watch.outcome(&answer);
    if let Ok(answer) = answer {
        watch.outcome(&answer.json::<Vec<u8>>());
        watch.outcome(&answer.payload::<u8>());
    }
}
