//! A JWT that is replaced before it ends, and serves while that fails.

use std::sync::Arc;
use std::time::Duration;

use crate::error::ErrorKind;
use crate::session::world::{SECOND, World, failure, lasting};

#[tokio::test]
async fn jwt_is_replaced_in_its_last_minute_or_tenth() {
    for (life, margin) in [(86_400, 60), (60, 6), (10, 1)] {
        let world = World::new(Ok(lasting(life)));
        world.open_gate();
        let mut old = world.call().await.unwrap();
        for logins in 1..=3 {
            let last = Duration::from_secs(life - margin) - Duration::from_nanos(1);
            world.clock.advance(last);
            assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
            assert_eq!(world.logins(), logins, "{life}");
            world.clock.advance(Duration::from_nanos(1));
            let new = world.call().await.unwrap();
            assert!(!Arc::ptr_eq(&new, &old));
            assert_eq!(world.logins(), logins + 1, "{life}");
            old = new;
        }
    }
}

#[tokio::test]
async fn who_comes_while_another_replaces_a_good_jwt_uses_that() {
    let world = World::gated_after_one_login(lasting(600)).await;
    let old = world.call().await.unwrap();
    world.clock.advance(550 * SECOND);
    let replacing = world.caller().await;
    for _ in 0..3 {
        let caller = world.caller().await;
        assert!(caller.is_finished());
        assert!(Arc::ptr_eq(&caller.await.unwrap().unwrap(), &old));
        world.clock.advance(SECOND);
    }
    assert!(!replacing.is_finished());
    world.open_gate();
    assert!(!Arc::ptr_eq(&replacing.await.unwrap().unwrap(), &old));
    assert_eq!(world.logins(), 2);
}

#[tokio::test]
async fn who_replaces_a_good_jwt_waits_five_seconds_and_the_login_goes_on() {
    let world = World::gated_after_one_login(lasting(600)).await;
    let old = world.call().await.unwrap();
    world.clock.advance(540 * SECOND);
    let replacing = world.caller().await;
    world.clock.advance(5 * SECOND - Duration::from_nanos(1));
    tokio::task::yield_now().await;
    assert!(!replacing.is_finished());
    world.clock.advance(Duration::from_nanos(1));
    assert!(Arc::ptr_eq(&replacing.await.unwrap().unwrap(), &old));
    world.clock.advance(20 * SECOND);
    assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
    world.open_gate();
    tokio::task::yield_now().await;
    assert!(!Arc::ptr_eq(&world.call().await.unwrap(), &old));
    assert_eq!(world.logins(), 2);
}

#[tokio::test]
async fn good_jwt_outlives_a_failed_replacement_which_is_tried_again_after_ten_seconds() {
    for kind in [
        ErrorKind::Server,
        ErrorKind::Timeout,
        ErrorKind::Transport,
        ErrorKind::RateLimited,
        ErrorKind::UnexpectedResponse,
    ] {
        let world = World::new(Ok(lasting(600)));
        world.open_gate();
        let old = world.call().await.unwrap();
        world.set(Err(failure(kind)));
        world.clock.advance(540 * SECOND);
        for _ in 0..100 {
            assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
        }
        assert_eq!(world.logins(), 2, "{kind:?}");
        world.clock.advance(10 * SECOND);
        for _ in 0..100 {
            assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
        }
        assert_eq!(world.logins(), 3, "{kind:?}");
        // Its end is the end.
        world.clock.advance(50 * SECOND);
        assert_eq!(world.call().await.unwrap_err().kind(), kind);
        assert_eq!(world.logins(), 4, "{kind:?}");
    }
}

#[tokio::test]
async fn replacement_that_came_too_often_waits_as_long_as_the_server_says() {
    let world = World::new(Ok(lasting(600)));
    world.open_gate();
    world.call().await.unwrap();
    let error = failure(ErrorKind::RateLimited).with_retry_after(Some(30 * SECOND));
    world.set(Err(error));
    world.clock.advance(540 * SECOND);
    for (wait, logins) in [(0, 2), (29, 2), (1, 3)] {
        world.clock.advance(wait * SECOND);
        world.call().await.unwrap();
        assert_eq!(world.logins(), logins);
    }
}

#[tokio::test]
async fn pause_is_counted_from_the_end_of_a_slow_login() {
    let world = World::gated_after_one_login(lasting(600)).await;
    world.set(Err(failure(ErrorKind::Timeout)));
    world.clock.advance(540 * SECOND);
    let replacing = world.caller().await;
    world.clock.advance(30 * SECOND);
    world.open_gate();
    replacing.await.unwrap().unwrap();
    world.clock.advance(10 * SECOND - Duration::from_nanos(1));
    world.call().await.unwrap();
    assert_eq!(world.logins(), 2);
    world.clock.advance(Duration::from_nanos(1));
    world.call().await.unwrap();
    assert_eq!(world.logins(), 3);
}

#[tokio::test]
async fn replacement_goes_on_when_its_request_is_cancelled() {
    let world = World::gated_after_one_login(lasting(600)).await;
    let old = world.call().await.unwrap();
    world.clock.advance(540 * SECOND);
    let replacing = world.caller().await;
    replacing.abort();
    assert!(replacing.await.unwrap_err().is_cancelled());
    assert!(Arc::ptr_eq(&world.call().await.unwrap(), &old));
    world.open_gate();
    tokio::task::yield_now().await;
    assert!(!Arc::ptr_eq(&world.call().await.unwrap(), &old));
    assert_eq!(world.logins(), 2);
}

#[tokio::test]
async fn credential_that_is_refused_early_ends_the_session() {
    let world = World::new(Ok(lasting(600)));
    world.open_gate();
    world.call().await.unwrap();
    world.set(Err(failure(ErrorKind::Credentials)));
    world.clock.advance(540 * SECOND);
    for _ in 0..100 {
        let error = world.call().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
    }
    assert_eq!(world.logins(), 2);
    world.set(Ok(lasting(600)));
    world.clock.advance(10 * SECOND);
    world.call().await.unwrap();
    assert_eq!(world.logins(), 3);
}
