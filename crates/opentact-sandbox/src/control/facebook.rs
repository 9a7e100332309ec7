//! The sandbox's own Facebook: what it tells about its tokens, and how one is revoked.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{StatusCode, Uri, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use opentact_client::Secret;
use serde::Deserialize;
use serde_json::json;

use super::{
    document::Document,
    reply::{Done, Refusal},
};
use crate::engine::Engine;

/// A token to be revoked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Revoked {
    token: Secret,
}

/// `GET /facebook/debug_token`
pub(super) async fn debug_token(
    State(engine): State<Arc<Engine>>,
    uri: Uri,
) -> Result<Response, Refusal> {
    let query = uri.query().unwrap_or_default();
    let secret = |wanted: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let found = pairs.find(|(name, _)| name == wanted);
        found.map(|(_, value)| Secret::new(value))
    };
    let Some(access_token) = secret("access_token") else {
        return Ok(refused(
            104,
            "An access token is required to request this resource.",
        ));
    };
    if !engine.facebook.is_app(&access_token) {
        return Ok(refused(190, "Invalid OAuth access token signature."));
    }
    let Some(input_token) = secret("input_token") else {
        return Ok(refused(100, "(#100) The parameter input_token is required"));
    };
    let told = engine.inspect_facebook_token(&input_token).await?;
    Ok(answer(StatusCode::OK, told))
}

/// `POST /facebook/revoke`
pub(super) async fn revoke(
    State(engine): State<Arc<Engine>>,
    Document(Revoked { token }): Document<Revoked>,
) -> Result<Done, Refusal> {
    engine.revoke_facebook_token(&token).await?;
    Ok(Done)
}

/// A refusal in the form of Facebook's, not of this port's.
fn refused(code: u16, message: &str) -> Response {
    let error = json!({ "message": message, "type": "OAuthException", "code": code });
    answer(
        StatusCode::BAD_REQUEST,
        json!({ "error": error }).to_string(),
    )
}

fn answer(status: StatusCode, json: String) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], json).into_response()
}
