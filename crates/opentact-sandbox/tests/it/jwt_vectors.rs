//! JWTs and Google ID tokens of every odd form, as RFC 8725 has them judged.

use opentact_sandbox::{Sandbox, SecurityScheme};
use proptest::{prelude::*, test_runner::TestRunner};
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    events::peer::{Peer, Seen},
    jwt_recipe::{Pantry, Recipe},
    world::{ANN, ANN_PASSWORD, World, carry, send},
};

const VECTORS: &str = include_str!("../fixtures/jwt_vectors.json");

/// A sandbox whose keys are known.
async fn open_world() -> (World, Pantry, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let on = || Sandbox::builder().data_file(&data);
    let world = World::with(on()).await;
    let basic = format!("{ANN}:{ANN_PASSWORD}");
    let (_, body) = world.auth(SecurityScheme::Basic, &basic).await;
    let uuid = body["payload"]["uuid"].as_str().unwrap();
    let google = world.sandbox.issue_google_token(ANN).await.unwrap();
    world.sandbox.shutdown().await;
    let pantry = Pantry::new(&data, uuid, google.expose());
    (World::with(on()).await, pantry, folder)
}

fn vectors() -> Vec<Recipe> {
    serde_json::from_str(VECTORS).unwrap()
}

#[tokio::test]
async fn every_vector_is_answered_as_it_says() {
    let (world, pantry, _folder) = open_world().await;
    let mut wrong = Vec::new();
    for recipe in vectors() {
        let [header, query] = match recipe.scheme.as_str() {
            "jwt" => [SecurityScheme::Jwt, SecurityScheme::JwtQuery],
            "google" => [SecurityScheme::Google, SecurityScheme::GoogleQuery],
            other => panic!("an unknown scheme: {other}"),
        };
        let now_s = world.sandbox.clock().now().timestamp();
        let token = pantry.make(&recipe, now_s);
        // A header cannot carry everything, and would lose blanks around it.
        let in_header = token.bytes().all(|byte| (0x21..0x7f).contains(&byte));
        for scheme in [Some(query), in_header.then_some(header)]
            .into_iter()
            .flatten()
        {
            let request = carry(world.request(Method::GET, "/rest/auth"), scheme, &token);
            let response = request.send().await.unwrap();
            let status = response.status().as_u16();
            let challenge = response.headers().contains_key("www-authenticate");
            let body: Value = response.json().await.unwrap();
            let refusal = json!({ "success": false, "message": "Unauthorized", "status": 401 });
            let as_expected = match recipe.expected {
                200 => status == 200 && body["payload"]["email"] == ANN,
                _ => status == 401 && challenge && body == refusal,
            };
            if !as_expected {
                let Recipe { name, why, .. } = &recipe;
                wrong.push(format!(
                    "{name} ({why}), {}: {status} {body}",
                    scheme.name()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn the_event_service_accepts_no_other_jwt_than_the_rest_does() {
    let (world, pantry, _folder) = open_world().await;
    let mut wrong = Vec::new();
    // Any other that is for Google may be good as a JWT.
    let asked = |it: &Recipe| it.scheme == "jwt" || it.expected == 200;
    for recipe in vectors().into_iter().filter(asked) {
        let token = pantry.make(&recipe, world.sandbox.clock().now().timestamp());
        let good = recipe.expected == 200 && recipe.scheme == "jwt";
        let mut peer = Peer::connect(&world).await;
        let seen = peer.authenticate(&token).await;
        let as_expected = match &seen {
            Seen::Event(answer) if good => answer["payload"]["user"]["email"] == ANN,
            Seen::Event(answer) => answer["success"] == false,
            _ => false,
        };
        if !as_expected {
            wrong.push(format!("{} ({}): {seen:?}", recipe.name, recipe.why));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_enough_vectors_and_each_says_why() {
    let vectors = vectors();
    assert!(
        vectors
            .iter()
            .all(|it| !it.name.is_empty() && !it.why.is_empty())
    );
    let of = |status| {
        vectors
            .iter()
            .filter(move |it| it.expected == status)
            .count()
    };
    assert!(of(401) >= 40 && of(200) >= 5, "{} {}", of(401), of(200));
    assert_eq!(of(401) + of(200), vectors.len());
}

#[test]
fn a_good_jwt_with_one_byte_changed_is_refused() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::new());
    let jwt = runtime.block_on(world.jwt(ANN, ANN_PASSWORD));
    let status = |bytes: &[u8]| {
        let escaped: String = bytes.iter().map(|byte| format!("%{byte:02x}")).collect();
        let request = world.request(Method::GET, &format!("/rest/auth?jwt={escaped}"));
        runtime.block_on(send(request)).0.as_u16()
    };
    assert_eq!(status(jwt.as_bytes()), 200);
    TestRunner::default()
        .run(&(0..jwt.len(), 1..=255_u8), |(at, difference)| {
            let mut changed = jwt.clone().into_bytes();
            changed[at] ^= difference;
            prop_assert_eq!(status(&changed), 401);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_good_jwt_with_bytes_more_or_less_is_refused() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::new());
    let jwt = runtime.block_on(world.jwt(ANN, ANN_PASSWORD));
    let status = |jwt: &str| runtime.block_on(world.auth_status(SecurityScheme::JwtQuery, jwt));
    assert_eq!(status(&jwt), 200);
    TestRunner::default()
        .run(
            &(0..jwt.len(), "[ -~]{0,8}", 0..4_usize),
            |(at, put, taken)| {
                let mut changed = jwt.clone();
                let end = jwt.len().min(at + taken);
                changed.replace_range(at..end, &put);
                prop_assume!(changed != jwt);
                prop_assert_eq!(status(&changed), 401);
                Ok(())
            },
        )
        .unwrap();
}

#[tokio::test]
async fn a_jwt_is_looked_at_up_to_4096_bytes() {
    let (world, pantry, _folder) = open_world().await;
    let now_s = world.sandbox.clock().now().timestamp();
    let make = |padding: usize| {
        let padding = "x".repeat(padding);
        let recipe = json!({
            "name": "", "why": "", "expected": 200, "set": { "padding": padding },
        });
        pantry.make(&serde_json::from_value(recipe).unwrap(), now_s)
    };
    let longest = (0..4096).rev().map(make).find(|jwt| jwt.len() <= 4096);
    let longest = longest.unwrap();
    assert!(longest.len() > 4090);
    for (jwt, status) in [(longest, 200), (make(2900), 401), (make(100_000), 401)] {
        for scheme in [SecurityScheme::Jwt, SecurityScheme::JwtQuery] {
            // An address has no room for the longest.
            if jwt.len() < 60_000 || scheme == SecurityScheme::Jwt {
                let answered = world.auth_status(scheme, &jwt).await;
                assert_eq!(answered, status, "{} bytes", jwt.len());
            }
        }
    }
}
