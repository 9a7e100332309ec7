//! Logs in through the SDK.

use opentact::{Client, Credential};
use opentact_sandbox::{Sandbox, UserSeed};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let user = UserSeed::new("me@example.com", "made up");
    let sandbox = Sandbox::builder().user(user).start().await?;
    let client = Client::builder(Credential::basic("me@example.com", "made up"))
        .base_url(sandbox.base_url())
        .build()?;
    println!("logged in as {}", client.whoami().await?.email);
    Ok(())
}
