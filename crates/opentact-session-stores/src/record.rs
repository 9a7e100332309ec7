//! A session as the bytes that leave the process: sealed when there is a key, else plain JSON.

use std::time::{Duration, SystemTime};

use opentact::session_store::{SessionName, StoreError, StoredSession};
use opentact::{Revealed, Secret};
use serde::{Deserialize, Serialize};
use tracing::warn;
use zeroize::Zeroizing;

use crate::SealKey;

/// The version that is written, and the only one that is read.
const VERSION: u32 = 1;
/// How far another process may have set the clock ahead, in milliseconds.
const SLACK_MS: u64 = 60_000;

/// A session as it is written.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Record {
    version: u32,
    jwt: Secret,
    /// The life of the JWT in milliseconds; absent when nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    life_ms: Option<u64>,
    /// The wall-clock moment since which it lives, in milliseconds since 1970.
    made_at_ms: u64,
}

impl Record {
    pub(crate) fn new(session: &StoredSession, now: SystemTime) -> Self {
        let age = session.life().zip(session.left());
        let age = age.map_or(Duration::ZERO, |(life, left)| life - left);
        Self {
            version: VERSION,
            jwt: session.jwt().clone(),
            life_ms: session.life().map(millis),
            made_at_ms: since_1970(now).saturating_sub(millis(age)),
        }
    }

    /// The session with what the wall clock says is left of it; `None` when that is nothing.
    ///
    /// A session from the future was written under a clock that was set back since: how old it is,
    /// nobody knows, and a login settles it.
    pub(crate) fn session_at(self, now: SystemTime) -> Option<StoredSession> {
        let now = since_1970(now);
        if self.made_at_ms.saturating_sub(now) > SLACK_MS {
            return None;
        }
        let age = Duration::from_millis(now.saturating_sub(self.made_at_ms));
        let whole = self.session_with(Duration::MAX);
        let left = whole
            .keep_for()
            .checked_sub(age)
            .filter(|it| !it.is_zero())?;
        Some(match whole.life() {
            Some(life) => whole.lasting(life, left),
            None => whole,
        })
    }

    /// The session with that much left of it, as somebody else's clock says.
    pub(crate) fn session_with(self, left: Duration) -> StoredSession {
        let session = StoredSession::new(self.jwt);
        match self.life_ms.map(Duration::from_millis) {
            Some(life) => session.lasting(life, left),
            None => session,
        }
    }

    /// The bytes to keep.
    pub(crate) fn write(
        &self,
        name: &SessionName,
        key: Option<&SealKey>,
    ) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let plain = serde_json::to_vec(&Revealed(self)).map(Zeroizing::new);
        let plain = plain.map_err(|cause| {
            StoreError::new("the session cannot be written as JSON").with_source(cause)
        })?;
        match key {
            Some(key) => key.seal(name, &plain).map(Zeroizing::new),
            None => Ok(plain),
        }
    }

    /// What those bytes hold, or nothing, with a warning that says why and where.
    pub(crate) fn read(
        bytes: &[u8],
        name: &SessionName,
        key: Option<&SealKey>,
        place: &str,
    ) -> Option<Self> {
        match Self::parse(bytes, name, key) {
            Ok(record) => Some(record),
            Err(fault) => {
                warn!(place, "a stored session is not used, because {fault}");
                None
            }
        }
    }

    fn parse(bytes: &[u8], name: &SessionName, key: Option<&SealKey>) -> Result<Self, Fault> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }

        let opened;
        let plain = match key {
            Some(key) => {
                opened = key.open(name, bytes).ok_or(Fault::Seal)?;
                opened.as_slice()
            }
            None if SealKey::is_sealed(bytes) => return Err(Fault::NoKey),
            None => bytes,
        };
        let Versioned { version } = serde_json::from_slice(plain).map_err(|_| Fault::Foreign)?;
        if version != VERSION {
            return Err(Fault::Version(version));
        }
        let record: Self = serde_json::from_slice(plain).map_err(|_| Fault::Foreign)?;
        // What no header can carry would fail each call, and no login would replace it.
        let jwt = record.jwt.expose();
        let is_sendable = !jwt.is_empty() && jwt.bytes().all(|byte| byte.is_ascii_graphic());
        if is_sendable {
            Ok(record)
        } else {
            Err(Fault::Foreign)
        }
    }
}

/// Why stored bytes are no session. The text ends a sentence.
#[derive(Debug, Eq, PartialEq, thiserror::Error)]
enum Fault {
    #[error("it was not sealed by this key, or was changed")]
    Seal,
    #[error("it is sealed, and the store has no key")]
    NoKey,
    #[error("it is of version {0}, which this version of the crate does not know")]
    Version(u32),
    #[error("it is cut short, or no session at all")]
    Foreign,
}

/// The time of day, which may be wrong by hours.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the time of day"
)]
pub(crate) fn time_of_day() -> SystemTime {
    SystemTime::now()
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// A clock before 1970 counts as 1970.
fn since_1970(moment: SystemTime) -> u64 {
    millis(
        moment
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use opentact::Credential;
    use proptest::prelude::*;

    use super::*;

    const HOUR: Duration = Duration::from_secs(3600);
    const DAY: Duration = Duration::from_secs(86_400);

    fn name(password: &str) -> SessionName {
        let credential = Credential::basic("me@example.com", password);
        SessionName::new("https://api.opentact.org", &credential)
    }

    fn key(byte: u8) -> SealKey {
        SealKey::new([byte; 32])
    }

    fn session() -> StoredSession {
        StoredSession::new("planted-4711").lasting(DAY, DAY)
    }

    fn now() -> SystemTime {
        SystemTime::UNIX_EPOCH + 20_000 * DAY
    }

    /// What a store with that key reads under that name.
    fn read(bytes: &[u8], name: &SessionName, key: Option<&SealKey>) -> Option<Record> {
        Record::read(bytes, name, key, "a test")
    }

    #[test]
    fn session_comes_back_as_old_as_it_is() {
        let half = StoredSession::new("planted-4711").lasting(DAY, DAY / 2);
        for (kept, passed, back) in [
            (session(), Duration::ZERO, Some(session())),
            (session(), HOUR, Some(session().lasting(DAY, DAY - HOUR))),
            (
                half.clone(),
                HOUR,
                Some(session().lasting(DAY, DAY / 2 - HOUR)),
            ),
            (half, DAY / 2, None),
            (session(), DAY, None),
            (session(), 2 * DAY, None),
            (StoredSession::new("x"), HOUR, Some(StoredSession::new("x"))),
            (StoredSession::new("x"), DAY, None),
        ] {
            let record = Record::new(&kept, now());
            assert_eq!(record.session_at(now() + passed), back, "{passed:?}");
        }
    }

    #[test]
    fn clock_that_was_set_back_makes_a_session_unknown_and_never_immortal() {
        let record = Record::new(&session(), now());
        let a_little = record.clone().session_at(now() - Duration::from_secs(60));
        assert_eq!(a_little, Some(session()));
        let much = now() - Duration::from_secs(61);
        assert_eq!(record.clone().session_at(much), None);
        assert_eq!(record.session_at(SystemTime::UNIX_EPOCH - DAY), None);
    }

    #[test]
    fn absurd_figures_do_no_harm() {
        for text in [
            r#"{"version":1,"jwt":"x","life_ms":18446744073709551615,"made_at_ms":0}"#,
            r#"{"version":1,"jwt":"x","life_ms":0,"made_at_ms":1728000000000}"#,
            r#"{"version":1,"jwt":"x","made_at_ms":18446744073709551615}"#,
        ] {
            let record = read(text.as_bytes(), &name("made up"), None).unwrap();
            assert_eq!(record.session_at(now()), None, "{text}");
        }
    }

    #[test]
    fn sealed_and_plain_come_back_and_only_plain_shows_the_jwt() {
        let record = Record::new(&session(), now());
        for (key, shows) in [(None, true), (Some(key(1)), false)] {
            let bytes = record.write(&name("made up"), key.as_ref()).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert_eq!(text.contains("planted-4711"), shows);
            assert_eq!(text.contains("made_at"), shows);
            let back = read(&bytes, &name("made up"), key.as_ref());
            assert_eq!(back, Some(record.clone()));
        }
    }

    #[test]
    fn what_is_not_ours_is_no_session_and_says_why() {
        let (ours, theirs) = (name("made up"), name("made up by others"));
        let record = Record::new(&session(), now());
        let plain = record.write(&ours, None).unwrap();
        let sealed = record.write(&ours, Some(&key(1))).unwrap();
        let parse = |bytes: &[u8], name, key: Option<&SealKey>| {
            Record::parse(bytes, name, key).unwrap_err()
        };
        assert_eq!(parse(&sealed, &ours, Some(&key(2))), Fault::Seal);
        assert_eq!(parse(&sealed, &theirs, Some(&key(1))), Fault::Seal);
        assert_eq!(parse(&plain, &ours, Some(&key(1))), Fault::Seal);
        assert_eq!(parse(&sealed, &ours, None), Fault::NoKey);
        assert_eq!(parse(br#"{"version":2}"#, &ours, None), Fault::Version(2));
        for foreign in ["", "{", "[]", "{\"version\":1}", "\u{0}", "planted"] {
            let fault = parse(foreign.as_bytes(), &ours, None);
            assert_eq!(fault, Fault::Foreign, "{foreign}");
        }
        for jwt in ["", "a b", "a\\n", "ä"] {
            let text = format!(r#"{{"version":1,"made_at_ms":0,"jwt":"{jwt}"}}"#);
            assert_eq!(parse(text.as_bytes(), &ours, None), Fault::Foreign, "{jwt}");
        }
        for end in 0..plain.len() {
            assert_eq!(parse(&plain[..end], &ours, None), Fault::Foreign);
        }
        for end in 0..sealed.len() {
            assert_eq!(parse(&sealed[..end], &ours, Some(&key(1))), Fault::Seal);
        }
    }

    #[test]
    fn two_writings_of_one_session_have_nothing_in_common() {
        let record = Record::new(&session(), now());
        let write = || record.write(&name("made up"), Some(&key(1))).unwrap();
        let (one, two) = (write(), write());
        let same = one.iter().zip(two.iter()).filter(|(a, b)| a == b).count();
        assert!(same < one.len() / 4, "{same} of {}", one.len());
    }

    proptest! {
        #[test]
        fn any_bytes_are_no_session_and_no_panic(bytes: Vec<u8>) {
            prop_assert_eq!(read(&bytes, &name("made up"), None), None);
            prop_assert_eq!(read(&bytes, &name("made up"), Some(&key(1))), None);
        }

        #[test]
        fn a_byte_that_is_changed_costs_the_session(at: prop::sample::Index, by in 1_u8..) {
            let record = Record::new(&session(), now());
            let mut bytes = record.write(&name("made up"), Some(&key(1))).unwrap();
            let at = at.index(bytes.len());
            bytes[at] ^= by;
            prop_assert_eq!(read(&bytes, &name("made up"), Some(&key(1))), None);
        }
    }
}
