//! The inspector: a page on the control port, for people, of what the port offers to programs.
//!
//! Every page works without a script, and asks no other machine for anything. What a form does is
//! a call of the same functions as the JSON of the control port, and it is behind the same guard;
//! see [`security_headers`] for what is added to that.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    middleware,
    routing::{get, post},
};
use uuid::Uuid;

use crate::owner::Owner;

mod assets;
mod clock_page;
mod curl;
mod events_page;
mod fault_form;
mod fault_page;
mod form;
mod messages_page;
mod named;
mod notice;
mod operations_page;
mod panes;
mod problem;
mod request_detail;
mod request_log;
mod security_headers;
mod shell;
mod stub_page;
mod time_view;
mod try_it;
mod user_actions;
mod user_detail;
mod user_page;
mod webhooks_page;

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

/// The inspector, as a handler takes it.
type Shared = State<Arc<Inspector>>;

/// The pages and what their forms do.
pub(crate) fn router(inspector: Inspector) -> Router {
    let user = Router::new()
        .route("/", get(user_page::show))
        .route("/tokens", post(user_page::make_token))
        .route("/google-tokens", post(user_page::make_google_token))
        .route("/facebook-tokens", post(user_page::make_facebook_token))
        .route("/tokens/{token}/expire", post(user_actions::expire_token))
        .route("/tokens/{token}/delete", post(user_actions::delete_token))
        .route("/sip-users", post(user_actions::add_sip_user))
        .route("/sessions/end", post(user_actions::end_sessions))
        .route("/disable", post(user_actions::disable))
        .route("/enable", post(user_actions::enable))
        .route("/delete", post(user_actions::delete));
    let pages = Router::new()
        .route("/style.css", get(assets::STYLE))
        .route("/script.js", get(assets::SCRIPT))
        .route("/icon.svg", get(assets::ICON))
        .route("/reference", get(assets::reference))
        .route("/requests/clear", post(request_log::clear))
        .route("/users", get(user_page::list).post(user_actions::add))
        .nest("/users/{user}", user)
        .route("/sessions/end", post(user_actions::end_all_sessions))
        .route("/faults", get(fault_page::show).post(fault_page::add))
        .route("/faults/clear", post(fault_page::clear))
        .route("/faults/{fault}/remove", post(fault_page::remove))
        .route("/operations", get(operations_page::list))
        .route("/kept/{resource}", get(operations_page::show))
        .route(
            "/kept/{resource}/{thing}/delete",
            post(operations_page::delete),
        )
        .route("/stubs", get(stub_page::list).post(stub_page::add))
        .route("/stubs/{stub}", get(stub_page::show))
        .route("/stubs/{stub}/remove", post(stub_page::remove))
        .route(
            "/messages",
            get(messages_page::list).post(messages_page::receive),
        )
        .route("/messages/{thread}", get(messages_page::show))
        .route("/webhooks", get(webhooks_page::list))
        .route("/webhooks/{webhook}", get(webhooks_page::show))
        .route("/webhooks/{webhook}/resend", post(webhooks_page::resend))
        .route("/events", get(events_page::show).post(events_page::send))
        .route("/connections/end", post(events_page::end_all))
        .route("/connections/{connection}/end", post(events_page::end))
        .route("/clock", get(clock_page::show).post(clock_page::set))
        .route("/clock/advance", post(clock_page::advance))
        .route("/clock/real", post(clock_page::back))
        .route("/reset", post(clock_page::reset))
        .route("/try/{operation}", get(try_it::show).post(try_it::send));
    Router::new()
        .route("/", get(request_log::show))
        .nest("/inspector", pages)
        .layer(middleware::from_fn(security_headers::add))
        .with_state(Arc::new(inspector))
}
