//! The seed, and the way back to it.

use std::sync::Arc;

use axum::extract::{Request, State};

use super::{
    document,
    reply::{Done, Refusal},
};
use crate::{engine::Engine, reset, seed::Seed};

/// The longest seed, in bytes.
const LONGEST: usize = 1024 * 1024;

/// `PUT /seed`
pub(super) async fn put(
    State(engine): State<Arc<Engine>>,
    request: Request,
) -> Result<Done, Refusal> {
    let bytes = document::bytes(request, LONGEST).await?;
    let text = String::from_utf8(bytes).map_err(|_| Refusal::field("seed", "is not UTF-8"))?;
    reset::reset(&engine, Some(Seed::from_yaml(&text)?)).await?;
    Ok(Done)
}

/// `POST /reset`
pub(super) async fn reset(State(engine): State<Arc<Engine>>) -> Result<Done, Refusal> {
    reset::reset(&engine, None).await?;
    Ok(Done)
}
