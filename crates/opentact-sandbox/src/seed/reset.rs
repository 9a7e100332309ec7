//! The way back: what a sandbox was started with, and how it gets there again.

use std::sync::Arc;

use rusqlite::Connection;

use crate::{
    background::uninterrupted,
    clock::shown_ms,
    engine::Engine,
    error::Error,
    seed::{
        Seed, SipUserSeed, UserSeed,
        newcomer::{NewToken, Newcomer, insert_sip_user},
    },
    store::{
        clock_offset,
        users::{self, UserKey},
    },
};

/// What is to be stored in one transaction.
struct Arrival {
    newcomers: Vec<(Newcomer, Vec<NewToken>)>,
    sip_users: Vec<(String, SipUserSeed)>,
    now_ms: i64,
}

fn arrival(engine: &Engine, seed: &Seed, now_ms: i64) -> Result<Arrival, Error> {
    let newcomers = seed.users.iter().map(|user| {
        let newcomer = Newcomer::new(user.clone())?;
        let default_ttl = engine.settings.default_token_ttl;
        let tokens = newcomer.tokens(engine.settings.show_tokens, default_ttl, now_ms);
        Ok((newcomer, tokens))
    });
    let of_user = |user: &UserSeed| {
        let owner = user.email.clone();
        let sip_users = user.sip_users.clone().into_iter();
        sip_users.map(move |sip_user| (owner.clone(), sip_user))
    };
    let of_users = seed.users.iter().flat_map(of_user);
    Ok(Arrival {
        newcomers: newcomers.collect::<Result<_, Error>>()?,
        sip_users: of_users.chain(seed.sip_users.clone()).collect(),
        now_ms,
    })
}

/// Brings in what the sandbox is started with; what a data file has already stays as stored.
pub(crate) async fn start(engine: &Engine) -> Result<(), Error> {
    let start = engine.start.lock().await;
    start.seed.check()?;
    let offset_ms = engine.clock.offset_ms();
    let arrival = arrival(engine, &start.seed, engine.clock.now_ms())?;
    let write = engine.store.write(move |transaction| {
        clock_offset::put(transaction, offset_ms)?;
        for (newcomer, tokens) in &arrival.newcomers {
            if users::find(transaction, &newcomer.key())?.is_none() {
                newcomer.insert(transaction, tokens, arrival.now_ms)?;
            }
        }
        for (owner, sip_user) in &arrival.sip_users {
            match add_sip_user(transaction, owner, sip_user) {
                Err(Error::DuplicateSipUser { .. }) => {}
                done => done?,
            }
        }
        Ok(())
    });
    write.await?;
    engine.faults.replace(&start.seed.faults);
    Ok(())
}

/// Takes everybody out and brings in the seed: users, tokens, clock, faults, log and counts are
/// as at the start. With another seed, that one counts from now on.
///
/// It is all done or nothing is. Requests at work are answered first, and those that come
/// meanwhile wait.
///
/// # Cancellation
///
/// It is done all the same.
pub(crate) async fn reset(engine: &Arc<Engine>, other: Option<Seed>) -> Result<(), Error> {
    let engine = Arc::clone(engine);
    uninterrupted(async move { go_back(&engine, other).await }).await
}

async fn go_back(engine: &Engine, other: Option<Seed>) -> Result<(), Error> {
    let mut start = engine.start.lock().await;
    let seed = other.as_ref().unwrap_or(&start.seed);
    seed.check()?;
    let offset_ms = start.clock_offset_ms;
    let now_ms = shown_ms(offset_ms);
    let arrival = arrival(engine, seed, now_ms)?;
    let alone = engine.at_work.write().await;
    let write = engine.store.write(move |transaction| {
        users::wipe(transaction)?;
        clock_offset::put(transaction, offset_ms)?;
        for (newcomer, tokens) in &arrival.newcomers {
            newcomer.insert(transaction, tokens, arrival.now_ms)?;
        }
        for (owner, sip_user) in &arrival.sip_users {
            match add_sip_user(transaction, owner, sip_user) {
                // An owner whom only the data file had is gone.
                Err(Error::UnknownUser { .. }) => {}
                done => done?,
            }
        }
        Ok(())
    });
    write.await?;
    // Nothing from here on can fail.
    if let Some(other) = other {
        start.seed = other;
    }
    engine.clock.set_offset_ms(offset_ms);
    engine.faults.replace(&start.seed.faults);
    engine.stubs.clear();
    if let Some(limiter) = &engine.limiter {
        limiter.reset();
    }
    engine.recorder.reset();
    engine.events.reset();
    drop(alone);
    Ok(())
}

fn add_sip_user(connection: &Connection, owner: &str, sip_user: &SipUserSeed) -> Result<(), Error> {
    let found = users::find(connection, &UserKey::Email(owner.to_owned()))?;
    let owner = found.ok_or_else(|| Error::UnknownUser {
        email: owner.to_owned(),
    })?;
    insert_sip_user(connection, &owner, sip_user)
}

#[cfg(test)]
mod tests {
    use std::{
        pin::pin,
        task::{Context, Waker},
        time::Duration,
    };

    use super::*;
    use crate::{clock::Clock, faults::Fault, settings::Settings, store::Store};

    async fn engine() -> Arc<Engine> {
        let seed = Seed::new().user(UserSeed::new("ann@example.com", "made up"));
        let store = Store::open(None).await.unwrap();
        let engine = Engine::new(Settings::default(), Clock::new(), store, seed);
        let engine = engine.await.unwrap();
        start(&engine).await.unwrap();
        Arc::new(engine)
    }

    async fn refuse_writes(engine: &Engine, refuse: bool) {
        let set = engine.store.read(move |connection| {
            connection.pragma_update(None, "query_only", refuse)?;
            Ok(())
        });
        set.await.unwrap();
    }

    async fn emails(engine: &Engine) -> Vec<String> {
        let users = engine.store.read(users::list).await.unwrap().into_iter();
        users.map(|user| user.email).collect()
    }

    #[tokio::test]
    async fn a_reset_or_a_move_of_the_clock_that_cannot_be_written_changes_nothing() {
        let engine = engine().await;
        engine.clock.advance(Duration::from_secs(3600));
        engine.faults.add(Fault::truncate()).unwrap();
        let other = || Seed::new().user(UserSeed::new("eve@example.com", "made up"));
        refuse_writes(&engine, true).await;
        reset(&engine, Some(other())).await.unwrap_err();
        reset(&engine, None).await.unwrap_err();
        let moved = engine.move_clock(|clock| clock.set_offset_ms(0));
        moved.await.unwrap_err();
        assert_eq!(engine.clock.offset_ms(), 3_600_000);
        assert_eq!(engine.faults.list().len(), 1);
        assert_eq!(emails(&engine).await, ["ann@example.com"]);

        refuse_writes(&engine, false).await;
        reset(&engine, None).await.unwrap();
        assert_eq!(engine.clock.offset_ms(), 0);
        assert_eq!(engine.faults.list(), []);
        assert_eq!(emails(&engine).await, ["ann@example.com"]);
        reset(&engine, Some(other())).await.unwrap();
        assert_eq!(emails(&engine).await, ["eve@example.com"]);
    }

    #[tokio::test]
    async fn a_reset_waits_for_a_request_at_work() {
        let engine = engine().await;
        engine.clock.advance(Duration::from_secs(3600));
        let at_work = engine.at_work.read().await;
        let mut reset = pin!(reset(&engine, None));
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..3 {
            assert!(reset.as_mut().poll(&mut context).is_pending());
            // One connection does all that the store is asked for, one after the other.
            assert_eq!(emails(&engine).await, ["ann@example.com"]);
            assert_eq!(engine.clock.offset_ms(), 3_600_000);
        }
        drop(at_work);
        reset.await.unwrap();
        assert_eq!(engine.clock.offset_ms(), 0);
    }
}
