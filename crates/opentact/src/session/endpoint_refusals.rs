//! Endpoints that refuse a JWT which is good elsewhere, so that their refusals end no session.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::SessionJwt;

/// How long the refusals of an endpoint are its own at first; each renewal in vain doubles it.
const FIRST_PAUSE: Duration = Duration::from_secs(60);
const LONGEST_PAUSE: Duration = Duration::from_secs(3_600);
/// How many endpoints are remembered.
const MOST: usize = 256;

/// The endpoints that refused a JWT just made.
#[derive(Debug, Default)]
pub(super) struct EndpointRefusals(HashMap<String, Mark>);

#[derive(Debug)]
struct Mark {
    until: Instant,
    pause: Duration,
}

impl EndpointRefusals {
    /// Remembers that an endpoint refused a JWT just made.
    pub(super) fn note(&mut self, endpoint: &str, jwt: &SessionJwt, now: Instant) {
        let endpoint = without_ids(endpoint);
        let known = self.0.get(&endpoint);
        if known.is_some_and(|mark| now < mark.until) {
            return;
        }
        let pause = known.map_or(FIRST_PAUSE, |mark| (mark.pause * 2).min(LONGEST_PAUSE));
        if self.0.len() >= MOST {
            self.0.retain(|_, mark| now < mark.until);
        }
        if let Some(until) = now.checked_add(pause)
            && self.0.len() < MOST
        {
            jwt.forget_acceptance();
            self.0.insert(endpoint, Mark { until, pause });
        }
    }

    /// Whether the refusal is the endpoint's own: it refused a JWT just made a moment ago, or others
    /// have taken this JWT since.
    pub(super) fn is_own(&mut self, endpoint: &str, jwt: &SessionJwt, now: Instant) -> bool {
        let Some(mark) = self.0.get_mut(&without_ids(endpoint)) else {
            return false;
        };
        if now < mark.until {
            return true;
        }
        let is_good_elsewhere = jwt.forget_acceptance();
        if is_good_elsewhere {
            mark.until = now.checked_add(mark.pause).unwrap_or(now);
        }
        is_good_elsewhere
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// An endpoint has taken a JWT: what it refuses from now on is remembered for a short time again.
    pub(super) fn accepted(&mut self, endpoint: &str) {
        if let Some(mark) = self.0.get_mut(&without_ids(endpoint)) {
            mark.pause = FIRST_PAUSE;
        }
    }
}

/// An endpoint without what is different for each thing: parts of a path with a digit in them.
fn without_ids(endpoint: &str) -> String {
    let parts = endpoint.split('/').map(|part| {
        let is_id = part.bytes().any(|byte| byte.is_ascii_digit());
        if is_id { "{}" } else { part }
    });
    parts.collect::<Vec<_>>().join("/")
}
