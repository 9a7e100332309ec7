//! Logs in by each scheme, then creates, lists, changes, uses and deletes an API token.
//!
//! `cargo run --example quickstart` starts a sandbox in this process and needs nothing else. With
//! `OPENTACT_BASE_URL` and a credential in the environment (see `Credential::from_env`) the same
//! steps run against that server.

#![allow(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "an example talks to a person"
)]

use std::process::ExitCode;
use std::time::Duration;

use opentact::{Client, Credential, Error, ErrorKind};
use opentact_sandbox::{Sandbox, UserSeed};

const EMAIL: &str = "ann@example.com";
const PASSWORD: &str = "made-up password";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The whole tour, against the server that the environment names or a sandbox.
async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let Some(base_url) = std::env::var_os("OPENTACT_BASE_URL") else {
        return in_sandbox().await;
    };
    println!("Opentact quickstart, against the server that OPENTACT_BASE_URL names\n");
    tour(&base_url.to_string_lossy(), vec![Credential::from_env()?]).await
}

/// The whole tour, against a sandbox in this process.
pub(crate) async fn in_sandbox() -> Result<(), Box<dyn std::error::Error>> {
    let ann = UserSeed::new(EMAIL, PASSWORD).name("Ann", "Example");
    let ann = ann.sip_user("1000", "example.sip.opentact.org", "made-up SIP password");
    let sandbox = Sandbox::builder().user(ann).start().await?;
    println!("Opentact quickstart, against a sandbox in this process");
    println!("(it listens on {} and ends with it)\n", sandbox.base_url());

    let base_url = sandbox.base_url();
    let basic = Credential::basic(EMAIL, PASSWORD);
    let first = connect(&base_url, basic.clone())?;
    let jwt = first
        .whoami()
        .await?
        .token
        .ok_or("the login shows no JWT")?;
    let token = first.tokens().create("for the tour").await?.token;
    let credentials = vec![
        basic,
        Credential::jwt(jwt),
        Credential::api_token(token),
        Credential::google(sandbox.issue_google_token(EMAIL).await?),
        Credential::facebook(sandbox.issue_facebook_token(EMAIL).await?),
        Credential::ha1b_from("1000", "example.sip.opentact.org", "made-up SIP password"),
    ];
    tour(&base_url, credentials).await?;
    println!(
        "\nThe sandbox answered {} requests.",
        sandbox.stats().requests
    );
    sandbox.shutdown().await;
    Ok(())
}

fn connect(base_url: &str, credential: Credential) -> Result<Client, Error> {
    Client::builder(credential).base_url(base_url).build()
}

async fn tour(
    base_url: &str,
    credentials: Vec<Credential>,
) -> Result<(), Box<dyn std::error::Error>> {
    let schemes = match credentials.len() {
        6 => "each of the six schemes",
        _ => "the scheme of the credential",
    };
    println!("1. Log in, by {schemes}");
    for credential in &credentials {
        let client = connect(base_url, credential.clone())?;
        let me = client.whoami().await?;
        let how = if credential.is_login() {
            "traded for a JWT, which the calls carry"
        } else {
            "carried by the calls as it is"
        };
        println!(
            "   {:<9} I am {}  ({how})",
            credential.kind().name(),
            me.email
        );
    }

    let client = connect(base_url, credentials[0].clone())?;
    let tokens = client.tokens();

    println!("\n2. Create an API token that lives an hour");
    let token = tokens
        .create("quickstart")
        .ttl(Duration::from_secs(3600))
        .await?;
    println!("   uuid {}, good until {}", token.uuid, token.expired_on);
    println!(
        "   its value is shown this once, and prints as {:?}",
        token.token
    );

    println!("\n3. List the tokens");
    for listed in tokens.list().await? {
        let name = listed.name.as_deref().unwrap_or("(no name)");
        println!("   {name:<14} until {}", listed.expired_on);
    }

    println!("\n4. Change it: another name, and its life starts again");
    let changed = tokens
        .update(token.uuid)
        .name("quickstart, renamed")
        .ttl(Duration::from_secs(7200))
        .await?;
    println!(
        "   {}, until {}",
        changed.name.as_deref().unwrap_or(""),
        changed.expired_on
    );

    println!("\n5. Use it in place of the login");
    let with_token = connect(base_url, Credential::api_token(token.token.clone()))?;
    println!(
        "   the token says I am {}",
        with_token.whoami().await?.email
    );

    println!("\n6. Delete it");
    tokens.delete(token.token).await?;
    println!("   gone");

    println!("\n7. What a refused login looks like");
    let refused = refusal(&with_token).await?;
    println!("   {refused}");
    println!(
        "   kind {:?}, status {:?}",
        refused.kind(),
        refused.status()
    );
    Ok(())
}

/// The refusal of a token that was just deleted.
async fn refusal(client: &Client) -> Result<Error, &'static str> {
    match client.whoami().await {
        Err(error) if error.kind() == ErrorKind::Credentials => Ok(error),
        Err(_) => Err("the deleted token was refused in another way than with 401"),
        Ok(_) => Err("the deleted token still works"),
    }
}
