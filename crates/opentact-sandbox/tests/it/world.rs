//! What the tests share: a sandbox with two users, and requests to it.

use opentact_referee::{Answer, Watch};
use opentact_sandbox::{Sandbox, SandboxBuilder, Secret, SecurityScheme, UserSeed};
use reqwest::{
    Certificate, Client, Method, RequestBuilder, StatusCode, header::AUTHORIZATION,
    redirect::Policy,
};
use serde_json::Value;

pub(crate) const ANN: &str = "ann@example.com";
pub(crate) const ANN_PASSWORD: &str = "made-up: one";
pub(crate) const BOB: &str = "bob@example.com";
pub(crate) const BOB_PASSWORD: &str = "made-up: two";
pub(crate) const SIP_DOMAIN: &str = "example.sip.opentact.org";
pub(crate) const HA1B: &str = "ac53757424660e71734ca0e929d6fa62";

/// Ann, with a SIP user.
pub(crate) fn ann() -> UserSeed {
    UserSeed::new(ANN, ANN_PASSWORD)
        .name("Ann", "Example")
        .sip_user("1000", SIP_DOMAIN, "secret")
}

/// Bob, without one.
pub(crate) fn bob() -> UserSeed {
    UserSeed::new(BOB, BOB_PASSWORD)
}

/// A sandbox with Ann and Bob.
pub(crate) struct World {
    pub(crate) sandbox: Sandbox,
    pub(crate) http: Client,
    /// Who judges each answer by the contract, and fails the test by being dropped.
    pub(crate) watch: Watch,
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::with(Sandbox::builder()).await
    }

    pub(crate) async fn with(builder: SandboxBuilder) -> Self {
        Self::of(builder.user(ann()).user(bob())).await
    }

    /// A sandbox with nobody but whom the builder has.
    pub(crate) async fn of(builder: SandboxBuilder) -> Self {
        let (builder, watch) = watched(builder);
        let sandbox = builder.start().await.unwrap();
        let http = sandbox.certificate().map_or_else(Client::new, trusting);
        Self {
            sandbox,
            http,
            watch,
        }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http
            .request(method, format!("{}{path}", self.sandbox.base_url()))
    }

    /// `GET /rest/auth` with a credential where the scheme puts it.
    pub(crate) async fn auth(&self, scheme: SecurityScheme, secret: &str) -> (StatusCode, Value) {
        let request = self.request(Method::GET, "/rest/auth");
        send(carry(request, scheme, secret)).await
    }

    /// The status of `GET /rest/auth` with a credential.
    pub(crate) async fn auth_status(&self, scheme: SecurityScheme, secret: &str) -> u16 {
        self.auth(scheme, secret).await.0.as_u16()
    }

    /// A JWT of the user.
    pub(crate) async fn jwt(&self, email: &str, password: &str) -> String {
        let (status, body) = self
            .auth(SecurityScheme::Basic, &format!("{email}:{password}"))
            .await;
        assert_eq!(status, 200, "{body}");
        body["payload"]["token"].as_str().unwrap().to_owned()
    }

    /// A request of Ann by her JWT.
    pub(crate) async fn by_ann(&self, method: Method, path: &str) -> RequestBuilder {
        let jwt = self.jwt(ANN, ANN_PASSWORD).await;
        self.request(method, path).header("X-Auth-Token", jwt)
    }

    /// A request of Bob by his JWT.
    pub(crate) async fn by_bob(&self, method: Method, path: &str) -> RequestBuilder {
        let jwt = self.jwt(BOB, BOB_PASSWORD).await;
        self.request(method, path).header("X-Auth-Token", jwt)
    }

    /// A new token of Ann: the payload that the API answers.
    pub(crate) async fn token_of_ann(&self, body: Value) -> Value {
        let request = self.by_ann(Method::POST, "/rest/token").await.json(&body);
        let (status, mut answer) = send(request).await;
        assert!(status.is_success(), "{answer}");
        answer["payload"].take()
    }

    /// The names of Ann's tokens.
    pub(crate) async fn names_of_ann(&self) -> Vec<String> {
        let (_, answer) = send(self.by_ann(Method::GET, "/rest/token/list").await).await;
        let tokens = answer["payload"].as_array().unwrap().iter();
        tokens
            .map(|token| token["name"].as_str().unwrap().to_owned())
            .collect()
    }

    /// A credential of Ann for every scheme.
    pub(crate) async fn credentials_of_ann(&self) -> Vec<(SecurityScheme, Secret)> {
        self.sandbox.credentials(&ann()).await.unwrap()
    }
}

/// The builder of a sandbox whose answers are judged, and the watch that fails the test. What a
/// fault was told to answer is not.
pub(crate) fn watched(builder: SandboxBuilder) -> (SandboxBuilder, Watch) {
    let watch = Watch::new();
    let judge = watch.judge();
    let builder = builder.observer(move |seen| {
        if seen.fault.is_some() || seen.is_stubbed {
            return;
        }
        judge(&Answer {
            method: seen.method,
            target: seen.target,
            request_headers: seen.request_headers,
            status: seen.status,
            headers: seen.headers,
            body: seen.body,
        });
    });
    (builder, watch)
}

/// A client that trusts these certificates and no other, and follows no redirect.
pub(crate) fn trusting(pem: &str) -> Client {
    let roots = Certificate::from_pem_bundle(pem.as_bytes()).unwrap();
    let builder = Client::builder().tls_certs_only(roots);
    builder.redirect(Policy::none()).build().unwrap()
}

/// Puts a credential where its scheme wants it.
pub(crate) fn carry(
    request: RequestBuilder,
    scheme: SecurityScheme,
    secret: &str,
) -> RequestBuilder {
    use opentact_client::Location;
    match scheme.location() {
        Location::Basic => {
            let (email, password) = secret.split_once(':').unwrap();
            request.basic_auth(email, Some(password))
        }
        Location::Bearer => request.header(AUTHORIZATION, format!("Bearer {secret}")),
        Location::Header(name) => request.header(name, secret),
        Location::Query(name) => request.query(&[(name, secret)]),
        other => panic!("an unknown place: {other:?}"),
    }
}

/// Status and body of the answer, which must be JSON.
pub(crate) async fn send(request: RequestBuilder) -> (StatusCode, Value) {
    let response = request.send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/json");
    (response.status(), response.json().await.unwrap())
}

/// The names of an object's fields, sorted.
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}
