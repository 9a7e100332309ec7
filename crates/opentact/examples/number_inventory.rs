//! Prints a table of all numbers of an account, without a runtime.
//!
//! `cargo run --example number_inventory` starts a sandbox in this process and needs nothing else:
//!
//! ```text
//! number       renewed  can
//! 12015550100  yes      voice, sms
//! 12015550101  yes      voice, sms
//! 12015550102  yes      voice, sms
//! ```

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use opentact::{Client, Credential};
use opentact_sandbox::{NumberSeed, Sandbox, UserSeed};

const EMAIL: &str = "ann@example.com";
const PASSWORD: &str = "made-up password";

fn main() -> ExitCode {
    match tour(&mut std::io::stdout()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where even this cannot be written, the exit code says it.
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

/// The whole tour, told in lines. The sandbox needs a runtime; the client does not.
pub(crate) fn tour(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mut ann = UserSeed::new(EMAIL, PASSWORD);
    for line in 0..3 {
        ann = ann.number(NumberSeed::new(format!("1201555010{line}")));
    }
    let runtime = tokio::runtime::Runtime::new()?;
    let sandbox = runtime.block_on(Sandbox::builder().user(ann).start())?;
    let credential = Credential::basic(EMAIL, PASSWORD);
    let client = Client::builder(credential)
        .base_url(sandbox.base_url())
        .build()?;

    writeln!(out, "{:<12} {:<8} can", "number", "renewed")?;
    // Two to a page, so that there is more than one.
    for lease in client.leases().search().page_size(2).items_blocking() {
        let lease = lease?;
        let number = lease
            .tn
            .value()
            .map(|it| it.tn.to_string())
            .unwrap_or_default();
        let renewed = if lease.autorenew == true { "yes" } else { "no" };
        let features = lease
            .subscriptions
            .value()
            .into_iter()
            .flatten()
            .map(|it| it.kind.to_string());
        let features: Vec<_> = features.collect();
        writeln!(out, "{number:<12} {renewed:<8} {}", features.join(", "))?;
    }
    Ok(())
}
