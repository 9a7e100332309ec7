//! Several credentials in one request: all must hold and name the same user.

use opentact_client::Location;
use opentact_sandbox::{Sandbox, Secret, SecurityScheme};
use reqwest::{Method, RequestBuilder};
use serde_json::json;

use crate::world::{ANN, BOB, SIP_DOMAIN, World, ann, bob, carry, send};

/// A good credential of each of two users, and a bad one, for every scheme.
struct Credentials {
    scheme: SecurityScheme,
    ann: Secret,
    bob: Secret,
    bad: Secret,
}

async fn credentials() -> (World, Vec<Credentials>) {
    let bob = bob().sip_user("2000", SIP_DOMAIN, "made up");
    let world = World::of(Sandbox::builder().user(ann()).user(bob.clone())).await;
    let hers = world.sandbox.credentials(&ann()).await.unwrap();
    let his = world.sandbox.credentials(&bob).await.unwrap();
    let all = hers
        .into_iter()
        .zip(his)
        .map(|((scheme, ann), (of_bob, bob))| {
            assert_eq!(scheme, of_bob);
            let bad = match scheme.location() {
                Location::Basic => Secret::new(format!("{ANN}:wrong")),
                _ => Secret::new("made up"),
            };
            Credentials {
                scheme,
                ann,
                bob,
                bad,
            }
        });
    let all: Vec<_> = all.collect();
    assert_eq!(all.len(), SecurityScheme::ALL.len());
    (world, all)
}

/// The creation of a token, with credentials.
fn creation(world: &World, credentials: &[(SecurityScheme, &Secret)]) -> RequestBuilder {
    let mut request = world.request(Method::POST, "/rest/token");
    for (scheme, secret) in credentials {
        request = carry(request, *scheme, secret.expose());
    }
    request.json(&json!({ "name": "made by two credentials" }))
}

/// How many tokens were made, by anybody.
async fn made(world: &World) -> usize {
    let mut made = 0;
    for request in [
        world.by_ann(Method::GET, "/rest/token/list").await,
        world.by_bob(Method::GET, "/rest/token/list").await,
    ] {
        let (_, body) = send(request).await;
        let tokens = body["payload"].as_array().unwrap().iter();
        made += tokens
            .filter(|token| token["name"] == "made by two credentials")
            .count();
    }
    made
}

#[tokio::test]
async fn of_every_pair_both_must_hold_and_name_the_same_user() {
    let (world, all) = credentials().await;
    let (mut pairs, mut accepted) = (0, 0);
    for (number, one) in all.iter().enumerate() {
        for two in &all[number + 1..] {
            pairs += 1;
            // Both have their place in one header, of which there may only be one.
            let one_header =
                (one.scheme, two.scheme) == (SecurityScheme::Basic, SecurityScheme::Bearer);
            let same_user = if one_header { 401 } else { 201 };
            accepted += usize::from(!one_header);
            for (left, right, expected) in [
                (&one.ann, &two.ann, same_user),
                (&one.ann, &two.bob, 401),
                (&one.bob, &two.ann, 401),
                (&one.ann, &two.bad, 401),
                (&one.bad, &two.ann, 401),
                (&one.bad, &two.bad, 401),
            ] {
                let request = creation(&world, &[(one.scheme, left), (two.scheme, right)]);
                let (status, _) = send(request).await;
                let names = (one.scheme.name(), two.scheme.name());
                assert_eq!(status, expected, "{names:?}");
            }
        }
    }
    assert_eq!((pairs, accepted), (55, 54));
    // What was refused made nothing.
    assert_eq!(made(&world).await, accepted);
}

#[tokio::test]
async fn a_place_that_is_filled_twice_is_refused_whatever_is_in_it() {
    let (world, all) = credentials().await;
    for Credentials {
        scheme,
        ann,
        bob,
        bad,
    } in &all
    {
        let (status, _) = send(creation(&world, &[(*scheme, ann)])).await;
        assert_eq!(status, 201, "{}", scheme.name());
        for (one, two) in [(ann, ann), (ann, bob), (ann, bad), (bad, ann), (bad, bad)] {
            let request = creation(&world, &[(*scheme, one), (*scheme, two)]);
            assert_eq!(send(request).await.0, 401, "{}", scheme.name());
        }
    }
    assert_eq!(made(&world).await, all.len());
}

#[tokio::test]
async fn all_eleven_at_once_are_accepted_but_for_the_one_header_that_two_share() {
    let (world, all) = credentials().await;
    let but = |left_out: SecurityScheme| -> Vec<_> {
        let others = all.iter().filter(|it| it.scheme != left_out);
        others.map(|it| (it.scheme, &it.ann)).collect()
    };
    for (left_out, expected) in [
        (SecurityScheme::Basic, 201),
        (SecurityScheme::Bearer, 201),
        (SecurityScheme::Jwt, 401),
    ] {
        let (status, _) = send(creation(&world, &but(left_out))).await;
        assert_eq!(status, expected, "without {}", left_out.name());
    }
}

#[tokio::test]
async fn an_empty_or_unreadable_place_spoils_a_good_credential() {
    let (world, all) = credentials().await;
    for good in &all {
        for other in all.iter().filter(|it| it.scheme != good.scheme) {
            let request = creation(&world, &[(good.scheme, &good.ann)]);
            let request = match other.scheme.location() {
                Location::Basic => request.header("authorization", "Basic"),
                Location::Bearer => request.header("authorization", "Digest abc"),
                Location::Header(name) => request.header(name, ""),
                Location::Query(name) => request.query(&[(name, "")]),
                place => panic!("an unknown place: {place:?}"),
            };
            let names = (good.scheme.name(), other.scheme.name());
            assert_eq!(send(request).await.0, 401, "{names:?}");
        }
    }
    assert_eq!(made(&world).await, 0);
}

#[tokio::test]
async fn an_empty_credential_is_refused() {
    let world = World::new().await;
    for scheme in SecurityScheme::ALL.iter().copied() {
        if scheme != SecurityScheme::Basic {
            let status = world.auth_status(scheme, "").await;
            assert_eq!(status, 401, "{}", scheme.name());
        }
    }
    assert_eq!(world.auth_status(SecurityScheme::Basic, ":").await, 401);
    assert_eq!(
        world
            .auth_status(SecurityScheme::Basic, &format!("{BOB}:"))
            .await,
        401
    );
}
