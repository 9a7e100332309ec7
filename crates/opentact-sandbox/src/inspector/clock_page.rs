//! The clock by which everything is judged, and the way back to the start.

use std::time::Duration;

use axum::{
    extract::State,
    http::Uri,
    response::{Html, Response},
};
use chrono::{DateTime, Utc};
use maud::html;

use super::{Shared, form::Form, notice::Notice, problem::Problem, shell::Section, time_view};
use crate::clock::Clock;

const STEPS: [(&str, u64); 5] = [
    ("1 minute", 60),
    ("1 hour", 3600),
    ("1 day", 86_400),
    ("30 days", 2_592_000),
    ("1 year", 31_536_000),
];

/// `GET /inspector/clock`
pub(super) async fn show(State(inspector): Shared, uri: Uri) -> Html<String> {
    let clock = &inspector.owner.clock();
    let (now, ahead_s) = (clock.now(), clock.offset_ms() / 1000);
    let main = html! {
        section.sheet {
            h1 { "Clock" }
            p { "Everything that lives or expires in the sandbox is judged by this clock, so the end of a "
                "token's life is one click away." }
            p.big-time { (now.format("%Y-%m-%d %H:%M:%S UTC")) }
            p.note {
                @match ahead_s {
                    0 => "It shows the system's time.",
                    1.. => { (time_view::length(ahead_s)) " ahead of the system's time." },
                    _ => { (time_view::length(-ahead_s)) " behind the system's time." },
                }
            }
            h2 { "Move it forward" }
            div.actions {
                @for (name, seconds) in STEPS {
                    form method="post" action="/inspector/clock/advance" {
                        input type="hidden" name="seconds" value=(seconds);
                        button type="submit" { "+ " (name) }
                    }
                }
            }
            form.row method="post" action="/inspector/clock/advance" {
                div.field { label for="seconds" { "Seconds" }
                    input #seconds name="seconds" required inputmode="numeric" pattern="[0-9]+" placeholder="90"; }
                button type="submit" { "Move forward" }
            }
            h2 { "Set it" }
            form.row method="post" action="/inspector/clock" {
                div.field { label for="time" { "A time in RFC 3339" }
                    input #time name="now" required value=(time_view::exact(now)); }
                button type="submit" { "Set the clock" }
            }
            @if clock.offset_ms() != 0 {
                form method="post" action="/inspector/clock/real" {
                    button type="submit" { "Back to the system's time" }
                }
            }
        }
    };
    inspector.page(Section::Clock, "Clock", Notice::of(&uri), &main)
}

/// `POST /inspector/clock`
pub(super) async fn set(State(inspector): Shared, form: Form) -> Result<Response, Problem> {
    let asked = form.get("now").trim();
    let time = DateTime::parse_from_rfc3339(asked).map_err(|_| {
        Problem::form("The time has to be in RFC 3339, such as 2031-02-03T12:00:00Z.")
    })?;
    let set = |clock: &Clock| clock.set(time.with_timezone(&Utc));
    inspector.owner.engine.move_clock(set).await?;
    Ok(Notice::ClockMoved.on("/inspector/clock"))
}

/// `POST /inspector/clock/advance`
pub(super) async fn advance(State(inspector): Shared, form: Form) -> Result<Response, Problem> {
    let seconds = form.number("seconds", "The seconds")?;
    let seconds = seconds.ok_or_else(|| Problem::form("The seconds are missing."))?;
    let advance = |clock: &Clock| clock.advance(Duration::from_secs(seconds));
    inspector.owner.engine.move_clock(advance).await?;
    Ok(Notice::ClockMoved.on("/inspector/clock"))
}

/// `POST /inspector/clock/real`
pub(super) async fn back(State(inspector): Shared) -> Result<Response, Problem> {
    let back = |clock: &Clock| clock.set_offset_ms(0);
    inspector.owner.engine.move_clock(back).await?;
    Ok(Notice::ClockMoved.on("/inspector/clock"))
}

/// `POST /inspector/reset`
pub(super) async fn reset(State(inspector): Shared) -> Result<Response, Problem> {
    inspector.owner.reset().await?;
    Ok(Notice::Reset.on("/"))
}
