//! The style, the script and the icon of the pages.

use axum::{
    http::{HeaderName, header::CONTENT_TYPE},
    response::IntoResponse,
};

type Asset = ([(HeaderName, &'static str); 1], &'static str);

/// `GET /inspector/style.css`
pub(super) async fn style() -> impl IntoResponse {
    asset("text/css; charset=utf-8", include_str!("style.css"))
}

/// `GET /inspector/script.js`
pub(super) async fn script() -> impl IntoResponse {
    asset("text/javascript; charset=utf-8", include_str!("script.js"))
}

/// `GET /inspector/icon.svg`
pub(super) async fn icon() -> impl IntoResponse {
    asset("image/svg+xml", include_str!("icon.svg"))
}

const fn asset(content_type: &'static str, text: &'static str) -> Asset {
    ([(CONTENT_TYPE, content_type)], text)
}
