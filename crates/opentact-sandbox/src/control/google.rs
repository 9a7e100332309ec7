//! The sandbox's own Google: its public keys, and their rotation.

use std::sync::Arc;

use axum::{
    extract::State,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    response::IntoResponse,
};

use super::reply::{Done, Refusal};
use crate::engine::Engine;

/// `GET /google/jwks`
pub(super) async fn jwks(State(engine): State<Arc<Engine>>) -> Result<impl IntoResponse, Refusal> {
    let jwks = engine.google.jwks(&engine.store).await?;
    // Whoever keeps the keys for longer believes one that was rotated out.
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "no-cache"),
    ];
    Ok((headers, jwks))
}

/// `POST /google/rotate`
pub(super) async fn rotate(State(engine): State<Arc<Engine>>) -> Result<Done, Refusal> {
    engine.rotate_google_key().await?;
    Ok(Done)
}
