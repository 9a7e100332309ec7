//! A session as a store keeps it.

use std::time::Duration;

use opentact_client::Secret;

/// How long a session is kept whose life nobody knows: a day, which is what Opentact documents.
const UNKNOWN_LIFE: Duration = Duration::from_secs(86_400);
/// The longest life that is believed: ten years.
const LONGEST: Duration = Duration::from_secs(10 * 365 * 86_400);

/// A session as a store keeps it: the JWT, how long it lives, and how much of that is left.
///
/// ```
/// use std::time::Duration;
/// use opentact::session_store::StoredSession;
///
/// let hour = Duration::from_secs(3600);
/// let session = StoredSession::new("made.up.jwt").lasting(24 * hour, hour);
/// assert_eq!(session.left(), Some(hour));
/// assert_eq!(session.keep_for(), hour);
/// assert!(!format!("{session:?}").contains("made.up"));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StoredSession {
    jwt: Secret,
    /// Its life from its making, and what is left of it.
    time: Option<(Duration, Duration)>,
}

impl StoredSession {
    /// A session of unknown life.
    pub fn new(jwt: impl Into<Secret>) -> Self {
        Self {
            jwt: jwt.into(),
            time: None,
        }
    }

    /// The same session with a known life, from its making to its end, and what is left of it: no
    /// more than the life. A life of more than ten years counts as ten.
    #[must_use]
    pub fn lasting(self, life: Duration, left: Duration) -> Self {
        let life = life.min(LONGEST);
        Self {
            time: Some((life, left.min(life))),
            ..self
        }
    }

    /// The JWT.
    pub const fn jwt(&self) -> &Secret {
        &self.jwt
    }

    /// How long the JWT lives from its making to its end; `None` when nobody knows.
    pub fn life(&self) -> Option<Duration> {
        self.time.map(|(life, _)| life)
    }

    /// How much of its life was left when it was loaded or handed to the store; `None` when nobody
    /// knows.
    pub fn left(&self) -> Option<Duration> {
        self.time.map(|(_, left)| left)
    }

    /// How long a store should keep it: what is left of its life, or a day where nobody knows.
    pub fn keep_for(&self) -> Duration {
        self.left().unwrap_or(UNKNOWN_LIFE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_the_life_is_never_left() {
        let minute = Duration::from_secs(60);
        let session = StoredSession::new("made.up.jwt").lasting(minute, 2 * minute);
        assert_eq!(session.left(), Some(minute));
        let absurd = session.lasting(Duration::MAX, Duration::MAX);
        assert_eq!(
            (absurd.life(), absurd.left()),
            (Some(LONGEST), Some(LONGEST))
        );
    }

    #[test]
    fn session_of_unknown_life_is_not_kept_for_ever() {
        assert_eq!(StoredSession::new("made.up.jwt").keep_for(), UNKNOWN_LIFE);
    }
}
