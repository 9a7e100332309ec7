//! What is around every page: the addresses, the clock, the way to the other pages, the counters.

use axum::response::Html;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Inspector, notice::Notice, panes::copy_button, time_view};

/// A page of its own in the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Requests,
    Users,
    Faults,
    Stubs,
    Operations,
    Messages,
    Webhooks,
    Events,
    Clock,
    Try,
}

const SECTIONS: [(Section, &str, &str); 10] = [
    (Section::Requests, "/", "Requests"),
    (Section::Users, "/inspector/users", "Users"),
    (Section::Faults, "/inspector/faults", "Faults"),
    (Section::Stubs, "/inspector/stubs", "Stubs"),
    (Section::Operations, "/inspector/operations", "Operations"),
    (Section::Messages, "/inspector/messages", "Messages"),
    (Section::Webhooks, "/inspector/webhooks", "Webhooks"),
    (Section::Events, "/inspector/events", "Events"),
    (Section::Clock, "/inspector/clock", "Clock"),
    (Section::Try, "/inspector/try/authenticate", "Try the API"),
];

impl Inspector {
    /// A whole page, with what was done just before.
    pub(super) fn page(
        &self,
        section: Section,
        title: &str,
        done: Option<Notice>,
        main: &Markup,
    ) -> Html<String> {
        let body = html! {
            a.skip href="#main" { "To the content" }
            (self.header())
            div.frame {
                div.side {
                    nav aria-label="Sections" {
                        ul {
                            @for (it, href, name) in SECTIONS {
                                li {
                                    a href=(href) aria-current=[(it == section).then_some("page")] {
                                        (name)
                                    }
                                }
                            }
                            li { a href="/inspector/reference" { "API reference" } }
                        }
                    }
                    (self.counters())
                }
                main #main tabindex="-1" {
                    @if let Some(done) = done { (done.render()) }
                    (main)
                }
            }
        };
        let start = self.start.to_string();
        Html(document(title, Some(&start), &body).into_string())
    }

    fn header(&self) -> Markup {
        let clock = &self.owner.clock();
        let (now, ahead_s) = (clock.now(), clock.offset_ms() / 1000);
        html! {
            header.top {
                a.brand href="/" {
                    img src="/inspector/icon.svg" alt="" width="24" height="24";
                    span { "Opentact " b { "sandbox" } }
                }
                dl.addresses {
                    @for (name, address) in [("API", &self.api), ("Control", &self.control)] {
                        div {
                            dt { (name) }
                            dd {
                                code { (address) }
                                (copy_button(&format!("the address of the {name} port"), address))
                            }
                        }
                    }
                }
                div.now {
                    @if ahead_s != 0 {
                        span.ahead {
                            (time_view::length(ahead_s.abs()))
                            @if ahead_s > 0 { " ahead" } @else { " behind" }
                        }
                    }
                    time #clock title="The sandbox's clock" datetime=(time_view::exact(now))
                        data-offset-ms=(clock.offset_ms()) {
                        (now.format("%Y-%m-%d %H:%M:%S UTC"))
                    }
                }
                details.menu {
                    summary.button { "Reset" span aria-hidden="true" { "…" } }
                    form method="post" action="/inspector/reset" {
                        p {
                            "Back to the start: users and tokens of the seed, its faults, its clock. "
                            "The log and the counters are emptied."
                        }
                        button.danger type="submit" { "Reset the sandbox" }
                    }
                }
            }
        }
    }

    fn counters(&self) -> Markup {
        let stats = self.owner.stats();
        html! {
            section.counters aria-label="Counters" {
                p aria-hidden="true" { "Counters" }
                dl #counters data-refresh {
                    @for (name, count) in [
                        ("Requests", stats.requests),
                        ("Logins", stats.logins),
                        ("Refused with 401", stats.refused),
                        ("Faults met", stats.faults),
                        ("Open connections", stats.connections),
                        ("Event connections", stats.event_connections),
                        ("Events sent", stats.events),
                    ] {
                        div { dt { (name) } dd { (count) } }
                    }
                }
            }
        }
    }
}

/// A page without anything of the sandbox's state on it.
pub(super) fn bare(title: &str, main: &Markup) -> Markup {
    document(title, None, &html! { main #main { (main) } })
}

fn document(title: &str, start: Option<&str>, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · Opentact sandbox" }
                link rel="icon" href="/inspector/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/inspector/style.css";
                script src="/inspector/script.js" defer { (PreEscaped("")) }
            }
            body data-start=[start] { (body) }
        }
    }
}
