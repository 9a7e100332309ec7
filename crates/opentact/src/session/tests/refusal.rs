//! A JWT that the server no longer takes.

use std::sync::Arc;

use http::StatusCode;
use opentact_client::Secret;

use crate::error::ErrorKind;
use crate::session::world::{SECOND, World, failure, lasting};

#[tokio::test]
async fn jwt_of_unknown_life_is_used_until_it_is_refused() {
    for text in ["opaque", "e30.eyJpYXQiOjAsImV4cCI6IjYwIn0.c2ln"] {
        let world = World::new(Ok(Secret::new(text)));
        world.open_gate();
        let jwt = world.call().await.unwrap();
        world.clock.advance(864_000 * SECOND);
        assert!(Arc::ptr_eq(&world.call().await.unwrap(), &jwt));
        assert!(!Arc::ptr_eq(&world.refused(&jwt).await.unwrap(), &jwt));
        assert_eq!(world.logins(), 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn herd_with_a_refused_jwt_shares_one_login() {
    let world = World::new(Ok(lasting(86_400)));
    world.open_gate();
    let refused = world.call().await.unwrap();
    let callers: Vec<_> = (0..10_000)
        .map(|_| {
            let (world, refused) = (Arc::clone(&world), Arc::clone(&refused));
            tokio::spawn(async move { world.refused(&refused).await })
        })
        .collect();
    for caller in callers {
        assert!(!Arc::ptr_eq(&caller.await.unwrap().unwrap(), &refused));
    }
    assert_eq!(world.logins(), 2);
}

#[tokio::test]
async fn who_is_refused_with_an_old_jwt_gets_the_newer_one() {
    let world = World::new(Ok(lasting(86_400)));
    world.open_gate();
    let old = world.call().await.unwrap();
    let new = world.refused(&old).await.unwrap();
    assert!(Arc::ptr_eq(&world.refused(&old).await.unwrap(), &new));
    assert_eq!(world.logins(), 2);
}

#[tokio::test]
async fn refused_jwt_is_given_to_nobody_else() {
    let world = World::new(Ok(lasting(86_400)));
    world.open_gate();
    let refused = world.call().await.unwrap();
    world.set(Err(failure(ErrorKind::Server)));
    assert!(world.refused(&refused).await.is_err());
    assert!(world.call().await.is_err());
    assert_eq!(world.logins(), 3);
}

#[tokio::test]
async fn jwt_that_others_took_stays_for_them_while_one_is_refused() {
    for kind in [ErrorKind::Server, ErrorKind::RateLimited] {
        let world = World::new(Ok(lasting(86_400)));
        world.open_gate();
        let jwt = world.call().await.unwrap();
        world.session.accepted("listTokens", &jwt);
        world.set(Err(failure(kind)));
        for _ in 0..10 {
            assert_eq!(world.refused(&jwt).await.unwrap_err().kind(), kind);
            assert!(Arc::ptr_eq(&world.call().await.unwrap(), &jwt));
        }
        world.clock.advance(60 * SECOND);
        world.set(Ok(lasting(86_400)));
        let new = world.refused(&jwt).await.unwrap();
        assert!(Arc::ptr_eq(&world.call().await.unwrap(), &new));
    }
}

#[tokio::test]
async fn endpoint_that_refuses_a_new_jwt_refuses_the_session_ever_more_rarely() {
    let world = World::new(Ok(lasting(864_000)));
    world.open_gate();
    let mut jwt = world.call().await.unwrap();
    let mut logins = Vec::new();
    for second in 0..8_000 {
        if !world.session.is_refusal_of("GET /rest/numbers/17", &jwt) {
            jwt = world.refused(&jwt).await.unwrap();
            world.session.refused_by("GET /rest/numbers/4", &jwt);
            logins.push(second);
        }
        world.clock.advance(SECOND);
    }
    assert_eq!(logins, [0, 60, 180, 420, 900, 1_860, 3_780, 7_380]);
    // Where others take it, never.
    for _ in 0..8_000 {
        world.session.accepted("listTokens", &jwt);
        assert!(world.session.is_refusal_of("GET /rest/numbers/5", &jwt));
        world.clock.advance(SECOND);
    }
    assert!(!world.session.is_refusal_of("listTokens", &jwt));
}

#[tokio::test]
async fn machine_that_slept_pays_one_refusal_and_one_login() {
    // The clock has stood still; the server's has not.
    let world = World::new(Ok(lasting(60)));
    world.open_gate();
    let old = world.call().await.unwrap();
    assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
    let new = world.refused(&old).await.unwrap();
    for _ in 0..100 {
        assert!(Arc::ptr_eq(&world.call().await.unwrap(), &new));
    }
    assert_eq!(world.logins(), 2);
}

#[tokio::test]
async fn server_that_refuses_every_jwt_gets_three_new_logins_in_ten_seconds() {
    let world = World::new(Ok(lasting(86_400)));
    world.open_gate();
    for round in 1..=3 {
        for call in 0..1_000 {
            let before = world.logins();
            let jwt = world.call().await.unwrap();
            let again = world.refused(&jwt).await;
            assert!(world.logins() <= before + 2, "{call}");
            if let Err(error) = again {
                assert_eq!(error.kind(), ErrorKind::Credentials);
                assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
            }
        }
        assert_eq!(world.logins(), 1 + 3 * round);
        world.clock.advance(10 * SECOND);
    }
}

#[tokio::test]
async fn refusals_of_one_do_not_take_the_jwt_from_the_others() {
    let world = World::new(Ok(lasting(86_400)));
    world.open_gate();
    for _ in 0..4 {
        let jwt = world.call().await.unwrap();
        let _ = world.refused(&jwt).await;
    }
    let kept = world.call().await.unwrap();
    assert!(world.refused(&kept).await.is_err());
    assert!(Arc::ptr_eq(&world.call().await.unwrap(), &kept));
    assert_eq!(world.logins(), 4);
}

#[cfg(feature = "events")]
#[tokio::test]
async fn suspicion_costs_one_login_in_ten_seconds_and_does_not_count_as_a_refusal() {
    let world = World::new(Ok(lasting(86_400)));
    world.open_gate();
    let mut jwt = world.call().await.unwrap();
    for round in 1..=2 {
        for _ in 0..100 {
            world.session.suspect(&jwt);
            jwt = world.call().await.unwrap();
        }
        assert_eq!(world.logins(), 1 + 4 * round - 3);
        for _ in 0..3 {
            jwt = world.refused(&jwt).await.unwrap();
        }
        assert_eq!(world.logins(), 1 + 4 * round);
        world.clock.advance(10 * SECOND);
    }
}

#[cfg(feature = "events")]
#[tokio::test]
async fn suspicion_of_an_old_jwt_leaves_the_newer_one() {
    let world = World::new(Ok(lasting(86_400)));
    world.open_gate();
    let old = world.call().await.unwrap();
    let new = world.refused(&old).await.unwrap();
    world.session.suspect(&old);
    assert!(Arc::ptr_eq(&world.call().await.unwrap(), &new));
}
