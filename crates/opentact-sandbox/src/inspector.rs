//! The inspector: a page on the control port, for people, of what the port offers to programs.
//!
//! Every page is rendered here, works without a script, and asks no other machine for anything.
//! What a form does is a call of the same functions as the JSON of the control port, and it is
//! behind the same guard; see [`security_headers`] for what is added to that.

use std::sync::Arc;

use axum::{
    Router, middleware,
    routing::{get, post},
};
use uuid::Uuid;

use crate::owner::Owner;

mod assets;
mod badge;
mod clock_page;
mod contract;
mod curl;
mod escaped_path;
mod events_page;
mod fault_form;
mod fault_page;
mod form;
mod named;
mod notice;
mod operation_page;
mod operation_text;
mod panes;
mod problem;
mod prose;
mod reference_page;
mod request_detail;
mod request_log;
mod schema_view;
mod security_headers;
mod shell;
mod time_view;
mod token_table;
mod try_it;
mod try_it_form;
mod user_actions;
mod user_detail;
mod user_page;

/// What every page needs.
#[derive(Clone, Debug)]
pub(crate) struct Inspector {
    pub(crate) owner: Owner,
    /// Where the API is, such as `http://127.0.0.1:8686`.
    pub(crate) api: String,
    /// Where the control port is.
    pub(crate) control: String,
    /// Which start of the sandbox this is, as the next one may have the same address.
    pub(crate) start: Uuid,
}

/// The pages and what their forms do.
pub(crate) fn router(inspector: Inspector) -> Router {
    Router::new()
        .route("/", get(request_log::show))
        .route("/inspector/style.css", get(assets::style))
        .route("/inspector/script.js", get(assets::script))
        .route("/inspector/icon.svg", get(assets::icon))
        .route("/inspector/requests/clear", post(request_log::clear))
        .route(
            "/inspector/users",
            get(user_page::list).post(user_actions::add),
        )
        .route("/inspector/users/{user}", get(user_page::show))
        .route(
            "/inspector/users/{user}/tokens",
            post(user_page::make_token),
        )
        .route(
            "/inspector/users/{user}/google-tokens",
            post(user_page::make_google_token),
        )
        .route(
            "/inspector/users/{user}/facebook-tokens",
            post(user_page::make_facebook_token),
        )
        .route(
            "/inspector/users/{user}/tokens/{token}/expire",
            post(user_actions::expire_token),
        )
        .route(
            "/inspector/users/{user}/tokens/{token}/delete",
            post(user_actions::delete_token),
        )
        .route(
            "/inspector/users/{user}/sip-users",
            post(user_actions::add_sip_user),
        )
        .route(
            "/inspector/users/{user}/sessions/end",
            post(user_actions::end_sessions),
        )
        .route(
            "/inspector/users/{user}/disable",
            post(user_actions::disable),
        )
        .route("/inspector/users/{user}/enable", post(user_actions::enable))
        .route("/inspector/users/{user}/delete", post(user_actions::delete))
        .route(
            "/inspector/sessions/end",
            post(user_actions::end_all_sessions),
        )
        .route(
            "/inspector/faults",
            get(fault_page::show).post(fault_page::add),
        )
        .route("/inspector/faults/clear", post(fault_page::clear))
        .route("/inspector/faults/{fault}/remove", post(fault_page::remove))
        .route(
            "/inspector/events",
            get(events_page::show).post(events_page::send),
        )
        .route("/inspector/connections/end", post(events_page::end_all))
        .route(
            "/inspector/connections/{connection}/end",
            post(events_page::end),
        )
        .route(
            "/inspector/clock",
            get(clock_page::show).post(clock_page::set),
        )
        .route("/inspector/clock/advance", post(clock_page::advance))
        .route("/inspector/clock/real", post(clock_page::back))
        .route("/inspector/reset", post(clock_page::reset))
        .route("/inspector/reference", get(reference_page::list))
        .route(
            "/inspector/reference/{operation}",
            get(reference_page::show).post(reference_page::try_it),
        )
        .layer(middleware::from_fn(security_headers::add))
        .with_state(Arc::new(inspector))
}
