//! Requests to applications: sent to this machine alone unless it is allowed otherwise, and never
//! redirected.

use std::{sync::Arc, time::Duration};

use reqwest::{Client, Url, header::CONTENT_TYPE, redirect::Policy};
use tokio::task::JoinSet;

pub(crate) use crate::store::webhooks::put;
use crate::{
    engine::Engine,
    store::webhooks::{self, StoredAttempt, StoredWebhook, WebhookState},
};

/// How many applications are asked at once.
const AT_ONCE: usize = 16;

/// How long an application has to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sends what waits, for good.
pub(crate) async fn watch(engine: Arc<Engine>) {
    let client = Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .timeout(PATIENCE);
    let client = match client.build() {
        Ok(client) => client,
        Err(error) => {
            tracing::error!(%error, "no webhook can be sent");
            return std::future::pending().await;
        }
    };
    let mut writes = engine.store.writes();
    let mut tasks = JoinSet::new();
    let mut last = 0;
    loop {
        let free = AT_ONCE - tasks.len();
        let waiting = engine
            .store
            .read(move |it| webhooks::waiting(it, last, free))
            .await;
        let waiting = waiting.unwrap_or_else(|error| {
            tracing::error!(%error, "webhooks could not be looked for");
            Vec::new()
        });
        for webhook in waiting {
            last = webhook.id;
            tasks.spawn(deliver(Arc::clone(&engine), client.clone(), webhook));
        }
        // The sender is the engine's, so it is not gone.
        tokio::select! {
            _ = writes.changed(), if tasks.len() < AT_ONCE => {}
            Some(_) = tasks.join_next() => {}
        }
    }
}

async fn deliver(engine: Arc<Engine>, client: Client, mut webhook: StoredWebhook) {
    webhook.state = WebhookState::Failed;
    for url in webhook.urls.clone() {
        let at_ms = engine.clock.now_ms();
        let mut attempt = StoredAttempt {
            url: url.clone(),
            at_ms,
            status: None,
            error: None,
        };
        let said = match allowed(&url, engine.settings.webhooks_anywhere) {
            Ok(url) => post(&client, url, &webhook.body).await,
            Err(reason) => {
                webhook.state = WebhookState::Refused;
                Err(reason)
            }
        };
        match said {
            Ok(status) => attempt.status = Some(status),
            Err(reason) => attempt.error = Some(reason),
        }
        let status = attempt.status;
        webhook.attempts.push(attempt);
        if let Some(status) = status {
            webhook.state = match status {
                200..300 => WebhookState::Delivered,
                _ => WebhookState::Failed,
            };
            break;
        }
    }
    let end = engine.store.write(move |it| webhooks::end(it, &webhook));
    if let Err(error) = end.await {
        tracing::error!(%error, "what came of a webhook could not be noted");
    }
}

async fn post(client: &Client, url: Url, body: &str) -> Result<u16, String> {
    let request = client
        .post(url)
        .header(CONTENT_TYPE, "application/json")
        .body(body.to_owned());
    match request.send().await {
        // Nobody says what the answer has to be, so it is not read.
        Ok(answer) => Ok(answer.status().as_u16()),
        Err(error) if error.is_timeout() => {
            Err(format!("no answer within {} s", PATIENCE.as_secs()))
        }
        Err(error) if error.is_connect() => Err("nobody listens there".to_owned()),
        Err(error) => Err(error.without_url().to_string()),
    }
}

/// The URL, if requests may go there.
fn allowed(url: &str, anywhere: bool) -> Result<Url, String> {
    let url = Url::parse(url).map_err(|error| format!("this is no URL: {error}"))?;
    let is_here = match url.host_str() {
        Some("localhost") => true,
        Some(host) => {
            let host = host.trim_start_matches('[').trim_end_matches(']');
            host.parse::<std::net::IpAddr>()
                .is_ok_and(|it| it.is_loopback())
        }
        None => false,
    };
    match (url.scheme(), is_here || anywhere) {
        ("http" | "https", true) => Ok(url),
        ("http" | "https", false) => Err("this is not on this machine".to_owned()),
        _ => Err("this is no http or https URL".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_stay_on_this_machine() {
        for here in [
            "http://127.0.0.1:1/a",
            "http://localhost/",
            "https://[::1]:8/",
            "http://127.9.9.9",
        ] {
            assert!(allowed(here, false).is_ok(), "{here}");
        }
        for elsewhere in [
            "http://192.0.2.1/",
            "http://example.com",
            "http://localhost.example.com",
        ] {
            assert!(allowed(elsewhere, false).is_err(), "{elsewhere}");
            assert!(allowed(elsewhere, true).is_ok(), "{elsewhere}");
        }
        for never in [
            "",
            "shop.example/cb",
            "file:///etc/passwd",
            "ftp://127.0.0.1/",
        ] {
            assert!(allowed(never, true).is_err(), "{never}");
        }
    }
}
