//! What the command line says about Google and Facebook.

use opentact_sandbox::SandboxBuilder;

use super::arguments::Verification;

/// Sets whose tokens are good, and who tells.
pub(super) fn put_into(mut builder: SandboxBuilder, verification: &Verification) -> SandboxBuilder {
    if let Some(url) = &verification.google_jwks {
        builder = builder.google_jwks(url);
    }
    if let Some(audience) = &verification.google_audience {
        builder = builder.google_audience(audience);
    }
    if let Some(issuer) = &verification.google_issuer {
        builder = builder.google_issuer(issuer);
    }
    if let Some(url) = &verification.facebook_inspection {
        builder = builder.facebook_inspection(url.clone());
    }
    if let Some(id) = &verification.facebook_app_id {
        builder = builder.facebook_app_id(id);
    }
    if let Some(secret) = &verification.facebook_app_secret {
        builder = builder.facebook_app_secret(secret.clone());
    }
    builder
}
