//! What is stored in place of a secret: its SHA-256.

use aws_lc_rs::{constant_time::verify_slices_are_equal, digest};
use rusqlite::{
    ToSql,
    types::{ToSqlOutput, ValueRef},
};

/// How many bytes of a fingerprint a database may compare.
const LOOKED_UP: usize = 8;

/// The SHA-256 of a secret that has at least 128 random bits, by which it is found again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fingerprint([u8; 32]);

impl Fingerprint {
    pub(crate) fn of(secret: &str) -> Self {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(digest::digest(&digest::SHA256, secret.as_bytes()).as_ref());
        Self(bytes)
    }

    /// The least and the greatest fingerprint that begin as this one does.
    ///
    /// A database looks for these, since how long it takes may tell where a stored fingerprint
    /// lies; whether it is the one is for [`Fingerprint::is`] to say.
    pub(crate) fn neighbours(self) -> (Self, Self) {
        let (mut least, mut greatest) = (self, self);
        least.0[LOOKED_UP..].fill(0);
        greatest.0[LOOKED_UP..].fill(0xff);
        (least, greatest)
    }

    /// Whether `stored` is this fingerprint, in a time that does not depend on where they
    /// differ.
    pub(crate) fn is(self, stored: &[u8]) -> bool {
        verify_slices_are_equal(&self.0, stored).is_ok()
    }

    pub(crate) const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl ToSql for Fingerprint {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_the_sha_256() {
        let start = [0xba, 0x78, 0x16, 0xbf];
        assert_eq!(Fingerprint::of("abc").as_bytes()[..4], start);
    }

    #[test]
    fn a_fingerprint_is_only_itself() {
        let one = Fingerprint::of("one");
        assert!(one.is(one.as_bytes()));
        for place in 0..32 {
            let mut other = *one.as_bytes();
            other[place] ^= 1;
            assert!(!one.is(&other), "{place}");
        }
        for shorter in [&one.as_bytes()[..31], &[]] {
            assert!(!one.is(shorter));
        }
    }

    #[test]
    fn neighbours_are_around_a_fingerprint() {
        let one = Fingerprint::of("one");
        let (least, greatest) = one.neighbours();
        assert!(least.0 <= one.0 && one.0 <= greatest.0);
        for end in [least, greatest] {
            assert_eq!(end.0[..LOOKED_UP], one.0[..LOOKED_UP]);
        }
    }
}
