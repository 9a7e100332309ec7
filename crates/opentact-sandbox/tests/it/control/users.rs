//! Users, their credentials and the clock, over the control port.

use opentact_sandbox::{
    Sandbox,
    SecurityScheme::{self, Basic, Bearer, Facebook, Google, Ha1b, Jwt},
    Seed, UserSeed,
};
use reqwest::Method;
use serde_json::{Value, json};

use super::port::Port;
use crate::world::{ANN, ANN_PASSWORD, BOB, BOB_PASSWORD, HA1B, SIP_DOMAIN};

const EVE: &str = "eve@example.com";

#[tokio::test]
async fn a_user_is_added_with_all_that_is_its_own() {
    let port = Port::new().await;
    let token = "E".repeat(48);
    let user = port
        .post(
            "/users",
            json!({
                "email": EVE, "password": "made up", "first_name": "Eve",
                "account": { "name": "Eve's", "balance": 1.5 },
                "sip_users": [{ "login": "1001", "domain": SIP_DOMAIN, "password": "secret" }],
                "tokens": [{ "name": "ci", "token": token, "ttl": 60 }],
            }),
        )
        .await;
    assert_eq!(user["account"]["balance"], 1.5);
    assert_eq!(user["sip_users"][0]["login"], "1001");
    let all = port.get("/users").await;
    let emails: Vec<_> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["email"])
        .collect();
    assert_eq!(emails, [ANN, BOB, EVE]);
    for name in ["EVE@example.com", user["uuid"].as_str().unwrap()] {
        assert_eq!(port.get(&format!("/users/{name}")).await, user);
    }
    assert_eq!(port.world.auth_status(Bearer, &token).await, 200);
    assert_eq!(
        port.world
            .auth_status(Basic, &format!("{EVE}:made up"))
            .await,
        200
    );
    let again = json!({ "email": "Eve@Example.com", "password": "x" });
    assert_eq!(port.call(Method::POST, "/users", Some(again)).await.0, 409);
}

#[tokio::test]
async fn a_sip_user_is_added_to_a_user() {
    let port = Port::new().await;
    let sip_user = |login| json!({ "login": login, "domain": SIP_DOMAIN, "password": "secret" });
    let path = format!("/users/{BOB}/sip-users");
    let user = port.post(&path, sip_user("1001")).await;
    assert_eq!(
        user["sip_users"],
        json!([{ "login": "1001", "domain": SIP_DOMAIN }])
    );
    assert_eq!(
        port.call(Method::POST, &path, Some(sip_user("1000")))
            .await
            .0,
        409
    );
    let nobody = "/users/nobody/sip-users";
    assert_eq!(
        port.call(Method::POST, nobody, Some(sip_user("1002")))
            .await
            .0,
        404
    );
}

#[tokio::test]
async fn a_disabled_user_is_refused_until_enabled() {
    let port = Port::new().await;
    let jwt = port.world.jwt(ANN, ANN_PASSWORD).await;
    let path = format!("/users/{ANN}");
    for (disabled, status) in [(true, 401), (true, 401), (false, 200)] {
        let change = Some(json!({ "disabled": disabled }));
        let user = port.payload(200, Method::PATCH, &path, change).await;
        assert_eq!(user["disabled"], disabled);
        assert_eq!(port.world.auth_status(Jwt, &jwt).await, status);
        assert_eq!(port.world.auth_status(Ha1b, HA1B).await, status);
    }
}

#[tokio::test]
async fn a_deleted_user_is_gone_with_its_credentials() {
    let port = Port::new().await;
    let jwt = port.world.jwt(ANN, ANN_PASSWORD).await;
    port.delete(&format!("/users/{ANN}")).await;
    assert_eq!(port.world.auth_status(Jwt, &jwt).await, 401);
    assert_eq!(port.world.auth_status(Ha1b, HA1B).await, 401);
    assert_eq!(port.get("/users").await.as_array().unwrap().len(), 1);
    assert_eq!(
        port.call(Method::DELETE, &format!("/users/{ANN}"), None)
            .await
            .0,
        404
    );
    // The e-mail is free again, and who has it then is another user.
    let again = json!({ "email": ANN, "password": ANN_PASSWORD });
    port.post("/users", again).await;
    assert_eq!(port.world.auth_status(Jwt, &jwt).await, 401);
    port.world.jwt(ANN, ANN_PASSWORD).await;
}

#[tokio::test]
async fn tokens_are_made_listed_expired_and_deleted() {
    let port = Port::new().await;
    let path = format!("/users/{ANN}/tokens");
    let one = port.post(&path, json!({ "name": "one", "ttl": 60 })).await;
    let two = port.post(&path, json!({ "name": "two" })).await;
    let text = |token: &Value| token["token"].as_str().unwrap().to_owned();
    let listed = port.get(&path).await;
    assert_eq!(listed[1]["uuid"], two["uuid"]);
    assert!(!listed.to_string().contains(&text(&one)));
    assert_eq!(port.world.auth_status(Bearer, &text(&one)).await, 200);
    let of = |token: &Value| format!("{path}/{}", token["uuid"].as_str().unwrap());
    let expire = format!("{}/expire", of(&one));
    port.payload(200, Method::POST, &expire, None).await;
    assert_eq!(port.world.auth_status(Bearer, &text(&one)).await, 401);
    port.delete(&of(&two)).await;
    assert_eq!(port.world.auth_status(Bearer, &text(&two)).await, 401);
    assert_eq!(port.get(&path).await, json!([]));
    for (method, path) in [(Method::POST, expire.as_str()), (Method::DELETE, &of(&two))] {
        assert_eq!(port.call(method, path, None).await.0, 404);
    }
    let of_bob = port
        .post(&format!("/users/{BOB}/tokens"), json!({ "name": "x" }))
        .await;
    assert_eq!(port.call(Method::DELETE, &of(&of_bob), None).await.0, 404);
}

#[tokio::test]
async fn an_expired_session_is_refused_and_a_login_gives_a_good_one_in_the_same_second() {
    let port = Port::new().await;
    let (ann, bob) = (
        port.world.jwt(ANN, ANN_PASSWORD).await,
        port.world.jwt(BOB, BOB_PASSWORD).await,
    );
    port.delete(&format!("/users/{ANN}/sessions")).await;
    assert_eq!(port.world.auth_status(Jwt, &ann).await, 401);
    assert_eq!(port.world.auth_status(Jwt, &bob).await, 200);
    let ann = port.world.jwt(ANN, ANN_PASSWORD).await;
    assert_eq!(port.world.auth_status(Jwt, &ann).await, 200);
    port.delete("/sessions").await;
    assert_eq!(port.world.auth_status(Jwt, &ann).await, 401);
    assert_eq!(port.world.auth_status(Jwt, &bob).await, 401);
    let ann = port.world.jwt(ANN, ANN_PASSWORD).await;
    assert_eq!(port.world.auth_status(Jwt, &ann).await, 200);
}

#[tokio::test]
async fn tokens_of_google_and_facebook_are_good_or_as_bad_as_asked() {
    let port = Port::new().await;
    let judge = async |kind: &str, scheme: SecurityScheme, options: Value| {
        let issued = port
            .post(&format!("/users/{ANN}/{kind}-tokens"), options)
            .await;
        port.world
            .auth_status(scheme, issued["token"].as_str().unwrap())
            .await
    };
    for (status, options) in [
        (200, json!({})),
        (200, json!({ "ttl": 60 })),
        (401, json!({ "ttl": 0 })),
        (401, json!({ "issued_in": 100 })),
        (401, json!({ "issuer": "https://issuer.example" })),
        (401, json!({ "audience": "another app" })),
        (401, json!({ "foreign_key": true })),
    ] {
        assert_eq!(
            judge("google", Google, options.clone()).await,
            status,
            "{options}"
        );
    }
    for (status, options) in [
        (200, json!({})),
        (401, json!({ "ttl": 0 })),
        (401, json!({ "app_id": "1" })),
    ] {
        assert_eq!(
            judge("facebook", Facebook, options.clone()).await,
            status,
            "{options}"
        );
    }
    let nobody = "/users/nobody/google-tokens";
    assert_eq!(port.call(Method::POST, nobody, None).await.0, 404);
}

#[tokio::test]
async fn the_clock_is_moved_and_set() {
    let port = Port::new().await;
    let jwt = port.world.jwt(ANN, ANN_PASSWORD).await;
    let step = Some(json!({ "seconds": 86_400 }));
    let clock = port
        .payload(200, Method::POST, "/clock/advance", step)
        .await;
    assert_eq!(clock["offset_ms"], 86_400_000);
    assert_eq!(port.world.auth_status(Jwt, &jwt).await, 401);
    let time = Some(json!({ "now": "2031-02-03T12:00:00Z" }));
    port.payload(200, Method::PUT, "/clock", time).await;
    let now = port.get("/clock").await["now"].as_str().unwrap().to_owned();
    assert!(now.starts_with("2031-02-03T12:0"), "{now}");
    assert_eq!(
        port.world.sandbox.clock().now().to_rfc3339()[..15],
        now[..15]
    );
}

#[tokio::test]
async fn a_time_that_cannot_be_shown_is_refused_and_the_clock_stands() {
    let port = Port::new().await;
    for now in [
        "1900-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z",
        "1970-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "+10000-01-01T00:00:00Z",
        "+262142-12-31T23:59:59Z",
    ] {
        let fields = port
            .wrong(Method::PUT, "/clock", json!({ "now": now }))
            .await;
        let message = fields["now"]["message"].as_str().unwrap();
        assert!(message.contains("9999"), "{message}");
        assert_eq!(port.get("/clock").await["offset_ms"], 0, "{now}");
    }
    for now in ["1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"] {
        let shown = port
            .payload(200, Method::PUT, "/clock", Some(json!({ "now": now })))
            .await;
        assert_eq!(shown["now"].as_str().unwrap()[..19], now[..19]);
    }
}

#[tokio::test]
async fn the_clock_goes_on_from_the_first_time_and_stays_at_the_last() {
    let world = crate::world::World::new().await;
    let clock = world.sandbox.clock();
    let day = std::time::Duration::from_secs(86_400);
    clock.set("1900-01-01T00:00:00Z".parse().unwrap());
    assert_eq!(clock.now().to_rfc3339()[..10], *"1970-01-01");
    clock.advance(day);
    assert_eq!(clock.now().to_rfc3339()[..10], *"1970-01-02");
    for _ in 0..2 {
        clock.set("+262142-12-31T23:59:59Z".parse().unwrap());
        clock.advance(day);
        assert_eq!(clock.now().to_rfc3339()[..10], *"9999-12-31");
    }
    let a_day_before = clock.now() - day;
    clock.set(a_day_before);
    assert_eq!(clock.now().to_rfc3339()[..10], *"9999-12-30");
}

#[tokio::test]
async fn a_user_whose_email_looks_like_a_uuid_is_found() {
    let port = Port::new().await;
    let ann = port.get(&format!("/users/{ANN}")).await;
    for email in [
        "60e9fa76-20e7-45ee-bf24-8c4a95143dad",
        ann["uuid"].as_str().unwrap(),
    ] {
        let seed = json!({ "email": email, "password": "made up" });
        let user = port.post("/users", seed).await;
        assert_eq!(user["email"], email);
        for name in [email, user["uuid"].as_str().unwrap()] {
            assert_eq!(port.get(&format!("/users/{name}")).await, user);
        }
        port.delete(&format!("/users/{email}")).await;
    }
    assert_eq!(port.get(&format!("/users/{ANN}")).await, ann);
}

#[tokio::test]
async fn a_balance_is_finite() {
    let world = crate::world::World::new().await;
    for balance in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let eve = UserSeed::new(EVE, "made up").account("Eve's", balance);
        let error = world.sandbox.add_user(eve).await.unwrap_err().to_string();
        assert!(error.contains("`account.balance`"), "{error}");
    }
    let seed = "users: [{email: e, password: made up, account: {balance: .nan}}]";
    let builder = Sandbox::builder().seed(Seed::from_yaml(seed).unwrap());
    let error = builder.start().await.unwrap_err().to_string();
    assert!(error.contains("`account.balance`"), "{error}");
    assert_eq!(world.sandbox.users().await.unwrap().len(), 2);
}

#[tokio::test]
async fn the_library_does_the_same() {
    let world = crate::world::World::new().await;
    let sandbox = &world.sandbox;
    let uuid = sandbox.user(ANN).await.unwrap().uuid.to_string();
    let token = sandbox.create_token(&uuid, "ci", None).await.unwrap();
    let id = token.record.uuid.to_string();
    assert!(!format!("{token:?}").contains(token.token.expose()));
    assert_eq!(world.auth_status(Bearer, token.token.expose()).await, 200);
    sandbox.expire_token(ANN, &id).await.unwrap();
    assert_eq!(sandbox.tokens(ANN).await.unwrap(), []);
    assert!(sandbox.delete_token(ANN, &id).await.is_err());
    let jwt = world.jwt(ANN, ANN_PASSWORD).await;
    sandbox.expire_sessions(&uuid).await.unwrap();
    assert_eq!(world.auth_status(Jwt, &jwt).await, 401);
    sandbox.expire_all_sessions().await.unwrap();
    sandbox.disable_user(&uuid).await.unwrap();
    assert_eq!(world.auth_status(Ha1b, HA1B).await, 401);
    sandbox.enable_user(ANN).await.unwrap();
    assert_eq!(world.auth_status(Ha1b, HA1B).await, 200);
    sandbox.delete_user(ANN).await.unwrap();
    assert_eq!(sandbox.users().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_google_key_is_rotated_and_a_facebook_token_is_revoked() {
    let port = Port::new().await;
    let issue = async |kind: &str| {
        let path = format!("/users/{ANN}/{kind}-tokens");
        let issued = port.post(&path, json!({})).await;
        issued["token"].as_str().unwrap().to_owned()
    };
    let (google, facebook) = (issue("google").await, issue("facebook").await);
    for status in [200, 401] {
        port.payload(200, Method::POST, "/google/rotate", None)
            .await;
        assert_eq!(port.world.auth_status(Google, &google).await, status);
    }
    assert_eq!(port.world.auth_status(Facebook, &facebook).await, 200);
    let revoke = Some(json!({ "token": facebook }));
    for _ in 0..2 {
        port.payload(200, Method::POST, "/facebook/revoke", revoke.clone())
            .await;
        assert_eq!(port.world.auth_status(Facebook, &facebook).await, 401);
    }
}

#[tokio::test]
async fn a_sip_user_is_deleted_and_added_again() {
    let port = Port::new().await;
    let ha1b = async || {
        let status = port.world.auth_status(Ha1b, HA1B);
        status.await
    };
    let path = format!("/users/{ANN}/sip-users/1000@EXAMPLE.sip.opentact.org");
    for wrong in [
        format!("/users/{}/sip-users/1000@example.sip.opentact.org", BOB),
        format!("/users/{ANN}/sip-users/1001@example.sip.opentact.org"),
        format!("/users/{ANN}/sip-users/1000"),
    ] {
        assert_eq!(port.call(Method::DELETE, &wrong, None).await.0, 404);
    }
    assert_eq!(ha1b().await, 200);
    port.delete(&path).await;
    assert_eq!(ha1b().await, 401);
    assert_eq!(
        port.get(&format!("/users/{ANN}")).await["sip_users"],
        json!([])
    );
    let again = json!({
        "login": "1000", "domain": "example.sip.opentact.org", "password": "secret",
    });
    port.post(&format!("/users/{ANN}/sip-users"), again).await;
    assert_eq!(ha1b().await, 200);
    port.world
        .sandbox
        .delete_sip_user("1000", "example.sip.opentact.org")
        .await
        .unwrap();
    assert_eq!(ha1b().await, 401);
}
