//! What the command says to people on stdout.

use std::{
    fmt::Write as _,
    io::{self, Write, stdout},
};

use opentact_sandbox::{Sandbox, Secret, SecurityScheme, UserSeed};

use super::{
    carried::Carried,
    population::{DEMO_EMAIL, DEMO_PASSWORD},
};

/// Tells who is there although nobody was given.
pub(super) fn demo_user() -> io::Result<()> {
    writeln!(
        stdout(),
        "no user was given: there is {DEMO_EMAIL} with the password \"{DEMO_PASSWORD}\""
    )
}

/// Tells that nobody is there.
pub(super) fn nobody() -> io::Result<()> {
    writeln!(
        stdout(),
        "no user was given: there is no user, as other machines may reach this address"
    )
}

/// One line for each scheme: a header, or a part of a query.
pub(super) fn credentials(
    user: &UserSeed,
    credentials: &[(SecurityScheme, Secret)],
) -> io::Result<()> {
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
pub(super) fn address(sandbox: &Sandbox) -> io::Result<()> {
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
