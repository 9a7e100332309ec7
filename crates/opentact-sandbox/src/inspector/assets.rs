//! What is served as it is: the style, the script, the icon, and the published reference of the API.

use std::sync::LazyLock;

use aws_lc_rs::digest::{SHA256, digest};
use axum::{
    http::{
        HeaderName,
        header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    response::{Html, IntoResponse},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// The published reference of the API.
const REFERENCE: &str = include_str!("../../opentact.html");

/// What the reference may do: wear its own style, known by its hash, and nothing else.
static REFERENCE_POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = REFERENCE.split("<style>").nth(1).unwrap_or_default();
    let style = style.split("</style>").next().unwrap_or_default();
    let hash = STANDARD.encode(digest(&SHA256, style.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; form-action 'none'; base-uri 'none'; \
         frame-ancestors 'none'"
    )
});

type Asset = ([(HeaderName, &'static str); 1], &'static str);

/// `GET /inspector/style.css`
pub(super) const STYLE: Asset = asset("text/css; charset=utf-8", include_str!("style.css"));

/// `GET /inspector/script.js`
pub(super) const SCRIPT: Asset = asset("text/javascript; charset=utf-8", include_str!("script.js"));

/// `GET /inspector/icon.svg`
pub(super) const ICON: Asset = asset("image/svg+xml", include_str!("icon.svg"));

const fn asset(content_type: &'static str, text: &'static str) -> Asset {
    ([(CONTENT_TYPE, content_type)], text)
}

/// `GET /inspector/reference`
pub(super) async fn reference() -> impl IntoResponse {
    let policy = (CONTENT_SECURITY_POLICY, REFERENCE_POLICY.as_str());
    ([policy], Html(REFERENCE))
}
