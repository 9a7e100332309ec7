//! The command line: what can be said on it, and what then happens.

mod announcement;
mod arguments;
mod failure;
mod runtime;
mod setup;
mod stop;

use std::{io, pin::pin};

use opentact_sandbox::Sandbox;
use tokio::{runtime::Handle, task::spawn_blocking};

use self::stop::Signals;
pub(crate) use self::{
    arguments::Arguments,
    failure::{Failure, complain},
    runtime::start as runtime,
    stop::Parent,
};

/// Starts a sandbox, says where it is, and runs it until it is told to stop, or until `parent`
/// is gone.
pub(crate) async fn run(arguments: Arguments, parent: Option<Parent>) -> Result<(), Failure> {
    tracing_subscriber::fmt()
        .with_max_level(arguments.log)
        .with_writer(io::stderr)
        .init();
    if let Some(parent) = &parent {
        parent.check()?;
    }
    let mut signals = Signals::listen()?;
    // On a thread of its own, as reading files and hashing passwords keeps one to itself.
    let begun = spawn_blocking(move || Handle::current().block_on(begin(arguments)));
    let sandbox = {
        let mut told = pin!(stop::told(&mut signals, parent.as_ref()));
        let sandbox = tokio::select! {
            begun = begun => begun.map_err(io::Error::from)??,
            told = &mut told => return told,
        };
        told.await?;
        sandbox
    };
    tokio::select! {
        () = sandbox.shutdown() => Ok(()),
        () = signals.next() => Err(Failure::Impatience),
    }
}

/// Starts a sandbox and says where it is.
async fn begin(arguments: Arguments) -> Result<Sandbox, Failure> {
    let seed = setup::seed(&arguments)?;
    let nobody_given = seed.users().is_empty();
    let sandbox = setup::builder(&arguments, seed)?.start().await?;
    let print_credentials = arguments.print_credentials;
    match arguments.json {
        true => announcement::as_json(&sandbox, nobody_given, print_credentials).await?,
        false => announcement::to_people(&sandbox, nobody_given, print_credentials).await?,
    }
    Ok(sandbox)
}
