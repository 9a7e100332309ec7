//! Which code answers which operation of the contract.

use std::{future::Future, net::IpAddr, pin::Pin};

use opentact_client::security::Operation;

use crate::{
    auth::verifier::Caller,
    contract::described,
    engine::Engine,
    error::Error,
    http::{
        answer::Answer,
        input::{Incoming, Input},
        presented::Presented,
    },
};

pub use grade::Grade;

pub(crate) mod authentication;
mod grade;
mod kept;
mod subscriptions;
mod tokens;

type Answered<'e> = Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send + 'e>>;

/// Code of its own for an operation.
type Written = for<'e> fn(&'e Engine, Caller, &'e Input) -> Answered<'e>;

/// The operations that have code of their own.
fn written(operation: Operation) -> Option<Written> {
    Some(match operation {
        Operation::Authenticate => {
            |engine, caller, _| Box::pin(async { authentication::authenticate(engine, caller) })
        }
        Operation::CreateToken => {
            |engine, caller, input| Box::pin(tokens::create(engine, caller, input))
        }
        Operation::ListTokens => |engine, caller, _| Box::pin(tokens::list(engine, caller)),
        Operation::UpdateToken => {
            |engine, caller, input| Box::pin(tokens::update(engine, caller, input))
        }
        Operation::DeleteAllTokens => {
            |engine, caller, _| Box::pin(tokens::delete_all(engine, caller))
        }
        Operation::DeleteToken => {
            |engine, caller, input| Box::pin(tokens::delete(engine, caller, input))
        }
        Operation::CreateSubscription => {
            |engine, caller, input| Box::pin(subscriptions::create(engine, caller, input))
        }
        Operation::ListSubscriptions => {
            |engine, caller, _| Box::pin(subscriptions::list(engine, caller))
        }
        Operation::DeleteSubscription => {
            |engine, caller, input| Box::pin(subscriptions::delete(engine, caller, input))
        }
        _ => return None,
    })
}

/// Answers a request for an operation that no fault has answered; how often is judged before who
/// asks, and that before what is asked.
pub(crate) async fn answer(
    engine: &Engine,
    presented: &Presented,
    incoming: Incoming<'_>,
    peer: IpAddr,
) -> Result<Answer, Error> {
    let operation = incoming.operation;
    let answer = answer_as(engine, presented, incoming, peer).await;
    answer.map(|answer| answer.graded(Grade::of(operation)))
}

async fn answer_as(
    engine: &Engine,
    presented: &Presented,
    incoming: Incoming<'_>,
    peer: IpAddr,
) -> Result<Answer, Error> {
    let operation = incoming.operation;
    if let Some(limiter) = &engine.limiter
        && let Err(wait_s) = limiter.admit(peer, presented, || engine.clock.now_ms())
    {
        return Ok(Answer::too_many_requests(wait_s));
    }
    let caller = match operation.security().is_empty() {
        // Whoever asks need not say who it is.
        true => None,
        false => match engine.verifier.authenticate(operation, presented).await? {
            None => return Ok(Answer::unauthorized()),
            caller => caller,
        },
    };
    let Some(described) = described(operation) else {
        return Ok(Answer::not_implemented());
    };
    let user = caller.as_ref().map(|it| it.user.uuid);
    let input = match Input::read(described, incoming).await {
        Ok(input) => input,
        Err(complaints) => return Ok(Answer::invalid(complaints).to(user)),
    };
    let answer = match (written(operation), described.kept, caller) {
        (Some(written), _, Some(caller)) => written(engine, caller, &input).await?,
        (None, Some(kept), Some(caller)) => {
            kept::answer(engine, &caller, described, kept, input).await?
        }
        _ => Answer::example(&described.success),
    };
    // A credential that ended meanwhile is nobody's.
    let user = user.filter(|_| answer.status() != axum::http::StatusCode::UNAUTHORIZED);
    Ok(answer.to(user))
}
