//! The command line: what can be said on it, and what then happens.

mod announcement;
mod arguments;
mod failure;
mod setup;
mod stop;

use self::stop::Signals;
pub(crate) use self::{
    arguments::Arguments,
    failure::{Failure, complain},
    stop::Parent,
};

/// Starts a sandbox, says where it is, and runs it until it is told to stop, or until `parent`
/// is gone.
pub(crate) async fn run(arguments: Arguments, parent: Option<Parent>) -> Result<(), Failure> {
    tracing_subscriber::fmt()
        .with_max_level(arguments.log)
        .with_writer(std::io::stderr)
        .init();
    let seed = setup::seed(&arguments)?;
    let mut signals = Signals::listen()?;
    let nobody_given = seed.users().is_empty();
    let builder = setup::builder(&arguments, seed)?;
    let sandbox = builder.start().await?;
    let print_credentials = arguments.print_credentials;
    match arguments.json {
        true => announcement::as_json(&sandbox, nobody_given, print_credentials).await?,
        false => announcement::to_people(&sandbox, nobody_given, print_credentials).await?,
    }

    stop::told(&mut signals, parent.as_ref()).await;
    tokio::select! {
        () = sandbox.shutdown() => Ok(()),
        () = signals.next() => Err(Failure::Impatience),
    }
}
