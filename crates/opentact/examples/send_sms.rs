//! Finds a number, orders it, waits, sends a message with it, and waits until that has arrived.
//!
//! `cargo run --example send_sms --features events` starts a sandbox in this process and needs nothing
//! else:
//!
//! ```text
//! 15105550100 is free: 0.5 now, 1.25 a month
//! The order ended as success
//! The message was sent
//! The message has arrived
//! ```

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use opentact::events::EventItem;
use opentact::models::{EventType, NumberFeature, OrderItem, SmsState};
use opentact::{Client, Credential, PhoneNumber};
use opentact_sandbox::{Sandbox, UserSeed};

const EMAIL: &str = "ann@example.com";
const PASSWORD: &str = "made-up password";

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

/// The whole tour, told in lines.
pub(crate) async fn tour(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let ann = UserSeed::new(EMAIL, PASSWORD);
    let sandbox = Sandbox::builder().user(ann).start().await?;
    let credential = Credential::basic(EMAIL, PASSWORD);
    let client = Client::builder(credential)
        .base_url(sandbox.base_url())
        .build()?;
    let number = buy_a_number(&client, out).await?;
    send_and_wait(&client, &number, &PhoneNumber::from("12125550199"), out).await
}

/// Buys a number of Oakland that can text.
async fn buy_a_number(
    client: &Client,
    out: &mut impl Write,
) -> Result<PhoneNumber, Box<dyn Error>> {
    let found = client
        .numbers()
        .search()
        .npa("510")
        .features([NumberFeature::Sms])
        .page_size(1)
        .await?;
    let tn = found.data.into_iter().next().ok_or("no number is free")?.tn;
    let item = OrderItem::new(tn.clone(), [NumberFeature::Sms]).autorenew(true);
    let price = client.orders().price([item.clone()]).await?;
    writeln!(
        out,
        "{tn} is free: {} now, {} a month",
        price.nrc, price.mrc
    )?;

    let order = client.orders().create([item]).await?;
    let order = client
        .orders()
        .wait(order.uuid, Duration::from_secs(60))
        .await?;
    writeln!(out, "The order ended as {}", order.state)?;
    Ok(tn)
}

/// Sends a message, and waits up to a minute until it has arrived.
async fn send_and_wait(
    client: &Client,
    from: &PhoneNumber,
    to: &PhoneNumber,
    out: &mut impl Write,
) -> Result<(), Box<dyn Error>> {
    // Events are delivered at most once: listen first, then send.
    client.subscriptions().create(EventType::Sms).await?;
    let mut events = client.events().stream()?;
    while let Some(item) = events.next().await {
        if let EventItem::Connected(_) = item? {
            break;
        }
    }
    let sent = client.sms().send(from, to, "Your table is ready").await?;
    let verdict = async {
        while let Some(item) = events.next().await {
            let EventItem::Event(event) = item? else {
                continue;
            };
            let Some(sms) = event.sms().filter(|it| it.uuid == sent.uuid) else {
                continue;
            };
            if sms.state == SmsState::Failed || sms.delivered == true {
                return Ok(sms);
            }
            writeln!(out, "The message was sent")?;
        }
        Err::<_, Box<dyn Error>>("the events ended".into())
    };
    let sms = match tokio::time::timeout(Duration::from_secs(60), verdict).await {
        Ok(sms) => sms?,
        // No event proves nothing: ask once.
        Err(_) => client.sms().get_outbound(sent.uuid).await?,
    };
    match sms.delivered == true {
        true => writeln!(out, "The message has arrived")?,
        false => writeln!(out, "The message is {}: {}", sms.state, sms.reason)?,
    }
    Ok(())
}
