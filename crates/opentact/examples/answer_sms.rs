//! A web service that answers each message that one of its numbers receives.
//!
//! `cargo run --example answer_sms` starts the service and a sandbox in this process, and has the sandbox
//! receive a message:
//!
//! ```text
//! 12125550199: Are you open today?
//! 12015550100: Thanks, we will call you back.
//! 12125550199: STOP
//! 12015550100: You will hear no more of us.
//! ```

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::post;
use opentact::webhooks::SmsWebhook;
use opentact::{Client, Credential};
use opentact_sandbox::{NumberSeed, Sandbox, UserSeed};
use tokio::net::TcpListener;

const EMAIL: &str = "ann@example.com";
const PASSWORD: &str = "made-up password";
/// Webhooks are not signed: whoever knows this may post one. A real one is long and random.
const SECRET: &str = "made-up-secret";

#[tokio::main]
async fn main() -> ExitCode {
    match tour(&mut std::io::stdout()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where even this cannot be written, the exit code says it.
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers one webhook.
async fn told(
    Path(secret): Path<String>,
    State(client): State<Client>,
    body: Bytes,
) -> Result<&'static str, StatusCode> {
    if secret != SECRET {
        return Err(StatusCode::NOT_FOUND);
    }
    let told = SmsWebhook::from_json(&body).map_err(|_| StatusCode::BAD_REQUEST)?;
    // Messages that were sent are told of as well; answering those would never end.
    if let SmsWebhook::Received(sms) = told
        && let (Some(us), Some(them)) = (sms.to.value(), sms.from.value())
    {
        let answer = match sms.message.value().map(|it| it.trim()) {
            Some("STOP") => "You will hear no more of us.",
            _ => "Thanks, we will call you back.",
        };
        let sent = client.sms().send(us, them, answer).await;
        // Not a success, so that whoever repeats webhooks may repeat this one.
        sent.map_err(|_| StatusCode::BAD_GATEWAY)?;
    }
    Ok(r#"{"success": true}"#)
}

/// The whole tour, told in lines.
pub(crate) async fn tour(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/{SECRET}/sms", listener.local_addr()?);
    let number = NumberSeed::new("12015550100").callback_url(url);
    let ann = UserSeed::new(EMAIL, PASSWORD).number(number);
    let sandbox = Sandbox::builder().user(ann).start().await?;

    let credential = Credential::basic(EMAIL, PASSWORD);
    let client = Client::builder(credential)
        .base_url(sandbox.base_url())
        .build()?;
    let service = Router::new()
        .route("/{secret}/sms", post(told))
        .with_state(client);
    let service = tokio::spawn(async move { axum::serve(listener, service).await });

    for message in ["Are you open today?", "STOP"] {
        sandbox
            .receive_sms("12125550199", "12015550100", message)
            .await?;
        // Ends once the service was told of everything, its own answers included.
        sandbox.webhooks().await?;
    }
    for message in sandbox.messages().await?.iter().rev() {
        let text = |name: &str| message[name].as_str().unwrap_or_default();
        writeln!(out, "{}: {}", text("from"), text("message"))?;
    }
    service.abort();
    Ok(())
}
