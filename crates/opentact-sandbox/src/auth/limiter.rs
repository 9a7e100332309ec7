//! How many logins may be tried, from one address and for one account.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use opentact_client::security::CredentialKind;

use crate::{
    fingerprint::Fingerprint,
    http::presented::{Presented, email_and_password, is_login},
    store::users::email_key,
};

/// How many addresses and accounts are counted at a time.
const COUNTED: usize = 10_000;

/// How many logins may be tried in how much time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LoginLimit {
    pub(crate) attempts: NonZeroU32,
    pub(crate) window: Duration,
}

/// Counts logins in windows of time, each of which begins with an attempt.
///
/// Every attempt counts, right or wrong, before it is judged: so those that come at once cannot
/// slip by, and a right one does not clear what was tried before it.
#[derive(Debug)]
pub(crate) struct Limiter {
    attempts: u32,
    window_ms: i64,
    windows: Mutex<HashMap<Who, Window>>,
}

/// Whose attempts are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Who {
    /// An IPv4 address, or the first 64 bits of an IPv6 address: who has one has all of them.
    Address(IpAddr),
    /// The hash of an e-mail, known or not.
    Account([u8; 32]),
}

#[derive(Clone, Copy, Debug)]
struct Window {
    begun_ms: i64,
    count: u32,
}

impl Limiter {
    pub(crate) fn new(limit: LoginLimit) -> Self {
        Self {
            attempts: limit.attempts.get(),
            window_ms: i64::try_from(limit.window.as_millis()).unwrap_or(i64::MAX),
            windows: Mutex::default(),
        }
    }

    /// Counts the login that a request from `address` tries, if it tries one; tells in how many
    /// seconds it may be tried again if there were too many.
    ///
    /// The time is asked for while no other login is counted: of two, the one that is counted
    /// later has the later time, unless the clock was moved back.
    pub(crate) fn admit(
        &self,
        address: IpAddr,
        presented: &Presented,
        now_ms: impl FnOnce() -> i64,
    ) -> Result<(), u64> {
        let kinds = presented.schemes.iter().map(|scheme| scheme.credential());
        if !kinds.into_iter().any(is_login) {
            return Ok(());
        }
        let mut all = vec![Who::Address(network(address))];
        let accounts = presented.credentials.iter().filter_map(|(scheme, secret)| {
            let basic = scheme.credential() == CredentialKind::Basic;
            let (email, _) = email_and_password(secret).filter(|_| basic)?;
            Some(Who::Account(
                *Fingerprint::of(&email_key(&email)).as_bytes(),
            ))
        });
        all.extend(accounts);
        let mut windows = self.windows();
        let now_ms = now_ms();
        let waits = all
            .iter()
            .filter_map(|who| self.wait_ms(windows.get(who)?, now_ms));
        if let Some(wait_ms) = waits.max() {
            // A refused attempt does not count: who waits as told gets in.
            return Err(u64::try_from(wait_ms).unwrap_or(0).div_ceil(1000));
        }
        for who in all {
            self.count(&mut windows, who, now_ms);
        }
        Ok(())
    }

    /// Forgets what was counted.
    pub(crate) fn reset(&self) {
        self.windows().clear();
    }

    /// How long until the window ends, if it is full.
    fn wait_ms(&self, window: &Window, now_ms: i64) -> Option<i64> {
        let left_ms = self.left_ms(window, now_ms);
        (window.count >= self.attempts && left_ms > 0).then_some(left_ms)
    }

    fn left_ms(&self, window: &Window, now_ms: i64) -> i64 {
        if window.begun_ms > now_ms {
            // The clock has gone back: nobody is to wait for what was then.
            return 0;
        }
        window.begun_ms.saturating_add(self.window_ms) - now_ms
    }

    fn count(&self, windows: &mut HashMap<Who, Window>, who: Who, now_ms: i64) {
        if windows.len() >= COUNTED && !windows.contains_key(&who) {
            self.make_room(windows, now_ms);
        }
        let new = Window {
            begun_ms: now_ms,
            count: 0,
        };
        let window = windows.entry(who).or_insert(new);
        if self.left_ms(window, now_ms) <= 0 {
            *window = new;
        }
        window.count = window.count.saturating_add(1);
    }

    /// Forgets the windows that have ended, or else the one that has begun first.
    fn make_room(&self, windows: &mut HashMap<Who, Window>, now_ms: i64) {
        windows.retain(|_, window| self.left_ms(window, now_ms) > 0);
        if windows.len() >= COUNTED {
            let first = windows.iter().min_by_key(|(_, window)| window.begun_ms);
            if let Some(who) = first.map(|(who, _)| *who) {
                windows.remove(&who);
            }
        }
    }

    fn windows(&self) -> MutexGuard<'_, HashMap<Who, Window>> {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::*;

    fn limiter() -> Limiter {
        Limiter::new(LoginLimit {
            attempts: NonZeroU32::MIN,
            window: Duration::from_millis(1500),
        })
    }

    fn attempt(limiter: &Limiter, address: &str, now_ms: i64) -> Result<(), u64> {
        let mut headers = HeaderMap::new();
        headers.insert("x-auth-ha1b-token", "made-up".parse().unwrap());
        let presented = Presented::find(&headers, None);
        limiter.admit(address.parse().unwrap(), &presented, || now_ms)
    }

    #[test]
    fn a_window_ends_to_the_millisecond_and_the_wait_is_rounded_up() {
        let limiter = limiter();
        assert_eq!(attempt(&limiter, "127.0.0.1", 0), Ok(()));
        assert_eq!(attempt(&limiter, "127.0.0.1", 0), Err(2));
        assert_eq!(attempt(&limiter, "127.0.0.1", 1499), Err(1));
        assert_eq!(attempt(&limiter, "127.0.0.1", 1500), Ok(()));
        assert_eq!(attempt(&limiter, "127.0.0.1", 1501), Err(2));
    }

    #[test]
    fn a_window_that_begins_later_than_now_has_ended() {
        let limiter = limiter();
        assert_eq!(attempt(&limiter, "127.0.0.1", 1000), Ok(()));
        assert_eq!(attempt(&limiter, "127.0.0.1", 1000), Err(2));
        assert_eq!(attempt(&limiter, "127.0.0.1", 999), Ok(()));
        assert_eq!(attempt(&limiter, "127.0.0.1", 999), Err(2));
        assert_eq!(attempt(&limiter, "127.0.0.1", 2498), Err(1));
    }

    #[test]
    fn who_may_choose_among_addresses_is_counted_as_one() {
        let limiter = limiter();
        assert_eq!(attempt(&limiter, "2001:db8::1", 0), Ok(()));
        assert!(attempt(&limiter, "2001:db8::2:3", 0).is_err());
        assert_eq!(attempt(&limiter, "2001:db8:0:1::1", 0), Ok(()));
        assert_eq!(attempt(&limiter, "192.0.2.1", 0), Ok(()));
        assert!(attempt(&limiter, "::ffff:192.0.2.1", 0).is_err());
        assert_eq!(attempt(&limiter, "192.0.2.2", 0), Ok(()));
    }

    #[test]
    fn however_many_are_tried_few_are_remembered() {
        let limiter = limiter();
        for number in 0..COUNTED as u32 + 10 {
            let address = std::net::Ipv4Addr::from(number).to_string();
            assert_eq!(attempt(&limiter, &address, i64::from(number > 0)), Ok(()));
        }
        assert_eq!(limiter.windows().len(), COUNTED);
        assert_eq!(
            attempt(&limiter, "0.0.0.0", 1),
            Ok(()),
            "the first was forgotten"
        );
        assert_eq!(attempt(&limiter, "127.0.0.1", 2000), Ok(()));
        assert_eq!(limiter.windows().len(), 1, "all others have ended");
    }
}
