//! What a request must not reach, and must not leave behind: with every credential, on every operation.

use opentact_client::security::{Operation, SecurityScheme};
use opentact_sandbox::{Grade, Secret, UserSeed};
use opentact_tests::{DOMAIN, EMAIL, PASSWORD, SIP_LOGIN, SIP_PASSWORD, World};
use reqwest::Method;
use serde_json::{Value, json};

use crate::vectors::example;

const BOB: &str = "bob@example.com";
const BOBS_PASSWORD: &str = "another made-up password";
const BOBS_SIP_PASSWORD: &str = "another made-up SIP password";

/// Somebody with every credential that there is.
struct Person<'w> {
    base: String,
    http: reqwest::Client,
    credentials: Vec<(SecurityScheme, Secret)>,
    world: &'w World,
    seed: UserSeed,
}

impl<'w> Person<'w> {
    async fn of(world: &'w World, seed: UserSeed) -> Self {
        let credentials = world.sandbox.credentials(&seed).await.unwrap();
        assert_eq!(credentials.len(), SecurityScheme::ALL.len());
        Self {
            base: world.sandbox.base_url(),
            http: reqwest::Client::new(),
            credentials,
            world,
            seed,
        }
    }

    async fn ann(world: &'w World) -> Self {
        let seed = UserSeed::new(EMAIL, PASSWORD).sip_user(SIP_LOGIN, DOMAIN, SIP_PASSWORD);
        Self::of(world, seed).await
    }

    async fn bob(world: &'w World) -> Self {
        let sandbox = &world.sandbox;
        let added = sandbox.add_sip_user(BOB, "2000", DOMAIN, BOBS_SIP_PASSWORD);
        added.await.unwrap();
        let seed = UserSeed::new(BOB, BOBS_PASSWORD).sip_user("2000", DOMAIN, BOBS_SIP_PASSWORD);
        Self::of(world, seed).await
    }

    /// The credential of a scheme; an API token is a new one, as the last may be gone.
    async fn credential(&self, scheme: SecurityScheme) -> Secret {
        let new = self.world.sandbox.credentials(&self.seed).await.unwrap();
        let found = new.into_iter().find(|(it, _)| *it == scheme);
        found.unwrap().1
    }

    /// Sends a request by a scheme: the status, and the body.
    async fn send(
        &self,
        scheme: SecurityScheme,
        method: &str,
        path: &str,
        body: &Value,
    ) -> (u16, Value) {
        let credential = self.credential(scheme).await;
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if !body.is_null() {
            request = request.json(body);
        }
        let mut request = request.build().unwrap();
        scheme.apply(&mut request, &credential).unwrap();
        let answer = self.http.execute(request).await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    /// Sends a request by the JWT.
    async fn ask(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        self.send(SecurityScheme::Jwt, method, path, body).await
    }

    /// A new token, as its creation shows it.
    async fn create(&self, name: &str) -> Value {
        let (status, body) = self
            .ask("POST", "/rest/token", &json!({ "name": name }))
            .await;
        assert_eq!(status, 201);
        body["payload"].clone()
    }

    /// The tokens of a list, without those that were made to ask.
    async fn tokens(&self) -> Vec<Value> {
        let (_, body) = self.ask("GET", "/rest/token/list", &Value::Null).await;
        let tokens = body["payload"].as_array().unwrap().iter();
        let made = tokens.filter(|token| token["name"] != "ready-made");
        made.cloned().collect()
    }

    /// A new subscription, as its creation shows it.
    async fn subscribe(&self, event_type: &str) -> Value {
        let body = json!({ "channel": "wss", "type": event_type });
        let (status, body) = self.ask("POST", "/rest/event/subscription", &body).await;
        assert_eq!(status, 201);
        body["payload"].clone()
    }

    /// The list of subscriptions.
    async fn subscriptions(&self) -> Value {
        let path = "/rest/event/subscription";
        self.ask("GET", path, &Value::Null).await.1["payload"].take()
    }

    /// What the token of an API token's value is answered.
    async fn status_of(&self, value: &str) -> u16 {
        let request = self.http.get(format!("{}/rest/auth", self.base));
        let answer = request.bearer_auth(value).send().await.unwrap();
        answer.status().as_u16()
    }
}

fn text<'v>(token: &'v Value, field: &str) -> &'v str {
    token[field].as_str().unwrap()
}

#[tokio::test]
async fn nobody_reaches_the_token_of_another_by_any_scheme_and_operation() {
    let world = World::start().await;
    let (ann, bob) = (Person::ann(&world).await, Person::bob(&world).await);
    let token = ann.create("hers").await;
    let subscription = ann.subscribe("auth").await;
    let (before, subscribed) = (ann.tokens().await, ann.subscriptions().await);
    for (scheme, _) in &bob.credentials {
        let all = Operation::ALL.iter();
        // An example is nobody's.
        for operation in all.filter(|it| Grade::of(**it) != Grade::Example) {
            let example = example(*operation);
            let body = &example["body"];
            let query = example["query"].as_object().into_iter().flatten();
            let query = query.map(|(name, it)| format!("?{name}={}", it.as_str().unwrap()));
            let query: String = query.collect();
            // By its uuid and by its value, whichever the operation takes.
            for segment in [text(&token, "uuid"), text(&token, "token")] {
                let path = operation.path().replace("{token}", segment);
                let path = path.replace("{uuid}", text(&subscription, "uuid")) + &query;
                let (status, answer) = bob.send(*scheme, operation.method(), &path, body).await;
                let what = format!("{} by {}: {status}", operation.id(), scheme.name());
                if operation.path().contains('{') {
                    assert!(matches!(status, 400 | 404), "{what}");
                } else {
                    // Bob has none of the numbers that an example names.
                    let is_refused = !body.is_null() && matches!(status, 402 | 404);
                    assert!((200..300).contains(&status) || is_refused, "{what}");
                    let shown = answer["payload"].to_string();
                    let uuids = [text(&token, "uuid"), text(&subscription, "uuid")];
                    let hers = [uuids[0], uuids[1], text(&token, "token"), EMAIL];
                    assert!(!hers.iter().any(|it| shown.contains(it)), "{what}");
                }
            }
        }
    }
    assert_eq!(ann.tokens().await, before);
    assert_eq!(ann.subscriptions().await, subscribed);
    assert_eq!(ann.status_of(text(&token, "token")).await, 200);
}

#[tokio::test]
async fn a_failed_creation_leaves_nothing() {
    let world = World::start().await;
    let ann = Person::ann(&world).await;
    let url = format!("{}/rest/token", ann.base);
    let jwt = ann.credential(SecurityScheme::Jwt).await;
    let post = || {
        ann.http
            .post(&url)
            .header("content-type", "application/json")
    };
    let good = r#"{"name":"left behind","ttl":60}"#;
    let long = format!(
        r#"{{"name":"left behind","more":"{}"}}"#,
        "x".repeat(200_000)
    );
    let by_ann = |body: &str| {
        post()
            .header("x-auth-token", jwt.expose())
            .body(body.to_owned())
    };
    let bodies = [
        "",
        "{",
        "[]",
        "null",
        r#"{"ttl":60}"#,
        r#"{"name":""}"#,
        r#"{"name":5}"#,
        r#"{"name":null}"#,
        r#"{"name":"left behind","ttl":59}"#,
        r#"{"name":"left behind","ttl":60.5}"#,
        r#"{"name":"left behind","ttl":"60"}"#,
        r#"{"name":"left behind","ttl":null}"#,
        r#"{"name":"left behind","ttl":2147483648}"#,
        r#"{"name":"left behind","ttl":60} more"#,
        &long,
    ];
    let mut requests: Vec<_> = bodies.iter().map(|body| (400, by_ann(body))).collect();
    requests.extend([
        (401, post().body(good)),
        (401, post().bearer_auth("made up").body(good)),
        (401, by_ann(good).bearer_auth("made up")),
        (401, by_ann(good).query(&[("ha1b", "")])),
        (401, by_ann(good).header("x-auth-token", jwt.expose())),
        (
            405,
            ann.http
                .put(&url)
                .header("x-auth-token", jwt.expose())
                .body(good),
        ),
        (
            404,
            ann.http
                .post(format!("{url}/"))
                .header("x-auth-token", jwt.expose())
                .body(good),
        ),
    ]);
    for (number, (expected, request)) in requests.into_iter().enumerate() {
        let status = request.send().await.unwrap().status();
        assert_eq!(status, expected, "request {number}");
    }
    assert_eq!(ann.tokens().await, Vec::<Value>::new());
    let (status, _) = ann
        .ask("POST", "/rest/token", &json!({ "name": "kept" }))
        .await;
    assert_eq!((status, ann.tokens().await.len()), (201, 1));
}

#[tokio::test]
async fn a_failed_change_or_deletion_changes_nothing() {
    let world = World::start().await;
    let ann = Person::ann(&world).await;
    let token = ann.create("as it was").await;
    let before = ann.tokens().await;
    let by_uuid = format!("/rest/token/{}", text(&token, "uuid"));
    for body in [
        json!({ "name": "changed", "ttl": 59 }),
        json!({ "name": "", "ttl": 60 }),
        json!({ "name": "changed", "ttl": null }),
        json!(["changed"]),
    ] {
        let (status, _) = ann.ask("PATCH", &by_uuid, &body).await;
        assert_eq!(status, 400, "{body}");
    }
    let (status, _) = ann.ask("DELETE", &by_uuid, &Value::Null).await;
    assert_eq!(status, 404);
    assert_eq!(ann.tokens().await, before);
}

#[tokio::test]
async fn one_identifier_does_not_stand_for_another() {
    let world = World::start().await;
    let ann = Person::ann(&world).await;
    let token = ann.create("hers").await;
    let before = ann.tokens().await;
    let (_, me) = ann.ask("GET", "/rest/auth", &Value::Null).await;
    let value = text(&token, "token");
    let mut others = vec![
        text(&me["payload"], "uuid").to_owned(),
        text(&me["payload"], "token").to_owned(),
        text(&me["payload"]["account"], "uuid").to_owned(),
        value.to_lowercase(),
        format!("{value}x"),
        value[..47].to_owned(),
        format!("{value}%00"),
        "%20".to_owned() + value,
    ];
    others.push(
        ann.credential(SecurityScheme::Ha1b)
            .await
            .expose()
            .to_owned(),
    );
    for other in &others {
        for method in ["PATCH", "DELETE"] {
            let body = json!({ "name": "reached" });
            let (status, _) = ann
                .ask(method, &format!("/rest/token/{other}"), &body)
                .await;
            assert!(matches!(status, 400 | 404), "{method} {other}: {status}");
        }
    }
    assert_eq!(ann.tokens().await, before);
}

#[tokio::test]
async fn what_was_deleted_is_gone_for_every_operation() {
    let world = World::start().await;
    let ann = Person::ann(&world).await;
    for all in [false, true] {
        let token = ann.create("doomed").await;
        let (uuid, value) = (text(&token, "uuid"), text(&token, "token"));
        let segment = if all { "all" } else { value };
        let delete = format!("/rest/token/{segment}");
        assert_eq!(ann.ask("DELETE", &delete, &Value::Null).await.0, 200);
        for (scheme, _) in &ann.credentials {
            let by_uuid = format!("/rest/token/{uuid}");
            let change = ann
                .send(*scheme, "PATCH", &by_uuid, &json!({ "name": "back" }))
                .await;
            let by_value = format!("/rest/token/{value}");
            let again = ann.send(*scheme, "DELETE", &by_value, &Value::Null).await;
            assert_eq!((change.0, again.0), (404, 404), "{}", scheme.name());
        }
        assert_eq!(ann.status_of(value).await, 401);
        assert_eq!(ann.tokens().await, Vec::<Value>::new());
    }
}
