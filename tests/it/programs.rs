//! Programs as their authors would write them: that they compile is what the SDK's names promise.

#![allow(
    dead_code,
    clippy::print_stdout,
    reason = "they are compiled; what the calls do is tested elsewhere"
)]

use std::time::Duration;

use futures_util::TryStreamExt;
use opentact::events::EventItem;
use opentact::models::{InboundSms, NumberFeature, OrderItem, OrderState, SmsState, Sort};
use opentact::{Client, Error, PhoneNumber};
use tokio::time::{sleep, timeout};
use uuid::Uuid;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Sends a message and says whether it arrived within a minute.
async fn send_and_wait(client: &Client, from: &PhoneNumber, to: &PhoneNumber) -> Result<bool> {
    // Events are delivered at most once: listen first, then send.
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
            let Some(sms) = event.sms() else { continue };
            if sms.uuid == sent.uuid && sms.delivered == true {
                return Ok(true);
            }
            if sms.uuid == sent.uuid && sms.state == SmsState::Failed {
                return Ok(false);
            }
        }
        Ok::<_, Error>(false)
    };
    match timeout(Duration::from_secs(60), verdict).await {
        Ok(arrived) => Ok(arrived?),
        // No event is no proof: ask once.
        Err(_) => Ok(client.sms().get_outbound(sent.uuid).await?.delivered == true),
    }
}

/// Buys a number of Oakland that can text.
async fn buy_a_number(client: &Client) -> Result<PhoneNumber> {
    let found = client
        .numbers()
        .search()
        .state("CA")
        .npa("510")
        .features([NumberFeature::Sms])
        .page_size(1)
        .await?;
    let tn = found.data.into_iter().next().ok_or("no number is free")?.tn;
    let item = OrderItem::new(&tn, [NumberFeature::Sms, NumberFeature::Voice]).autorenew(true);

    let price = client.orders().price([item.clone()]).await?;
    println!("{tn}: {} now, {} a month", price.nrc, price.mrc);

    let mut order = client.orders().create([item]).await?;
    while !matches!(order.state, OrderState::Success | OrderState::Failed) {
        sleep(Duration::from_secs(1)).await;
        order = client.orders().get(order.uuid).await?;
    }
    match order.state {
        OrderState::Success => Ok(tn),
        state => Err(format!("the order ended as {state}").into()),
    }
}

/// Prints the numbers that nobody renews.
async fn about_to_expire(client: &Client) -> Result<()> {
    let mut leases = client
        .leases()
        .search()
        .autorenew(false)
        .sort_by("created_on", Sort::Desc)
        .items();
    while let Some(lease) = leases.try_next().await? {
        if let Some(number) = lease.tn.value() {
            println!("{} until {}", number.tn, lease.expired_on);
        }
    }
    Ok(())
}

/// Answers a text, from the body that the service posts to `callback_url`.
async fn on_webhook(client: &Client, body: &[u8]) -> Result<()> {
    let sms: InboundSms = serde_json::from_slice(body)?;
    let (Some(us), Some(them)) = (sms.to.value(), sms.from.value()) else {
        return Err("a message from nobody".into());
    };
    let answer = match sms.message.value().map(|it| it.trim()) {
        Some("STOP") => "You will hear no more of us.",
        _ => "Thanks, we will call you back.",
    };
    client.sms().send(us, them, answer).await?;
    Ok(())
}

/// Orders, and where nobody knows whether it was ordered, looks before it orders again.
async fn order_once(client: &Client, item: OrderItem) -> Result<Uuid> {
    match client
        .orders()
        .create([item])
        .timeout(Duration::from_secs(20))
        .await
    {
        Ok(order) => Ok(order.uuid),
        Err(error) if error.may_have_been_carried_out() => {
            let newest = client
                .orders()
                .search()
                .sort_by("created_on", Sort::Desc)
                .page_size(5)
                .await?;
            Err(format!("{error}; {} orders to look through", newest.data.len()).into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Lets a number text, takes another one off its trunk, and gives a third up.
async fn switch_on(client: &Client, profile: Uuid, campaign: &str, off: Uuid) -> Result<()> {
    client
        .leases()
        .enable_sms("15105550100", profile, campaign)
        .await?;
    client.leases().update(off).sip_connection(None).await?;
    let lease = client.leases().get_by_number("15105550101").await?;
    client.leases().release(lease.uuid).await?;
    Ok(())
}

/// Without a runtime.
fn balance() -> Result<()> {
    let client = Client::from_env()?;
    for lease in client.leases().search().items_blocking() {
        println!("{}", lease?.uuid);
    }
    let account = client.account().get().send_blocking()?;
    if let Some(left) = account.balance {
        println!("{left} left");
    }
    Ok(())
}
