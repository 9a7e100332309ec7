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
    socket::{FAREWELL, Socket},
};
use crate::{
    clock::time_from_ms,
    engine::Engine,
    error::Error,
    faults::{AnswerFault, Before, Met},
};

/// How long the credential may take to come, by the real clock.
const PATIENCE: Duration = Duration::from_secs(10);

/// A good credential: the connection in the register, the answer, and whose account it is.
struct Accepted {
    registered: Registered,
    answer: String,
    account: Uuid,
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
        Ok(registered) => relay(&mut socket, registered, stop).await,
        Err(ending) => ending,
    };
    tracing::debug!(?ending, "a connection of the event service ends");
    socket.close(ending).await;
}

/// Waits for the credential and answers it.
async fn admit<I: AsyncRead + AsyncWrite + Unpin>(
    engine: &Arc<Engine>,
    socket: &mut Socket<I>,
    peer: IpAddr,
    mut fault: Option<Met>,
) -> Result<Registered, Ending> {
    let first = match time::timeout(PATIENCE, socket.next()).await {
        Ok(first) => first?,
        Err(_) => return Err(Ending::Late),
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
    let told = fault.map_or(AnswerFault::None, |met| met.of_event_answer());
    tell(socket, &answer, told).await?;
    let (id, kind) = (registered.id, auth_answer::TYPE);
    delivery::deliver(engine, account, Some(id), kind, answer)
        .await
        .map_err(|error| failed(&error))?;
    Ok(registered)
}

/// Puts a connection into the register if its credential is good.
async fn accept(
    engine: &Arc<Engine>,
    ip: IpAddr,
    secret: &Secret,
) -> Result<Option<Accepted>, Error> {
    let credential = Credential::of(engine, secret);
    // It is in the register before a reset or after it.
    let _at_work = engine.at_work.read().await;
    let now_ms = engine.clock.now_ms();
    let asked = credential.clone();
    let find = engine
        .store
        .read(move |connection| asked.holder(connection, now_ms));
    let Some(holder) = find.await? else {
        return Ok(None);
    };
    let (id, user) = (Uuid::new_v4(), &holder.user);
    let authenticated = Authenticated {
        id,
        ip,
        user,
        now_ms,
    };
    let answer = authenticated.json(engine.settings.auth_answer)?;
    let since = time_from_ms(now_ms);
    let registered = engine.events.register(id, user, credential, ip, since);
    Ok(Some(Accepted {
        registered,
        answer,
        account: user.account.uuid,
    }))
}

/// Answers a good credential, or does what a fault says instead.
async fn tell<I: AsyncRead + AsyncWrite + Unpin>(
    socket: &mut Socket<I>,
    answer: &str,
    fault: AnswerFault,
) -> Result<(), Ending> {
    match fault {
        AnswerFault::None => socket.send(Message::text(answer.to_owned())).await,
        AnswerFault::Truncated => {
            let half: String = answer.chars().take(answer.chars().count() / 2).collect();
            socket.send(Message::text(half)).await
        }
        AnswerFault::Lost => Err(Ending::Cut),
        AnswerFault::Half => {
            socket.send_half(answer).await;
            Err(Ending::Cut)
        }
        AnswerFault::Garbage => {
            socket.send_garbage().await;
            Err(Ending::Cut)
        }
        AnswerFault::Close(code) => Err(Ending::Code(code)),
    }
}

/// Sends what there is to send, in order, and ignores whatever comes, until the end.
async fn relay<I: AsyncRead + AsyncWrite + Unpin>(
    socket: &mut Socket<I>,
    mut registered: Registered,
    stop: impl Future<Output = ()>,
) -> Ending {
    let Registered {
        waiting, ending, ..
    } = &mut registered;
    let mut held = None;
    let relayed = async {
        loop {
            held = tokio::select! {
                biased;
                next = waiting.recv() => next,
                ending = socket.ignore() => return ending,
            };
            // Without a sender, the connection is out of the register: the end is on its way.
            if held.is_none() {
                return socket.ignore().await;
            }
            if let Err(ending) = socket.send_all(&mut held, waiting).await {
                return ending;
            }
        }
    };
    let ending = tokio::select! {
        biased;
        Ok(ending) = ending => ending,
        () = stop => Ending::Stopping,
        ending = relayed => ending,
    };
    if ending.comes_after_events() {
        // Who does not read them in time has lost them.
        let _ = time::timeout(FAREWELL, socket.send_all(&mut held, waiting)).await;
    }
    ending
}

async fn refuse<I: AsyncRead + AsyncWrite + Unpin>(
    socket: &mut Socket<I>,
    message: &str,
    ending: Ending,
) -> Ending {
    match refusal(message) {
        Ok(text) => socket
            .send(Message::text(text))
            .await
            .err()
            .unwrap_or(ending),
        Err(error) => failed(&error),
    }
}

fn failed(error: &Error) -> Ending {
    tracing::error!(%error, "a connection of the event service could not go on");
    Ending::Failed
}
