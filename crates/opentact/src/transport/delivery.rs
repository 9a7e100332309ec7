//! A request as a whole: a credential and attempts until it is done.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use http::header;
use opentact_client::security::CredentialKind;
use tracing::Instrument;

use super::Transport;
use super::attempt::{AttemptCredential, attempt};
use super::context::RequestContext;
use super::failure::{Failure, TimeLimit};
use super::operation::login;
use super::options::Limits;
use super::outgoing::Outgoing;
use super::received::Received;
use crate::clock::time_of_day;
use crate::error::{Error, ErrorKind};
use crate::jwt;
use crate::response::Response;
use crate::retry::decision::{Decision, StopReason, decide};
use crate::retry::outcome::AttemptOutcome;
use crate::retry::repeatable::Repeatable;
use crate::session::SessionJwt;
use crate::telemetry::{self, RequestSpan};

/// Sends a request with the credential that it needs, as often as is right, and gives the last
/// response, whatever its status.
pub(crate) async fn deliver(
    transport: &Arc<Transport>,
    context: RequestContext<'_>,
    request: Outgoing,
) -> Result<Received, Error> {
    if let Some(fault) = &context.options.fault {
        return Err(Error::new(ErrorKind::Input, context.label, fault));
    }
    let span = RequestSpan::new(&transport.base_url, context, request.method());
    // Each function that takes a future by value would copy it.
    let outcome = pin!(until_done(transport, context, request));
    let outcome = outcome.instrument(span.get()).await;
    span.finish(&outcome);
    outcome
}

async fn until_done(
    transport: &Arc<Transport>,
    context: RequestContext<'_>,
    mut request: Outgoing,
) -> Result<Received, Error> {
    let headers = request.headers_mut();
    headers.insert(header::USER_AGENT, transport.user_agent.clone());
    for more in [&transport.defaults.headers, &context.options.headers] {
        if !more.is_empty() {
            headers.extend(more.clone());
        }
    }
    let mut limits = context.options.limits(&transport.defaults);
    if !request.is_repeatable() {
        limits.max_retries = 0;
    }
    let timeout = limits.timeout;
    let repeatable = match context.idempotent {
        Some(true) => Repeatable::Always,
        Some(false) => Repeatable::UnlessArrived,
        None => Repeatable::of(request.method()),
    };
    let started = transport.clock.now();
    let elapsed = || transport.clock.now().saturating_duration_since(started);
    let mut tally = Tally::new(request.method());
    let mut refused: Option<Arc<SessionJwt>> = None;
    loop {
        let left = timeout.saturating_sub(elapsed());
        let credential = {
            let choice = pin!(credential(transport, context, refused.as_ref(), left));
            let chosen = transport.clock.timeout(left, choice).await;
            chosen.unwrap_or_else(|_| Err(no_login_in_time(context.label, limits)))
        };
        let credential = credential.map_err(|error| tally.judge(error))?;

        let left = timeout.saturating_sub(elapsed());
        if left.is_zero() {
            return Err(tally.judge(no_time_left(context.label, limits)));
        }
        let limit = TimeLimit::of_attempt(limits, left);
        let copy = request.attempt(context.label);
        let copy = copy.map_err(|error| tally.judge(error))?;
        let attempt = attempt(transport, context, &credential, copy, limit).await;
        tally.sent += 1;

        if let (Ok(received), AttemptCredential::Session(_, jwt), Some((_, session))) =
            (&attempt, &credential, &transport.session)
        {
            if received.response.is_success() {
                session.accepted(context.label, jwt);
            } else if received.response.is_unauthorized() && request.is_repeatable() {
                if !tally.may_renew(jwt) {
                    session.refused_by(context.label, jwt);
                } else if !session.is_refusal_of(context.label, jwt) {
                    telemetry::session_refused(tally.sent);
                    tally.renewals += 1;
                    refused = Some(Arc::clone(jwt));
                    continue;
                }
            }
        }
        let outcome = outcome_of(&attempt);
        let retries = tally.retries + 1;
        let chance = fastrand::f64();
        let policy = &transport.retry_policy;
        let decision = decide(
            policy,
            limits,
            retries,
            &outcome,
            repeatable,
            elapsed(),
            chance,
        );
        let reason = match decision {
            Decision::Repeat { wait } if transport.budget.take(&outcome) => {
                telemetry::repeating(tally.sent, &attempt, wait);
                tally.note_repetition(&outcome);
                transport.clock.sleep(wait).await;
                continue;
            }
            Decision::Repeat { .. } => StopReason::Budget,
            Decision::Stop(reason) => reason,
        };
        if attempt.as_ref().is_ok_and(|it| it.response.is_success()) {
            transport.budget.give_back();
        }
        telemetry::ended(tally.sent, &attempt, &reason);
        let may_pass = reason.may_pass();
        return attempt
            .map(|received| {
                let is_repeatable = request.is_repeatable();
                let hint = hint(transport, &credential, is_repeatable, &received.response);
                let received = received.after(tally.sent, tally.in_doubt, may_pass);
                received.with_hint(hint)
            })
            .map_err(|failure| tally.judge(failure.error).with_retryable(may_pass));
    }
}

/// Chooses what to send: the session's JWT where it is accepted, else the credential itself.
async fn credential(
    transport: &Arc<Transport>,
    context: RequestContext<'_>,
    refused: Option<&Arc<SessionJwt>>,
    left: Duration,
) -> Result<AttemptCredential, Error> {
    match &transport.session {
        _ if context.accepts.is_some_and(<[_]>::is_empty) => Ok(AttemptCredential::Nothing),
        Some((scheme, session)) if context.takes(*scheme) => session
            .jwt(refused, left, || login(transport))
            .await
            .map(|jwt| AttemptCredential::Session(*scheme, jwt))
            .map_err(|error| error.while_logging_in_for(context.label)),
        _ => own(transport, context),
    }
}

/// The credential of the client, where it has one that is accepted.
fn own(transport: &Transport, context: RequestContext<'_>) -> Result<AttemptCredential, Error> {
    match &transport.identity {
        Some((_, scheme)) if context.takes(*scheme) => Ok(AttemptCredential::Own),
        None if context.accepts.is_none() => Ok(AttemptCredential::Nothing),
        None => {
            let message = "the operation needs a credential and the client is anonymous; \
                           build one with `Client::new`";
            Err(Error::new(ErrorKind::Configuration, context.label, message))
        }
        Some((_, scheme)) => {
            let accepted = context.accepts.unwrap_or_default().iter();
            let message = format!(
                "the operation does not take the scheme `{}`, but: {}",
                scheme.name(),
                accepted.map(|it| it.name()).collect::<Vec<_>>().join(", ")
            );
            Err(Error::new(ErrorKind::Input, context.label, message))
        }
    }
}

/// What one request has done so far.
struct Tally {
    /// Requests sent.
    sent: u32,
    /// Those that repeated one that failed.
    retries: u32,
    /// Those that repeated one whose session was refused.
    renewals: u32,
    /// Whether the request changes what the server keeps.
    changes_state: bool,
    /// Whether one that failed may have been carried out.
    in_doubt: bool,
}

impl Tally {
    fn new(method: &http::Method) -> Self {
        Self {
            sent: 0,
            retries: 0,
            renewals: 0,
            changes_state: !method.is_safe(),
            in_doubt: false,
        }
    }

    /// Whether a refused session is renewed: once, and once more where it was somebody else's.
    fn may_renew(&self, refused: &SessionJwt) -> bool {
        self.renewals == 0 || self.renewals == 1 && refused.is_shared()
    }

    fn note_repetition(&mut self, outcome: &AttemptOutcome) {
        self.retries += 1;
        self.in_doubt |= self.changes_state && outcome.may_have_been_carried_out();
    }

    /// The error with what the attempts before it mean.
    fn judge(&self, error: Error) -> Error {
        let in_doubt = self.in_doubt || error.may_have_been_carried_out();
        error.with_attempts(self.sent).with_doubt(in_doubt)
    }
}

/// What is known where a session is refused in spite of a login.
const REFUSED_HERE: &str =
    "the login is good and this request is refused; check what the user may do";

/// Why the server may have refused the credential, if it did.
fn hint(
    transport: &Transport,
    sent: &AttemptCredential,
    is_repeatable: bool,
    response: &Response,
) -> Option<String> {
    if !response.is_unauthorized() {
        return None;
    }
    let credential = match sent {
        AttemptCredential::Own => transport.credential(),
        AttemptCredential::Session(..) if is_repeatable => return Some(REFUSED_HERE.to_owned()),
        AttemptCredential::Session(..) | AttemptCredential::Nothing => None,
    };
    let credential = credential.filter(|it| it.kind() == CredentialKind::Jwt)?;
    let now = response.date().unwrap_or_else(time_of_day);
    let ago = jwt::expired_for(credential.secret(), now)?;
    Some(format!(
        "the JWT expired {} seconds ago; log in for another",
        ago.as_secs()
    ))
}

fn outcome_of(attempt: &Result<Received, Failure>) -> AttemptOutcome {
    match attempt {
        Ok(received) => AttemptOutcome::Answered {
            status: received.response.status().as_u16(),
            retry_after: received.response.retry_after(),
        },
        Err(failure) => failure.outcome,
    }
}

fn no_login_in_time(operation: &str, limits: Limits) -> Error {
    let limit = limits.timeout_setting;
    let message = format!("there was no session within {limit:?} (`timeout`)");
    let error = Error::new(ErrorKind::Timeout, operation, message);
    error.while_logging_in_for(operation).with_retryable(true)
}

fn no_time_left(operation: &str, limits: Limits) -> Error {
    let limit = limits.timeout_setting;
    let message = format!("the request was not sent within {limit:?} (`timeout`)");
    Error::new(ErrorKind::Timeout, operation, message).with_retryable(true)
}

#[cfg(test)]
mod tests {
    use opentact_client::security::SecurityScheme;

    use super::super::options::RequestOptions;
    use super::*;
    use crate::credential::Credential;

    /// Who would be asked; nothing listens there, so that what is sent shows as `Transport`.
    const NOBODY: &str = "http://127.0.0.1:9";

    async fn kind(credential: Credential, accepts: &'static [SecurityScheme]) -> ErrorKind {
        let builder = crate::Client::builder(credential)
            .base_url(NOBODY)
            .max_retries(0);
        let transport = Arc::new(builder.into_transport().unwrap());
        let url = transport.base_url.join("/rest/thing").unwrap();
        let context = RequestContext {
            label: "getThing",
            template: None,
            accepts: Some(accepts),
            secrets: &[],
            options: &RequestOptions::default(),
            idempotent: None,
            streams: false,
        };
        let request = reqwest::Request::new(http::Method::GET, url);
        let outcome = deliver(&transport, context, Outgoing::of(request)).await;
        outcome.unwrap_err().kind()
    }

    #[tokio::test]
    async fn an_operation_gets_a_scheme_that_it_takes_or_nothing() {
        use SecurityScheme::{Basic, Bearer, BearerQuery, Jwt};
        let basic = || Credential::basic("me@example.com", "made up");
        assert_eq!(kind(basic(), &[Jwt]).await, ErrorKind::Transport);
        assert_eq!(kind(basic(), &[Basic]).await, ErrorKind::Transport);
        assert_eq!(kind(basic(), &[Bearer]).await, ErrorKind::Input);
        assert_eq!(kind(basic(), &[]).await, ErrorKind::Transport);
        assert_eq!(
            kind(Credential::api_token("x"), &[Bearer]).await,
            ErrorKind::Transport
        );
        assert_eq!(
            kind(Credential::api_token("x"), &[BearerQuery]).await,
            ErrorKind::Input
        );
    }
}
