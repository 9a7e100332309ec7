//! The seed, and the way back to it.

use axum::extract::{Request, State};

use super::{
    document,
    reply::{Done, Refusal},
};
use crate::{owner::Owner, seed::Seed};

/// The longest seed, in bytes.
const LONGEST: usize = 1024 * 1024;

/// `PUT /seed`
pub(super) async fn put(State(owner): State<Owner>, request: Request) -> Result<Done, Refusal> {
    let bytes = document::bytes(request, LONGEST).await?;
    let text = String::from_utf8(bytes).map_err(|_| Refusal::field("seed", "is not UTF-8"))?;
    owner.put_seed(Seed::from_yaml(&text)?).await?;
    Ok(Done)
}

/// `POST /reset`
pub(super) async fn reset(State(owner): State<Owner>) -> Result<Done, Refusal> {
    owner.reset().await?;
    Ok(Done)
}
