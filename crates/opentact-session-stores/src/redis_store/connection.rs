//! One connection to Redis, made when it is needed, and again when it was lost.

use std::time::Duration;

use opentact::Secret;
use opentact::session_store::StoreError;
use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, Cmd, ErrorKind, FromRedisValue, RedisError};
use tokio::sync::Mutex;
use url::Url;

/// How long a connection may take to be made, its login included.
const CONNECTING: Duration = Duration::from_secs(1);
/// How long an answer may take.
const ANSWER: Duration = Duration::from_millis(500);
/// How long all of it may take: an answer that does not come, a new connection, an answer.
const WHOLE: Duration = Duration::from_secs(2);

/// One connection to Redis, made when it is needed, and again when it was lost.
pub(super) struct Connection {
    client: Client,
    /// What may be shown of the address.
    place: String,
    current: Mutex<Option<MultiplexedConnection>>,
}

impl Connection {
    pub(super) fn new(address: &Secret) -> Result<Self, StoreError> {
        let refused = |fault: &str| StoreError::new(format!("the address of Redis {fault}"));
        let url = Url::parse(address.expose()).map_err(|cause| {
            refused("is no URL; write `redis://host:port/database`").with_source(cause)
        })?;
        match url.scheme() {
            "redis" | "unix" => {}
            "rediss" if cfg!(feature = "redis-tls") => {}
            "rediss" => return Err(refused("asks for TLS; turn the feature `redis-tls` on")),
            _ => {
                return Err(refused(
                    "begins neither with `redis:`, `rediss:` nor `unix:`",
                ));
            }
        }
        if url.fragment().is_some() {
            return Err(refused(
                "has a `#`; write `%23` if it is part of the password",
            ));
        }
        let place = match (url.host(), url.port()) {
            (Some(host), Some(port)) => format!("{}://{host}:{port}", url.scheme()),
            (Some(host), None) => format!("{}://{host}", url.scheme()),
            (None, _) => format!("{}:{}", url.scheme(), url.path()),
        };
        // Its message is left out: it may repeat the address.
        let client = Client::open(url)
            .map_err(|_| refused("cannot be used; check its host and its database number"))?;
        #[cfg(feature = "redis-tls")]
        if place.starts_with("rediss:") {
            provide_tls();
        }
        Ok(Self {
            client,
            place,
            current: Mutex::new(None),
        })
    }

    /// Scheme, host and port, or the path of a socket.
    pub(super) fn place(&self) -> &str {
        &self.place
    }

    /// Sends a command that may be repeated, and reads its answer.
    pub(super) async fn ask<T: FromRedisValue>(&self, command: &Cmd) -> Result<T, StoreError> {
        let fault = match tokio::time::timeout(WHOLE, self.attempt(command)).await {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(cause)) => fault(&cause),
            Err(_) => TOO_LATE.to_owned(),
        };
        Err(StoreError::new(format!("Redis at {} {fault}", self.place)))
    }

    async fn attempt<T: FromRedisValue>(&self, command: &Cmd) -> Result<T, RedisError> {
        let kept = self.current.lock().await.clone();
        if let Some(mut connection) = kept {
            match command.query_async(&mut connection).await {
                Err(cause) if cause.is_io_error() => {
                    *self.current.lock().await = None;
                    if !cause.is_connection_dropped() {
                        return Err(cause);
                    }
                }
                outcome => return outcome,
            }
        }
        let mut connection = self.connected().await?;
        command.query_async(&mut connection).await
    }

    /// The connection that somebody else has made meanwhile, or a new one.
    async fn connected(&self) -> Result<MultiplexedConnection, RedisError> {
        let mut current = self.current.lock().await;
        if let Some(connection) = &*current {
            return Ok(connection.clone());
        }
        let limits = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(CONNECTING))
            .set_response_timeout(Some(ANSWER));
        let client = &self.client;
        let connection = client.get_multiplexed_async_connection_with_config(&limits);
        Ok(current.insert(connection.await?).clone())
    }
}

/// How a Redis is described that says nothing.
const TOO_LATE: &str = "did not answer in time";

/// What was wrong, without the server's own words: they repeat what it was sent, passwords included.
fn fault(cause: &RedisError) -> String {
    if cause.is_timeout() {
        return TOO_LATE.to_owned();
    }
    if cause.is_connection_refusal() {
        return "cannot be reached; check that it runs there".to_owned();
    }
    if cause.is_io_error() {
        return "cannot be reached, is not trusted, or broke the connection".to_owned();
    }
    let code = cause.code().unwrap_or_default();
    if cause.kind() == ErrorKind::AuthenticationFailed || ["NOAUTH", "WRONGPASS"].contains(&code) {
        "does not take the user name and password of the address".to_owned()
    } else if (1..=20).contains(&code.len()) && code.bytes().all(|it| it.is_ascii_uppercase()) {
        format!("answered with the error {code}")
    } else {
        "answered what was not expected".to_owned()
    }
}

/// TLS in Redis's client panics where rustls has no provider.
#[cfg(feature = "redis-tls")]
fn provide_tls() {
    use rustls::crypto::{CryptoProvider, aws_lc_rs};

    if CryptoProvider::get_default().is_none() {
        // An error says that somebody else was faster, which is as good.
        let _ = aws_lc_rs::default_provider().install_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_that_cannot_be_used_is_refused_and_not_shown() {
        for (address, word) in [
            ("", "no URL"),
            ("planted-4711", "no URL"),
            ("redis://me:planted-4711@h.example:99999/", "no URL"),
            ("http://me:planted-4711@h.example/", "begins"),
            ("redis://me:planted-4711@h.example/#insecure", "`#`"),
            ("redis://me:planted-4711@h.example/planted", "database"),
            ("redis:///planted-4711", "host"),
            #[cfg(not(feature = "redis-tls"))]
            ("rediss://me:planted-4711@h.example/", "`redis-tls`"),
        ] {
            let outcome = Connection::new(&Secret::new(address)).map(|_| ());
            let error = outcome.unwrap_err();
            assert!(error.to_string().contains(word), "{address}: {error}");
            assert!(!format!("{error:?}").contains("planted"), "{error:?}");
        }
    }

    #[test]
    fn place_is_host_and_port_alone() {
        for (address, place) in [
            (
                "redis://me:planted-4711@h.example:7/3",
                "redis://h.example:7",
            ),
            ("redis://:planted-4711@h.example", "redis://h.example"),
            ("redis://[::1]:7?protocol=2", "redis://[::1]:7"),
            #[cfg(unix)]
            (
                "unix:///run/redis.sock?pass=planted-4711",
                "unix:/run/redis.sock",
            ),
        ] {
            let connection = Connection::new(&Secret::new(address)).unwrap();
            assert_eq!(connection.place(), place);
        }
    }
}
