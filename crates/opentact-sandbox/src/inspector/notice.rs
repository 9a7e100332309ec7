//! What was done, told on the page that follows a form.

use axum::{
    http::Uri,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use serde::{
    Deserialize,
    de::{
        IntoDeserializer as _,
        value::{Error, StringDeserializer},
    },
};

/// Something that was done. Its name is in the address of the page, so it names nothing secret.
#[derive(Clone, Copy, Debug, Deserialize)]
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
    StubSet,
    StubRemoved,
    ThingDeleted,
    MessageReceived,
    WebhookSent,
    EventSent,
    EventLost,
    ConnectionEnded,
    ConnectionsEnded,
    ClockMoved,
    Reset,
}

impl Notice {
    /// The notice in the query of an address, if there is one.
    pub(super) fn of(uri: &Uri) -> Option<Self> {
        let name: StringDeserializer<Error> = parameter(uri, "done")?.into_deserializer();
        Self::deserialize(name).ok()
    }

    /// Leads to a page, which tells this.
    pub(super) fn on(self, path: &str) -> Response {
        Redirect::to(&format!("{path}?done={self:?}")).into_response()
    }

    pub(super) fn render(self) -> Markup {
        html! { p.notice role="status" { (self.text()) } }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::LogCleared => "The log is empty. The counters go on.",
            Self::UserAdded => "The user was added.",
            Self::UserDeleted => "The user was deleted, with all that was its own.",
            Self::UserDisabled => "All credentials of the user are refused from now on.",
            Self::UserEnabled => "The user's credentials are accepted again.",
            Self::SipUserAdded => "The SIP user was added.",
            Self::TokenExpired => "The token has expired.",
            Self::TokenDeleted => "The token was deleted.",
            Self::SessionsEnded => "The JWTs that the user has got so far are refused.",
            Self::AllSessionsEnded => "All JWTs that were handed out so far are refused.",
            Self::FaultSet => "The fault is set, from the next request on.",
            Self::FaultRemoved => "The fault was removed.",
            Self::FaultsCleared => "All faults were removed.",
            Self::StubSet => "The stub is set, from the next request on.",
            Self::StubRemoved => "The stub was removed.",
            Self::ThingDeleted => "It was deleted.",
            Self::MessageReceived => "The message was received.",
            Self::WebhookSent => "The webhook is sent again.",
            Self::EventSent => "The event was sent.",
            Self::EventLost => {
                "Nobody was sent the event: no connection has a subscription for its type."
            }
            Self::ConnectionEnded => "The connection was dropped.",
            Self::ConnectionsEnded => "All connections were dropped.",
            Self::ClockMoved => "The clock was moved.",
            Self::Reset => "The sandbox is as it was at its start.",
        }
    }
}

/// A parameter of the query of an address.
pub(super) fn parameter(uri: &Uri, name: &str) -> Option<String> {
    let mut query = form_urlencoded::parse(uri.query()?.as_bytes());
    let found = query.find(|(it, _)| it == name);
    found.map(|(_, value)| value.into_owned())
}
