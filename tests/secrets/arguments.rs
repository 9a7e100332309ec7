//! Arguments that are wrong, with a secret in them.

use std::time::Duration;

use opentact::{Client, Credential, Method};
use opentact_client::security::{CredentialKind, Operation, SecurityScheme};
use opentact_client::{FixedCredential, PathSegment, Secret};

use crate::scene::settings;
use crate::watch::Watch;

#[test]
fn a_credential_that_cannot_be_sent_is_not_shown() {
    let watch = Watch::new("credential");
    let token = watch.token("a token");
    let wrong = [
        format!("{token}\n"),
        format!("{token}\r\nX-Evil: 1"),
        format!("\u{feff}{token}"),
        format!("{token} {token}"),
        format!("{token}ä"),
        format!("{token}[redacted]"),
        format!("{token}\0"),
    ];
    for text in wrong {
        for kind in CredentialKind::ALL {
            for credential in [
                Credential::new(*kind, text.as_str()),
                Credential::new(*kind, text.as_str()).in_query(),
                Credential::basic(&text, text.as_str()),
                Credential::basic("me@example.com", text.as_str()),
                Credential::ha1b_from("", "example.com", text.as_str()),
                Credential::ha1b_from("1000", "example.com", text.as_str()),
            ] {
                watch.debug(&credential);
                let settings = settings("http://127.0.0.1:9", credential);
                watch.debug(&settings);
                watch.outcome(&settings.build());
            }
        }
        for scheme in SecurityScheme::ALL {
            let url = "https://api.opentact.org/rest/auth".parse().unwrap();
            let mut request = reqwest::Request::new(Method::GET, url);
            let secret = Secret::new(text.as_str());
            watch.debug(&secret);
            let applied = scheme.apply(&mut request, &secret);
            watch.debug(&applied);
            if let Err(error) = applied {
                watch.error(&error);
            }
            let fixed = FixedCredential::new(*scheme, secret);
            watch.debug(&fixed);
        }
    }
    watch.assert_clean();
}

#[test]
fn an_address_with_a_secret_is_refused_without_showing_it() {
    let watch = Watch::new("address");
    let password = watch.word("a password");
    for address in [
        format!("https://me:{password}@api.opentact.org"),
        format!("https://{password}@api.opentact.org"),
        format!("https://api.opentact.org?jwt={password}"),
        format!("https://api.opentact.org#{password}"),
        format!("http://me:{password}@127.0.0.1:9"),
        format!("ftp://me:{password}@api.opentact.org"),
        format!("me:{password}@api.opentact.org"),
        password.clone(),
        format!("https://[{password}]"),
        format!("http://{password}"),
        format!("https://api.opentact.org:{password}"),
    ] {
        let settings = settings(&address, Credential::jwt("made-up"));
        watch.debug(&settings);
        let refused = settings.build();
        assert!(refused.is_err(), "{address}");
        watch.outcome(&refused);
    }
    watch.assert_clean();
}

#[tokio::test]
async fn a_secret_in_the_place_of_another_argument_is_not_shown() {
    let watch = Watch::new("argument");
    let token = watch.token("a token");
    let client = settings("http://127.0.0.1:9", Credential::jwt("made-up"))
        .build()
        .unwrap();
    let tokens = client.tokens();
    let too_long = token.repeat(20);
    watch.outcome(&tokens.create(too_long.as_str()).await);
    watch.outcome(&tokens.create("ci").ttl(Duration::MAX).await);
    watch.outcome(
        &tokens
            .update(uuid::Uuid::nil())
            .name(too_long.as_str())
            .await,
    );
    watch.outcome(&tokens.delete(format!("{token}\n")).await);
    watch.outcome(&tokens.delete(format!("{token}/../all")).await);
    watch.outcome(&tokens.delete(token.as_str()).await);
    for text in [format!("{token}\n"), token.clone()] {
        watch.debug(&PathSegment::new(text));
    }
    for (name, value) in [
        ("authorization", format!("Bearer {token}")),
        ("x-jwt", token.clone()),
        ("x-trace", format!("{token}\n")),
        ("x trace", token.clone()),
        ("host", token.clone()),
        ("x-trace", token.clone()),
    ] {
        let request = client
            .request(Method::GET, "/rest/user")
            .header(name, &value);
        watch.debug(&request);
        watch.outcome(&request.await);
    }
    for (name, value) in [("jwt", &token), ("bearer", &token), ("who", &token)] {
        let request = client
            .request(Method::GET, "/rest/user")
            .query(name, value.as_str());
        watch.debug(&request);
        watch.outcome(&request.await);
    }
    for operation in Operation::ALL {
        watch.debug(operation);
    }
    watch.assert_clean();
}

#[test]
fn a_generated_client_shows_no_credential() {
    let watch = Watch::new("generated");
    let (token, word) = (watch.token("a token"), watch.word("a password"));
    for scheme in SecurityScheme::ALL {
        let fixed = FixedCredential::new(*scheme, Secret::new(token.as_str()));
        watch.debug(&fixed);
        let client = opentact_client::Client::connect("https://api.opentact.org", fixed).unwrap();
        watch.debug(&client);
    }
    let client: Client = settings("http://127.0.0.1:9", Credential::jwt(word.as_str()))
        .build()
        .unwrap();
    watch.debug(&client.api());
    watch.assert_clean();
}
