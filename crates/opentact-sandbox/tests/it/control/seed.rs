//! The seed and the way back to it.

use opentact_sandbox::{
    Fault, Operation, Sandbox,
    SecurityScheme::{Basic, Bearer, Jwt},
    Seed,
};
use reqwest::Method;
use serde_json::{Value, json};

use super::port::{Port, check};
use crate::world::{ANN, ANN_PASSWORD, BOB, World, ann, bob, send};

async fn emails(port: &Port) -> Vec<String> {
    let users = port.get("/users").await;
    let email = |user: &Value| user["email"].as_str().unwrap().to_owned();
    users.as_array().unwrap().iter().map(email).collect()
}

async fn put(port: &Port, text: &str) -> (u16, Value) {
    let request = port.request(Method::PUT, "/seed").body(text.to_owned());
    check(&Method::PUT, "/seed", request.send().await.unwrap()).await
}

#[tokio::test]
async fn a_reset_undoes_everything() {
    let port = Port::new().await;
    let jwt = port.world.jwt(ANN, ANN_PASSWORD).await;
    let token = port.world.token_of_ann(json!({ "name": "ci" })).await;
    port.delete(&format!("/users/{BOB}")).await;
    port.post("/users", json!({ "email": "eve", "password": "x" }))
        .await;
    let change = Some(json!({ "disabled": true }));
    port.payload(200, Method::PATCH, &format!("/users/{ANN}"), change)
        .await;
    port.post("/faults", json!({ "action": "stall" })).await;
    let step = Some(json!({ "seconds": 3600 }));
    port.payload(200, Method::POST, "/clock/advance", step)
        .await;

    port.payload(200, Method::POST, "/reset", None).await;
    assert_eq!(emails(&port).await, [ANN, BOB]);
    assert_eq!(port.get("/faults").await, json!([]));
    assert_eq!(port.get("/clock").await["offset_ms"], 0);
    assert_eq!(port.get("/requests").await, json!([]));
    let stats = port.get("/stats").await;
    assert_eq!(
        (&stats["requests"], &stats["faults"]),
        (&json!(0), &json!(0))
    );
    assert_eq!(stats["counts"], json!([]));
    assert_eq!(port.get(&format!("/users/{ANN}/tokens")).await, json!([]));
    let credential = token["token"].as_str().unwrap();
    assert_eq!(port.world.auth_status(Bearer, credential).await, 401);
    assert_eq!(port.world.auth_status(Jwt, &jwt).await, 401);
    port.world.jwt(ANN, ANN_PASSWORD).await;
    assert_eq!(port.world.auth_status(Basic, "eve:x").await, 401);
    let user = port.get(&format!("/users/{ANN}")).await;
    assert_eq!(user["sip_users"][0]["login"], "1000");
}

#[tokio::test]
async fn another_seed_is_taken_as_yaml_or_json_and_counts_from_then_on() {
    let port = Port::new().await;
    let token = "T".repeat(48);
    let yaml = format!(
        "users:\n- email: eve@example.com\n  password: made up\n  tokens:\n  \
         - {{name: ci, token: {token}, ttl: 60}}\nfaults:\n\
         - {{action: status, status: 503, operation: listTokens}}\n"
    );
    assert_eq!(put(&port, &yaml).await.0, 200);
    for _ in 0..2 {
        assert_eq!(emails(&port).await, ["eve@example.com"]);
        assert_eq!(port.world.auth_status(Bearer, &token).await, 200);
        assert_eq!(port.get("/faults").await[0]["operation"], "listTokens");
        port.delete("/faults").await;
        port.delete("/users/eve@example.com").await;
        port.payload(200, Method::POST, "/reset", None).await;
    }
    assert_eq!(put(&port, r#"{"users": []}"#).await.0, 200);
    assert_eq!(emails(&port).await, [""; 0]);
}

async fn profiles(port: &Port) -> Value {
    let request = port.world.by_ann(Method::GET, "/rest/profile/messaging");
    let mut profiles = send(request.await).await.1["payload"].take();
    let bare = |it: &mut Value| json!([it["name"], it["callback_url"], it["long_code_weight"]]);
    profiles
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .map(bare)
        .collect()
}

#[tokio::test]
async fn what_a_seed_keeps_is_there_and_comes_back() {
    let port = Port::new().await;
    let user = format!("email: {ANN}, password: '{ANN_PASSWORD}'");
    let kept =
        "{name: support, callback_url: 'http://127.0.0.1:9/'}, {name: shop, long_code_weight: 2}";
    let yaml = format!("users: [{{{user}, kept: {{MessagingProfiles: [{kept}]}}}}]");
    assert_eq!(put(&port, &yaml).await.0, 200);
    let seeded = json!([["support", "http://127.0.0.1:9/", null], ["shop", null, 2]]);
    assert_eq!(profiles(&port).await, seeded);

    let more = port.world.by_ann(Method::POST, "/rest/profile/messaging");
    let more = more.await.json(&json!({ "name": "another" }));
    assert_eq!(send(more).await.0, 201);
    assert_eq!(profiles(&port).await.as_array().unwrap().len(), 3);
    port.payload(200, Method::POST, "/reset", None).await;
    assert_eq!(profiles(&port).await, seeded);

    let eve = |kept: Value| json!({ "email": "eve", "password": "x", "kept": kept });
    for (kept, said) in [
        (
            json!({ "Widgets": [] }),
            "those that can: MessagingProfiles",
        ),
        (
            json!({ "MessagingProfiles": [{ "name": "good" }, { "name": "n".repeat(256) }] }),
            "eve cannot have `kept.MessagingProfiles[1].name`: maxLength 255",
        ),
    ] {
        let wrong = port.wrong(Method::POST, "/users", eve(kept)).await;
        assert!(
            wrong["kept"]["message"].as_str().unwrap().ends_with(said),
            "{wrong}"
        );
    }
    assert_eq!(emails(&port).await, [ANN]);
}

#[tokio::test]
async fn a_data_file_has_what_a_seed_keeps_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    for round in 0..2 {
        let kept = json!({ "name": format!("round {round}") });
        let ann = ann().kept("MessagingProfiles", kept);
        let builder = Sandbox::builder().data_file(&file).control().user(ann);
        let world = World::of(builder).await;
        let url = world.sandbox.control_url().unwrap();
        let port = Port { world, url };
        assert_eq!(profiles(&port).await, json!([["round 0", null, null]]));
        port.world.sandbox.shutdown().await;
    }
}

#[tokio::test]
async fn a_seed_that_does_not_fit_changes_nothing() {
    let port = Port::new().await;
    port.post("/faults", json!({ "action": "truncate" })).await;
    for (text, status, said) in [
        (
            "users:\n- email: a\n  pasword: x\n",
            400,
            "line 3, column 3: users[0].pasword",
        ),
        (
            "users: [{email: a, password: x}, {email: A, password: y}]",
            409,
            "user A",
        ),
        ("faults: [{action: stall, seed: 1}]", 400, "probability"),
        ("faults: [{action: stal}]", 400, "faults[0]"),
    ] {
        let (found, answer) = put(&port, text).await;
        assert_eq!(found, status, "{answer}");
        assert!(answer.to_string().contains(said), "{answer}");
    }
    assert_eq!(emails(&port).await, [ANN, BOB]);
    assert_eq!(port.get("/faults").await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_library_seeds_and_resets_too() {
    let fault = Fault::status(503).on(Operation::Authenticate);
    let seed = Seed::new().user(ann()).fault(fault);
    let world = World::of(Sandbox::builder().seed(seed)).await;
    let basic = format!("{ANN}:{ANN_PASSWORD}");
    for _ in 0..2 {
        assert_eq!(world.auth_status(Basic, &basic).await, 503);
        assert_eq!(world.auth_status(Basic, &basic).await, 200);
        world.sandbox.reset().await.unwrap();
    }
    world
        .sandbox
        .put_seed(Seed::new().user(bob()))
        .await
        .unwrap();
    assert_eq!(world.auth_status(Basic, &basic).await, 401);
    assert_eq!(world.sandbox.faults().list(), []);
}

#[tokio::test]
async fn a_reset_with_a_data_file_goes_back_to_the_seed_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    let first = Sandbox::builder().data_file(&file).user(ann()).user(bob());
    first.start().await.unwrap().shutdown().await;
    let sandbox = Sandbox::builder().data_file(&file).user(ann());
    let sandbox = sandbox
        .sip_user(BOB, "1001", "example.com", "x")
        .start()
        .await
        .unwrap();
    assert_eq!(sandbox.user(BOB).await.unwrap().sip_users.len(), 1);
    sandbox.reset().await.unwrap();
    let users = sandbox.users().await.unwrap();
    assert_eq!(users.len(), 1);
    sandbox.shutdown().await;
    let again = Sandbox::builder().data_file(&file).start().await.unwrap();
    assert_eq!(again.users().await.unwrap(), users);
}

#[tokio::test]
async fn a_disabled_user_of_a_seed_is_refused() {
    let world = World::with(Sandbox::builder().user({
        let user = opentact_sandbox::UserSeed::new("eve@example.com", "made up");
        user.disabled().token("ci", "E".repeat(48))
    }));
    let world = world.await;
    assert_eq!(
        world.auth_status(Basic, "eve@example.com:made up").await,
        401
    );
    assert_eq!(world.auth_status(Bearer, &"E".repeat(48)).await, 401);
    world.sandbox.enable_user("eve@example.com").await.unwrap();
    assert_eq!(world.auth_status(Bearer, &"E".repeat(48)).await, 200);
}
