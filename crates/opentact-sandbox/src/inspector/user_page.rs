//! The users, one of them, and the credentials that are made for one.

use std::time::Duration;

use axum::{extract::State, http::Uri, response::Html};
use maud::{Markup, html};
use opentact_client::security::SecurityScheme;

use super::{
    Inspector, Shared,
    form::Form,
    named::Named,
    notice::Notice,
    panes::panes,
    problem::Problem,
    shell::Section,
    user_detail::{self, Made},
};
use crate::{
    auth::{api_token, facebook::FacebookTokenOptions, google::GoogleTokenOptions},
    owner::users::UserRecord,
};

/// `GET /inspector/users`
pub(super) async fn list(State(inspector): Shared, uri: Uri) -> Result<Html<String>, Problem> {
    let users = inspector.owner.users().await?;
    let page = panes(&all(&users, None), &newcomer(users.is_empty()), None);
    Ok(inspector.page(Section::Users, "Users", Notice::of(&uri), &page))
}

/// `GET /inspector/users/{user}`
pub(super) async fn show(
    State(inspector): Shared,
    Named(user): Named<String>,
    uri: Uri,
) -> Result<Html<String>, Problem> {
    one(&inspector, &user, Notice::of(&uri), None).await
}

/// `POST /inspector/users/{user}/tokens`; the answer is the one place that shows its value.
pub(super) async fn make_token(
    State(inspector): Shared,
    Named(user): Named<String>,
    form: Form,
) -> Result<Html<String>, Problem> {
    let name = form.get("name").to_owned();
    if let Err(said) = api_token::check_name(&name) {
        return Err(Problem::form(format!("The name {said}.")));
    }
    let ttl = form.number::<u32>("ttl", "The life")?;
    let ttl = ttl.map(|ttl| Duration::from_secs(ttl.into()));
    let made = inspector.owner.create_token(&user, name, ttl).await?;
    let made = Made("API token", SecurityScheme::Bearer, made.token);
    one(&inspector, &user, None, Some(&made)).await
}

/// `POST /inspector/users/{user}/google-tokens`
pub(super) async fn make_google_token(
    State(inspector): Shared,
    Named(user): Named<String>,
) -> Result<Html<String>, Problem> {
    let options = GoogleTokenOptions::new();
    let token = inspector
        .owner
        .issue_google_token_with(&user, options)
        .await?;
    let made = Made("Google ID token", SecurityScheme::Google, token);
    one(&inspector, &user, None, Some(&made)).await
}

/// `POST /inspector/users/{user}/facebook-tokens`
pub(super) async fn make_facebook_token(
    State(inspector): Shared,
    Named(user): Named<String>,
) -> Result<Html<String>, Problem> {
    let options = FacebookTokenOptions::new();
    let issued = inspector.owner.issue_facebook_token_with(&user, options);
    let made = Made("Facebook token", SecurityScheme::Facebook, issued.await?);
    one(&inspector, &user, None, Some(&made)).await
}

async fn one(
    inspector: &Inspector,
    user: &str,
    done: Option<Notice>,
    made: Option<&Made>,
) -> Result<Html<String>, Problem> {
    let chosen = inspector.owner.user(user).await?;
    let users = inspector.owner.users().await?;
    let tokens = inspector.owner.tokens(&chosen.uuid.to_string()).await?;
    let detail = user_detail::render(inspector, &chosen, &tokens, made);
    let back = Some(("/inspector/users", "All users"));
    let page = panes(&all(&users, Some(&chosen)), &detail, back);
    Ok(inspector.page(Section::Users, &chosen.email, done, &page))
}

fn all(users: &[UserRecord], chosen: Option<&UserRecord>) -> Markup {
    html! {
        div.list-head {
            h1 #list-title { "Users" }
            @if !users.is_empty() {
                form method="post" action="/inspector/sessions/end" {
                    button.quiet type="submit" { "End all sessions" }
                }
            }
        }
        ul.items {
            @for user in users {
                li {
                    a href={ "/inspector/users/" (user.uuid) }
                        aria-current=[chosen.is_some_and(|it| it.uuid == user.uuid).then_some("true")] {
                        span.item-text {
                            span.item-name { (user.email) } " "
                            span.item-more { (user.first_name) " " (user.last_name) }
                        }
                        @if user.disabled { " " span.tag.tag-bad { "disabled" } }
                    }
                }
            }
        }
        @if users.is_empty() { p.note { "There is nobody here yet." } }
        @if chosen.is_some() { p { a href="/inspector/users" { "Add a user" } } }
    }
}

fn newcomer(first: bool) -> Markup {
    html! {
        h2 #detail-title { @if first { "Add the first user" } @else { "Add a user" } }
        p { "The password is hashed at once and shown nowhere, so make one up and keep it." }
        form.fields method="post" action="/inspector/users" autocomplete="off" {
            div.field { label for="email" { "E-mail" }
                input #email name="email" required autocomplete="off" placeholder="ann@example.com"; }
            div.field { label for="password" { "Password" }
                input #password name="password" type="password" required autocomplete="new-password"; }
            div.field { label for="first" { "First name" }
                input #first name="first_name" value="Sandbox"; }
            div.field { label for="last" { "Last name" }
                input #last name="last_name" value="User"; }
            div.actions { button.primary type="submit" { "Add the user" } }
        }
    }
}
