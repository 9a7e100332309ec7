//! Credentials that are not good, by each scheme and in each placement.

use std::time::Duration;

use opentact::{Client, Credential, CredentialKind, Error, ErrorKind, Placement, StatusCode};
use opentact_client::security::SecurityScheme;
use opentact_tests::{DOMAIN, EMAIL, SIP_LOGIN, World};

/// Asserts that a refusal is what the contract says, and shows no secret.
fn assert_refused(error: &Error, secret: &str) {
    assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
    let envelope = error.server_error().unwrap();
    assert_eq!(
        (envelope.success, envelope.message.as_str(), envelope.status),
        (false, "Unauthorized", Some(401))
    );
    assert!(
        !format!("{error} {error:?}").contains(secret),
        "the error shows the credential"
    );
}

async fn refusal(client: Client) -> Error {
    client.tokens().list().await.unwrap_err()
}

#[tokio::test]
async fn wrong_credentials_are_refused_by_every_scheme() {
    let world = World::start().await;
    for scheme in SecurityScheme::ALL {
        let placement = if scheme.location().is_in_url() {
            Placement::Query
        } else {
            Placement::Header
        };
        let wrong = match scheme.credential() {
            CredentialKind::Basic => Credential::basic(EMAIL, "planted-4711"),
            CredentialKind::Bearer => Credential::api_token("planted-4711"),
            CredentialKind::Jwt => Credential::jwt("planted-4711"),
            CredentialKind::Google => Credential::google("planted-4711"),
            CredentialKind::Facebook => Credential::facebook("planted-4711"),
            CredentialKind::Ha1b => Credential::ha1b("planted-4711"),
            other => panic!("no wrong credential of the kind {}", other.name()),
        };
        let wrong = wrong.placed(placement);
        assert_refused(&refusal(world.direct(wrong.clone())).await, "planted-4711");
        assert_refused(&refusal(world.client(wrong)).await, "planted-4711");
    }
}

#[tokio::test]
async fn a_wrong_password_says_the_same_as_a_wrong_address() {
    let world = World::start().await;
    let password = refusal(world.direct(Credential::basic(EMAIL, "planted-4711"))).await;
    let address =
        refusal(world.direct(Credential::basic("nobody@example.com", "planted-4711"))).await;
    assert_eq!(password.to_string(), address.to_string());
}

#[tokio::test]
async fn one_kind_of_token_is_not_another() {
    let world = World::start().await;
    let mut tokens = Vec::new();
    for kind in [
        CredentialKind::Bearer,
        CredentialKind::Jwt,
        CredentialKind::Google,
        CredentialKind::Facebook,
    ] {
        tokens.push((kind, world.credential(kind).await));
    }
    for (kind, _) in &tokens {
        for (_, other) in tokens.iter().filter(|(other, _)| other != kind) {
            let text = text_of(other, &world).await;
            let swapped = match kind {
                CredentialKind::Bearer => Credential::api_token(text.as_str()),
                CredentialKind::Jwt => Credential::jwt(text.as_str()),
                CredentialKind::Google => Credential::google(text.as_str()),
                _ => Credential::facebook(text.as_str()),
            };
            assert_refused(&refusal(world.direct(swapped)).await, &text);
        }
    }
}

/// The text of a good credential of the same kind; a `Credential` does not give its own away.
async fn text_of(credential: &Credential, world: &World) -> String {
    let ann = world.ann();
    let secret = match credential.kind() {
        CredentialKind::Bearer => ann.tokens().create("other").await.unwrap().token,
        CredentialKind::Jwt => ann.whoami().await.unwrap().token.unwrap(),
        CredentialKind::Google => world.sandbox.issue_google_token(EMAIL).await.unwrap(),
        _ => world.sandbox.issue_facebook_token(EMAIL).await.unwrap(),
    };
    secret.expose().to_owned()
}

#[tokio::test]
async fn expired_credentials_are_refused() {
    let world = World::start().await;
    let kinds = [
        CredentialKind::Bearer,
        CredentialKind::Jwt,
        CredentialKind::Google,
        CredentialKind::Facebook,
    ];
    let mut clients = Vec::new();
    for kind in kinds {
        clients.push(world.direct(world.credential(kind).await));
    }
    for client in &clients {
        client.whoami().await.unwrap();
    }
    world.sandbox.clock().advance(Duration::from_secs(90_000));
    for client in clients {
        assert_refused(&refusal(client).await, "eyJ");
    }
}

#[tokio::test]
async fn a_token_lives_as_long_as_its_ttl_and_no_longer() {
    let world = World::start().await;
    let ann = world.ann();
    let token = ann
        .tokens()
        .create("short")
        .ttl(Duration::from_secs(60))
        .await
        .unwrap();
    assert_eq!(token.ttl, Some(60));
    let holder = world.client(Credential::api_token(token.token));
    holder.whoami().await.unwrap();
    world.sandbox.clock().advance(Duration::from_secs(61));
    assert_eq!(refusal(holder).await.kind(), ErrorKind::Credentials);
    assert_eq!(ann.tokens().list().await.unwrap(), []);
}

#[tokio::test]
async fn a_deleted_token_is_refused_from_the_next_request_on() {
    let world = World::start().await;
    let ann = world.ann();
    let token = ann.tokens().create("doomed").await.unwrap();
    let holder = world.client(Credential::api_token(token.token.clone()));
    holder.whoami().await.unwrap();
    ann.tokens().delete(token.token.clone()).await.unwrap();
    assert_refused(&refusal(holder).await, token.token.expose());
    let again = ann.tokens().delete(token.token).await.unwrap_err();
    assert_eq!(
        (again.kind(), again.status()),
        (ErrorKind::NotFound, Some(StatusCode::NOT_FOUND))
    );
}

#[tokio::test]
async fn a_tampered_jwt_is_refused() {
    let world = World::start().await;
    let jwt = world.ann().whoami().await.unwrap().token.unwrap();
    let parts: Vec<&str> = jwt.expose().split('.').collect();
    // The first letter, as the last one of a signature has bits that mean nothing.
    let flip = |text: &str| {
        let first = if text.starts_with('A') { 'B' } else { 'A' };
        format!("{first}{}", &text[1..])
    };
    for tampered in [
        format!("{}.{}.{}", flip(parts[0]), parts[1], parts[2]),
        format!("{}.{}.{}", parts[0], flip(parts[1]), parts[2]),
        format!("{}.{}.{}", parts[0], parts[1], flip(parts[2])),
        format!("{}.{}.", parts[0], parts[1]),
        // {"alg":"none","typ":"JWT"}
        format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{}.", parts[1]),
    ] {
        assert_refused(
            &refusal(world.direct(Credential::jwt(tampered.as_str()))).await,
            &tampered,
        );
    }
}

#[tokio::test]
async fn credentials_of_another_sandbox_are_foreign() {
    let world = World::start().await;
    let elsewhere = World::start().await;
    let kinds = [
        CredentialKind::Bearer,
        CredentialKind::Jwt,
        CredentialKind::Google,
        CredentialKind::Facebook,
    ];
    for kind in kinds {
        let foreign = elsewhere.credential(kind).await;
        elsewhere.direct(foreign.clone()).whoami().await.unwrap();
        assert_refused(&refusal(world.direct(foreign)).await, "eyJ");
    }
}

#[tokio::test]
async fn ha1b_of_another_password_or_domain_is_refused() {
    let world = World::start().await;
    for (login, domain, password) in [
        (SIP_LOGIN, DOMAIN, "another password"),
        (
            SIP_LOGIN,
            "other.sip.opentact.org",
            opentact_tests::SIP_PASSWORD,
        ),
        ("1001", DOMAIN, opentact_tests::SIP_PASSWORD),
    ] {
        let client = world.direct(Credential::ha1b_from(login, domain, password));
        assert_refused(&refusal(client).await, password);
    }
}
