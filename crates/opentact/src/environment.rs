//! Address and credential out of environment variables.

use std::env::VarError;

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
    /// [`Configuration`](ErrorKind::Configuration): there is no credential, a part of one, more
    /// than one, or a value that is not Unicode. The message names the variables, not their values.
    pub fn from_env() -> Result<Self, Error> {
        only(read(&variable)?)
    }
}

impl ClientBuilder {
    /// Settings with address and credential from the environment, to go on from.
    ///
    /// # Errors
    ///
    /// As [`Credential::from_env`], and where `OPENTACT_BASE_URL` is not Unicode.
    pub fn from_env() -> Result<Self, Error> {
        let builder = Client::builder(Credential::from_env()?);
        Ok(match variable("OPENTACT_BASE_URL")? {
            Some(url) => builder.base_url(url),
            None => builder,
        })
    }
}

/// What the environment says of proxies.
#[derive(Clone, Debug, Default)]
pub(crate) struct EnvironmentProxy {
    /// The address, which may hold a password, and the name of its variable.
    pub(crate) address: Option<(&'static str, Secret)>,
    /// For whom it is not used.
    pub(crate) exceptions: String,
}

impl EnvironmentProxy {
    /// The proxy of addresses with TLS, by the variables that are usual; those in capitals count first.
    pub(crate) fn read() -> Result<Self, Error> {
        let first = |names: [&'static str; 2]| -> Result<_, Error> {
            for name in names {
                if let Some(value) = variable(name)? {
                    return Ok(Some((name, value)));
                }
            }
            Ok(None)
        };
        let address = match first(["HTTPS_PROXY", "https_proxy"])? {
            Some(address) => Some(address),
            None => first(["ALL_PROXY", "all_proxy"])?,
        };
        let exceptions = first(["NO_PROXY", "no_proxy"])?;
        Ok(Self {
            address: address.map(|(name, value)| (name, Secret::new(value))),
            exceptions: exceptions.map(|(_, value)| value).unwrap_or_default(),
        })
    }
}

/// The value of a variable; an empty one counts as not set.
#[expect(
    clippy::disallowed_methods,
    reason = "the one door for settings from the environment"
)]
fn variable(name: &str) -> Result<Option<String>, Error> {
    match std::env::var(name) {
        Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => Err(refusal(format!("{name} is not Unicode"))),
    }
}

fn refusal(message: String) -> Error {
    Error::new(ErrorKind::Configuration, FROM_ENV, message)
}

/// What makes a credential out of the values of its variables.
type Make = fn(&[String]) -> Credential;

const CREDENTIALS: [(&[&str], Make); 7] = [
    (&["OPENTACT_EMAIL", "OPENTACT_PASSWORD"], |it| {
        Credential::basic(&it[0], secret(&it[1]))
    }),
    (&["OPENTACT_JWT"], |it| Credential::jwt(secret(&it[0]))),
    (&["OPENTACT_TOKEN"], |it| {
        Credential::api_token(secret(&it[0]))
    }),
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

/// The names of a credential's variables, and the credential.
type Found = (&'static [&'static str], Credential);

/// Every credential that the variables make, in the order of the table.
fn read(variable: &dyn Fn(&str) -> Result<Option<String>, Error>) -> Result<Vec<Found>, Error> {
    let placement = match variable("OPENTACT_PLACEMENT")?.as_deref() {
        None | Some("header") => Placement::Header,
        Some("query") => Placement::Query,
        Some(_) => {
            let message = "OPENTACT_PLACEMENT is neither `header` nor `query`";
            return Err(refusal(message.to_owned()));
        }
    };
    let mut found = Vec::new();
    for (names, make) in CREDENTIALS {
        let values = names
            .iter()
            .map(|name| variable(name))
            .collect::<Result<Vec<_>, _>>()?;
        if values.iter().all(Option::is_none) {
            continue;
        }
        if let Some(missing) = values.iter().position(Option::is_none) {
            let set = names
                .iter()
                .zip(&values)
                .filter(|(_, value)| value.is_some());
            let set: Vec<&str> = set.map(|(name, _)| *name).collect();
            let message = format!(
                "{} is missing, while {} is set",
                names[missing],
                set.join(" and ")
            );
            return Err(refusal(message));
        }
        let values: Vec<String> = values.into_iter().flatten().collect();
        found.push((names, make(&values).placed(placement)));
        // Overwritten, as each may be a secret.
        values
            .into_iter()
            .for_each(|value| drop(Secret::new(value)));
    }
    Ok(found)
}

/// The one credential there is.
fn only(found: Vec<Found>) -> Result<Credential, Error> {
    match <[Found; 1]>::try_from(found) {
        Ok([(_, credential)]) => Ok(credential),
        Err(found) if found.is_empty() => Err(refusal(
            "the environment holds no credential; set OPENTACT_TOKEN, or OPENTACT_EMAIL and OPENTACT_PASSWORD".to_owned(),
        )),
        Err(found) => {
            let names: Vec<&str> = found.iter().map(|(names, _)| names[0]).collect();
            Err(refusal(format!("{} are all set; unset all but one", names.join(" and "))))
        }
    }
}

#[cfg(test)]
mod tests {
    use opentact_client::security::CredentialKind;

    use super::*;

    fn from(variables: &[(&str, &str)]) -> Result<Credential, Error> {
        let found = read(&|name| {
            let value = variables.iter().find(|(key, _)| *key == name);
            Ok(value
                .map(|(_, value)| (*value).to_owned())
                .filter(|value| !value.is_empty()))
        });
        only(found?)
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
            assert_eq!(from(variables).unwrap().kind(), kind);
        }
        let derived = from(&[
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
        let credential = from(&[("OPENTACT_TOKEN", "x"), ("OPENTACT_PLACEMENT", "query")]).unwrap();
        assert_eq!(credential.placement(), Placement::Query);
        assert!(from(&[("OPENTACT_TOKEN", "x"), ("OPENTACT_PLACEMENT", "url")]).is_err());
    }

    #[test]
    fn none_a_part_or_several_are_refused_by_name() {
        for (variables, named) in [
            (&[][..], "no credential"),
            (&[("OPENTACT_TOKEN", "")], "no credential"),
            (
                &[("OPENTACT_EMAIL", "planted")],
                "OPENTACT_PASSWORD is missing, while OPENTACT_EMAIL is set",
            ),
            (
                &[("OPENTACT_TOKEN", "planted"), ("OPENTACT_JWT", "planted")],
                "OPENTACT_JWT and OPENTACT_TOKEN are all set",
            ),
        ] {
            let error = from(variables).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert!(error.to_string().contains(named), "{error}");
            assert!(!format!("{error} {error:?}").contains("planted"));
        }
    }

    #[test]
    fn a_value_that_cannot_be_read_is_not_taken_for_missing() {
        let broken = |name: &str| match name {
            "OPENTACT_PLACEMENT" => Err(refusal(format!("{name} is not Unicode"))),
            _ => Ok(Some("x".to_owned())),
        };
        assert!(
            read(&broken)
                .unwrap_err()
                .to_string()
                .contains("OPENTACT_PLACEMENT is not Unicode")
        );
    }
}
