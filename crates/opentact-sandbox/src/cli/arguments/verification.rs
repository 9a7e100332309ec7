//! Which credentials are good, who tells, and how often one may try.

use std::{num::NonZeroU32, time::Duration};

use clap::Args;
use opentact_sandbox::Secret;

use super::secret;

#[derive(Args, Debug)]
#[command(next_help_heading = "Verification")]
pub(in crate::cli) struct Verification {
    /// Verify Google ID tokens with the public keys at this address [default: its own keys]
    ///
    /// Such as https://www.googleapis.com/oauth2/v3/certs. It must be https, or http on this
    /// machine. With its own keys, the control port issues tokens.
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) google_jwks: Option<String>,

    /// The client id for which Google ID tokens must have been issued [default:
    /// opentact-sandbox.apps.googleusercontent.com]
    #[arg(long, value_name = "CLIENT_ID")]
    pub(in crate::cli) google_audience: Option<String>,

    /// The issuer of Google ID tokens [default: https://accounts.google.com]
    #[arg(long, value_name = "ISSUER")]
    pub(in crate::cli) google_issuer: Option<String>,

    /// Have Facebook tokens inspected at this address [default: by the sandbox itself]
    ///
    /// It answers as https://graph.facebook.com/debug_token does, and must be https, or http on
    /// this machine.
    #[arg(long, value_name = "URL", value_parser = secret)]
    pub(in crate::cli) facebook_inspection: Option<Secret>,

    /// The app for which Facebook tokens must have been issued [default: 100000000000001]
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) facebook_app_id: Option<String>,

    /// The secret of the app, for an inspection elsewhere [default: made up]
    ///
    /// Options are visible to everybody who lists processes. Give the secret of a real app in the
    /// environment, and none but made-up ones as an option.
    #[arg(
        long,
        value_name = "SECRET",
        value_parser = secret,
        env = "OPENTACT_SANDBOX_FACEBOOK_APP_SECRET",
        hide_env_values = true
    )]
    pub(in crate::cli) facebook_app_secret: Option<Secret>,

    /// Answer with 429 when more than N logins come within SECONDS [default: no limit]
    ///
    /// Logins are counted by address and, for Basic, by e-mail, whether they are right or wrong.
    /// 5/60 lets five through in a minute.
    #[arg(long, value_name = "N/SECONDS", value_parser = login_limit)]
    pub(in crate::cli) login_limit: Option<(NonZeroU32, Duration)>,
}

fn login_limit(text: &str) -> Result<(NonZeroU32, Duration), &'static str> {
    let parse = || {
        let (attempts, seconds) = text.split_once('/')?;
        let seconds: NonZeroU32 = seconds.parse().ok()?;
        let window = Duration::from_secs(seconds.get().into());
        Some((attempts.parse().ok()?, window))
    };
    parse().ok_or("two numbers above 0 with a slash between, such as 5/60")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_limit_is_two_numbers_above_zero() {
        let limit = (NonZeroU32::new(5).unwrap(), Duration::from_secs(60));
        assert_eq!(login_limit("5/60"), Ok(limit));
        for text in [
            "",
            "5",
            "/",
            "0/60",
            "5/0",
            "5/60/7",
            "-1/60",
            "5 / 60",
            "4294967296/1",
        ] {
            assert!(login_limit(text).is_err(), "{text}");
        }
    }
}
