//! What the command says on stdout.

use std::io::{self, Write, stdout};

use base64::{Engine, engine::general_purpose::STANDARD};
use opentact_client::Location;
use opentact_sandbox::{Sandbox, Secret, SecurityScheme, UserSeed};

use super::population::{DEMO_EMAIL, DEMO_PASSWORD};

/// Tells who is there although nobody was given, if anybody is.
pub(super) fn nobody_given(users: &[UserSeed]) -> io::Result<()> {
    let mut out = stdout().lock();
    if users.is_empty() {
        return writeln!(
            out,
            "no user was given: there is no user, as other machines may reach this address"
        );
    }
    writeln!(
        out,
        "no user was given: there is {DEMO_EMAIL} with the password \"{DEMO_PASSWORD}\""
    )
}

/// One line for each scheme: a header, or a part of a query.
pub(super) fn credentials(
    user: &UserSeed,
    credentials: &[(SecurityScheme, Secret)],
) -> io::Result<()> {
    let mut out = stdout().lock();
    writeln!(out, "credentials of {}:", user.email())?;
    for (scheme, secret) in credentials {
        let secret = secret.expose();
        match scheme.location() {
            Location::Basic => {
                writeln!(out, "  Authorization: Basic {}", STANDARD.encode(secret))?;
            }
            Location::Bearer => writeln!(out, "  Authorization: Bearer {secret}")?,
            Location::Header(name) => writeln!(out, "  {name}: {secret}")?,
            Location::Query(name) => writeln!(out, "  ?{name}={secret}")?,
            _ => {}
        }
    }
    Ok(())
}

/// Tells that the sandbox answers, and where; the control port comes last.
pub(super) fn address(sandbox: &Sandbox) -> io::Result<()> {
    let mut out = stdout().lock();
    let mut said = format!("listening on {}\n", sandbox.base_url());
    if let Some(url) = sandbox.control_url() {
        said = format!("{said}control on {url}\n");
    }
    // In one piece: who waits for the first line has the second as well.
    out.write_all(said.as_bytes())?;
    out.flush()
}
