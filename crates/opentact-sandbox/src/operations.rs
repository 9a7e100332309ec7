//! Which code answers which operation of the contract.

use std::{future::Future, net::IpAddr, pin::Pin};

use axum::http::StatusCode;
use opentact_client::security::Operation;
use serde_json::{Value, json};

use crate::{
    auth::verifier::Caller,
    contract::{Described, described},
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
pub(crate) mod kept;
mod leases;
mod numbers;
mod orders;
mod page;
mod sms;
mod subscriptions;
mod tokens;

type Answered<'e> = Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send + 'e>>;

/// Code of its own for an operation.
type Written = for<'e> fn(&'e Engine, Asked) -> Answered<'e>;

/// A request whose caller and contents are good.
#[derive(Debug)]
struct Asked {
    described: &'static Described,
    caller: Caller,
    input: Input,
}

impl Asked {
    /// The answer with this payload.
    fn payload(&self, payload: &Value) -> Result<Answer, Error> {
        let status = StatusCode::from_u16(self.described.success.status).unwrap_or_default();
        success(status, payload)
    }

    /// The answer with what was created.
    fn created(&self, engine: &Engine, payload: &Value) -> Result<Answer, Error> {
        success(engine.settings.create_status.code(), payload)
    }
}

fn success(status: StatusCode, payload: &Value) -> Result<Answer, Error> {
    Answer::success(status, &json!({ "success": true, "payload": payload }))
}

/// Where requests meet what changes by the clock.
const BY_STEPS: [&str; 5] = [
    "/rest/account",
    "/rest/lease",
    "/rest/order",
    "/rest/sms",
    "/rest/tn",
];

/// The operations that have code of their own.
fn written(operation: Operation) -> Option<Written> {
    use Operation as Op;
    Some(match operation {
        Op::Authenticate => |engine, it| Box::pin(authentication::authenticate(engine, it)),
        Op::CreateToken => |engine, it| Box::pin(tokens::create(engine, it)),
        Op::ListTokens => |engine, it| Box::pin(tokens::list(engine, it)),
        Op::UpdateToken => |engine, it| Box::pin(tokens::update(engine, it)),
        Op::DeleteAllTokens => |engine, it| Box::pin(tokens::delete_all(engine, it)),
        Op::DeleteToken => |engine, it| Box::pin(tokens::delete(engine, it)),
        Op::CreateSubscription => |engine, it| Box::pin(subscriptions::create(engine, it)),
        Op::ListSubscriptions => |engine, it| Box::pin(subscriptions::list(engine, it)),
        Op::DeleteSubscription => |engine, it| Box::pin(subscriptions::delete(engine, it)),
        Op::GetAccount => |engine, it| Box::pin(authentication::account(engine, it)),
        Op::SearchNumbers => |engine, it| Box::pin(numbers::search(engine, it)),
        Op::ListStates => |engine, it| Box::pin(numbers::states(engine, it)),
        Op::ListRateCenters => |engine, it| Box::pin(numbers::rate_centers(engine, it)),
        Op::CreateOrder => |engine, it| Box::pin(orders::create(engine, it)),
        Op::PriceOrder => |engine, it| Box::pin(orders::price(engine, it)),
        Op::GetLeaseByNumber => |engine, it| Box::pin(leases::get_by_number(engine, it)),
        Op::ReleaseLease => |engine, it| Box::pin(leases::release(engine, it)),
        Op::EnableLeaseSms => |engine, it| Box::pin(leases::enable_sms(engine, it)),
        Op::DisableLeaseSms => |engine, it| Box::pin(leases::disable_sms(engine, it)),
        Op::ListMessagingProfileLeases => |engine, it| Box::pin(leases::of_profile(engine, it)),
        Op::SendSms => |engine, it| Box::pin(sms::send(engine, it)),
        Op::GetOutboundSms => |engine, it| Box::pin(sms::get_outbound(engine, it)),
        Op::GetInboundSms => |engine, it| Box::pin(sms::get_inbound(engine, it)),
        Op::SearchOutboundSms => |engine, it| Box::pin(sms::search_outbound(engine, it)),
        Op::SearchInboundSms => |engine, it| Box::pin(sms::search_inbound(engine, it)),
        Op::SearchSms => |engine, it| Box::pin(sms::search_all(engine, it)),
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
    if BY_STEPS.iter().any(|it| operation.path().starts_with(it)) {
        engine.catch_up().await?;
    }
    let answer = match caller {
        Some(caller) => {
            let asked = Asked {
                described,
                caller,
                input,
            };
            match written(operation) {
                Some(written) => written(engine, asked).await?,
                None => kept::answer(engine, asked).await?,
            }
        }
        None => Answer::example(&described.success),
    };
    // A credential that ended meanwhile is nobody's.
    let user = user.filter(|_| answer.status() != StatusCode::UNAUTHORIZED);
    Ok(answer.to(user))
}
