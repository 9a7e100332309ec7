//! What is stored in place of a secret: its SHA-256.

use aws_lc_rs::digest;
use rusqlite::{
    ToSql,
    types::{ToSqlOutput, ValueRef},
};

/// The SHA-256 of a secret that has at least 128 random bits, by which it is found again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fingerprint([u8; 32]);

impl Fingerprint {
    pub(crate) fn of(secret: &str) -> Self {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(digest::digest(&digest::SHA256, secret.as_bytes()).as_ref());
        Self(bytes)
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
}
