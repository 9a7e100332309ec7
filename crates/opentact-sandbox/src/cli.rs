//! The command line: what can be said on it, and what then happens.

mod arguments;
mod failure;
mod issuers;
mod population;
mod print;

use opentact_sandbox::{CreateStatus, Sandbox};

pub(crate) use self::{
    arguments::Arguments,
    failure::{Failure, complain},
};
use self::{
    arguments::Status,
    population::{demo_user, given},
};

/// Starts a sandbox, says where it is, and runs it until it is told to stop.
pub(crate) async fn run(arguments: Arguments) -> Result<(), Failure> {
    tracing_subscriber::fmt()
        .with_max_level(arguments.log)
        .with_writer(std::io::stderr)
        .init();
    let mut seed = given(&arguments)?;
    let mut stop = stop_signals()?;

    let mut builder = Sandbox::builder()
        .listen(arguments.listen)
        .keep_sealed_tokens(arguments.keep_sealed_tokens)
        .jwt_ttl(arguments.jwt_ttl)
        .default_token_ttl(arguments.default_token_ttl)
        .create_status(match arguments.create_status {
            Status::Ok => CreateStatus::Ok,
            Status::Created => CreateStatus::Created,
        });
    builder = issuers::put_into(builder, &arguments);
    if let Some((attempts, window)) = arguments.login_limit {
        builder = builder.login_limit(attempts, window);
    }
    if let Some(file) = arguments.data {
        builder = builder.data_file(file);
    }
    if !arguments.no_control {
        builder = builder.control_on(arguments.control);
    }
    let nobody = seed.users().is_empty() && !builder.has_stored_users().await?;
    if nobody && arguments.listen.ip().is_loopback() {
        seed = seed.user(demo_user());
    }
    let sandbox = builder.seed(seed.clone()).start().await?;
    if nobody {
        print::nobody_given(seed.users())?;
    }
    if arguments.print_credentials {
        for user in seed.users() {
            print::credentials(user, &sandbox.credentials(user).await?)?;
        }
    }
    print::address(&sandbox)?;

    stop.recv().await;
    sandbox.shutdown().await;
    Ok(())
}

/// Ctrl-C and SIGTERM, listened for from now on, so that none is missed during the start.
struct StopSignals {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
fn stop_signals() -> Result<StopSignals, Failure> {
    use tokio::signal::unix::{SignalKind, signal};
    Ok(StopSignals {
        terminate: signal(SignalKind::terminate())?,
        interrupt: signal(SignalKind::interrupt())?,
    })
}

#[cfg(unix)]
impl StopSignals {
    async fn recv(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

#[cfg(not(unix))]
fn stop_signals() -> Result<StopSignals, Failure> {
    Ok(StopSignals {})
}

#[cfg(not(unix))]
impl StopSignals {
    async fn recv(&mut self) {
        // Without Ctrl-C there is still the end of the process.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
