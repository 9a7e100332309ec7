//! What was done, told on the page that follows a form.

use axum::{
    http::Uri,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};

/// Something that was done. Its key is in the address of the page, so it names nothing secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    LogCleared,
    UserAdded,
    UserDeleted,
    UserDisabled,
    UserEnabled,
    SipUserAdded,
    TokenExpired,
    TokenDeleted,
    SessionsEnded,
    AllSessionsEnded,
    FaultSet,
    FaultRemoved,
    FaultsCleared,
    EventSent,
    EventLost,
    ConnectionEnded,
    ConnectionsEnded,
    ClockMoved,
    Reset,
}

const ALL: [(Notice, &str, &str); 19] = [
    (
        Notice::LogCleared,
        "log-cleared",
        "The log is empty. The counters go on.",
    ),
    (Notice::UserAdded, "user-added", "The user was added."),
    (
        Notice::UserDeleted,
        "user-deleted",
        "The user was deleted, with all that was its own.",
    ),
    (
        Notice::UserDisabled,
        "user-disabled",
        "All credentials of the user are refused from now on.",
    ),
    (
        Notice::UserEnabled,
        "user-enabled",
        "The user's credentials are accepted again.",
    ),
    (
        Notice::SipUserAdded,
        "sip-user-added",
        "The SIP user was added.",
    ),
    (
        Notice::TokenExpired,
        "token-expired",
        "The token has expired.",
    ),
    (
        Notice::TokenDeleted,
        "token-deleted",
        "The token was deleted.",
    ),
    (
        Notice::SessionsEnded,
        "sessions-ended",
        "The JWTs that the user has got so far are refused.",
    ),
    (
        Notice::AllSessionsEnded,
        "all-sessions-ended",
        "All JWTs that were handed out so far are refused.",
    ),
    (
        Notice::FaultSet,
        "fault-set",
        "The fault is set, from the next request on.",
    ),
    (
        Notice::FaultRemoved,
        "fault-removed",
        "The fault was removed.",
    ),
    (
        Notice::FaultsCleared,
        "faults-cleared",
        "All faults were removed.",
    ),
    (Notice::EventSent, "event-sent", "The event was sent."),
    (
        Notice::EventLost,
        "event-lost",
        "Nobody was sent the event: no connection has a subscription for its type.",
    ),
    (
        Notice::ConnectionEnded,
        "connection-ended",
        "The connection was dropped.",
    ),
    (
        Notice::ConnectionsEnded,
        "connections-ended",
        "All connections were dropped.",
    ),
    (Notice::ClockMoved, "clock-moved", "The clock was moved."),
    (
        Notice::Reset,
        "reset",
        "The sandbox is as it was at its start.",
    ),
];

impl Notice {
    /// The notice in the query of an address, if there is one.
    pub(super) fn of(uri: &Uri) -> Option<Self> {
        let key = parameter(uri, "done")?;
        let found = ALL.iter().find(|(_, it, _)| *it == key);
        found.map(|(notice, _, _)| *notice)
    }

    /// Leads to a page, which tells this.
    pub(super) fn on(self, path: &str) -> Response {
        let found = ALL.iter().find(|(notice, _, _)| *notice == self);
        let key = found.map_or("", |(_, key, _)| *key);
        Redirect::to(&format!("{path}?done={key}")).into_response()
    }

    pub(super) fn render(self) -> Markup {
        let found = ALL.iter().find(|(notice, _, _)| *notice == self);
        html! { p.notice role="status" { (found.map_or("", |(_, _, text)| *text)) } }
    }
}

/// A parameter of the query of an address.
pub(super) fn parameter(uri: &Uri, name: &str) -> Option<String> {
    let mut query = form_urlencoded::parse(uri.query()?.as_bytes());
    let found = query.find(|(it, _)| it == name);
    found.map(|(_, value)| value.into_owned())
}
