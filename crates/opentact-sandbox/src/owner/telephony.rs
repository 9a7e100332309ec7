//! Messages and webhooks as the owner of a sandbox sees and makes them.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Owner;
use crate::{
    clock::time_from_ms,
    error::Error,
    store::{
        users,
        webhooks::{self, StoredWebhook, WebhookState},
    },
    telephony::{messages, steps, stock},
};

/// A request that an application was sent, or is to be sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct WebhookRecord {
    /// Its number; later ones have higher numbers.
    pub id: i64,
    /// The account, by its id in the API.
    pub account: Uuid,
    /// Where it goes; the next is asked if one cannot be reached.
    pub urls: Vec<String>,
    /// What is sent.
    pub body: Value,
    /// What has become of it.
    pub state: WebhookState,
    /// What was tried.
    pub attempts: Vec<WebhookAttempt>,
    /// By the sandbox's clock.
    pub created_on: DateTime<Utc>,
}

/// One attempt to reach an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WebhookAttempt {
    /// Where it went.
    pub url: String,
    /// By the sandbox's clock.
    pub on: DateTime<Utc>,
    /// The status of the answer, if one came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// What went wrong, if no answer came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

impl Owner {
    /// Sends a message from outside to a number of the sandbox, as a carrier would; the message's
    /// uuid.
    ///
    /// It is stored, told of by an event of the type `sms`, and sent to the application of the
    /// number's messaging profile.
    ///
    /// ```
    /// use opentact_sandbox::{NumberSeed, Sandbox, UserSeed};
    ///
    /// # async fn run() -> Result<(), opentact_sandbox::Error> {
    /// let ann = UserSeed::new("ann@example.com", "made up");
    /// let ann = ann.number(NumberSeed::new("12015550100"));
    /// let sandbox = Sandbox::builder().user(ann).start().await?;
    /// sandbox.receive_sms("12125550123", "12015550100", "Are you open today?").await?;
    /// assert_eq!(sandbox.messages().await?[0]["message"], "Are you open today?");
    /// # Ok(())
    /// # }
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(run()).unwrap();
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::UnknownNumber`] when no account has the number with SMS on, [`Error::DataFileFault`]
    /// when the data file fails.
    pub async fn receive_sms(&self, from: &str, to: &str, message: &str) -> Result<Uuid, Error> {
        let _at_work = self.engine.at_work.read().await;
        let now_ms = self.engine.clock.now_ms();
        let [from, to] = [from, to].map(|it| stock::national(&json!(it)));
        let message = message.to_owned();
        let receive = self.engine.store.write(move |connection| {
            let received = messages::receive(connection, (&from, &to, &message), now_ms)?;
            let Some((account, message)) = received else {
                return Err(Error::UnknownNumber { tn: to });
            };
            let told = steps::of_message(connection, account, &message)?;
            Ok((message.key, told))
        });
        let (key, told) = receive.await?;
        self.engine.tell(told, now_ms).await?;
        Ok(Uuid::parse_str(&key).unwrap_or_default())
    }

    /// The last 1,000 messages that were sent and received, newest first, as the API shows them.
    ///
    /// # Errors
    ///
    /// [`Error::DataFileFault`] when the data file fails.
    pub async fn messages(&self) -> Result<Vec<Value>, Error> {
        self.engine.catch_up().await?;
        self.engine.store.read(messages::last).await
    }

    /// The last 1,000 requests to applications, newest first, once none of them is under way.
    ///
    /// # Cancellation
    ///
    /// It waits up to 10 seconds for each application that does not answer.
    ///
    /// # Errors
    ///
    /// [`Error::DataFileFault`] when the data file fails.
    pub async fn webhooks(&self) -> Result<Vec<WebhookRecord>, Error> {
        self.engine.catch_up().await?;
        let mut writes = self.engine.store.writes();
        while !self
            .engine
            .store
            .read(|it| webhooks::waiting(it, 0, 1))
            .await?
            .is_empty()
        {
            // The sender is the engine's, so it is not gone.
            let _ = writes.changed().await;
        }
        let read = self.engine.store.read(|connection| {
            let all = webhooks::last(connection)?.into_iter();
            let record = |it: StoredWebhook| {
                let account = users::account(connection, it.account)?.uuid;
                Ok(record(it, account))
            };
            all.map(record).collect()
        });
        read.await
    }

    /// Sends a request to an application once more, as another with the same body.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownWebhook`] when there is none of that number, [`Error::DataFileFault`] when
    /// the data file fails.
    pub async fn resend_webhook(&self, id: i64) -> Result<(), Error> {
        let now_ms = self.engine.clock.now_ms();
        let again = self
            .engine
            .store
            .write(move |it| webhooks::again(it, id, now_ms));
        match again.await? {
            true => Ok(()),
            false => Err(Error::UnknownWebhook { id }),
        }
    }
}

fn record(stored: StoredWebhook, account: Uuid) -> WebhookRecord {
    let attempts = stored.attempts.into_iter().map(|it| WebhookAttempt {
        url: it.url,
        on: time_from_ms(it.at_ms),
        status: it.status,
        error: it.error,
    });
    WebhookRecord {
        id: stored.id,
        account,
        urls: stored.urls,
        body: serde_json::from_str(&stored.body).unwrap_or_default(),
        state: stored.state,
        attempts: attempts.collect(),
        created_on: time_from_ms(stored.created_ms),
    }
}
