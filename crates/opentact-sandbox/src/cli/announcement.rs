//! What the command says on stdout once the sandbox answers: to people, or to other programs.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Write, stdout},
    process,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use opentact_client::Location;
use opentact_sandbox::{Error, Sandbox, Secret, SecurityScheme, UserSeed};
use serde::Serialize;

use super::{
    failure::Failure,
    setup::{DEMO_EMAIL, DEMO_NUMBER, DEMO_PASSWORD},
};

/// Says it in lines for people; the address comes last. `nobody_given` says that no user was
/// given, so that it is told who is there all the same.
pub(super) async fn to_people(
    sandbox: &Sandbox,
    nobody_given: bool,
    print_credentials: bool,
) -> Result<(), Failure> {
    let seed = sandbox.seed().await;
    if nobody_given && !seed.users().is_empty() {
        demo_user()?;
    } else if nobody_given && sandbox.users().await?.is_empty() {
        nobody()?;
    }
    if print_credentials {
        for user in seed.users() {
            credentials(user, &ready_made(sandbox, user).await?)?;
        }
    }
    Ok(address(sandbox)?)
}

/// Tells who is there although nobody was given.
fn demo_user() -> io::Result<()> {
    writeln!(
        stdout(),
        "no user was given: there is {DEMO_EMAIL} with the password \"{DEMO_PASSWORD}\" and the number {DEMO_NUMBER}"
    )
}

/// Tells that nobody is there.
fn nobody() -> io::Result<()> {
    writeln!(
        stdout(),
        "no user was given: there is no user, as other machines may reach this address"
    )
}

/// A credential for each scheme. The API token among them takes the place of that of the start before,
/// so that a data file does not collect them.
async fn ready_made(
    sandbox: &Sandbox,
    user: &UserSeed,
) -> Result<Vec<(SecurityScheme, Secret)>, Failure> {
    let email = user.email();
    for token in sandbox.tokens(email).await? {
        if token.name == "ready-made" {
            sandbox.delete_token(email, &token.uuid.to_string()).await?;
        }
    }
    Ok(sandbox.credentials(user).await?)
}

/// One line for each scheme: a header, or a part of a query.
fn credentials(user: &UserSeed, credentials: &[(SecurityScheme, Secret)]) -> io::Result<()> {
    let mut said = format!("credentials of {}:\n", user.email());
    for (scheme, secret) in credentials {
        let Some(Carried { place, name, value }) = Carried::by(*scheme, secret) else {
            continue;
        };
        // Writing to a text does not fail.
        let _ = match place {
            "query" => writeln!(said, "  ?{name}={value}"),
            _ => writeln!(said, "  {name}: {value}"),
        };
    }
    stdout().write_all(said.as_bytes())
}

/// Tells that the sandbox answers, and where; the control port comes last.
fn address(sandbox: &Sandbox) -> io::Result<()> {
    let mut out = stdout().lock();
    let mut said = format!("listening on {}\n", sandbox.base_url());
    if let Some(url) = sandbox.redirect_url() {
        said = format!("{said}redirecting on {url}\n");
    }
    if let Some(url) = sandbox.control_url() {
        said = format!("{said}control on {url}\n");
    }
    // In one piece: who waits for the first line has the others as well.
    out.write_all(said.as_bytes())?;
    out.flush()
}

/// What stands in the line; the README promises its fields.
#[derive(Serialize)]
struct Ready {
    base_url: String,
    control_url: Option<String>,
    redirect_url: Option<String>,
    certificate: Option<String>,
    pid: u32,
    version: &'static str,
    users: Vec<User>,
}

#[derive(Serialize)]
struct User {
    email: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    password: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credentials: Option<BTreeMap<&'static str, Carried>>,
}

/// Says it in one line of JSON. If no user was given, there may be the demo user, whose password
/// everybody knows.
pub(super) async fn as_json(
    sandbox: &Sandbox,
    nobody_given: bool,
    print_credentials: bool,
) -> Result<(), Failure> {
    let seed = sandbox.seed().await;
    let demo = nobody_given && !seed.users().is_empty();
    let mut users = Vec::new();
    for user in sandbox.users().await? {
        let is_demo = demo && user.email == DEMO_EMAIL;
        users.push(User {
            email: user.email,
            password: is_demo.then_some(DEMO_PASSWORD),
            credentials: None,
        });
    }
    if print_credentials {
        for seeded in seed.users() {
            let presented = ready_made(sandbox, seeded).await?;
            let carried = presented
                .iter()
                .filter_map(|(scheme, secret)| Some((scheme.name(), Carried::by(*scheme, secret)?)))
                .collect();
            let its = |user: &&mut User| user.email.eq_ignore_ascii_case(seeded.email());
            if let Some(user) = users.iter_mut().find(its) {
                user.credentials = Some(carried);
            }
        }
    }
    let ready = Ready {
        base_url: sandbox.base_url(),
        control_url: sandbox.control_url(),
        redirect_url: sandbox.redirect_url(),
        certificate: sandbox.certificate().map(ToOwned::to_owned),
        pid: process::id(),
        version: env!("CARGO_PKG_VERSION"),
        users,
    };
    let mut line = serde_json::to_vec(&ready).map_err(Error::Encode)?;
    line.push(b'\n');
    let mut out = stdout().lock();
    out.write_all(&line)?;
    Ok(out.flush()?)
}

/// A header or a parameter of the query, in the words of OpenAPI. Its value is a secret.
#[derive(Serialize)]
struct Carried {
    #[serde(rename = "in")]
    place: &'static str,
    name: &'static str,
    value: String,
}

impl Carried {
    /// How a scheme carries this credential, if this program knows the scheme's place.
    fn by(scheme: SecurityScheme, secret: &Secret) -> Option<Self> {
        let secret = secret.expose();
        let (place, name, value) = match scheme.location() {
            Location::Basic => {
                let value = format!("Basic {}", STANDARD.encode(secret));
                ("header", "Authorization", value)
            }
            Location::Bearer => ("header", "Authorization", format!("Bearer {secret}")),
            Location::Header(name) => ("header", name, secret.to_owned()),
            Location::Query(name) => ("query", name, secret.to_owned()),
            _ => return None,
        };
        Some(Self { place, name, value })
    }
}
