//! A sandbox that tells what it saw, and shows odd users: for the conformance scripts of other
//! languages.
//!
//! It prints one line of JSON with its address and a made-up user's credentials, serves until its
//! standard input ends, and then prints one line of JSON with the requests it has answered and
//! with what the referee says of the answers.

use std::error::Error;
use std::io::{self, Read, Write, stdin, stdout};

use opentact_sandbox::{Fault, Operation, RequestRecord, Sandbox, SecurityScheme, UserSeed};
use opentact_tests::{DOMAIN, EMAIL, PASSWORD, SIP_LOGIN, SIP_PASSWORD, watched};
use serde_json::{Map, Value, json};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let user = UserSeed::new(EMAIL, PASSWORD)
        .name("Ann", "Example")
        .sip_user(SIP_LOGIN, DOMAIN, SIP_PASSWORD);
    let (builder, watch) = watched(Sandbox::builder().user(user.clone()));
    let sandbox = builder.start().await?;
    for (operation, payload) in [
        (Operation::Authenticate, odd_user()),
        (Operation::CreateToken, json!({ "user": odd_user() })),
    ] {
        let odd = Fault::merge(json!({ "payload": payload, "odd": ["list", { "of": null }] }));
        sandbox.faults().add(odd.on(operation).probability(1.0))?;
    }
    let credentials: Map<String, Value> = sandbox
        .credentials(&user)
        .await?
        .iter()
        .map(|(scheme, secret)| (scheme.name().to_owned(), json!(secret.expose())))
        .collect();
    say(&json!({
        "base_url": sandbox.base_url(),
        "email": EMAIL,
        "credentials": credentials,
    }))?;
    tokio::task::spawn_blocking(until_input_ends).await??;
    let requests: Vec<Value> = sandbox.requests().iter().map(told).collect();
    let violations: Vec<_> = watch.take().iter().map(ToString::to_string).collect();
    say(&json!({ "requests": requests, "violations": violations }))?;
    sandbox.shutdown().await;
    Ok(())
}

/// What the contract lets a user have although the sandbox never writes it: a phone number that is
/// an integer, a role that nobody knows, and fields that are not listed.
fn odd_user() -> Value {
    json!({
        "role": "Auditor",
        "odd": { "object": { "depth": 2 } },
        "odd_list": [1, "two", null, { "nothing": null }],
        "account": {
            "phone": 15_105_550_100_u64,
            "odd": { "flag": true },
            "odd_list": [[null], []],
        },
    })
}

/// A request without anything secret: where it carried credentials, not which.
fn told(request: &RequestRecord) -> Value {
    json!({
        "method": request.method,
        "path": request.path,
        "status": request.status,
        "credentials": request.credentials.iter().map(|scheme| scheme.name()).collect::<Vec<_>>(),
        "in_url": request.credentials.iter().filter(|scheme| in_url(**scheme)).count(),
    })
}

fn in_url(scheme: SecurityScheme) -> bool {
    matches!(scheme.location(), opentact_client::Location::Query(_))
}

fn until_input_ends() -> io::Result<()> {
    stdin().read_to_end(&mut Vec::new()).map(drop)
}

fn say(line: &Value) -> io::Result<()> {
    let mut out = stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}
