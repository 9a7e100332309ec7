//! Logs in through the generated client, compiled from its committed copy.

use opentact_client::security::SecurityScheme;
use opentact_client::{Client, FixedCredential, Secret};
use opentact_sandbox::{Sandbox, UserSeed};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let user = UserSeed::new("me@example.com", "made up");
    let sandbox = Sandbox::builder().user(user).start().await?;
    let password = FixedCredential::new(SecurityScheme::Basic, Secret::new("me@example.com:made up"));
    let client = Client::connect(&sandbox.base_url(), password)?;
    let me = client.authenticate().await.map_err(|_| "the login was refused")?;
    println!("logged in as {}", me.payload.email);
    Ok(())
}
