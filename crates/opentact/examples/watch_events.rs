//! Subscribes to events, listens to them, and lives through a connection that breaks.
//!
//! `cargo run --example watch_events` starts a sandbox in this process and needs nothing else. The
//! sandbox plays the telephony: it sends the events, and cuts the connection between them.

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use opentact::events::{Event, EventItem, EventStream, Payload};
use opentact::models::EventType;
use opentact::{Client, Credential};
use opentact_sandbox::{Sandbox, UserSeed};
use serde_json::{Value, json};

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
    writeln!(out, "Opentact events, against a sandbox in this process\n")?;
    let ann = UserSeed::new(EMAIL, PASSWORD).name("Ann", "Example");
    let sandbox = Sandbox::builder().user(ann).start().await?;

    writeln!(out, "1. Log in")?;
    let client = Client::builder(Credential::basic(EMAIL, PASSWORD))
        .base_url(sandbox.base_url())
        .build()?;
    let me = client.whoami().await?;
    let name = me.first_name.as_deref().unwrap_or("(no name)");
    writeln!(out, "   I am {name}; the client keeps the session")?;

    writeln!(out, "\n2. Subscribe, for only what was asked for is sent")?;
    let subscriptions = client.subscriptions();
    for kind in [EventType::CallState, EventType::Sms, EventType::CallRecord] {
        subscriptions.create(kind).await?;
    }
    for it in subscriptions.list().await? {
        writeln!(out, "   {}, by {}", it.kind, it.channel)?;
    }

    writeln!(out, "\n3. Connect, and send the session's token")?;
    let mut events = client.events().stream()?;
    tell_next(&mut events, out).await?;

    writeln!(out, "\n4. Five events")?;
    for event in a_call_and_a_message() {
        sandbox.send_event(EMAIL, &event).await?;
        tell_next(&mut events, out).await?;
    }

    writeln!(out, "\n5. The connection is cut")?;
    sandbox.end_connections(None)?;
    tell_next(&mut events, out).await?;
    let reached = sandbox.send_event(EMAIL, &call("init")).await?;
    writeln!(
        out,
        "   (a call begins meanwhile: sent to {reached} connections)"
    )?;

    writeln!(out, "\n6. The stream connects again, by itself")?;
    tell_next(&mut events, out).await?;
    sandbox.send_event(EMAIL, &call("live")).await?;
    tell_next(&mut events, out).await?;

    writeln!(out, "\n7. Say goodbye")?;
    events.close().await;
    let stats = sandbox.stats();
    let (sent, open) = (stats.events, stats.event_connections);
    writeln!(
        out,
        "   the service sent {sent} events; {open} connections are left"
    )?;
    sandbox.shutdown().await;
    Ok(())
}

/// What an application does with the next item of a stream.
async fn tell_next(events: &mut EventStream, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let item = events.next().await.ok_or("the stream has ended")?;
    match item? {
        EventItem::Connected(it) if it.reconnects() == 0 => {
            let answer = it.answer().payload();
            writeln!(out, "   connected; the answer is {answer:?}")?;
            writeln!(out, "   (its address and e-mail are left out)")?;
        }
        // Who must not miss anything now asks the API how things stand.
        EventItem::Connected(_) => writeln!(out, "   connected again: here the gap ends")?,
        EventItem::Event(event) => writeln!(out, "   {}: {}", event.kind(), in_words(&event))?,
        EventItem::Disconnected(it) => {
            writeln!(out, "   {it}")?;
            if it.was_live() {
                writeln!(out, "   here a gap begins: what is sent now is lost")?;
            }
        }
        other => writeln!(out, "   {other:?}")?,
    }
    Ok(())
}

/// What happened, by the type that the payload has.
fn in_words(event: &Event) -> String {
    match event.payload() {
        Payload::CallState(call) => match (call.state, call.duration) {
            (Some(state), Some(seconds)) => format!("{state}, after {seconds} s"),
            (Some(state), None) => state.to_string(),
            (None, _) => "no state".to_owned(),
        },
        Payload::Sms(sms) if sms.delivered == true => "delivered".to_owned(),
        Payload::Sms(_) => "not delivered".to_owned(),
        Payload::Other(json) => format!("kept as it came, {} bytes", json.as_str().len()),
        other => format!("{other:?}"),
    }
}

const MESSAGE: &str = "11ad513b-4017-4592-a8e1-0f47b6817973";

/// Five events, with no more fields than are shown here.
fn a_call_and_a_message() -> [Value; 5] {
    let over = json!({ "state": "destroyed", "duration": 42 });
    [
        call("init"),
        call("live"),
        json!({ "type": "call_state", "payload": over }),
        json!({ "type": "call_record", "payload": { "made": "up" } }),
        json!({ "type": "sms", "payload": { "uuid": MESSAGE, "delivered": true } }),
    ]
}

/// A call that got into that state.
fn call(state: &str) -> Value {
    json!({ "type": "call_state", "payload": { "state": state } })
}
