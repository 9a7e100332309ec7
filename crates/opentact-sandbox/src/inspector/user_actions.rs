//! What the forms of the users' pages do.

use std::sync::Arc;

use axum::{extract::State, response::Response};

use super::{
    Inspector, escaped_path::segment, form::Form, named::Named, notice::Notice, problem::Problem,
};
use crate::seed::{SipUserSeed, UserSeed};

type Done = Result<Response, Problem>;

/// `POST /inspector/users`
pub(super) async fn add(State(inspector): State<Arc<Inspector>>, form: Form) -> Done {
    let email = form.get("email").trim();
    if form.get("password").is_empty() {
        return Err(Problem::form("The password is missing."));
    }
    let mut seed = UserSeed::new(email, form.get("password"));
    if let Some(name) = form.filled("first_name") {
        name.clone_into(&mut seed.first_name);
    }
    if let Some(name) = form.filled("last_name") {
        name.clone_into(&mut seed.last_name);
    }
    inspector.owner.add_user(seed).await?;
    let user = inspector.owner.user(email).await?;
    Ok(Notice::UserAdded.on(&page(&user.uuid.to_string())))
}

/// `POST /inspector/users/{user}/sip-users`
pub(super) async fn add_sip_user(
    State(inspector): State<Arc<Inspector>>,
    Named(user): Named<String>,
    form: Form,
) -> Done {
    let sip_user = SipUserSeed::new(
        form.get("login").trim(),
        form.get("domain").trim(),
        form.get("password"),
    );
    inspector.owner.add_seeded_sip_user(&user, sip_user).await?;
    Ok(Notice::SipUserAdded.on(&page(&user)))
}

/// `POST /inspector/users/{user}/tokens/{token}/expire`
pub(super) async fn expire_token(
    State(inspector): State<Arc<Inspector>>,
    Named((user, token)): Named<(String, String)>,
) -> Done {
    inspector.owner.expire_token(&user, &token).await?;
    Ok(Notice::TokenExpired.on(&page(&user)))
}

/// `POST /inspector/users/{user}/tokens/{token}/delete`
pub(super) async fn delete_token(
    State(inspector): State<Arc<Inspector>>,
    Named((user, token)): Named<(String, String)>,
) -> Done {
    inspector.owner.delete_token(&user, &token).await?;
    Ok(Notice::TokenDeleted.on(&page(&user)))
}

/// `POST /inspector/users/{user}/sessions/end`
pub(super) async fn end_sessions(
    State(inspector): State<Arc<Inspector>>,
    Named(user): Named<String>,
) -> Done {
    inspector.owner.expire_sessions(&user).await?;
    Ok(Notice::SessionsEnded.on(&page(&user)))
}

/// `POST /inspector/sessions/end`
pub(super) async fn end_all_sessions(State(inspector): State<Arc<Inspector>>) -> Done {
    inspector.owner.expire_all_sessions().await?;
    Ok(Notice::AllSessionsEnded.on("/inspector/users"))
}

/// `POST /inspector/users/{user}/disable`
pub(super) async fn disable(
    State(inspector): State<Arc<Inspector>>,
    Named(user): Named<String>,
) -> Done {
    inspector.owner.disable_user(&user).await?;
    Ok(Notice::UserDisabled.on(&page(&user)))
}

/// `POST /inspector/users/{user}/enable`
pub(super) async fn enable(
    State(inspector): State<Arc<Inspector>>,
    Named(user): Named<String>,
) -> Done {
    inspector.owner.enable_user(&user).await?;
    Ok(Notice::UserEnabled.on(&page(&user)))
}

/// `POST /inspector/users/{user}/delete`
pub(super) async fn delete(
    State(inspector): State<Arc<Inspector>>,
    Named(user): Named<String>,
) -> Done {
    inspector.owner.delete_user(&user).await?;
    Ok(Notice::UserDeleted.on("/inspector/users"))
}

fn page(user: &str) -> String {
    format!("/inspector/users/{}", segment(user))
}
