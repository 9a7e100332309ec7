//! The certificate to trust.

use axum::{
    extract::State,
    http::{HeaderValue, header::CONTENT_TYPE},
    response::IntoResponse,
};

use super::reply::Refusal;
use crate::owner::Owner;

/// `GET /certificate.pem`
pub(super) async fn show(State(owner): State<Owner>) -> Result<impl IntoResponse, Refusal> {
    let none = || Refusal::not_found("There is no certificate, as the API does not speak TLS");
    let pem = owner.engine.certificate.clone().ok_or_else(none)?;
    let kind = HeaderValue::from_static("application/pem-certificate-chain");
    Ok(([(CONTENT_TYPE, kind)], pem))
}
