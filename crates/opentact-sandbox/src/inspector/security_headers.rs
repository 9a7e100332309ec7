//! What a browser is told about every page, and what a form has to say of itself.
//!
//! The guard of the control port lets a request through that has no `Origin`, as `curl` sends
//! none. Every browser sends it with a form, so here its absence is refused too.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::problem::Problem;

/// `same-origin` and not `no-referrer`: with the latter a browser writes `Origin: null` on its own
/// forms, which the guard refuses. Neither tells another origin anything.
const HEADERS: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "no-store"),
];

/// Refuses a form that does not say where it comes from, and adds to every answer the
/// headers that its handler has not set.
pub(super) async fn add(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = if reads || request.headers().contains_key(header::ORIGIN) {
        next.run(request).await
    } else {
        let why = "A form has to say where it comes from: the header Origin is missing. \
                   Programs use the JSON of the control port.";
        Problem::new(StatusCode::FORBIDDEN, why).into_response()
    };
    for (name, value) in HEADERS {
        let headers = response.headers_mut();
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}
