//! What is at which method and path; `control.yaml` describes it.

use axum::{
    Router,
    http::{HeaderValue, header::CONTENT_TYPE},
    response::IntoResponse,
    routing::{delete, get, post},
};

use super::{
    credentials as c, events as e, faults as f, requests as r, state as s, stubs as b,
    telephony as t, users as u,
};
use crate::owner::Owner;

/// The document that describes the control port.
const DOCUMENT: &str = include_str!("../../control.yaml");

/// Every operation.
pub(super) fn all() -> Router<Owner> {
    Router::new()
        .route("/openapi.yaml", get(document))
        .route("/users", get(u::list).post(u::create))
        .route(
            "/users/{user}",
            get(u::show).patch(u::change).delete(u::remove),
        )
        .route("/users/{user}/sip-users", post(u::create_sip_user))
        .route(
            "/users/{user}/sip-users/{sip_user}",
            delete(u::remove_sip_user),
        )
        .route("/users/{user}/sessions", delete(u::expire_sessions))
        .route("/sessions", delete(u::expire_all_sessions))
        .route(
            "/users/{user}/tokens",
            get(c::list_tokens).post(c::create_token),
        )
        .route("/users/{user}/tokens/{token}", delete(c::remove_token))
        .route("/users/{user}/tokens/{token}/expire", post(c::expire_token))
        .route("/users/{user}/google-tokens", post(c::issue_google_token))
        .route(
            "/users/{user}/facebook-tokens",
            post(c::issue_facebook_token),
        )
        .route("/google/rotate", post(c::rotate_google_key))
        .route("/facebook/revoke", post(c::revoke_facebook_token))
        .route("/faults", get(f::list).post(f::add).delete(f::clear))
        .route("/faults/{fault}", get(f::show).delete(f::remove))
        .route("/stubs", get(b::list).post(b::add).delete(b::clear))
        .route("/stubs/{stub}", get(b::show).delete(b::remove))
        .route("/messages", get(t::messages).post(t::receive))
        .route("/webhooks", get(t::webhooks))
        .route("/webhooks/{webhook}/resend", post(t::resend))
        .route("/events", post(e::send))
        .route("/connections", get(e::list).delete(e::end_all))
        .route("/connections/{connection}", delete(e::end))
        .route("/requests", get(r::list).delete(r::clear))
        .route("/requests/stream", get(r::follow))
        .route("/certificate.pem", get(s::show_certificate))
        .route("/clock", get(s::show_clock).put(s::set_clock))
        .route("/clock/advance", post(s::advance_clock))
        .route("/stats", get(s::show_stats))
        .route("/seed", axum::routing::put(s::put_seed))
        .route("/reset", post(s::reset))
}

async fn document() -> impl IntoResponse {
    let yaml = HeaderValue::from_static("application/yaml");
    ([(CONTENT_TYPE, yaml)], DOCUMENT)
}
