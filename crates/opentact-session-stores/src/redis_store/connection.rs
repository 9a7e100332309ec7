//! One connection to Redis, made when it is needed, and again when it was lost or of no use.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use opentact::Secret;
use opentact::session_store::StoreError;
use redis::aio::MultiplexedConnection;
use redis::{
    AsyncConnectionConfig, Cmd, ConnectionInfo, ErrorKind, FromRedisValue, IntoConnectionInfo,
    RedisError,
};
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use url::Url;

use super::bounded::Bounded;

/// How long a connection may take to be made, its login included.
const CONNECTING: Duration = Duration::from_secs(1);
/// How long an answer may take.
const ANSWER: Duration = Duration::from_millis(500);
/// How long all of it may take: an answer that does not come, a new connection, an answer.
const WHOLE: Duration = Duration::from_secs(2);

/// One connection to Redis, made when it is needed, and again when it was lost or of no use.
pub(super) struct Connection {
    address: ConnectionInfo,
    tls: bool,
    /// What may be shown of the address.
    place: String,
    current: Mutex<Option<Arc<Live>>>,
}

/// A connection that was made, and the task that reads from it.
struct Live {
    handle: MultiplexedConnection,
    /// It ends with the last who asks.
    _reader: JoinSet<()>,
}

impl Live {
    async fn ask<T: FromRedisValue>(&self, command: &Cmd) -> Result<T, RedisError> {
        command.query_async(&mut self.handle.clone()).await
    }
}

impl Connection {
    pub(super) fn new(address: &Secret) -> Result<Self, StoreError> {
        let refused = |fault: &str| StoreError::new(format!("the address of Redis {fault}"));
        let mut url = Url::parse(address.expose()).map_err(|cause| {
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
        let tls = url.scheme() == "rediss";
        // Without TLS of its own, the library would not take the other name.
        let renamed = if tls { url.set_scheme("redis") } else { Ok(()) };
        // Its message is left out: it may repeat the address.
        let address = renamed
            .ok()
            .and_then(|()| url.into_connection_info().ok())
            .ok_or_else(|| refused("cannot be used; check its host and its database number"))?;
        Ok(Self {
            address,
            tls,
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
        if let Some(live) = kept {
            match live.ask(command).await {
                Ok(answer) => return Ok(answer),
                Err(cause) => {
                    self.give_up(&live).await;
                    if cause.is_io_error() && !cause.is_connection_dropped() {
                        return Err(cause);
                    }
                }
            }
        }
        let live = self.connected().await?;
        let outcome = live.ask(command).await;
        if outcome.is_err() {
            self.give_up(&live).await;
        }
        outcome
    }

    /// Keeps a connection no longer on which there was an error: no command has one on a healthy
    /// master, and the address may lead to another server by now.
    async fn give_up(&self, live: &Arc<Live>) {
        let mut current = self.current.lock().await;
        if current.as_ref().is_some_and(|it| Arc::ptr_eq(it, live)) {
            *current = None;
        }
    }

    /// The connection that somebody else has made meanwhile, or a new one.
    async fn connected(&self) -> Result<Arc<Live>, RedisError> {
        let mut current = self.current.lock().await;
        if let Some(live) = &*current {
            return Ok(Arc::clone(live));
        }
        let making = tokio::time::timeout(CONNECTING, self.make());
        let late = |_| RedisError::from(io::Error::from(io::ErrorKind::TimedOut));
        Ok(Arc::clone(current.insert(making.await.map_err(late)??)))
    }

    async fn make(&self) -> Result<Arc<Live>, RedisError> {
        let bytes = Bounded::connect(&self.address, self.tls).await?;
        let settings = self.address.redis_settings();
        let limits = AsyncConnectionConfig::new().set_response_timeout(Some(ANSWER));
        let made = MultiplexedConnection::new_with_config(settings, bytes, limits).await;
        let (handle, reader) = made?;
        let reader = std::iter::once(reader).collect();
        Ok(Arc::new(Live {
            handle,
            _reader: reader,
        }))
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
        return "cannot be reached, is not trusted, broke the connection, or answered at too great length"
            .to_owned();
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
