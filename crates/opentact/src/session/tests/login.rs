//! One login for all who wait, and how long its failure counts.

use std::time::Duration;

use crate::error::ErrorKind;
use crate::session::world::{SECOND, World, failure, lasting};

#[tokio::test]
async fn herd_shares_one_login() {
    let world = World::new(Ok(lasting(86_400)));
    let callers = world.callers(10_000).await;
    world.open_gate();
    for caller in callers {
        assert_eq!(caller.await.unwrap().unwrap().secret, lasting(86_400));
    }
    assert_eq!(world.logins(), 1);
}

#[tokio::test]
async fn herd_shares_a_login_however_short_its_life() {
    let world = World::new(Ok(lasting(1)));
    let callers = world.callers(100).await;
    world.clock.advance(2 * SECOND);
    world.open_gate();
    for caller in callers {
        assert!(caller.await.unwrap().is_ok());
    }
    assert_eq!(world.logins(), 1);
}

#[tokio::test]
async fn herd_shares_one_failure() {
    for kind in [
        ErrorKind::Credentials,
        ErrorKind::Server,
        ErrorKind::Timeout,
        ErrorKind::RateLimited,
    ] {
        let world = World::new(Err(failure(kind)));
        let callers = world.callers(100).await;
        world.open_gate();
        for caller in callers {
            assert_eq!(caller.await.unwrap().unwrap_err().kind(), kind);
        }
        assert_eq!(world.logins(), 1, "{kind:?}");
    }
}

#[tokio::test]
async fn failure_that_may_pass_is_not_remembered_for_who_comes_later() {
    for kind in [
        ErrorKind::Server,
        ErrorKind::Timeout,
        ErrorKind::Transport,
        ErrorKind::Refused,
    ] {
        let world = World::new(Err(failure(kind)));
        world.open_gate();
        assert!(world.call().await.is_err());
        assert!(world.call().await.is_err());
        assert_eq!(world.logins(), 2, "{kind:?}");
    }
}

#[tokio::test]
async fn refused_credential_is_remembered_for_ten_seconds() {
    let world = World::new(Err(failure(ErrorKind::Credentials)));
    world.open_gate();
    for _ in 0..1_000 {
        let error = world.call().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            failure(ErrorKind::Credentials).to_string()
        );
    }
    assert_eq!(world.logins(), 1);
    world.clock.advance(10 * SECOND - Duration::from_nanos(1));
    assert!(world.call().await.is_err());
    assert_eq!(world.logins(), 1);
    world.clock.advance(Duration::from_nanos(1));
    for _ in 0..1_000 {
        assert!(world.call().await.is_err());
    }
    assert_eq!(world.logins(), 2);
}

#[tokio::test]
async fn first_success_ends_the_memory() {
    let world = World::new(Err(failure(ErrorKind::Credentials)));
    world.open_gate();
    assert!(world.call().await.is_err());
    world.set(Ok(lasting(600)));
    world.clock.advance(10 * SECOND);
    let jwt = world.call().await.unwrap();
    world.set(Err(failure(ErrorKind::Server)));
    assert_eq!(
        world.refused(&jwt).await.unwrap_err().kind(),
        ErrorKind::Server
    );
    assert_eq!(world.logins(), 3);
}

#[tokio::test]
async fn login_that_came_too_often_waits_as_long_as_the_server_says() {
    for (said, kept) in [
        (None, 10),
        (Some(3), 3),
        (Some(0), 0),
        (Some(60), 60),
        (Some(86_400), 60),
    ] {
        let error = failure(ErrorKind::RateLimited);
        let error = error.with_retry_after(said.map(Duration::from_secs));
        let world = World::new(Err(error));
        world.open_gate();
        assert!(world.call().await.is_err());
        if kept > 0 {
            world.clock.advance(kept * SECOND - Duration::from_nanos(1));
            let error = world.call().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::RateLimited);
            assert_eq!(world.logins(), 1, "{said:?}");
            world.clock.advance(Duration::from_nanos(1));
        }
        assert!(world.call().await.is_err());
        assert_eq!(world.logins(), 2, "{said:?}");
    }
}

#[tokio::test]
async fn login_outlives_whoever_began_it_and_the_next_joins_it() {
    let world = World::new(Ok(lasting(86_400)));
    for _ in 0..400 {
        let caller = world.caller().await;
        caller.abort();
        assert!(caller.await.unwrap_err().is_cancelled());
    }
    let last = world.caller().await;
    world.open_gate();
    assert!(last.await.unwrap().is_ok());
    assert_eq!(world.logins(), 1);
}

#[tokio::test]
async fn login_that_is_cut_off_is_made_once_more() {
    let world = World::new(Ok(lasting(86_400)));
    let callers = world.callers(100).await;
    world.session.cut_off();
    world.open_gate();
    for caller in callers {
        assert!(caller.await.unwrap().is_ok());
    }
    assert_eq!(world.logins(), 2);
}
