//! What one test plants, shows, and must not find again.

use std::error::Error;
use std::fmt::{Debug, Display};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::recorder::{self, Channel};

/// The secrets of one test. Two tests have none in common.
pub(crate) struct Watch(&'static str);

/// What makes a planted token awkward: each of these changes its form in some encoding.
const AWKWARD: &str = "\"\\/+=%&?#~<>:;@[]{}|^`'$*,!()";
/// What only a password may hold besides.
const FOREIGN: &str = " äß€\u{1f511}";

impl Watch {
    /// Begins to listen, for a test of that name.
    pub(crate) fn new(test: &'static str) -> Self {
        recorder::install();
        Self(test)
    }

    /// A token: visible ASCII.
    pub(crate) fn token(&self, name: &str) -> String {
        self.plant(name, AWKWARD)
    }

    /// A password: what people type, without a control character.
    pub(crate) fn password(&self, name: &str) -> String {
        self.plant(name, &format!("{AWKWARD}{FOREIGN}"))
    }

    /// A word that is the same in a host name, a header or a path.
    pub(crate) fn word(&self, name: &str) -> String {
        self.plant(name, "")
    }

    /// A JWT that lives so long.
    pub(crate) fn jwt(&self, name: &str, life: Duration) -> String {
        let id = self.word(&format!("{name}, its id"));
        let claims = serde_json::json!({ "jti": id, "iat": 1000, "exp": 1000 + life.as_secs() });
        let jwt = [r#"{"alg":"none"}"#, &claims.to_string(), &id]
            .map(|part| URL_SAFE_NO_PAD.encode(part))
            .join(".");
        recorder::plant(&self.name(name), &jwt);
        jwt
    }

    fn plant(&self, name: &str, awkward: &str) -> String {
        let name = self.name(name);
        let secret = made_up(&name, awkward);
        recorder::plant(&name, &secret);
        secret
    }

    fn name(&self, name: &str) -> String {
        format!("{}: {name}", self.0)
    }

    /// Prints a value in every way that does not ask for `Display`.
    pub(crate) fn debug(&self, value: &(impl Debug + ?Sized)) {
        recorder::read(Channel::Debug, &format!("{value:?}"));
        recorder::read(Channel::Debug, &format!("{value:#?}"));
    }

    /// Prints a value in every way.
    pub(crate) fn show(&self, value: &(impl Debug + Display + ?Sized)) {
        self.debug(value);
        recorder::read(Channel::Display, &format!("{value}"));
        recorder::read(Channel::Display, &format!("{value:#}"));
    }

    /// Prints an error and its causes in every way.
    pub(crate) fn error(&self, error: &(dyn Error + 'static)) {
        self.show(error);
        let mut cause = error.source();
        while let Some(error) = cause {
            for text in [
                format!("{error}"),
                format!("{error:?}"),
                format!("{error:#?}"),
            ] {
                recorder::read(Channel::Source, &text);
            }
            cause = error.source();
        }
    }

    /// Prints what came of a call.
    pub(crate) fn outcome<T: Debug>(&self, outcome: &Result<T, opentact::Error>) {
        self.debug(outcome);
        if let Err(error) = outcome {
            self.error(error);
        }
    }

    /// What was found of this test's secrets.
    pub(crate) fn leaks(&self) -> Vec<recorder::Leak> {
        recorder::leaks(&format!("{}: ", self.0))
    }

    /// Ends the test, red if a secret was found anywhere.
    pub(crate) fn assert_clean(&self) {
        let leaks = self.leaks();
        for leak in leaks.iter().take(10) {
            let text: String = leak.text.chars().take(2000).collect();
            println!(
                "{} ({}) in {:?}:\n  {text}\n",
                leak.secret, leak.form, leak.channel
            );
        }
        println!("{}", recorder::tally());
        assert!(
            leaks.is_empty(),
            "{} leaks; the first are above",
            leaks.len()
        );
    }
}

/// Forty characters that stand nowhere else; the same for the same name.
fn made_up(name: &str, awkward: &str) -> String {
    let plain: Vec<char> = ('a'..='z').chain('A'..='Z').chain('0'..='9').collect();
    let awkward: Vec<char> = awkward.chars().collect();
    let mut state = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut pick = |letters: &[char]| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let many = u64::try_from(letters.len()).unwrap();
        letters[usize::try_from((state >> 16) % many).unwrap()]
    };
    (0..40)
        .map(|index| match index % 3 {
            1 if !awkward.is_empty() => pick(&awkward),
            _ => pick(&plain),
        })
        .collect()
}
