//! Credentials for people who want to try the sandbox: one of each kind for a user.

use opentact_client::{
    Secret,
    security::{CredentialKind, SecurityScheme},
    types::Role,
};

use crate::{
    api_token, engine::Engine, error::Error, facebook::FacebookTokenOptions,
    fingerprint::Fingerprint, google::GoogleTokenOptions, ha1b::ha1b, populate::find_user,
    seed::UserSeed, store::tokens,
};

/// A credential for every scheme that the user has one for.
pub(crate) async fn credentials(
    engine: &Engine,
    seed: &UserSeed,
) -> Result<Vec<(SecurityScheme, Secret)>, Error> {
    let mut credentials = Vec::new();
    for kind in CredentialKind::ALL.iter().copied() {
        let Some(secret) = credential(engine, seed, kind).await? else {
            continue;
        };
        let carried = |scheme: &SecurityScheme| (*scheme, secret.clone());
        credentials.extend(kind.schemes().iter().map(carried));
    }
    Ok(credentials)
}

async fn credential(
    engine: &Engine,
    seed: &UserSeed,
    kind: CredentialKind,
) -> Result<Option<Secret>, Error> {
    let Engine {
        store,
        clock,
        settings,
        ..
    } = engine;
    let user = find_user(engine, &seed.email).await?;
    let secret = match kind {
        CredentialKind::Basic => Secret::new(format!("{}:{}", seed.email, seed.password.expose())),
        CredentialKind::Jwt => {
            let ttl_s = i64::try_from(settings.jwt_ttl.as_secs()).unwrap_or(i64::MAX);
            let role = Role::User;
            engine.sessions.mint(
                &user.uuid.to_string(),
                user.session_generation,
                role.as_str(),
                clock.now_s(),
                ttl_s,
            )?
        }
        CredentialKind::Bearer => {
            let ttl_s = settings.default_token_ttl.as_secs();
            let (row, token) = api_token::new(engine, "ready-made".to_owned(), ttl_s)?;
            let hash = Fingerprint::of(token.expose());
            store
                .write(move |transaction| tokens::insert(transaction, user.id, hash, &row))
                .await?;
            token
        }
        CredentialKind::Google => {
            let options = GoogleTokenOptions::new();
            engine.issue_google_token(&seed.email, &options).await?
        }
        CredentialKind::Facebook => {
            let options = FacebookTokenOptions::new();
            engine.issue_facebook_token(&seed.email, &options).await?
        }
        CredentialKind::Ha1b => {
            let Some(sip_user) = seed.sip_users.first() else {
                return Ok(None);
            };
            ha1b(
                &sip_user.login,
                &sip_user.domain,
                sip_user.password.expose(),
            )
        }
        _ => return Ok(None),
    };
    Ok(Some(secret))
}
