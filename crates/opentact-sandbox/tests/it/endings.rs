//! Every way in which every kind of credential ends, from the next request on.

use std::time::Duration;

use opentact_sandbox::{Error, Sandbox, Secret, SecurityScheme, UserSeed};
use reqwest::Method;

use crate::world::{ANN, HA1B, SIP_DOMAIN, World, carry, send};

/// How credentials end.
#[derive(Clone, Copy, Debug)]
enum Ending {
    UserDisabled,
    UserDeleted,
    UserReplaced,
    DayAndMore,
    AllTokensDeleted,
    TokenDeleted,
    SipUserDeleted,
    FacebookRevoked,
    GoogleKeysRotated,
}

const ENDINGS: [Ending; 9] = [
    Ending::UserDisabled,
    Ending::UserDeleted,
    Ending::UserReplaced,
    Ending::DayAndMore,
    Ending::AllTokensDeleted,
    Ending::TokenDeleted,
    Ending::SipUserDeleted,
    Ending::FacebookRevoked,
    Ending::GoogleKeysRotated,
];

impl Ending {
    /// Which credentials of Ann end with it; the kinds by the names of their headers' schemes.
    fn ends(self, kind: &str) -> bool {
        match self {
            Self::UserDisabled | Self::UserDeleted => true,
            // What is derived from who someone is, and not handed out, names the new user.
            Self::UserReplaced => ["jwt", "bearer", "basic", "ha1b"].contains(&kind),
            Self::DayAndMore => ["jwt", "bearer", "google", "facebook"].contains(&kind),
            Self::AllTokensDeleted | Self::TokenDeleted => kind == "bearer",
            Self::SipUserDeleted => kind == "ha1b",
            Self::FacebookRevoked => kind == "facebook",
            Self::GoogleKeysRotated => kind == "google",
        }
    }

    async fn happen(self, world: &World, credentials: &[(SecurityScheme, Secret)]) {
        let sandbox = &world.sandbox;
        let secret = |kind: &str| {
            let mut all = credentials.iter();
            &all.find(|(scheme, _)| scheme.name() == kind).unwrap().1
        };
        match self {
            Self::UserDisabled => sandbox.disable_user("ANN@example.com").await.unwrap(),
            Self::UserDeleted => sandbox.delete_user("ANN@example.com").await.unwrap(),
            Self::UserReplaced => {
                sandbox.delete_user(ANN).await.unwrap();
                let other = UserSeed::new(ANN, "another made-up one");
                sandbox.add_user(other).await.unwrap();
            }
            Self::DayAndMore => sandbox.clock().advance(Duration::from_secs(86_400)),
            Self::AllTokensDeleted => {
                let request = world.request(Method::DELETE, "/rest/token/all");
                let request = carry(request, SecurityScheme::Jwt, secret("jwt").expose());
                assert_eq!(send(request).await.0, 200);
            }
            Self::TokenDeleted => {
                // Both places of a bearer token carry the same one.
                let token = secret("bearer").expose();
                let request = world.request(Method::DELETE, &format!("/rest/token/{token}"));
                let request = carry(request, SecurityScheme::Bearer, token);
                assert_eq!(send(request).await.0, 200);
            }
            Self::SipUserDeleted => {
                let domain = SIP_DOMAIN.to_uppercase();
                sandbox.delete_sip_user("1000", &domain).await.unwrap();
            }
            Self::FacebookRevoked => {
                let token = secret("facebook");
                sandbox.revoke_facebook_token(token).await.unwrap();
            }
            Self::GoogleKeysRotated => {
                for _ in 0..2 {
                    sandbox.rotate_google_key().await.unwrap();
                }
            }
        }
    }
}

#[tokio::test]
async fn every_credential_ends_as_it_should_and_only_then() {
    for ending in ENDINGS {
        let world = World::new().await;
        let credentials = world.credentials_of_ann().await;
        for (scheme, secret) in &credentials {
            let status = world.auth_status(*scheme, secret.expose()).await;
            assert_eq!(status, 200, "{} before {ending:?}", scheme.name());
        }
        ending.happen(&world, &credentials).await;
        for (scheme, secret) in &credentials {
            let status = world.auth_status(*scheme, secret.expose()).await;
            let kind = scheme.name().trim_end_matches("Query");
            let expected = if ending.ends(kind) { 401 } else { 200 };
            assert_eq!(status, expected, "{} after {ending:?}", scheme.name());
        }
    }
}

#[tokio::test]
async fn what_has_ended_may_do_nothing() {
    for ending in [Ending::UserDisabled, Ending::UserDeleted] {
        let world = World::new().await;
        let credentials = world.credentials_of_ann().await;
        ending.happen(&world, &credentials).await;
        for (scheme, secret) in &credentials {
            for (method, path) in [
                (Method::POST, "/rest/token"),
                (Method::GET, "/rest/token/list"),
                (Method::DELETE, "/rest/token/all"),
                (Method::DELETE, "/rest/token/made-up"),
                (Method::PATCH, "/rest/token/made-up"),
            ] {
                let request = world
                    .request(method, path)
                    .json(&serde_json::json!({ "name": "a" }));
                let request = carry(request, *scheme, secret.expose());
                assert_eq!(send(request).await.0, 401, "{} {path}", scheme.name());
            }
        }
    }
}

#[tokio::test]
async fn what_has_ended_stays_so_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let on = || Sandbox::builder().data_file(folder.path().join("data"));
    let world = World::with(on()).await;
    let credentials = world.credentials_of_ann().await;
    let last = [
        Ending::TokenDeleted,
        Ending::FacebookRevoked,
        Ending::GoogleKeysRotated,
    ];
    for ending in last {
        ending.happen(&world, &credentials).await;
    }
    world.sandbox.shutdown().await;
    // With the same seed.
    let world = World::with(on()).await;
    for (scheme, secret) in &credentials {
        let kind = scheme.name().trim_end_matches("Query");
        let ended = last.iter().any(|ending| ending.ends(kind));
        let status = world.auth_status(*scheme, secret.expose()).await;
        assert_eq!(status, if ended { 401 } else { 200 }, "{}", scheme.name());
    }
    world.sandbox.disable_user(ANN).await.unwrap();
    world.sandbox.shutdown().await;
    let world = World::with(on()).await;
    for (scheme, secret) in &credentials {
        let status = world.auth_status(*scheme, secret.expose()).await;
        assert_eq!(status, 401, "{}", scheme.name());
    }
}

#[tokio::test]
async fn the_end_of_one_user_is_not_that_of_another() {
    let world = World::new().await;
    let eve = UserSeed::new("eve@example.com", "made up").sip_user("1000", "other.example", "x");
    world.sandbox.add_user(eve.clone()).await.unwrap();
    let credentials = world.sandbox.credentials(&eve).await.unwrap();
    world
        .sandbox
        .delete_sip_user("1000", SIP_DOMAIN)
        .await
        .unwrap();
    world.sandbox.delete_user(ANN).await.unwrap();
    for (scheme, secret) in credentials {
        let status = world.auth_status(scheme, secret.expose()).await;
        assert_eq!(status, 200, "{}", scheme.name());
    }
}

#[tokio::test]
async fn only_what_is_there_can_end() {
    let sandbox = World::new().await.sandbox;
    let error = sandbox.delete_user("nobody@example.com").await.unwrap_err();
    assert!(matches!(error, Error::UnknownUser { .. }));
    for (login, domain) in [("1001", SIP_DOMAIN), ("1000", "other.example")] {
        let error = sandbox.delete_sip_user(login, domain).await.unwrap_err();
        assert!(matches!(error, Error::UnknownSipUser { .. }));
    }
    let token = Secret::new("made up");
    sandbox.revoke_facebook_token(&token).await.unwrap();
}

#[tokio::test]
async fn an_ha1b_is_the_hash_of_the_domain_as_it_was_given() {
    let world = World::new().await;
    // md5("1000@Example.org:Example.org:secret"), and the same with example.org.
    let (given, lower) = (
        "dccc26f53a37081f7f5e154a7f888556",
        "8838648a24e00db9e14a1500803d1c5e",
    );
    let add = |domain| world.sandbox.add_sip_user(ANN, "1000", domain, "secret");
    add("Example.org").await.unwrap();
    let status = |hash| world.auth_status(SecurityScheme::Ha1b, hash);
    assert_eq!((status(given).await, status(lower).await), (200, 401));
    // A domain has no case, so this would be the same SIP user once more.
    let error = add("example.ORG").await.unwrap_err();
    assert!(matches!(error, Error::DuplicateSipUser { .. }));
}

#[tokio::test]
async fn an_ha1b_is_32_lower_case_digits_and_nothing_else() {
    let world = World::new().await;
    let mixed = HA1B.replacen('a', "A", 1);
    for (hash, expected) in [
        (HA1B.to_owned(), 200),
        (mixed, 401),
        (HA1B.to_uppercase(), 401),
        (HA1B[..31].to_owned(), 401),
        (format!("{HA1B}0"), 401),
        (format!(" {HA1B}"), 401),
        (format!("0x{HA1B}"), 401),
        (format!("1000@{SIP_DOMAIN}:{SIP_DOMAIN}:secret"), 401),
        // The hash of `login:domain:password`, which is HA1 and not HA1B.
        ("6e83a890af6b8418cc20db28d1c3ae95".to_owned(), 401),
    ] {
        let status = world.auth_status(SecurityScheme::Ha1bQuery, &hash).await;
        assert_eq!(status, expected, "{hash}");
    }
}
