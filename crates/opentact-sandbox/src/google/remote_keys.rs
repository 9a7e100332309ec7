//! The public keys of an issuer elsewhere: fetched, kept for a while, fetched again.

use std::sync::Arc;

use jsonwebtoken::DecodingKey;
use tokio::sync::Mutex;

use super::key_set::KeySet;
use crate::{
    clock::{Clock, later_ms},
    endpoint::{Endpoint, Fetched},
    error::Error,
};

/// A set that was fetched is not fetched again for that long, whatever ids are asked for.
const BETWEEN_FETCHES_S: u64 = 30;

/// The same after a fetch that failed.
const AFTER_FAILURE_S: u64 = 5;

/// For how long a set is kept whose issuer does not say.
const KEPT_S: u64 = 300;

/// For how long it is kept at most.
const KEPT_AT_MOST_S: u64 = 86_400;

/// The keys at an address.
#[derive(Debug)]
pub(super) struct RemoteKeys {
    endpoint: Endpoint,
    /// Held while fetching, so that any number of requests make one fetch.
    cached: Mutex<Cached>,
}

/// What is known, by the sandbox's clock.
#[derive(Debug, Default)]
struct Cached {
    keys: Option<Arc<KeySet>>,
    asked_ms: i64,
    keep_until_ms: i64,
    fetch_from_ms: i64,
}

impl RemoteKeys {
    pub(super) fn new(endpoint: Endpoint) -> Self {
        Self {
            endpoint,
            cached: Mutex::default(),
        }
    }

    /// The key with this id; an id that is not known is looked for once more at the issuer.
    ///
    /// # Errors
    ///
    /// [`Error::Unreachable`] and [`Error::UnusableAnswer`] when there are no keys, or they
    /// have been kept for too long, and the issuer gives no new ones.
    pub(super) async fn find(&self, id: &str, clock: &Clock) -> Result<Option<DecodingKey>, Error> {
        let mut cached = self.cached.lock().await;
        // Only now, as another request may have asked the issuer since this one came.
        let now_ms = clock.now_ms();
        if now_ms < cached.asked_ms {
            // The clock has gone back: how old the keys are cannot be told.
            *cached = Cached::default();
        }
        let kept = cached
            .keys
            .clone()
            .filter(|_| now_ms < cached.keep_until_ms);
        if let Some(key) = kept.as_ref().and_then(|keys| keys.find(id)) {
            return Ok(Some(key));
        }
        if now_ms < cached.fetch_from_ms {
            return match kept {
                Some(_) => Ok(None),
                None => Err(self.endpoint.unusable("it has failed a moment ago")),
            };
        }
        match self.fetch().await {
            Ok((keys, kept_s)) => {
                let found = keys.find(id);
                *cached = Cached {
                    keys: Some(Arc::new(keys)),
                    asked_ms: now_ms,
                    keep_until_ms: later_ms(now_ms, kept_s),
                    fetch_from_ms: later_ms(now_ms, BETWEEN_FETCHES_S),
                };
                Ok(found)
            }
            Err(error) => {
                cached.asked_ms = now_ms;
                cached.fetch_from_ms = later_ms(now_ms, AFTER_FAILURE_S);
                let Some(_) = kept else { return Err(error) };
                tracing::warn!(%error, "the keys of the issuer could not be fetched again");
                Ok(None)
            }
        }
    }

    async fn fetch(&self) -> Result<(KeySet, u64), Error> {
        let Fetched { body, max_age_s } = self.endpoint.get(&[]).await?;
        let keys = KeySet::parse(&body).ok_or_else(|| self.endpoint.unusable("it is no JWKS"))?;
        let kept_s = max_age_s.unwrap_or(KEPT_S);
        Ok((keys, kept_s.clamp(BETWEEN_FETCHES_S, KEPT_AT_MOST_S)))
    }
}
