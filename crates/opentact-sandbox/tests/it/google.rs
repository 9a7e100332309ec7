//! Google ID tokens: whose keys count, how they change, and what an issuer elsewhere may do.

use std::time::Duration;

use opentact_sandbox::{Error, GoogleTokenOptions, Sandbox, SandboxBuilder, SecurityScheme};

use crate::{
    issuer::Issuer,
    world::{ANN, World, ann},
};

const YEAR: u64 = 365 * 86_400;

/// Two sandboxes: one whose keys an issuer publishes, and one that trusts them.
struct Pair {
    google: World,
    world: World,
    issuer: Issuer,
}

impl Pair {
    async fn new() -> Self {
        let (google, issuer) = (World::new().await, Issuer::start().await);
        let keys = Sandbox::builder().google_jwks(issuer.url("/certs"));
        let pair = Self {
            google,
            world: World::with(keys).await,
            issuer,
        };
        pair.publish("").await;
        pair
    }

    /// Has the issuer publish the keys of the moment.
    async fn publish(&self, headers: &str) {
        let jwks = self.google.sandbox.google_jwks().await.unwrap();
        self.issuer.answer("200 OK", headers, &jwks);
    }

    async fn token(&self) -> String {
        let token = self.google.sandbox.issue_google_token(ANN).await.unwrap();
        token.expose().to_owned()
    }

    async fn status(&self, token: &str) -> u16 {
        self.world.auth_status(SecurityScheme::Google, token).await
    }

    fn advance(&self, seconds: u64) {
        let clock = self.world.sandbox.clock();
        clock.advance(Duration::from_secs(seconds));
    }

    /// Sets the clock back, and not to a time that was shown: the issuer's has gone on since.
    fn go_back(&self, seconds: u64) {
        let clock = self.world.sandbox.clock();
        clock.set(clock.now() - Duration::from_secs(seconds));
    }

    fn fetches(&self) -> usize {
        self.issuer.asked().len()
    }
}

#[tokio::test]
async fn an_issuer_elsewhere_is_believed_and_asked_once() {
    let pair = Pair::new().await;
    assert_eq!(pair.fetches(), 0, "nothing is fetched before a token comes");
    let token = pair.token().await;
    for _ in 0..3 {
        assert_eq!(pair.status(&token).await, 200);
    }
    assert_eq!(pair.issuer.asked(), ["/certs"]);
    let own = pair.world.sandbox.issue_google_token(ANN).await.unwrap();
    assert_eq!(
        pair.status(own.expose()).await,
        401,
        "its own no longer counts"
    );
}

#[tokio::test]
async fn a_new_key_is_fetched_when_a_token_names_it() {
    let pair = Pair::new().await;
    let old = pair.token().await;
    assert_eq!(pair.status(&old).await, 200);
    pair.google.sandbox.rotate_google_key().await.unwrap();
    pair.publish("").await;
    let new = pair.token().await;
    assert_eq!(pair.status(&new).await, 401, "asked a moment ago");
    assert_eq!(pair.fetches(), 1);
    pair.advance(30);
    assert_eq!(pair.status(&new).await, 200);
    assert_eq!(
        pair.status(&old).await,
        200,
        "the key before is still published"
    );
    assert_eq!(pair.fetches(), 2);
}

#[tokio::test]
async fn made_up_key_ids_cause_one_fetch_in_thirty_seconds() {
    let pair = Pair::new().await;
    assert_eq!(pair.status(&pair.token().await).await, 200);
    pair.advance(30);
    let stranger = World::new().await;
    let unknown = stranger.sandbox.issue_google_token(ANN).await.unwrap();
    for _ in 0..5 {
        assert_eq!(pair.status(unknown.expose()).await, 401);
    }
    assert_eq!(pair.fetches(), 2);
    pair.advance(15);
    assert_eq!(pair.status(unknown.expose()).await, 401);
    assert_eq!(pair.fetches(), 2);
    pair.advance(15);
    assert_eq!(pair.status(unknown.expose()).await, 401);
    assert_eq!(pair.fetches(), 3);
}

#[tokio::test]
async fn many_at_once_make_one_fetch() {
    let pair = Pair::new().await;
    let token = pair.token().await;
    let answered = futures_util::future::join_all((0..32).map(|_| pair.status(&token)));
    assert_eq!(answered.await, [200; 32]);
    assert_eq!(pair.fetches(), 1);
}

#[tokio::test]
async fn keys_are_kept_as_long_as_their_issuer_allows() {
    for (headers, kept_s) in [
        ("", 300),
        ("Cache-Control: public, max-age=600\r\n", 600),
        ("Cache-Control: no-store\r\n", 30),
        ("Cache-Control: max-age=5\r\n", 30),
        ("Cache-Control: max-age=999999999\r\n", 86_400),
    ] {
        let pair = Pair::new().await;
        pair.publish(headers).await;
        assert_eq!(pair.status(&pair.token().await).await, 200);
        let later = |by| pair.google.sandbox.clock().advance(Duration::from_secs(by));
        pair.advance(kept_s - 15);
        later(kept_s - 15);
        assert_eq!(pair.status(&pair.token().await).await, 200);
        assert_eq!(pair.fetches(), 1, "{headers}");
        pair.advance(15);
        later(15);
        assert_eq!(pair.status(&pair.token().await).await, 200);
        assert_eq!(pair.fetches(), 2, "{headers}");
    }
}

#[tokio::test]
async fn a_key_that_is_withdrawn_is_no_longer_believed() {
    let pair = Pair::new().await;
    let token = pair.token().await;
    assert_eq!(pair.status(&token).await, 200);
    for _ in 0..2 {
        pair.google.sandbox.rotate_google_key().await.unwrap();
    }
    pair.publish("").await;
    assert_eq!(pair.status(&token).await, 200, "the keys are kept");
    pair.advance(300);
    assert_eq!(pair.status(&token).await, 401);
}

#[tokio::test]
async fn keys_are_fetched_again_when_the_clock_goes_back() {
    let pair = Pair::new().await;
    pair.advance(YEAR);
    let old = pair.token().await;
    assert_eq!(pair.status(&old).await, 401, "a year too late");
    pair.go_back(YEAR);
    for _ in 0..2 {
        pair.google.sandbox.rotate_google_key().await.unwrap();
    }
    pair.publish("").await;
    assert_eq!(pair.status(&pair.token().await).await, 200);
    assert_eq!(pair.status(&old).await, 401, "its key is withdrawn");
    assert_eq!(pair.fetches(), 2);
}

#[tokio::test]
async fn an_issuer_is_asked_again_when_the_clock_goes_back() {
    let pair = Pair::new().await;
    pair.advance(YEAR);
    pair.issuer.answer("503 Service Unavailable", "", "");
    let token = pair.token().await;
    assert_eq!(pair.status(&token).await, 500);
    pair.publish("").await;
    pair.go_back(YEAR);
    assert_eq!(pair.status(&token).await, 200);
}

#[tokio::test]
async fn an_issuer_that_gives_no_keys_is_not_the_fault_of_the_token() {
    let pair = Pair::new().await;
    let token = pair.token().await;
    let jwks = pair.google.sandbox.google_jwks().await.unwrap();
    let endless = " ".repeat(65 * 1024);
    for (status, headers, body) in [
        ("500 Internal Server Error", "", &*jwks),
        ("302 Found", "Location: /elsewhere\r\n", &jwks),
        ("200 OK", "", "<html>"),
        ("200 OK", "", r#"{"keys":"#),
        ("200 OK", "", &(jwks.clone() + &endless)),
    ] {
        pair.issuer.answer(status, headers, body);
        assert_eq!(pair.status(&token).await, 500, "{status} {headers}");
        let asked = pair.fetches();
        assert_eq!(pair.status(&token).await, 500);
        assert_eq!(pair.fetches(), asked, "asked a moment ago");
        pair.advance(5);
    }
    pair.publish("").await;
    assert_eq!(pair.status(&token).await, 200);
    assert!(pair.issuer.asked().iter().all(|target| target == "/certs"));
}

#[tokio::test]
async fn known_keys_outlive_an_issuer_that_fails_but_not_for_ever() {
    let pair = Pair::new().await;
    let token = pair.token().await;
    assert_eq!(pair.status(&token).await, 200);
    pair.issuer.answer("503 Service Unavailable", "", "");
    pair.advance(30);
    let stranger = World::new().await;
    let unknown = stranger.sandbox.issue_google_token(ANN).await.unwrap();
    assert_eq!(pair.status(unknown.expose()).await, 401);
    assert_eq!(pair.status(&token).await, 200);
    pair.advance(270);
    assert_eq!(pair.status(&token).await, 500);
}

#[tokio::test]
async fn an_issuer_that_is_not_there_is_not_the_fault_of_the_token() {
    let gone = Issuer::start().await.url("/certs");
    let world = World::with(Sandbox::builder().google_jwks(gone)).await;
    let token = world.sandbox.issue_google_token(ANN).await.unwrap();
    let status = world.auth_status(SecurityScheme::Google, token.expose());
    assert_eq!(status.await, 500);
}

#[tokio::test]
async fn the_sandboxs_own_key_is_rotated() {
    let folder = tempfile::tempdir().unwrap();
    let on = || Sandbox::builder().data_file(folder.path().join("data"));
    let world = World::with(on()).await;
    let mut tokens = Vec::new();
    for _ in 0..3 {
        let token = world.sandbox.issue_google_token(ANN).await.unwrap();
        tokens.push(token.expose().to_owned());
        world.sandbox.rotate_google_key().await.unwrap();
    }
    let statuses = async |world: &World| {
        let status = |token| world.auth_status(SecurityScheme::Google, token);
        futures_util::future::join_all(tokens.iter().map(|token| status(token))).await
    };
    assert_eq!(statuses(&world).await, [401, 401, 200]);
    let jwks = world.sandbox.google_jwks().await.unwrap();
    world.sandbox.shutdown().await;
    let world = World::with(on()).await;
    assert_eq!(statuses(&world).await, [401, 401, 200], "after a restart");
    assert_eq!(world.sandbox.google_jwks().await.unwrap(), jwks);
}

#[tokio::test]
async fn published_keys_are_public_halves() {
    let world = World::new().await;
    let jwks = world.sandbox.google_jwks().await.unwrap();
    let jwks: serde_json::Value = serde_json::from_str(&jwks).unwrap();
    for key in jwks["keys"].as_array().unwrap() {
        assert_eq!(
            crate::world::keys(key),
            ["alg", "e", "kid", "kty", "n", "use"]
        );
    }
}

#[tokio::test]
async fn google_options_make_bad_tokens() {
    let world = World::new().await;
    let options = GoogleTokenOptions::new;
    for (options, status) in [
        (options().authorized_party("another app"), 401),
        (options().unverified_email(), 401),
        (options().good_in(Duration::from_secs(60)), 401),
        (options().good_in(Duration::ZERO), 200),
        (options().issuer("accounts.google.com"), 200),
        (options().ttl(Duration::MAX), 200),
    ] {
        let sandbox = &world.sandbox;
        let token = sandbox.issue_google_token_with(ANN, options.clone()).await;
        let token = token.unwrap();
        let answered = world.auth_status(SecurityScheme::Google, token.expose());
        assert_eq!(answered.await, status, "{options:?}");
    }
}

#[tokio::test]
async fn another_issuer_has_one_name_only() {
    let issuer = "https://accounts.example.com";
    let world = World::with(Sandbox::builder().google_issuer(issuer)).await;
    for (name, status) in [
        (issuer, 200),
        ("accounts.example.com", 401),
        ("https://accounts.google.com", 401),
        ("accounts.google.com", 401),
    ] {
        let options = GoogleTokenOptions::new().issuer(name);
        let sandbox = &world.sandbox;
        let token = sandbox.issue_google_token_with(ANN, options).await.unwrap();
        let answered = world.auth_status(SecurityScheme::Google, token.expose());
        assert_eq!(answered.await, status, "{name}");
    }
}

#[tokio::test]
async fn a_user_may_have_an_id_that_google_has_given() {
    let user = ann().gmail_user_id("110169484474386276334");
    let google = Sandbox::builder().user(user.clone()).start().await.unwrap();
    let issuer = Issuer::start().await;
    let jwks = google.google_jwks().await.unwrap();
    issuer.answer("200 OK", "", &jwks);
    let token = google.issue_google_token(ANN).await.unwrap();
    for (user, status) in [(user, 200), (ann(), 401)] {
        let builder = Sandbox::builder().google_jwks(issuer.url("/"));
        let world = World::of(builder.user(user)).await;
        let answered = world.auth_status(SecurityScheme::Google, token.expose());
        assert_eq!(answered.await, status);
    }
}

#[tokio::test]
async fn an_address_in_clear_over_a_network_is_refused_at_the_start() {
    let refused = async |builder: SandboxBuilder| {
        let error = builder.start().await.unwrap_err();
        assert!(matches!(error, Error::Endpoint { .. }), "{error}");
        assert!(!error.to_string().contains("hunter2"), "{error}");
    };
    for url in [
        "http://example.com/?hunter2",
        "hunter2",
        "http://a:hunter2@127.0.0.1/",
    ] {
        refused(Sandbox::builder().google_jwks(url)).await;
        refused(Sandbox::builder().facebook_inspection(url)).await;
    }
}
