//! What the forms of the users' pages do.

use std::fmt::Display;

use axum::{extract::State, response::Response};
use uuid::Uuid;

use super::{Shared, form::Form, named::Named, notice::Notice, problem::Problem};
use crate::seed::{SipUserSeed, UserSeed};

type Done = Result<Response, Problem>;

/// `POST /inspector/users`
pub(super) async fn add(State(inspector): Shared, form: Form) -> Done {
    let email = form.get("email").trim();
    if form.get("password").is_empty() {
        return Err(Problem::form("The password is missing."));
    }
    let seed = UserSeed::new(email, form.get("password"));
    let seed = seed.name(form.get("first_name"), form.get("last_name"));
    inspector.owner.add_user(seed).await?;
    let user = inspector.owner.user(email).await?;
    Ok(Notice::UserAdded.on(&page(user.uuid)))
}

/// `POST /inspector/users/{user}/sip-users`
pub(super) async fn add_sip_user(
    State(inspector): Shared,
    Named(user): Named<Uuid>,
    form: Form,
) -> Done {
    let sip_user = SipUserSeed::new(
        form.get("login").trim(),
        form.get("domain").trim(),
        form.get("password"),
    );
    inspector
        .owner
        .add_seeded_sip_user(&user.to_string(), sip_user)
        .await?;
    Ok(Notice::SipUserAdded.on(&page(user)))
}

/// `POST /inspector/users/{user}/tokens/{token}/expire`
pub(super) async fn expire_token(
    State(inspector): Shared,
    Named((user, token)): Named<(Uuid, String)>,
) -> Done {
    let user = user.to_string();
    inspector.owner.expire_token(&user, &token).await?;
    Ok(Notice::TokenExpired.on(&page(user)))
}

/// `POST /inspector/users/{user}/tokens/{token}/delete`
pub(super) async fn delete_token(
    State(inspector): Shared,
    Named((user, token)): Named<(Uuid, String)>,
) -> Done {
    let user = user.to_string();
    inspector.owner.delete_token(&user, &token).await?;
    Ok(Notice::TokenDeleted.on(&page(user)))
}

/// `POST /inspector/users/{user}/sessions/end`
pub(super) async fn end_sessions(State(inspector): Shared, Named(user): Named<Uuid>) -> Done {
    inspector.owner.expire_sessions(&user.to_string()).await?;
    Ok(Notice::SessionsEnded.on(&page(user)))
}

/// `POST /inspector/sessions/end`
pub(super) async fn end_all_sessions(State(inspector): Shared) -> Done {
    inspector.owner.expire_all_sessions().await?;
    Ok(Notice::AllSessionsEnded.on("/inspector/users"))
}

/// `POST /inspector/users/{user}/disable`
pub(super) async fn disable(State(inspector): Shared, Named(user): Named<Uuid>) -> Done {
    let user = user.to_string();
    inspector.owner.disable_user(&user).await?;
    Ok(Notice::UserDisabled.on(&page(user)))
}

/// `POST /inspector/users/{user}/enable`
pub(super) async fn enable(State(inspector): Shared, Named(user): Named<Uuid>) -> Done {
    let user = user.to_string();
    inspector.owner.enable_user(&user).await?;
    Ok(Notice::UserEnabled.on(&page(user)))
}

/// `POST /inspector/users/{user}/delete`
pub(super) async fn delete(State(inspector): Shared, Named(user): Named<Uuid>) -> Done {
    inspector.owner.delete_user(&user.to_string()).await?;
    Ok(Notice::UserDeleted.on("/inspector/users"))
}

fn page(user: impl Display) -> String {
    format!("/inspector/users/{user}")
}
