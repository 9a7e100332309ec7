//! Passwords: Argon2id, off the async threads, few at once.

use std::{
    num::NonZero,
    sync::{Arc, Mutex, PoisonError},
};

use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::phc::{Output, ParamsString, PasswordHash, Salt},
};
use aws_lc_rs::constant_time::verify_slices_are_equal;
use opentact_client::Secret;
use tokio::sync::Semaphore;

use crate::{blocking::blocking, error::Error, random};

/// 7 MiB, five passes, one lane: one of the equally strong settings that
/// [OWASP](https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html)
/// recommends, and the one of least memory. It takes about 20 ms of a processor.
const MEMORY_KIB: u32 = 7168;
const PASSES: u32 = 5;
const LANES: u32 = 1;

/// How many passwords are hashed at once at most, whatever the machine: with the memory of
/// each, a thousand logins at a time take 28 MiB and not 7 GiB.
const AT_ONCE: usize = 4;

type Hash = [u8; 32];
type Memory = Vec<Block>;

/// Hashes and verifies passwords.
#[derive(Clone, Debug)]
pub(crate) struct Passwords {
    turns: Arc<Semaphore>,
    /// What hashes have worked in and others will: allocators part with such pieces badly.
    memories: Arc<Mutex<Vec<Memory>>>,
}

impl Passwords {
    pub(crate) fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
        Self {
            turns: Arc::new(Semaphore::new(processors.min(AT_ONCE))),
            memories: Arc::default(),
        }
    }

    /// Gives back the memory of the hashes so far. Once is what allocators do well.
    pub(crate) fn give_back(&self) {
        let mut memories = self.memories.lock().unwrap_or_else(PoisonError::into_inner);
        *memories = Vec::new();
    }

    /// The PHC string of a password with a fresh salt.
    pub(crate) async fn hash(&self, password: &Secret) -> Result<String, Error> {
        let salt = random::bytes::<16>()?;
        let hash = self.argon2id(password, salt.to_vec(), params()?).await?;
        phc_string(&salt, &hash).ok_or(Error::Password)
    }

    /// Whether `password` is the one of `stored`.
    ///
    /// Without a stored hash the same work is done and the answer is no, so that the time
    /// taken does not tell which e-mails are known.
    pub(crate) async fn verify(
        &self,
        password: &Secret,
        stored: Option<String>,
    ) -> Result<bool, Error> {
        let Some(stored) = stored else {
            self.argon2id(password, b"nobody has this.".to_vec(), params()?)
                .await?;
            return Ok(false);
        };
        let stored = PasswordHash::new(&stored).map_err(|_| Error::Password)?;
        let (salt, expected) = stored.salt.zip(stored.hash).ok_or(Error::Password)?;
        // A data file keeps the hashes of its time, whatever is usual now.
        let params = Params::try_from(&stored).map_err(|_| Error::Password)?;
        let hash = self.argon2id(password, salt.to_vec(), params).await?;
        Ok(verify_slices_are_equal(&hash, expected.as_bytes()).is_ok())
    }

    async fn argon2id(
        &self,
        password: &Secret,
        salt: Vec<u8>,
        params: Params,
    ) -> Result<Hash, Error> {
        let turns = Arc::clone(&self.turns);
        let turn = turns.acquire_owned().await.map_err(|_| Error::Stopped)?;
        let (memories, password) = (Arc::clone(&self.memories), password.clone());
        blocking(move || {
            let _turn = turn;
            let free = memories
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .pop();
            let mut memory = free.unwrap_or_default();
            let hash = argon2id(&password, &salt, params, &mut memory);
            memories
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(memory);
            hash.ok_or(Error::Password)
        })
        .await?
    }
}

fn argon2id(password: &Secret, salt: &[u8], params: Params, memory: &mut Memory) -> Option<Hash> {
    memory.resize(params.block_count(), Block::default());
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut hash = Hash::default();
    argon2
        .hash_password_into_with_memory(password.expose().as_bytes(), salt, &mut hash, memory)
        .ok()?;
    Some(hash)
}

fn phc_string(salt: &[u8], hash: &Hash) -> Option<String> {
    let phc = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params().ok()?).ok()?,
        salt: Some(Salt::new(salt).ok()?),
        hash: Some(Output::new(hash).ok()?),
    };
    Some(phc.to_string())
}

fn params() -> Result<Params, Error> {
    Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| Error::Password)
}

#[cfg(test)]
mod tests {
    use argon2::PasswordVerifier;
    use futures_util::FutureExt as _;

    use super::*;

    #[tokio::test]
    async fn memory_that_was_used_before_does_not_change_a_hash() {
        let passwords = Passwords::new();
        for password in ["one", "two", "three"] {
            let hash = passwords.hash(&Secret::new(password)).await.unwrap();
            let hash = PasswordHash::new(&hash).unwrap();
            Argon2::default()
                .verify_password(password.as_bytes(), &hash)
                .unwrap();
            assert!(Argon2::default().verify_password(b"four", &hash).is_err());
        }
        assert_eq!(passwords.memories.lock().unwrap().len(), 1);
    }

    #[tokio::test]
    async fn a_hash_is_argon2id_with_the_documented_cost_and_a_fresh_salt() {
        let passwords = Passwords::new();
        let one = passwords.hash(&Secret::new("made up")).await.unwrap();
        let two = passwords.hash(&Secret::new("made up")).await.unwrap();
        assert!(one.starts_with("$argon2id$v=19$m=7168,t=5,p=1$"), "{one}");
        assert_ne!(one, two);
    }

    #[tokio::test]
    async fn a_hash_of_other_cost_is_verified_at_its_own() {
        let cheap = "$argon2id$v=19$m=64,t=1,p=1$bWFkZS11cCBzYWx0ISE$";
        let params = Params::new(64, 1, 1, None).unwrap();
        let salt = b"made-up salt!!";
        let hash = argon2id(&Secret::new("made up"), salt, params, &mut Memory::new()).unwrap();
        let stored = format!("{cheap}{}", Output::new(&hash).unwrap());
        let passwords = Passwords::new();
        for (password, right) in [("made up", true), ("made uq", false)] {
            let password = Secret::new(password);
            let verified = passwords.verify(&password, Some(stored.clone()));
            assert_eq!(verified.await.unwrap(), right);
        }
    }

    #[tokio::test]
    async fn many_at_once_take_the_memory_of_few() {
        let passwords = Passwords::new();
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..64 {
            let passwords = passwords.clone();
            tasks.spawn(async move { passwords.verify(&Secret::new("made up"), None).await });
        }
        while let Some(verified) = tasks.join_next().await {
            assert!(!verified.unwrap().unwrap());
        }
        assert!(passwords.memories.lock().unwrap().len() <= AT_ONCE);
    }

    #[tokio::test]
    async fn an_unknown_user_takes_a_turn_like_a_known_one() {
        let passwords = Passwords::new();
        let stored = passwords.hash(&Secret::new("made up")).await.unwrap();
        let turns = Arc::clone(&passwords.turns);
        let all = u32::try_from(turns.available_permits()).unwrap();
        let taken = turns.acquire_many(all).await.unwrap();
        let wrong = Secret::new("made uq");
        for stored in [Some(stored.clone()), None] {
            let verify = passwords.verify(&wrong, stored);
            assert!(verify.now_or_never().is_none(), "answered without the work");
        }
        drop(taken);
        for stored in [Some(stored), None] {
            assert!(!passwords.verify(&wrong, stored).await.unwrap());
        }
    }

    #[tokio::test]
    async fn only_the_right_password_of_a_known_user_is_accepted() {
        let passwords = Passwords::new();
        let stored = passwords.hash(&Secret::new("made up")).await.unwrap();
        let verify = |password: &str, stored: Option<String>| {
            let (passwords, password) = (passwords.clone(), Secret::new(password));
            async move { passwords.verify(&password, stored).await.unwrap() }
        };
        assert!(verify("made up", Some(stored.clone())).await);
        assert!(!verify("made uq", Some(stored.clone())).await);
        assert!(!verify("", Some(stored)).await);
        assert!(!verify("made up", None).await);
    }
}
