//! Which code answers which operation of the contract.

use std::net::IpAddr;

use opentact_client::security::Operation;

use crate::{
    answer::Answer, body::RequestBody, engine::Engine, error::Error, presented::Presented,
    validation::Check,
};

mod authenticate_user;
mod create_subscription;
mod create_token;
mod delete_all_tokens;
mod delete_subscription;
mod delete_token;
mod list_subscriptions;
mod list_tokens;
pub(crate) mod shown_user;
mod update_token;

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
    let Some(caller) = engine.verifier.authenticate(operation, presented).await? else {
        return Ok(Answer::unauthorized());
    };
    if matches!(input.body, RequestBody::Broken) {
        let mut check = Check::new();
        check.params(&input.body);
        return Ok(Answer::invalid(check));
    }
    let user = caller.user.uuid;
    let answer = match operation {
        Operation::Authenticate => authenticate_user::answer(engine, caller),
        Operation::CreateToken => create_token::answer(engine, &caller, input).await,
        Operation::ListTokens => list_tokens::answer(engine, &caller).await,
        Operation::UpdateToken => update_token::answer(engine, &caller, input).await,
        Operation::DeleteAllTokens => delete_all_tokens::answer(engine, &caller).await,
        Operation::DeleteToken => delete_token::answer(engine, &caller, input).await,
        Operation::CreateSubscription => create_subscription::answer(engine, caller, input).await,
        Operation::ListSubscriptions => list_subscriptions::answer(engine, &caller).await,
        Operation::DeleteSubscription => delete_subscription::answer(engine, &caller, input).await,
        _ => Ok(Answer::not_implemented()),
    };
    answer.map(|answer| answer.to(user))
}
