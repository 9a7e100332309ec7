//! What becomes of messages and orders, step by step, and who is told.

use std::{sync::Arc, time::Duration};

use rusqlite::Connection;
use serde_json::{Value, json};

use super::{messages, orders, shelf};
use crate::{
    clock::later_ms,
    contract::{ORDERS_KEPT, SMS_KEPT},
    engine::Engine,
    error::Error,
    events::{
        delivery::deliver,
        stored_event::{event, without_balance},
    },
    operations::authentication,
    settings::Settings,
    store::{
        kept::Thing,
        steps::{self, Due, Step},
        users::{self, StoredAccount},
    },
};

/// How many steps one transaction takes.
const MOST: usize = 200;

/// The longest wait for the next step; then the clock is looked at again.
const LONGEST_WAIT: Duration = Duration::from_secs(86_400);

/// How long to wait after a fault of the store.
const AFTER_FAULT: Duration = Duration::from_secs(1);

/// Something that an account is told of.
#[derive(Debug)]
pub(crate) struct Told {
    account: StoredAccount,
    kind: &'static str,
    entity: &'static str,
    shown: Value,
    payload: Value,
}

/// Takes steps when they are due, for good.
pub(crate) async fn watch(engine: Arc<Engine>) {
    let mut writes = engine.store.writes();
    let mut moves = engine.clock.moves();
    loop {
        let at_work = engine.at_work.read().await;
        let wait = engine.catch_up().await.unwrap_or_else(|error| {
            tracing::error!(%error, "the steps that are due could not be taken");
            Some(AFTER_FAULT)
        });
        drop(at_work);
        // The senders are the engine's, so none of them is gone.
        tokio::select! {
            _ = writes.changed() => {}
            _ = moves.changed() => {}
            () = tokio::time::sleep(wait.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)) => {}
        }
    }
}

impl Engine {
    /// Takes the steps that are due; how long until the next, none if there is none.
    pub(crate) async fn catch_up(&self) -> Result<Option<Duration>, Error> {
        // One at a time, so that what happens first is told first.
        let _alone = self.stepping.lock().await;
        while let Some(next_ms) = self.store.read(steps::next_ms).await? {
            let now_ms = self.clock.now_ms();
            if let Ok(wait_ms @ 1..) = u64::try_from(next_ms.saturating_sub(now_ms)) {
                return Ok(Some(Duration::from_millis(wait_ms)));
            }
            self.take_steps(now_ms).await?;
        }
        Ok(None)
    }

    async fn take_steps(&self, now_ms: i64) -> Result<(), Error> {
        let settings = self.settings.clone();
        let take = self.store.write(move |connection| {
            let mut told = Vec::new();
            for _ in 0..MOST {
                match steps::take(connection, now_ms)? {
                    Some(due) => told.extend(step(connection, &settings, &due, now_ms)?),
                    None => break,
                }
            }
            Ok(told)
        });
        for told in take.await? {
            self.tell(told, now_ms).await?;
        }
        Ok(())
    }

    /// Sends an event of what has become of something to those who have asked for it.
    pub(crate) async fn tell(&self, told: Told, now_ms: i64) -> Result<(), Error> {
        let Told {
            account,
            kind,
            entity,
            shown,
            payload,
        } = told;
        let uuid = account.uuid;
        let account = without_balance(authentication::shown_account(account));
        let mut event = event(kind, "", Some(&account), &payload, now_ms);
        event["ref_id"] = shown["uuid"].clone();
        event[entity] = shown;
        deliver(self, uuid, None, kind, event.to_string()).await?;
        Ok(())
    }
}

/// Takes one step; what is gone meanwhile takes none.
fn step(
    connection: &Connection,
    settings: &Settings,
    due: &Due,
    now_ms: i64,
) -> Result<Vec<Told>, Error> {
    let account = due.account;
    let of_messages = matches!(due.step, Step::HandOver | Step::Arrive);
    let resource = if of_messages { &SMS_KEPT } else { &ORDERS_KEPT };
    let Some(found) = shelf(resource, account).get(connection, &due.key)? else {
        return Ok(Vec::new());
    };
    let sms_ms = later_ms(now_ms, settings.sms_delay.as_secs());
    let order_ms = later_ms(now_ms, settings.order_delay.as_secs());
    Ok(match due.step {
        Step::HandOver => {
            let message = messages::hand_over(connection, account, found, (now_ms, sms_ms))?;
            vec![of_message(connection, account, &message)?]
        }
        Step::Arrive => {
            let (message, received) = messages::arrive(connection, account, found, now_ms)?;
            let mut told = vec![of_message(connection, account, &message)?];
            if let Some((receiver, message)) = received {
                told.push(of_message(connection, receiver, &message)?);
            }
            told
        }
        Step::Process => {
            let order = orders::process(connection, account, found, (now_ms, order_ms))?;
            vec![of_order(connection, account, &order)?]
        }
        Step::Fulfil => {
            let order = orders::fulfil(connection, account, found, now_ms)?;
            vec![of_order(connection, account, &order)?]
        }
    })
}

/// What an account is told of a message.
pub(crate) fn of_message(
    connection: &Connection,
    account: i64,
    message: &Thing,
) -> Result<Told, Error> {
    let shown = messages::shown(connection, account, message)?;
    Ok(Told {
        account: users::account(connection, account)?,
        kind: "sms",
        entity: "sms",
        payload: shown.clone(),
        shown,
    })
}

fn of_order(connection: &Connection, account: i64, order: &Thing) -> Result<Told, Error> {
    let shown = super::shown(order);
    Ok(Told {
        account: users::account(connection, account)?,
        kind: "tn_order",
        entity: "tn_order",
        payload: json!({ "uuid": shown["uuid"], "state": shown["state"] }),
        shown,
    })
}
