//! One connection of the event service, from its handshake to its end.

use std::{future::Future, net::IpAddr, pin::pin, sync::Arc, time::Duration};

use opentact_client::Secret;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    time,
};
use tokio_websockets::Message;
use uuid::Uuid;

use super::{
    Ending, Registered,
    auth_answer::{self, Authenticated, refusal},
    auth_message,
    credential::Credential,
    delivery,
    queue::{Exit, Queued},
    socket::{FAREWELL, Socket},
};
use crate::{
    clock::time_from_ms,
    engine::Engine,
    error::Error,
    faults::{Before, MessageFault, Met},
};

/// How long the credential may take to come.
const PATIENCE: Duration = Duration::from_secs(10);

/// A good credential: the connection in the register, the answer, and whose account it is.
struct Accepted {
    registered: Registered,
    answer: String,
    account: Uuid,
}

/// Whether there is time for faults that hold up messages.
#[derive(Clone, Copy)]
enum Haste {
    None,
    /// The connection ends: what is late comes now, and what is stalled never.
    Ends,
}

/// Serves a connection whose handshake is done, until it ends or `stop` is done.
pub(crate) async fn serve<I: AsyncRead + AsyncWrite + Unpin>(
    engine: &Arc<Engine>,
    io: I,
    peer: IpAddr,
    fault: Option<Met>,
    stop: impl Future<Output = ()>,
) {
    let mut socket = Socket::new(io);
    let mut stop = pin!(stop);
    let admitted = tokio::select! {
        biased;
        () = &mut stop => Err(Ending::Stopping),
        admitted = admit(engine, &mut socket, peer, fault) => admitted,
    };
    let ending = match admitted {
        Ok((registered, answer)) => relay(&mut socket, registered, answer, stop).await,
        Err(ending) => ending,
    };
    tracing::debug!(?ending, "a connection of the event service ends");
    socket.close(ending).await;
}

/// Waits for the credential; the answer to it is to be sent first of all.
async fn admit<I: AsyncRead + AsyncWrite + Unpin>(
    engine: &Arc<Engine>,
    socket: &mut Socket<I>,
    peer: IpAddr,
    mut fault: Option<Met>,
) -> Result<(Registered, Queued), Ending> {
    let first = tokio::select! {
        biased;
        first = socket.next() => first?,
        () = engine.clock.passes(PATIENCE) => return Err(Ending::Late),
    };
    let Some(secret) = auth_message::read(&first) else {
        let why = r#"The first message has to be {"type": "auth", "payload": "<token>"}"#;
        return Err(refuse(socket, why, Ending::NoCredential).await);
    };
    if let Some(met) = &mut fault {
        tokio::select! {
            before = met.before() => if !matches!(before, Before::GoOn) {
                return Err(Ending::Cut);
            },
            ending = socket.ignore() => return Err(ending),
        }
    }
    let Accepted {
        registered,
        answer,
        account,
    } = match accept(engine, peer, &secret).await {
        Ok(Some(accepted)) => accepted,
        Ok(None) => return Err(refuse(socket, "Unauthorized", Ending::Unauthorized).await),
        Err(error) => return Err(failed(&error)),
    };
    let told = fault.map_or(MessageFault::None, |met| met.of_event_answer());
    let first = faulted(socket, Message::text(answer.clone()), told).await?;
    let (id, kind) = (registered.id, auth_answer::TYPE);
    delivery::deliver(engine, account, Some(id), kind, answer)
        .await
        .map_err(|error| failed(&error))?;
    Ok((registered, first))
}

/// Puts a connection into the register if its credential is good.
async fn accept(
    engine: &Arc<Engine>,
    ip: IpAddr,
    secret: &Secret,
) -> Result<Option<Accepted>, Error> {
    let credential = Credential::of(&engine.verifier.sessions, secret);
    // It is in the register before a reset or after it.
    let _at_work = engine.at_work.read().await;
    let now_ms = engine.clock.now_ms();
    let events = Arc::clone(&engine.events);
    let register = engine.store.read(move |connection| {
        let holder = credential.holder(connection, now_ms)?;
        // While the store is held: whatever ends the credential from now on finds it there.
        Ok(holder.map(|(user, until_ms)| {
            let (credential, since) = ((credential, until_ms), time_from_ms(now_ms));
            (events.register(&user, credential, ip, since), user)
        }))
    });
    let Some((registered, user)) = register.await? else {
        return Ok(None);
    };
    let authenticated = Authenticated {
        id: registered.id,
        ip,
        user: &user,
        now_ms,
    };
    let answer = authenticated.json(engine.settings.auth_answer)?;
    Ok(Some(Accepted {
        registered,
        answer,
        account: user.account.uuid,
    }))
}

/// What is to be sent of a text message, unless a fault does something else.
async fn faulted<I: AsyncRead + AsyncWrite + Unpin>(
    socket: &mut Socket<I>,
    message: Message,
    fault: MessageFault,
) -> Result<Queued, Ending> {
    let text = message.as_text().unwrap_or_default();
    match fault {
        MessageFault::None => Ok(message.into()),
        MessageFault::Last => Ok(Queued {
            is_last: true,
            ..message.into()
        }),
        MessageFault::Truncated => {
            let half: String = text.chars().take(text.chars().count() / 2).collect();
            Ok(Message::text(half).into())
        }
        MessageFault::Lost => Err(Ending::Cut),
        MessageFault::Half => {
            socket.send_half(text).await;
            Err(Ending::Cut)
        }
        MessageFault::Garbage => {
            socket.send_garbage().await;
            Err(Ending::Cut)
        }
        MessageFault::Close(code) => Err(Ending::Code(code)),
    }
}

/// Sends what there is to send, in order, and ignores whatever comes, until the end.
async fn relay<I: AsyncRead + AsyncWrite + Unpin>(
    socket: &mut Socket<I>,
    mut registered: Registered,
    first: Queued,
    stop: impl Future<Output = ()>,
) -> Ending {
    let Registered {
        waiting, ending, ..
    } = &mut registered;
    let mut held = Some(first);
    let relayed = async {
        loop {
            if let Err(ending) = pass_on(socket, &mut held, waiting, Haste::None).await {
                return ending;
            }
            held = tokio::select! {
                biased;
                next = waiting.recv() => next,
                ending = socket.ignore() => return ending,
            };
            // Without a sender, the connection is out of the register: the end is on its way.
            if held.is_none() {
                return socket.ignore().await;
            }
        }
    };
    let ending = tokio::select! {
        biased;
        Ok(ending) = ending => ending,
        () = stop => Ending::Stopping,
        // Also a fault's: what waits behind it is lost.
        ending = relayed => return ending,
    };
    if ending.comes_after_events() {
        // Who does not read them in time has lost them.
        let rest = pass_on(socket, &mut held, waiting, Haste::Ends);
        // A fault may have come before the end.
        if let Ok(Err(earlier)) = time::timeout(FAREWELL, rest).await {
            return earlier;
        }
    }
    ending
}

/// Sends the message that is held and those that wait behind it, with their faults.
///
/// # Cancellation
///
/// Loses no message: what is not written yet is still held or waiting. A delay begins anew.
async fn pass_on<I: AsyncRead + AsyncWrite + Unpin>(
    socket: &mut Socket<I>,
    held: &mut Option<Queued>,
    waiting: &mut Exit,
    haste: Haste,
) -> Result<(), Ending> {
    loop {
        socket.send_all(held, waiting).await?;
        let Some(met) = held.as_mut().and_then(|it| it.fault.as_mut()) else {
            return Ok(());
        };
        match haste {
            // Not even a ping is read.
            Haste::None if met.stalls() => met.ended().await,
            Haste::None => tokio::select! {
                biased;
                _ = met.before() => {}
                ending = socket.ignore() => return Err(ending),
            },
            Haste::Ends if met.stalls() => return Ok(()),
            Haste::Ends => {}
        }
        let fault = met.of_delivery();
        if let Some(next) = held.take() {
            *held = Some(faulted(socket, next.message, fault).await?);
        }
    }
}

async fn refuse<I: AsyncRead + AsyncWrite + Unpin>(
    socket: &mut Socket<I>,
    message: &str,
    ending: Ending,
) -> Ending {
    // Who does not read it in time is closed without it.
    let sent = time::timeout(FAREWELL, socket.send(Message::text(refusal(message)))).await;
    sent.ok().and_then(Result::err).unwrap_or(ending)
}

fn failed(error: &Error) -> Ending {
    tracing::error!(%error, "a connection of the event service could not go on");
    Ending::Failed
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use tokio::io::{AsyncWriteExt, DuplexStream, duplex};

    use super::*;
    use crate::{
        clock::Clock,
        events::validity,
        owner::Owner,
        seed::{Seed, UserSeed},
        settings::Settings,
        store::Store,
    };

    const ANN: &str = "ann@example.com";

    async fn engine() -> Arc<Engine> {
        let store = Store::open(None).await.unwrap();
        let engine = Engine::new(Settings::default(), Clock::new(), store, Seed::new());
        let engine = Arc::new(engine.await.unwrap());
        let ann = UserSeed::new(ANN, "made up");
        owner(&engine).add_user(ann).await.unwrap();
        engine
    }

    fn owner(engine: &Arc<Engine>) -> Owner {
        let engine = Arc::clone(engine);
        Owner { engine }
    }

    /// A client that has sent this credential, and reads nothing, over a wire that holds nothing.
    async fn served(engine: &Arc<Engine>, token: &str) -> (DuplexStream, impl Future<Output = ()>) {
        let (mut client, server) = duplex(16);
        let text = format!(r#"{{"type":"auth","payload":"{token}"}}"#);
        let mut frame = vec![0x81, 0x80 | u8::try_from(text.len()).unwrap(), 0, 0, 0, 0];
        frame.extend(text.as_bytes());
        let engine = Arc::clone(engine);
        let serve = tokio::spawn(async move {
            let peer = Ipv4Addr::LOCALHOST.into();
            serve(&engine, server, peer, None, std::future::pending()).await;
        });
        client.write_all(&frame).await.unwrap();
        (client, async { serve.await.unwrap() })
    }

    #[tokio::test]
    async fn who_does_not_read_the_refusal_is_let_go() {
        let engine = engine().await;
        let (client, ended) = served(&engine, "made up").await;
        time::timeout(Duration::from_secs(20), ended).await.unwrap();
        drop(client);
    }

    #[tokio::test]
    async fn who_does_not_read_the_answer_is_let_go_with_the_credential() {
        let engine = engine().await;
        let _watch = tokio::spawn(validity::watch(Arc::clone(&engine)));
        let token = owner(&engine).create_token(ANN, "ci", None).await;
        let token = token.unwrap();
        let (client, ended) = served(&engine, token.token.expose()).await;
        while engine.events.connections().is_empty() {
            tokio::task::yield_now().await;
        }
        let uuid = token.record.uuid.to_string();
        owner(&engine).delete_token(ANN, &uuid).await.unwrap();
        time::timeout(Duration::from_secs(20), ended).await.unwrap();
        drop(client);
    }
}
