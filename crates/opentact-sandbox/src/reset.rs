//! The way back: what a sandbox was started with, and how it gets there again.

use std::sync::Arc;

use rusqlite::Connection;

use crate::{
    engine::Engine,
    error::Error,
    populate::{NewToken, Newcomer, find_user, insert_sip_user},
    seed::{Seed, SipUserSeed, UserSeed},
    store::{
        users::{self, UserKey},
        wipe,
    },
};

/// The seed of a sandbox, and where its clock stood.
#[derive(Debug)]
pub(crate) struct Start {
    seed: Seed,
    /// For each user of the seed, once its password was hashed.
    newcomers: Vec<Option<Arc<Newcomer>>>,
    clock_offset_ms: i64,
}

/// What is to be stored in one transaction.
struct Arrival {
    newcomers: Vec<(Arc<Newcomer>, Vec<NewToken>)>,
    sip_users: Vec<(String, SipUserSeed)>,
    now_ms: i64,
}

impl Start {
    pub(crate) fn new(seed: Seed, clock_offset_ms: i64) -> Self {
        Self {
            newcomers: vec![None; seed.users.len()],
            seed,
            clock_offset_ms,
        }
    }

    /// Hashes the passwords that were not hashed yet, of all users or of those not stored.
    async fn hash(&mut self, engine: &Engine, all: bool) -> Result<(), Error> {
        for (user, newcomer) in self.seed.users.iter().zip(&mut self.newcomers) {
            if newcomer.is_some() {
                continue;
            }
            let stored = match find_user(engine, &user.email).await {
                Ok(_) => true,
                Err(Error::UnknownUser { .. }) => false,
                Err(error) => return Err(error),
            };
            if all || !stored {
                *newcomer = Some(Arc::new(Newcomer::new(engine, user.clone()).await?));
            }
        }
        Ok(())
    }

    fn arrival(&self, engine: &Engine) -> Result<Arrival, Error> {
        let ready = self.newcomers.iter().flatten();
        let ready = ready.map(|it| Ok((Arc::clone(it), it.tokens(engine)?)));
        let of_user = |user: &UserSeed| {
            let owner = user.email.clone();
            let sip_users = user.sip_users.clone().into_iter();
            sip_users.map(move |sip_user| (owner.clone(), sip_user))
        };
        let of_users = self.seed.users.iter().flat_map(of_user);
        Ok(Arrival {
            newcomers: ready.collect::<Result<_, Error>>()?,
            sip_users: of_users.chain(self.seed.sip_users.clone()).collect(),
            now_ms: engine.clock.now_ms(),
        })
    }

    fn set_faults(&self, engine: &Engine) -> Result<(), Error> {
        let add = |fault: &_| engine.faults.add(Clone::clone(fault)).map(|_| ());
        self.seed.faults.iter().try_for_each(add)
    }
}

/// Brings in what the sandbox is started with; what a data file has already stays as stored.
pub(crate) async fn start(engine: &Engine) -> Result<(), Error> {
    let mut start = engine.start.lock().await;
    start.seed.check()?;
    start.hash(engine, false).await?;
    let arrival = start.arrival(engine)?;
    let write = engine.store.write(move |transaction| {
        for (newcomer, tokens) in &arrival.newcomers {
            // Another sandbox may have added the user to the same file since.
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
    start.set_faults(engine)
}

/// Takes everybody out and brings in the seed: users, tokens, clock, faults, log and counts are
/// as at the start. With another seed, that one counts from now on.
pub(crate) async fn reset(engine: &Engine, other: Option<Seed>) -> Result<(), Error> {
    let mut start = engine.start.lock().await;
    if let Some(seed) = other {
        seed.check()?;
        let mut other = Start::new(seed, start.clock_offset_ms);
        other.hash(engine, true).await?;
        *start = other;
    } else {
        start.hash(engine, true).await?;
    }
    engine.clock.set_offset_ms(start.clock_offset_ms);
    let arrival = start.arrival(engine)?;
    let write = engine.store.write(move |transaction| {
        wipe::wipe(transaction)?;
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
    engine.faults.reset();
    if let Some(limiter) = &engine.limiter {
        limiter.reset();
    }
    engine.recorder.reset();
    start.set_faults(engine)
}

fn add_sip_user(connection: &Connection, owner: &str, sip_user: &SipUserSeed) -> Result<(), Error> {
    let found = users::find(connection, &UserKey::Email(owner.to_owned()))?;
    let owner = found.ok_or_else(|| Error::UnknownUser {
        email: owner.to_owned(),
    })?;
    insert_sip_user(connection, &owner, sip_user)
}
