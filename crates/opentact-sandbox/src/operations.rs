//! Which code answers which operation of the contract.

use std::net::IpAddr;

use opentact_client::security::Operation;

use crate::{
    engine::Engine,
    error::Error,
    http::{answer::Answer, body::RequestBody, presented::Presented, validation::Check},
};

pub(crate) mod authentication;
mod subscriptions;
mod tokens;

/// What a request brings to an operation.
#[derive(Debug)]
pub(crate) struct Input {
    /// What stands for the parameter of the path, decoded.
    pub(crate) parameter: String,
    pub(crate) body: RequestBody,
    /// Whom the connection is with.
    pub(crate) peer: IpAddr,
}

/// Answers a request for an operation that no fault has answered; how often is judged before who
/// asks, and that before what is asked.
pub(crate) async fn answer(
    engine: &Engine,
    operation: Operation,
    presented: &Presented,
    input: &Input,
) -> Result<Answer, Error> {
    if let Some(limiter) = &engine.limiter
        && let Err(wait_s) = limiter.admit(input.peer, presented, || engine.clock.now_ms())
    {
        return Ok(Answer::too_many_requests(wait_s));
    }
    if operation.security().is_empty() {
        // Whoever asks need not say who it is.
        return Ok(Answer::not_implemented());
    }
    let Some(caller) = engine.verifier.authenticate(operation, presented).await? else {
        return Ok(Answer::unauthorized());
    };
    if matches!(input.body, RequestBody::Broken) {
        let mut check = Check::new();
        check.params(&input.body);
        return Ok(Answer::invalid(check.into_complaints()));
    }
    let user = caller.user.uuid;
    let answer = match operation {
        Operation::Authenticate => authentication::authenticate(engine, caller),
        Operation::CreateToken => tokens::create(engine, &caller, input).await,
        Operation::ListTokens => tokens::list(engine, &caller).await,
        Operation::UpdateToken => tokens::update(engine, &caller, input).await,
        Operation::DeleteAllTokens => tokens::delete_all(engine, &caller).await,
        Operation::DeleteToken => tokens::delete(engine, &caller, input).await,
        Operation::CreateSubscription => subscriptions::create(engine, caller, input).await,
        Operation::ListSubscriptions => subscriptions::list(engine, &caller).await,
        Operation::DeleteSubscription => subscriptions::delete(engine, &caller, input).await,
        _ => Ok(Answer::not_implemented()),
    };
    answer.map(|answer| answer.to(user))
}
