//! What is at which method and path; a test holds it and the document equal.

use axum::{
    http::{HeaderValue, Method, header::CONTENT_TYPE},
    response::IntoResponse,
    routing::{MethodRouter, delete, get, patch, post, put},
};

use super::{
    certificate, clock, events, faults, request_stream, requests, seed, sessions, sip_users,
    social_tokens, stats, tokens, users,
};
use crate::owner::Owner;

/// The document that describes the control port.
pub(super) const DOCUMENT: &str = include_str!("../../control.yaml");

/// One operation of the control port.
pub(super) struct Route {
    /// For the test; `answers` knows it too.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by a test alone"))]
    pub(super) method: Method,
    pub(super) path: &'static str,
    pub(super) answers: MethodRouter<Owner>,
}

/// Every operation.
pub(super) fn all() -> Vec<Route> {
    let route = |method, path, answers| Route {
        method,
        path,
        answers,
    };
    vec![
        route(Method::GET, "/openapi.yaml", get(document)),
        route(Method::GET, "/certificate.pem", get(certificate::show)),
        route(Method::GET, "/users", get(users::list)),
        route(Method::POST, "/users", post(users::create)),
        route(Method::GET, "/users/{user}", get(users::show)),
        route(Method::PATCH, "/users/{user}", patch(users::change)),
        route(Method::DELETE, "/users/{user}", delete(users::remove)),
        route(
            Method::POST,
            "/users/{user}/sip-users",
            post(sip_users::create),
        ),
        route(
            Method::DELETE,
            "/users/{user}/sip-users/{sip_user}",
            delete(sip_users::remove),
        ),
        route(
            Method::POST,
            "/users/{user}/sip-users/{sip_user}/disable",
            post(sip_users::disable),
        ),
        route(Method::GET, "/users/{user}/tokens", get(tokens::list)),
        route(Method::POST, "/users/{user}/tokens", post(tokens::create)),
        route(
            Method::DELETE,
            "/users/{user}/tokens/{token}",
            delete(tokens::remove),
        ),
        route(
            Method::POST,
            "/users/{user}/tokens/{token}/expire",
            post(tokens::expire),
        ),
        route(
            Method::DELETE,
            "/users/{user}/sessions",
            delete(sessions::expire),
        ),
        route(Method::DELETE, "/sessions", delete(sessions::expire_all)),
        route(
            Method::POST,
            "/users/{user}/google-tokens",
            post(social_tokens::google),
        ),
        route(
            Method::POST,
            "/users/{user}/facebook-tokens",
            post(social_tokens::facebook),
        ),
        route(
            Method::POST,
            "/google/rotate",
            post(social_tokens::rotate_google_key),
        ),
        route(
            Method::POST,
            "/facebook/revoke",
            post(social_tokens::revoke_facebook_token),
        ),
        route(Method::GET, "/clock", get(clock::show)),
        route(Method::PUT, "/clock", put(clock::set)),
        route(Method::POST, "/clock/advance", post(clock::advance)),
        route(Method::GET, "/faults", get(faults::list)),
        route(Method::POST, "/faults", post(faults::add)),
        route(Method::DELETE, "/faults", delete(faults::clear)),
        route(Method::GET, "/faults/{fault}", get(faults::show)),
        route(Method::DELETE, "/faults/{fault}", delete(faults::remove)),
        route(Method::POST, "/events", post(events::send)),
        route(Method::GET, "/connections", get(events::list)),
        route(Method::DELETE, "/connections", delete(events::end_all)),
        route(
            Method::DELETE,
            "/connections/{connection}",
            delete(events::end),
        ),
        route(Method::GET, "/requests", get(requests::list)),
        route(Method::DELETE, "/requests", delete(requests::clear)),
        route(Method::GET, "/requests/stream", get(request_stream::follow)),
        route(Method::GET, "/stats", get(stats::show)),
        route(Method::PUT, "/seed", put(seed::put)),
        route(Method::POST, "/reset", post(seed::reset)),
    ]
}

async fn document() -> impl IntoResponse {
    let yaml = HeaderValue::from_static("application/yaml");
    ([(CONTENT_TYPE, yaml)], DOCUMENT)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    #[test]
    fn the_document_has_the_operations_of_the_router_and_no_other() {
        let document: Value = serde_saphyr::from_str(DOCUMENT).unwrap();
        let mut described = BTreeSet::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            let methods = item.as_object().unwrap().keys();
            let methods = methods.filter(|key| *key != "parameters");
            described.extend(methods.map(|it| format!("{} {path}", it.to_uppercase())));
        }
        let routed = all().into_iter();
        let routed: BTreeSet<_> = routed
            .map(|it| format!("{} {}", it.method, it.path))
            .collect();
        assert_eq!(described, routed);
    }
}
