//! The line of JSON by which other programs learn where the sandbox is.

use std::{
    collections::BTreeMap,
    io::{Write, stdout},
    process,
};

use opentact_sandbox::{Error, Sandbox};
use serde::Serialize;

use super::{
    carried::Carried,
    failure::Failure,
    population::{DEMO_EMAIL, DEMO_PASSWORD},
};

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

/// Prints the line. `demo` says that the demo user was added, whose password everybody knows.
pub(super) async fn print(sandbox: &Sandbox, demo: bool, credentials: bool) -> Result<(), Failure> {
    let mut users = Vec::new();
    for user in sandbox.users().await? {
        let is_demo = demo && user.email == DEMO_EMAIL;
        users.push(User {
            email: user.email,
            password: is_demo.then_some(DEMO_PASSWORD),
            credentials: None,
        });
    }
    if credentials {
        for seeded in sandbox.seed().await.users() {
            let presented = sandbox.credentials(seeded).await?;
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
