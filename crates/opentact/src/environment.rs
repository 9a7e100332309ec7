//! Address and credential out of environment variables.

use opentact_client::Secret;

use crate::builder::ClientBuilder;
use crate::client::Client;
use crate::credential::{Credential, Placement};
use crate::error::{Error, ErrorKind};

/// How messages call the reading of the environment.
const FROM_ENV: &str = "Credential::from_env";

impl Credential {
    /// The credential that the environment holds.
    ///
    /// | variables | credential |
    /// | --- | --- |
    /// | `OPENTACT_EMAIL` and `OPENTACT_PASSWORD` | Basic |
    /// | `OPENTACT_JWT` | JWT |
    /// | `OPENTACT_TOKEN` | API token |
    /// | `OPENTACT_GOOGLE_TOKEN` | Google |
    /// | `OPENTACT_FACEBOOK_TOKEN` | Facebook |
    /// | `OPENTACT_HA1B` | HA1B, from its hash |
    /// | `OPENTACT_SIP_LOGIN`, `OPENTACT_SIP_DOMAIN` and `OPENTACT_SIP_PASSWORD` | HA1B |
    ///
    /// `OPENTACT_PLACEMENT` is `header` (default) or `query`. A variable that is empty counts as
    /// not set.
    ///
    /// # Errors
    ///
    /// [`Configuration`](ErrorKind::Configuration): there is no credential, a part of one, or more
    /// than one. The message names the variables, not their values.
    pub fn from_env() -> Result<Self, Error> {
        from(&variable)
    }
}

impl ClientBuilder {
    /// Settings with address and credential from the environment, to go on from.
    ///
    /// # Errors
    ///
    /// As [`Credential::from_env`].
    pub fn from_env() -> Result<Self, Error> {
        let builder = Client::builder().credential(Credential::from_env()?);
        Ok(match variable("OPENTACT_BASE_URL") {
            Some(url) => builder.base_url(url),
            None => builder,
        })
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one door for settings from the environment"
)]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// What makes a credential out of the values of its variables.
type Make = fn(&[String]) -> Credential;

const CREDENTIALS: [(&[&str], Make); 7] = [
    (&["OPENTACT_EMAIL", "OPENTACT_PASSWORD"], |it| {
        Credential::basic(&it[0], secret(&it[1]))
    }),
    (&["OPENTACT_JWT"], |it| Credential::jwt(secret(&it[0]))),
    (&["OPENTACT_TOKEN"], |it| Credential::bearer(secret(&it[0]))),
    (&["OPENTACT_GOOGLE_TOKEN"], |it| {
        Credential::google(secret(&it[0]))
    }),
    (&["OPENTACT_FACEBOOK_TOKEN"], |it| {
        Credential::facebook(secret(&it[0]))
    }),
    (&["OPENTACT_HA1B"], |it| Credential::ha1b(secret(&it[0]))),
    (
        &[
            "OPENTACT_SIP_LOGIN",
            "OPENTACT_SIP_DOMAIN",
            "OPENTACT_SIP_PASSWORD",
        ],
        |it| Credential::ha1b_from(&it[0], &it[1], secret(&it[2])),
    ),
];

fn secret(value: &str) -> Secret {
    Secret::new(value)
}

fn from(variable: &dyn Fn(&str) -> Option<String>) -> Result<Credential, Error> {
    let refuse = |message: String| Err(Error::new(ErrorKind::Configuration, FROM_ENV, message));
    let mut found: Option<(&[&str], Credential)> = None;
    for (names, make) in CREDENTIALS {
        let values: Vec<Option<String>> = names.iter().map(|name| variable(name)).collect();
        if values.iter().all(Option::is_none) {
            continue;
        }
        if let Some(missing) = values.iter().position(Option::is_none) {
            let set: Vec<&str> = names
                .iter()
                .copied()
                .filter(|name| *name != names[missing])
                .collect();
            return refuse(format!(
                "{} is missing beside {}",
                names[missing],
                set.join(" and ")
            ));
        }
        let values: Vec<String> = values.into_iter().flatten().collect();
        let credential = make(&values);
        values
            .into_iter()
            .for_each(|value| drop(Secret::new(value)));
        if let Some((others, _)) = found {
            return refuse(format!(
                "{} and {} are both set; unset one",
                others[0], names[0]
            ));
        }
        found = Some((names, credential));
    }
    let Some((_, credential)) = found else {
        return refuse(
            "the environment holds no credential; set OPENTACT_TOKEN, or OPENTACT_EMAIL and OPENTACT_PASSWORD".to_owned(),
        );
    };
    match variable("OPENTACT_PLACEMENT").as_deref() {
        None | Some("header") => Ok(credential),
        Some("query") => Ok(credential.placed(Placement::Query)),
        Some(_) => refuse("OPENTACT_PLACEMENT is neither `header` nor `query`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use opentact_client::security::CredentialKind;

    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Credential, Error> {
        from(&|name| {
            let value = variables.iter().find(|(key, _)| *key == name)?.1;
            Some(value.to_owned()).filter(|value| !value.is_empty())
        })
    }

    #[test]
    fn every_kind_has_its_variables() {
        for (variables, kind) in [
            (
                &[
                    ("OPENTACT_EMAIL", "me@example.com"),
                    ("OPENTACT_PASSWORD", "x"),
                ][..],
                CredentialKind::Basic,
            ),
            (&[("OPENTACT_JWT", "x")], CredentialKind::Jwt),
            (&[("OPENTACT_TOKEN", "x")], CredentialKind::Bearer),
            (&[("OPENTACT_GOOGLE_TOKEN", "x")], CredentialKind::Google),
            (
                &[("OPENTACT_FACEBOOK_TOKEN", "x")],
                CredentialKind::Facebook,
            ),
            (&[("OPENTACT_HA1B", "x")], CredentialKind::Ha1b),
        ] {
            assert_eq!(read(variables).unwrap().kind(), kind);
        }
        let derived = read(&[
            ("OPENTACT_SIP_LOGIN", "1000"),
            ("OPENTACT_SIP_DOMAIN", "example.sip.opentact.org"),
            ("OPENTACT_SIP_PASSWORD", "secret"),
        ]);
        assert_eq!(
            derived.unwrap(),
            Credential::ha1b("ac53757424660e71734ca0e929d6fa62")
        );
    }

    #[test]
    fn placement_is_read() {
        let credential = read(&[("OPENTACT_TOKEN", "x"), ("OPENTACT_PLACEMENT", "query")]).unwrap();
        assert_eq!(credential.placement(), Placement::Query);
        assert!(read(&[("OPENTACT_TOKEN", "x"), ("OPENTACT_PLACEMENT", "url")]).is_err());
    }

    #[test]
    fn none_a_part_or_several_are_refused_by_name() {
        for (variables, named) in [
            (&[][..], "no credential"),
            (&[("OPENTACT_TOKEN", "")], "no credential"),
            (
                &[("OPENTACT_EMAIL", "planted")],
                "OPENTACT_PASSWORD is missing beside OPENTACT_EMAIL",
            ),
            (
                &[("OPENTACT_TOKEN", "planted"), ("OPENTACT_JWT", "planted")],
                "OPENTACT_JWT and OPENTACT_TOKEN are both set",
            ),
        ] {
            let error = read(variables).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert!(error.to_string().contains(named), "{error}");
            assert!(!format!("{error} {error:?}").contains("planted"));
        }
    }
}
