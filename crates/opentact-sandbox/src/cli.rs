//! The command line: what can be said on it, and what then happens.

mod arguments;
mod carried;
pub(crate) mod completions;
mod failure;
mod issuers;
mod parent;
mod population;
mod print;
mod ready;
mod stop;
mod tls;

use opentact_sandbox::{AuthAnswer, CreateStatus, Sandbox, SandboxBuilder, Seed};

pub(crate) use self::{
    arguments::Arguments,
    failure::{Failure, complain},
    parent::Parent,
};
use self::{
    arguments::{Form, Status},
    population::{demo_user, given},
    stop::Signals,
};

/// Starts a sandbox, says where it is, and runs it until it is told to stop, or until `parent`
/// is gone.
pub(crate) async fn run(arguments: Arguments, parent: Option<Parent>) -> Result<(), Failure> {
    tracing_subscriber::fmt()
        .with_max_level(arguments.output.log)
        .with_writer(std::io::stderr)
        .init();
    let seed = given(&arguments)?;
    let mut signals = Signals::listen()?;
    let nobody_given = seed.users().is_empty();
    let builder = tls::put_into(set_up(&arguments, seed), &arguments.tls)?;
    let trust = arguments.tls.tls_cert_out.as_deref();
    let trust = trust.map(tls::TrustFile::open).transpose()?;
    let sandbox = builder.start().await?;
    if let Some(trust) = trust {
        trust.write(&sandbox)?;
    }
    let seed = sandbox.seed().await;
    let demo = nobody_given && !seed.users().is_empty();
    if arguments.output.json {
        ready::print(&sandbox, demo, arguments.output.print_credentials).await?;
    } else {
        if demo {
            print::demo_user()?;
        } else if nobody_given && sandbox.users().await?.is_empty() {
            print::nobody()?;
        }
        if arguments.output.print_credentials {
            for user in seed.users() {
                print::credentials(user, &sandbox.credentials(user).await?)?;
            }
        }
        print::address(&sandbox)?;
    }

    stop::told(&mut signals, parent.as_ref()).await;
    tokio::select! {
        () = sandbox.shutdown() => Ok(()),
        () = signals.next() => Err(Failure::Impatience),
    }
}

/// A sandbox as the command line wants it.
fn set_up(arguments: &Arguments, seed: Seed) -> SandboxBuilder {
    let Arguments {
        addresses,
        state,
        time,
        answers,
        verification,
        ..
    } = arguments;
    let mut builder = Sandbox::builder()
        .listen(addresses.listen)
        .seed(seed)
        .keep_sealed_tokens(answers.keep_sealed_tokens)
        .jwt_ttl(time.jwt_ttl)
        .default_token_ttl(time.default_token_ttl)
        .create_status(match answers.create_status {
            Status::Ok => CreateStatus::Ok,
            Status::Created => CreateStatus::Created,
        })
        .auth_answer(match answers.auth_answer {
            Form::Of2021 => AuthAnswer::Form2021,
            Form::Of2024 => AuthAnswer::Form2024,
        });
    builder = issuers::put_into(builder, verification);
    if let Some((attempts, window)) = verification.login_limit {
        builder = builder.login_limit(attempts, window);
    }
    if let Some(file) = &state.data {
        builder = builder.data_file(file);
    }
    if !addresses.no_control {
        builder = builder.control_on(addresses.control);
    }
    if addresses.listen.ip().is_loopback() {
        builder = builder.user_if_none(demo_user());
    }
    builder
}
